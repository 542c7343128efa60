use opora_domain::registers::IomStep;

use crate::person::IdInput;
use crate::{App, Result, ops};

/// Removes a step.
///
/// # Errors
/// `NotFound` when it is gone already.
pub fn delete_iom(app: &mut App, input: IdInput) -> Result<()> {
    app.read()?.need::<IomStep>(&input.id)?;
    app.transact(ops::DELETE_IOM, |tx| Ok(tx.delete::<IomStep>(&input.id).map(drop)?))
}
