use chrono::NaiveDate;
use opora_domain::mentoring::{CloseReason, MentoringMeeting, Tandem, TandemStatus};
use opora_domain::self_diagnosis::Deficit;
use opora_domain::words::Words;

use super::{CloseInput, TandemView, records};
use crate::{App, Problems, Result, ops};

/// Closes a tandem with a reason, and its deficit if wanted.
///
/// # Errors
/// `Frozen` when it is closed already, `Invalid` when the day is out of place.
pub fn close(app: &mut App, input: CloseInput) -> Result<TandemView> {
    let tandem = records::active(app, &input.id)?;
    let day = input.date.unwrap_or_else(|| app.today());
    check(app, &tandem, &input, day)?;
    let deficit = closed_deficit(app, &tandem, &input, day)?;
    let status = if input.reason.completes() { TandemStatus::Completed } else { TandemStatus::Stopped };
    let tandem = Tandem {
        status,
        closed_on: Some(day),
        close_reason: Some(input.reason),
        outcome: input.outcome.trim().into(),
        ..tandem
    };
    app.transact(ops::CLOSE_TANDEM, |tx| {
        tx.update(&tandem)?;
        Ok(deficit.iter().try_for_each(|deficit| tx.update(deficit))?)
    })?;
    records::view(app, tandem)
}

fn check(app: &App, tandem: &Tandem, input: &CloseInput, day: NaiveDate) -> Result<()> {
    let meetings = app.read()?.by::<MentoringMeeting>("tandem_id", &tandem.id)?;
    let last_meeting = meetings.iter().map(|meeting| meeting.date).max();
    Problems::default()
        .check(day > app.today(), "date", "Дата не может быть позже сегодняшней.")
        .check(day < tandem.started_on, "date", "Пару нельзя завершить раньше, чем она начала работать.")
        .check(
            last_meeting.is_some_and(|last| day < last),
            "date",
            "Есть встречи позже этой даты. Укажите день последней встречи или более поздний.",
        )
        .check(
            input.reason == CloseReason::Other && input.outcome.trim().is_empty(),
            "outcome",
            "Напишите, по какой причине завершена работа.",
        )
        .check(
            input.close_deficit && tandem.deficit_id.is_none(),
            "close_deficit",
            "Пара создана не по дефициту: закрывать нечего.",
        )
        .finish()
}

/// The deficit to be closed with the tandem, if it is still open.
fn closed_deficit(app: &App, tandem: &Tandem, input: &CloseInput, day: NaiveDate) -> Result<Option<Deficit>> {
    let Some(id) = tandem.deficit_id.as_ref().filter(|_| input.close_deficit) else { return Ok(None) };
    let deficit: Deficit = app.read()?.need(id)?;
    if deficit.closed_on.is_some() {
        return Ok(None);
    }
    let note = match input.outcome.trim() {
        "" => format!("наставничество: {}", input.reason.label()),
        outcome => format!("наставничество: {outcome}"),
    };
    Ok(Some(Deficit { closed_on: Some(day.max(deficit.found_on)), closed_note: note, ..deficit }))
}
