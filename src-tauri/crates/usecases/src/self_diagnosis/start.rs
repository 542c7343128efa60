use std::collections::BTreeMap;

use opora_domain::person::Person;
use opora_domain::self_diagnosis::Response;

use super::{ResponseView, StartInput, records};
use crate::{ApiError, App, Result, assets, ops};

/// Begins a questionnaire or continues its draft.
///
/// # Errors
/// `Refused` when the teacher is archived.
pub fn start(app: &mut App, input: StartInput) -> Result<ResponseView> {
    let instrument = assets::instrument(&input.instrument)?;
    let person: Person = app.read()?.need(&input.person_id)?;
    if !person.counts_on(app.today()) {
        return Err(ApiError::refused(
            format!("{} в архиве.", person.fio),
            "Прежние ответы сохранены. Верните педагога из архива, чтобы начать самодиагностику.",
        ));
    }
    let begun = app.read()?.by::<Response>("person_id", &person.id)?;
    let draft = begun.into_iter().find(|response| {
        response.completed_on.is_none()
            && response.instrument == instrument.code
            && response.version == instrument.version
    });
    if let Some(draft) = draft {
        return records::view(app, draft);
    }
    let response = Response {
        id: app.new_id(),
        person_id: person.id,
        instrument: instrument.code.clone(),
        version: instrument.version.clone(),
        started_on: app.today(),
        completed_on: None,
        answers: BTreeMap::new(),
        help_text: String::new(),
        agrees_to_help: false,
        help_topics: Vec::new(),
        help_form: String::new(),
    };
    app.transact(ops::START_RESPONSE, |tx| Ok(tx.insert(&response)?))?;
    records::view(app, response)
}
