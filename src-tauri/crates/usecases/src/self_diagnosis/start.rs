use super::{ResponseView, StartInput};
use crate::{App, Result};

/// Begins a questionnaire or continues its draft.
pub fn start(app: &mut App, input: StartInput) -> Result<ResponseView> {
    Err(app.unfinished("self_diagnosis.start"))
}
