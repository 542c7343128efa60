use opora_domain::mentoring::{MentoringMeeting, Tandem};

use super::{MeetingInput, TandemView, records};
use crate::{ApiError, App, Problems, Result, ops};

/// Logs a meeting.
///
/// # Errors
/// `Frozen` when the tandem is closed, `Invalid` when the day lies outside its time.
pub fn save_meeting(app: &mut App, input: MeetingInput) -> Result<TandemView> {
    let tandem = records::active(app, &input.tandem_id)?;
    if let Some(id) = &input.id {
        let before: MentoringMeeting = app.read()?.need(id)?;
        if before.tandem_id != tandem.id {
            return Err(ApiError::not_found("встреча этой пары"));
        }
    }
    check(app, &tandem, &input)?;
    let meeting = MentoringMeeting {
        id: input.id.unwrap_or_else(|| app.new_id()),
        tandem_id: input.tandem_id,
        date: input.date,
        minutes: input.minutes,
        content: input.content.trim().into(),
        outcome: input.outcome.trim().into(),
    };
    app.transact(ops::SAVE_MENTORING_MEETING, |tx| Ok(tx.put(&meeting)?))?;
    records::view(app, tandem)
}

fn check(app: &App, tandem: &Tandem, input: &MeetingInput) -> Result<()> {
    Problems::default()
        .check(input.date > app.today(), "date", "Встреча не может быть позже сегодняшнего дня.")
        .check(input.date < tandem.started_on, "date", "В этот день пара ещё не работала.")
        .check(
            tandem.ends_on.is_some_and(|day| input.date > day),
            "date",
            "Срок работы пары уже истёк. Завершите её с причиной «истёк срок» и создайте новую.",
        )
        .check(
            input.minutes.is_some_and(|minutes| !(1..=600).contains(&minutes)),
            "minutes",
            "Длительность — от 1 до 600 минут.",
        )
        .check(input.content.trim().is_empty(), "content", "Напишите, что делали на встрече.")
        .finish()
}
