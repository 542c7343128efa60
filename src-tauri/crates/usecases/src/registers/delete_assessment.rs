use opora_domain::registers::Assessment;

use crate::person::IdInput;
use crate::{App, Result, ops};

/// Removes a result.
///
/// # Errors
/// `NotFound` when it is gone already.
pub fn delete_assessment(app: &mut App, input: IdInput) -> Result<()> {
    app.read()?.need::<Assessment>(&input.id)?;
    app.transact(ops::DELETE_ASSESSMENT, |tx| Ok(tx.delete::<Assessment>(&input.id).map(drop)?))
}
