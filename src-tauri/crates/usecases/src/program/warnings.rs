//! What had better be settled before the approval. None of it stops it.

use opora_domain::indicator::Indicator;
use opora_domain::program::Event;
use opora_domain::programme::Projection;
use opora_domain::words::counted;

use super::ProgramWarning;
use super::book::Book;

/// Codes named before the rest is counted.
const NAMED: usize = 8;

/// The list, in the order in which it is mended.
pub(super) fn of(book: &Book) -> Vec<ProgramWarning> {
    let owed: Vec<&Event> = book.events.iter().filter(|event| event.is_owed()).collect();
    let events = |code: &str, words: &str, passes: &dyn Fn(&Event) -> bool| {
        let found: Vec<&Event> = owed.iter().copied().filter(|event| passes(event)).collect();
        let codes: Vec<&str> = found.iter().map(|event| event.code.as_str()).collect();
        let n = counted(found.len() as i64, "мероприятия", "мероприятий", "мероприятий");
        (!found.is_empty()).then(|| ProgramWarning {
            code: code.to_owned(),
            text: format!("У {n} {words}: {}.", named(&codes)),
            event_ids: found.iter().map(|event| event.id.clone()).collect(),
            indicator_ids: Vec::new(),
        })
    };
    [
        no_goal(book),
        events("no_dates", "не заданы даты", &|event| awaits_dates(book, event)),
        events("ambiguous", "срок можно прочесть по-разному", &|event| {
            event.term.ambiguous
        }),
        events("no_responsible", "нет ответственного в школе", &|event| {
            event.responsible_person_id.is_none()
        }),
        no_target(book),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The programme leaves the dates to the school, and one is still to be given.
pub(super) fn awaits_dates(book: &Book, event: &Event) -> bool {
    let mut own = book.occurrences.iter().filter(|occurrence| occurrence.event_id == event.id);
    event.is_in_plan()
        && event.is_undated()
        && !event.is_group
        && own.any(|occurrence| occurrence.window_from.is_none() && !occurrence.is_closed())
}

fn no_goal(book: &Book) -> Option<ProgramWarning> {
    book.program.goal.is_empty().then(|| ProgramWarning {
        code: "no_goal".to_owned(),
        text: "Не указана цель программы.".to_owned(),
        event_ids: Vec::new(),
        indicator_ids: Vec::new(),
    })
}

fn no_target(book: &Book) -> Option<ProgramWarning> {
    let aimed = |indicator: &Indicator| {
        book.targets.iter().any(|target| target.indicator_id == indicator.id && target.is_in_plan())
    };
    let own =
        |indicator: &Indicator| indicator.is_in_plan() && indicator.projection != Projection::MunicipalOnly;
    let found: Vec<&Indicator> =
        book.indicators.iter().filter(|indicator| own(indicator) && !aimed(indicator)).collect();
    let codes: Vec<&str> = found.iter().map(|indicator| indicator.code.as_str()).collect();
    let n = counted(found.len() as i64, "показателя", "показателей", "показателей");
    (!found.is_empty()).then(|| ProgramWarning {
        code: "no_target".to_owned(),
        text: format!("У {n} нет целевых значений: {}.", named(&codes)),
        event_ids: Vec::new(),
        indicator_ids: found.iter().map(|indicator| indicator.id.clone()).collect(),
    })
}

/// «3, 14, 15 и ещё 4».
fn named(codes: &[&str]) -> String {
    let first = codes.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    match codes.len().saturating_sub(NAMED) {
        0 => first,
        rest => format!("{first} и ещё {rest}"),
    }
}
