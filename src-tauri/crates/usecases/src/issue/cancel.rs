use opora_domain::issued_report::PendingSigning;

use super::run::is_running;
use crate::person::IdInput;
use crate::{App, Result, ops};

/// Gives up a document that waits for a signature: its number becomes free, nothing of it stays.
pub fn cancel(app: &mut App, input: IdInput) -> Result<()> {
    app.read()?.need::<PendingSigning>(&input.id)?;
    if is_running(app, &input.id) {
        app.running = None;
    }
    app.transact(ops::CANCEL_SIGNING, |tx| {
        tx.delete::<PendingSigning>(&input.id)?;
        Ok(())
    })
}
