use opora_domain::self_diagnosis::Response;

use super::records;
use crate::person::IdInput;
use crate::{App, Result, ops};

/// Throws a draft away.
///
/// # Errors
/// `Frozen` when the questionnaire is finished.
pub fn discard(app: &mut App, input: IdInput) -> Result<()> {
    let response: Response = app.read()?.need(&input.id)?;
    records::refuse_completed(&response)?;
    app.transact(ops::DISCARD_RESPONSE, |tx| Ok(tx.delete::<Response>(&response.id).map(drop)?))
}
