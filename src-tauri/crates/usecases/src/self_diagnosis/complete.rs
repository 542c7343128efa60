use super::ResponseView;
use crate::person::IdInput;
use crate::{App, Result};

/// Finishes the questionnaire and lists the deficits.
pub fn complete(app: &mut App, input: IdInput) -> Result<ResponseView> {
    Err(app.unfinished("self_diagnosis.complete"))
}
