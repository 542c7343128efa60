use chrono::{Datelike, Days, NaiveDate, Weekday};
use opora_domain::self_diagnosis::{Deficit, Response};

use super::{DeficitInput, StepDraft};
use crate::{App, Result, assets};

/// A draft of the programme for a deficit: four steps over about three months.
pub fn suggest_steps(app: &mut App, input: DeficitInput) -> Result<Vec<StepDraft>> {
    let read = app.read()?;
    let deficit: Deficit = read.need(&input.deficit_id)?;
    let response: Response = read.need(&deficit.response_id)?;
    let item = assets::instrument(&response.instrument)?.item(&deficit.item);
    let advice = item.map(|item| item.advice.trim().trim_end_matches('.')).unwrap_or_default();
    let topic = &deficit.topic;
    let steps = [
        (7, format!("Первая встреча: уточнить трудности по теме «{topic}», договориться о цели и встречах")),
        (30, advice.to_owned()),
        (60, format!("Взаимопосещение уроков по теме «{topic}» с разбором")),
        (90, format!("Подведение итогов: повторная самодиагностика по теме «{topic}»")),
    ];
    let today = app.today();
    let steps = steps.into_iter().filter(|(_, title)| !title.is_empty());
    Ok(steps.map(|(days, title)| StepDraft { title, due: Some(working_day(today, days)) }).collect())
}

/// The day so many days ahead, moved from a weekend to Monday.
fn working_day(from: NaiveDate, days: u64) -> NaiveDate {
    let day = from + Days::new(days);
    match day.weekday() {
        Weekday::Sat => day + Days::new(2),
        Weekday::Sun => day + Days::new(1),
        _ => day,
    }
}
