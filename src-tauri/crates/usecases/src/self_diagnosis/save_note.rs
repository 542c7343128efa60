use opora_domain::instrument::Instrument;

use super::{NoteInput, ResponseView, records};
use crate::{App, Problems, Result, ops};

/// Saves the open questions of a draft.
///
/// # Errors
/// `Frozen` when the questionnaire is finished.
pub fn save_note(app: &mut App, input: NoteInput) -> Result<ResponseView> {
    let (mut response, instrument) = records::draft(app, &input.id)?;
    let help_text = input.help_text.trim();
    Problems::default()
        .check(help_text.chars().count() > 2000, "help_text", "Не больше 2000 знаков.")
        .check(
            input.help_topics.iter().any(|topic| instrument.item(topic).is_none()),
            "help_topics",
            "В опроснике нет такого вопроса.",
        )
        .check(!is_option(instrument, &input.help_form), "help_form", "В опроснике нет такого ответа.")
        .finish()?;
    response.help_text = help_text.into();
    response.agrees_to_help = input.agrees_to_help;
    response.help_topics = input.help_topics;
    response.help_form = input.help_form;
    app.transact(ops::SAVE_NOTE, |tx| Ok(tx.update(&response)?))?;
    records::view(app, response)
}

/// Nothing, or one of the choices that the questionnaire offers.
fn is_option(instrument: &Instrument, form: &str) -> bool {
    form.is_empty()
        || instrument.open.iter().any(|question| question.options.iter().any(|option| option == form))
}
