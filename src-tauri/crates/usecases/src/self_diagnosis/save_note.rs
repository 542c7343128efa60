use super::{NoteInput, ResponseView};
use crate::{App, Result};

/// Saves the open questions of a draft.
pub fn save_note(app: &mut App, input: NoteInput) -> Result<ResponseView> {
    Err(app.unfinished("self_diagnosis.save_note"))
}
