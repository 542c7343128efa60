//! The road map: events done and their documents.

use super::{Counted, CountedItem, Registers, Window, day};
use crate::evidence::{Evidence, EvidenceKind};
use crate::occurrence::{Occurrence, OccurrenceStatus};
use crate::program::Event;
use crate::programme::LocalAct;
use crate::words::Words;

/// The school marked the event as done.
pub(super) fn done(registers: &Registers, window: Window, code: &str) -> Counted {
    let parts = parts(registers, code);
    if parts.is_empty() {
        return no_event(code);
    }
    let done = occurrences(registers, window, &parts);
    let items: Vec<CountedItem> =
        done.iter().map(|(event, done)| item(event, done, String::new(), true)).collect();
    match items.is_empty() {
        true => Counted::unknown(not_done(code), items),
        false => Counted::yes(format!("мероприятие {code} исполнено, {}", window.words()), items),
    }
}

/// The event is done and a document of the kind is attached to it.
pub(super) fn document(registers: &Registers, window: Window, code: &str, kind: EvidenceKind) -> Counted {
    let parts = parts(registers, code);
    if parts.is_empty() {
        return no_event(code);
    }
    let done = occurrences(registers, window, &parts);
    if done.is_empty() {
        return Counted::unknown(not_done(code), Vec::new());
    }
    let attached = |occurrence: &Occurrence| {
        let own = registers.evidence.iter().filter(|evidence| evidence.occurrence_id == occurrence.id);
        own.filter(|evidence| evidence.kind == kind).map(title).collect::<Vec<_>>()
    };
    let with_documents = done.iter().map(|(event, occurrence)| (event, occurrence, attached(occurrence)));
    let items: Vec<CountedItem> = with_documents
        .map(|(event, occurrence, titles)| item(event, occurrence, titles.join("; "), !titles.is_empty()))
        .collect();
    let wanted = kind.label().to_lowercase();
    match items.iter().any(|item| item.counts) {
        true => Counted::yes(format!("мероприятие {code} исполнено, документ приложен: {wanted}"), items),
        false => Counted::unknown(
            format!("мероприятие {code} исполнено, но документ не приложен: {wanted}"),
            items,
        ),
    }
}

/// A document of the kind whose title speaks of the thing; one from before the window is in force too.
pub(super) fn local_act(registers: &Registers, window: Window, act: &LocalAct) -> Counted {
    let found = registers.evidence.iter().filter(|evidence| {
        evidence.kind == act.document
            && evidence.date.is_none_or(|date| date <= window.to)
            && speaks_of(&evidence.title, &act.about)
    });
    let items: Vec<CountedItem> =
        found.map(|evidence| CountedItem::new(title(evidence), String::new(), true)).collect();
    let kind = act.document.label().to_lowercase();
    match items.is_empty() {
        true => Counted::unknown(
            format!(
                "среди документов дорожной карты не найден нужный: {kind}. Если он есть, приложите его к мероприятию"
            ),
            items,
        ),
        false => Counted::yes(format!("документ приложен: {kind}"), items),
    }
}

/// Every word of `about` begins some word of the title.
fn speaks_of(title: &str, about: &str) -> bool {
    let plain = |text: &str| text.to_lowercase().replace('ё', "е");
    let title = plain(title);
    let words: Vec<&str> = title.split(|letter: char| !letter.is_alphanumeric()).collect();
    plain(about).split_whitespace().all(|stem| words.iter().any(|word| word.starts_with(stem)))
}

/// The event of the programme; of one that the school has split all its parts.
fn parts<'a>(registers: &'a Registers, code: &str) -> Vec<&'a Event> {
    let named = |event: &&Event| event.template_code.as_deref().unwrap_or(&event.code) == code;
    registers.events.iter().filter(named).collect()
}

/// Occurrences done within, or done for a term that fell within.
fn occurrences<'a>(
    registers: &'a Registers,
    window: Window,
    parts: &[&'a Event],
) -> Vec<(&'a Event, &'a Occurrence)> {
    let within = |occurrence: &Occurrence| {
        let term = occurrence.due.or(occurrence.window_to);
        window.holds_opt(occurrence.done_on) || window.holds_opt(term)
    };
    let done = registers.occurrences.iter().filter(|one| one.status == OccurrenceStatus::Done && within(one));
    let of = |one: &Occurrence| parts.iter().copied().find(|event| event.id == one.event_id);
    done.filter_map(|one| Some((of(one)?, one))).collect()
}

fn item(event: &Event, done: &Occurrence, documents: String, counts: bool) -> CountedItem {
    let date = done.done_on.map(|date| format!("исполнено {}", day(date)));
    let parts = date.into_iter().chain(Some(documents).filter(|text| !text.is_empty()));
    let detail = parts.collect::<Vec<_>>().join("; ");
    CountedItem::new(format!("{} {}", event.code, event.title), detail, counts)
}

fn title(evidence: &Evidence) -> String {
    let name = evidence.title.trim();
    let mut text = if name.is_empty() { evidence.kind.label().to_owned() } else { name.to_owned() };
    if !evidence.number.is_empty() {
        text += &format!(" №\u{a0}{}", evidence.number);
    }
    if let Some(date) = evidence.date {
        text += &format!(" от {}", day(date));
    }
    text
}

fn no_event(code: &str) -> Counted {
    Counted::unknown(format!("в программе школы нет мероприятия {code}"), Vec::new())
}

fn not_done(code: &str) -> String {
    format!("мероприятие {code} за этот период не отмечено исполненным")
}
