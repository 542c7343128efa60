use opora_domain::registers::Meeting;

use super::GroupMeetingInput;
use crate::{App, Problems, Result, ops};

/// Adds or changes a meeting.
///
/// # Errors
/// `Invalid` when the agenda is empty or the day is to come.
pub fn save_meeting(app: &mut App, input: GroupMeetingInput) -> Result<Meeting> {
    Problems::default()
        .check(input.date > app.today(), "date", "Заседание ещё не состоялось: дата позже сегодняшней.")
        .check(input.agenda.trim().is_empty(), "agenda", "Укажите повестку.")
        .check(input.number.chars().count() > 50, "number", "Номер — не больше 50 знаков.")
        .check(
            input.present.is_some_and(|present| !(1..=1000).contains(&present)),
            "present",
            "Присутствовало — от 1 до 1000 человек.",
        )
        .finish()?;
    if let Some(id) = &input.id {
        app.read()?.need::<Meeting>(id)?;
    }
    let meeting = Meeting {
        id: input.id.unwrap_or_else(|| app.new_id()),
        number: input.number.trim().into(),
        date: input.date,
        agenda: input.agenda.trim().into(),
        present: input.present,
        decisions: input.decisions.trim().into(),
    };
    app.transact(ops::SAVE_MEETING, |tx| {
        tx.put(&meeting)?;
        Ok(meeting.clone())
    })
}
