use super::{NoteInput, ResponseView, records};
use crate::{App, Problems, Result, ops};

/// Saves the open questions of a draft.
///
/// # Errors
/// `Frozen` when the questionnaire is finished.
pub fn save_note(app: &mut App, input: NoteInput) -> Result<ResponseView> {
    let (mut response, _) = records::draft(app, &input.id)?;
    let help_text = input.help_text.trim();
    Problems::default()
        .check(help_text.chars().count() > 2000, "help_text", "Не больше 2000 знаков.")
        .finish()?;
    response.help_text = help_text.into();
    response.agrees_to_help = input.agrees_to_help;
    app.transact(ops::SAVE_NOTE, |tx| Ok(tx.update(&response)?))?;
    records::view(app, response)
}
