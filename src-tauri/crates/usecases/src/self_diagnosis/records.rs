//! Looking up responses and judging whether they may still be changed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use opora_domain::instrument::{Instrument, score};
use opora_domain::person::Person;
use opora_domain::self_diagnosis::Response;

use super::ResponseView;
use crate::{ApiError, App, Result, assets};

/// A response that may still be changed, with its questionnaire.
pub(super) fn draft(app: &App, id: &str) -> Result<(Response, &'static Instrument)> {
    let response: Response = app.read()?.need(id)?;
    refuse_completed(&response)?;
    let instrument = assets::instrument(&response.instrument)?;
    if instrument.version != response.version {
        return Err(ApiError::frozen(
            format!("Черновик начат по прежней версии опросника ({}).", response.version),
            "Ответы сохранены. Удалите черновик и начните самодиагностику заново по действующей версии.",
        ));
    }
    Ok((response, instrument))
}

/// Finished answers are never changed.
pub(super) fn refuse_completed(response: &Response) -> Result<()> {
    if response.completed_on.is_none() {
        return Ok(());
    }
    Err(ApiError::frozen(
        "Самодиагностика завершена: ответы больше не меняются.",
        "Ответы сохранены. Чтобы ответить заново, начните новую самодиагностику этого педагога.",
    ))
}

/// A response as the window shows it.
pub(super) fn view(app: &App, response: Response) -> Result<ResponseView> {
    let instrument = assets::instrument(&response.instrument)?.clone();
    let person: Person = app.read()?.need(&response.person_id)?;
    let answered = instrument.items.iter().filter(|item| response.answers.contains_key(&item.id)).count();
    let scores = score(&instrument, &response.answers);
    Ok(ResponseView { fio: person.fio, answered, of: instrument.items.len(), scores, instrument, response })
}

/// The last completed response of each teacher to a questionnaire, by teacher.
pub(crate) fn last_completed<'a>(
    responses: &'a [Response],
    instrument: &str,
) -> BTreeMap<&'a str, &'a Response> {
    let mut last: BTreeMap<&str, &Response> = BTreeMap::new();
    let completed = responses.iter().filter(|r| r.instrument == instrument && r.completed_on.is_some());
    for response in completed {
        let newest = last.entry(&response.person_id).or_insert(response);
        if order(response) > order(newest) {
            *newest = response;
        }
    }
    last
}

fn order(response: &Response) -> (Option<NaiveDate>, &str) {
    (response.completed_on, &response.id)
}
