use opora_domain::Id;
use opora_domain::program::{ChangeAction, Event, FieldChange, Past};

use super::revise::{Draft, revise};
use super::{EventFields, Recorded, SplitInput, fields, guard};
use crate::{ApiError, App, Result, ops};

/// Letters of parts that the user gave no code: «5.10а», «5.10б».
const LETTERS: &str = "абвгдежзиклмнопрстуфхцчшщэюя";

/// Makes several events out of one. The chosen part keeps what has been done; the others are owed from today on.
///
/// # Errors
/// `Invalid` with fewer than two parts or a code in use; `Refused` for a heading row.
pub fn split_event(app: &mut App, input: SplitInput) -> Result<Recorded> {
    revise(app, ops::SPLIT_EVENT, &input.correction, |draft| split(draft, &input))
}

fn split(draft: &mut Draft<'_>, input: &SplitInput) -> Result<()> {
    let before = draft.before.event(&input.id)?.clone();
    guard::in_plan(&before)?;
    if before.is_group {
        return Err(ApiError::refused(
            "Раздел плана на части не делится.",
            "Ничего не изменено. Разделите мероприятия, которые в него входят.",
        ));
    }
    draft
        .problems
        .check(input.parts.len() < 2, "parts", "Нужно не меньше двух частей.")
        .check(input.parts.len() > LETTERS.chars().count(), "parts", "Слишком много частей.")
        .check(
            input.facts_to >= input.parts.len(),
            "facts_to",
            "Укажите, какая часть сохраняет исполненное.",
        );
    let parts = parts(draft, input, &before);
    let at = draft.after.events.iter().position(|event| event.id == before.id).unwrap_or_default();
    draft.after.events.splice(at..=at, parts.iter().cloned());
    draft.after.renumber();
    for (place, part) in parts.iter().enumerate() {
        fields::check(draft, part, &format!("parts.{place}."));
    }
    plan(draft, &before, &parts)?;
    let list =
        parts.iter().map(|part| format!("{} {}", part.code, part.title)).collect::<Vec<_>>().join("; ");
    let said = FieldChange {
        field: "parts".into(),
        label: "Разделено на".into(),
        before: String::new(),
        after: list,
    };
    draft.say(&before.id, ChangeAction::Split, said);
    Ok(())
}

/// The parts in order. The one that keeps the facts keeps the record; all keep the code of the municipal event.
fn parts(draft: &Draft<'_>, input: &SplitInput, before: &Event) -> Vec<Event> {
    let part = |(place, (entered, letter)): (usize, (&EventFields, char))| {
        let id = if place == input.facts_to { before.id.clone() } else { draft.app.new_id() };
        let code = match entered.code.trim() {
            "" => format!("{}{letter}", before.code.trim_end_matches('.')),
            given => given.to_owned(),
        };
        fields::apply(&EventFields { code, ..entered.clone() }, Event { id, ..before.clone() })
    };
    input.parts.iter().zip(LETTERS.chars()).enumerate().map(part).collect()
}

fn plan(draft: &mut Draft<'_>, before: &Event, parts: &[Event]) -> Result<()> {
    let new: Vec<&Id> = parts.iter().map(|part| &part.id).filter(|id| **id != before.id).collect();
    for id in new {
        draft.replan(id, Past::OnlyAlone)?;
    }
    let kept = parts.iter().find(|part| part.id == before.id);
    match kept.filter(|part| part.term.segments != before.term.segments) {
        Some(part) => draft.replan(&part.id, draft.past()),
        None => Ok(()),
    }
}
