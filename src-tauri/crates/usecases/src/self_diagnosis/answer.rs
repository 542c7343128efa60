use super::{AnswerInput, ResponseView};
use crate::{App, Result};

/// Saves one answer of a draft.
pub fn answer(app: &mut App, input: AnswerInput) -> Result<ResponseView> {
    Err(app.unfinished("self_diagnosis.answer"))
}
