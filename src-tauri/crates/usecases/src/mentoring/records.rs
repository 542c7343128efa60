//! Looking up tandems and judging whether they may still be changed.

use chrono::NaiveDate;
use opora_domain::mentoring::{MentoringMeeting, MentoringStep, Tandem, TandemStatus};
use opora_domain::person::Person;
use opora_domain::words::Words;
use opora_store::Reader;

use super::TandemView;
use crate::{ApiError, App, Result};

/// A tandem that still works.
pub(super) fn active(app: &App, id: &str) -> Result<Tandem> {
    let tandem: Tandem = app.read()?.need(id)?;
    if tandem.status == TandemStatus::Active {
        return Ok(tandem);
    }
    Err(ApiError::frozen(
        format!("Пара по теме «{}» уже завершена.", tandem.topic),
        "Её программа и встречи сохранены и больше не меняются. Чтобы продолжить работу, создайте новую пару.",
    ))
}

/// A tandem as the window shows it.
pub(super) fn view(app: &App, tandem: Tandem) -> Result<TandemView> {
    let read = app.read()?;
    let mut steps: Vec<MentoringStep> = read.by("tandem_id", &tandem.id)?;
    steps.sort_by_key(|step| (step.due.is_none(), step.due));
    let mut meetings: Vec<MentoringMeeting> = read.by("tandem_id", &tandem.id)?;
    meetings.sort_by_key(|meeting| std::cmp::Reverse((meeting.date, meeting.id.clone())));
    let mentor = match &tandem.mentor_id {
        Some(id) => name(read, id)?,
        None => tandem.outside_mentor.clone(),
    };
    Ok(TandemView {
        mentor,
        mentee: name(read, &tandem.mentee_id)?,
        quiet_days: quiet_days(&tandem, &meetings, app.today()),
        status_label: tandem.status.label().into(),
        scope_label: tandem.scope.label().into(),
        close_reason_label: tandem.close_reason.map(Words::label).unwrap_or_default().into(),
        steps,
        meetings,
        tandem,
    })
}

/// Days since the last meeting or the start, while active.
fn quiet_days(tandem: &Tandem, meetings: &[MentoringMeeting], today: NaiveDate) -> Option<i64> {
    let last = meetings.iter().map(|meeting| meeting.date).max().unwrap_or(tandem.started_on);
    (tandem.status == TandemStatus::Active).then(|| (today - last).num_days().max(0))
}

fn name(read: Reader<'_>, id: &str) -> Result<String> {
    Ok(read.need::<Person>(id)?.fio)
}
