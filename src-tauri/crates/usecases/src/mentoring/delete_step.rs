use opora_domain::mentoring::MentoringStep;

use super::records;
use crate::person::IdInput;
use crate::{App, Result, ops};

/// Removes a step.
///
/// # Errors
/// `Frozen` when the tandem is closed.
pub fn delete_step(app: &mut App, input: IdInput) -> Result<()> {
    let step: MentoringStep = app.read()?.need(&input.id)?;
    records::active(app, &step.tandem_id)?;
    app.transact(ops::DELETE_STEP, |tx| Ok(tx.delete::<MentoringStep>(&step.id).map(drop)?))
}
