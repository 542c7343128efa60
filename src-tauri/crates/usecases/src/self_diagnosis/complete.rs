use chrono::NaiveDate;
use opora_domain::instrument::{Instrument, Scores, score};
use opora_domain::self_diagnosis::{Deficit, Response};
use opora_domain::words::plural;

use super::{ResponseView, records};
use crate::person::IdInput;
use crate::{ApiError, App, Result, ops};

/// How a deficit was closed that a later questionnaire no longer shows.
const BY_REPEAT: &str = "по повторной самодиагностике";

/// Finishes the questionnaire and lists the deficits.
///
/// A deficit still open from an earlier questionnaire is not doubled; one that is gone is closed.
///
/// # Errors
/// `Refused` when too few items are answered, `Frozen` when it is finished already.
pub fn complete(app: &mut App, input: IdInput) -> Result<ResponseView> {
    let (mut response, instrument) = records::draft(app, &input.id)?;
    let scores = score(instrument, &response.answers);
    enough(instrument, &scores)?;
    let today = app.today();
    response.completed_on = Some(today);
    let open = open_deficits(app, &response)?;
    let found = found(app, instrument, &response, &scores, &open);
    let changed = changed(&open, &response, &scores, today);
    app.transact(ops::COMPLETE_RESPONSE, |tx| {
        tx.update(&response)?;
        found.iter().try_for_each(|deficit| tx.insert(deficit))?;
        Ok(changed.iter().try_for_each(|deficit| tx.update(deficit))?)
    })?;
    records::view(app, response)
}

fn enough(instrument: &Instrument, scores: &Scores) -> Result<()> {
    if scores.total.valid {
        return Ok(());
    }
    let (n, of) = (scores.total.n, scores.total.applicable);
    let message = if of == 0 {
        "На все вопросы отвечено «не веду»: оценивать нечего.".to_owned()
    } else {
        let need = (of * u32::from(instrument.scoring.valid_percent)).div_ceil(100);
        let questions = plural(i64::from(of), "вопроса", "вопросов", "вопросов");
        format!("Отвечено на {n} из {of} {questions}, нужно не меньше {need}.")
    };
    Err(ApiError::refused(message, "Ответы сохранены. Ответьте на оставшиеся вопросы и завершите ещё раз."))
}

/// Open deficits of the teacher found by any response to the same questionnaire.
fn open_deficits(app: &App, response: &Response) -> Result<Vec<Deficit>> {
    let read = app.read()?;
    let earlier = read.by::<Response>("person_id", &response.person_id)?;
    let of_instrument = |deficit: &Deficit| {
        earlier.iter().any(|r| r.id == deficit.response_id && r.instrument == response.instrument)
    };
    let deficits = read.by::<Deficit>("person_id", &response.person_id)?;
    Ok(deficits.into_iter().filter(|d| d.closed_on.is_none() && of_instrument(d)).collect())
}

fn found(
    app: &App,
    instrument: &Instrument,
    response: &Response,
    scores: &Scores,
    open: &[Deficit],
) -> Vec<Deficit> {
    let new = scores.deficits.iter().filter(|found| !open.iter().any(|known| known.item == found.item));
    let deficit = |item: &str, severity| Deficit {
        id: app.new_id(),
        person_id: response.person_id.clone(),
        response_id: response.id.clone(),
        item: item.to_owned(),
        topic: instrument.item(item).map(|item| item.topic.clone()).unwrap_or_default(),
        severity,
        found_on: response.completed_on.unwrap_or(response.started_on),
        closed_on: None,
        closed_note: String::new(),
    };
    new.map(|found| deficit(&found.item, found.severity)).collect()
}

/// Open deficits that the new answers close or rate otherwise.
fn changed(open: &[Deficit], response: &Response, scores: &Scores, today: NaiveDate) -> Vec<Deficit> {
    let change = |deficit: &Deficit| {
        response.answers.get(&deficit.item).copied().flatten()?;
        let still = scores.deficits.iter().find(|found| found.item == deficit.item);
        Some(match still {
            Some(found) => Deficit { severity: found.severity, ..deficit.clone() },
            None => Deficit { closed_on: Some(today), closed_note: BY_REPEAT.into(), ..deficit.clone() },
        })
    };
    open.iter().filter_map(|deficit| change(deficit).filter(|after| after != deficit)).collect()
}
