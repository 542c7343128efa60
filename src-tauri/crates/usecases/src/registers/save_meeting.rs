use chrono::NaiveDate;
use opora_domain::registers::{Meeting, Resolution, lines};

use super::GroupMeetingInput;
use crate::{App, Problems, Result, ops};

/// Longest text of the minutes, characters.
const MAX_TEXT: usize = 20_000;

/// Most decisions of one meeting.
const MAX_RESOLUTIONS: usize = 100;

/// Adds or changes a meeting.
///
/// # Errors
/// `Invalid` when the agenda is empty, the day is to come or a decision has no text or no fitting days.
pub fn save_meeting(app: &mut App, input: GroupMeetingInput) -> Result<Meeting> {
    let resolutions = resolutions(&input);
    check(app, &input, &resolutions)?;
    if let Some(id) = &input.id {
        app.read()?.need::<Meeting>(id)?;
    }
    let attended = attended(&input.attended);
    let texts: Vec<&str> = resolutions.iter().map(|one| one.text.as_str()).collect();
    let meeting = Meeting {
        id: input.id.unwrap_or_else(|| app.new_id()),
        number: input.number.trim().into(),
        date: input.date,
        agenda: input.agenda.trim().into(),
        present: input.present.or((!attended.is_empty()).then_some(attended.len() as i64)),
        decisions: texts.join("\n"),
        chair: input.chair.trim().into(),
        secretary: input.secretary.trim().into(),
        attended: attended.join("\n"),
        heard: lines(&input.heard).join("\n"),
        spoke: lines(&input.spoke).join("\n"),
        resolutions,
    };
    app.transact(ops::SAVE_MEETING, |tx| {
        tx.put(&meeting)?;
        Ok(meeting.clone())
    })
}

/// The decisions given one by one, else as lines; rows left empty say nothing.
fn resolutions(input: &GroupMeetingInput) -> Vec<Resolution> {
    if input.resolutions.is_empty() {
        return Resolution::lines(&input.decisions);
    }
    let trimmed = input.resolutions.iter().map(|one| Resolution {
        text: one.text.trim().to_owned(),
        responsible: one.responsible.trim().to_owned(),
        ..one.clone()
    });
    trimmed.filter(|one| *one != Resolution::default()).collect()
}

/// Names, one a line, whether written a line each or between commas.
fn attended(text: &str) -> Vec<String> {
    lines(&text.replace([',', ';'], "\n"))
}

fn check(app: &App, input: &GroupMeetingInput, resolutions: &[Resolution]) -> Result<()> {
    let long = |text: &str| text.chars().count() > MAX_TEXT;
    let texts = [&input.agenda, &input.attended, &input.heard, &input.spoke, &input.decisions];
    let any = |fault: fn(&Resolution) -> bool| resolutions.iter().any(fault);
    let before = |day: Option<NaiveDate>| day.is_some_and(|day| day < input.date);
    Problems::default()
        .check(input.date > app.today(), "date", "Заседание ещё не состоялось: дата позже сегодняшней.")
        .check(input.agenda.trim().is_empty(), "agenda", "Укажите повестку.")
        .check(
            texts.into_iter().any(|text| long(text)),
            "agenda",
            "Текст длиннее 20 000 знаков: сократите его.",
        )
        .check(input.number.chars().count() > 50, "number", "Номер — не больше 50 знаков.")
        .check(input.chair.chars().count() > 200, "chair", "Имя председателя — не больше 200 знаков.")
        .check(input.secretary.chars().count() > 200, "secretary", "Имя секретаря — не больше 200 знаков.")
        .check(
            input.present.is_some_and(|present| !(1..=1000).contains(&present)),
            "present",
            "Присутствовало — от 1 до 1000 человек.",
        )
        .check(resolutions.len() > MAX_RESOLUTIONS, "resolutions", "Решений — не больше ста.")
        .check(
            any(|one| one.text.is_empty()),
            "resolutions",
            "В строке не записано решение: впишите его или удалите строку.",
        )
        .check(
            any(|one| one.text.chars().count() > 2_000 || one.responsible.chars().count() > 200),
            "resolutions",
            "Решение — не больше 2000 знаков, ответственный — не больше 200.",
        )
        .check(
            resolutions.iter().any(|one| before(one.due) || before(one.done_on)),
            "resolutions",
            "Срок и исполнение решения не могут быть раньше заседания.",
        )
        .check(
            resolutions.iter().any(|one| one.done_on.is_some_and(|day| day > app.today())),
            "resolutions",
            "Дата исполнения решения не может быть позже сегодняшней.",
        )
        .finish()
}
