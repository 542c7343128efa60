//! Mentoring pairs.

use super::{Counted, CountedItem, Registers, Window, count_of, day};
use crate::mentoring::{Tandem, TandemScope};
use crate::words::Words;

/// Pairs that worked on some of the days.
pub(super) fn tandems(registers: &Registers, window: Window, wanted: impl Fn(&Tandem) -> bool) -> Counted {
    if registers.tandems.is_empty() {
        return Counted::unknown("в реестре наставничества нет ни одной пары", Vec::new());
    }
    let worked =
        |pair: &&Tandem| pair.started_on <= window.to && pair.closed_on.is_none_or(|day| day >= window.from);
    let pairs = registers.tandems.iter().filter(worked).filter(|pair| wanted(pair));
    let items: Vec<CountedItem> = pairs.map(|pair| item(registers, pair)).collect();
    let words = format!("наставнических пар {}: {}", window.words(), items.len());
    Counted::known(count_of(items.len()), words, items)
}

/// Pairs with another school.
pub(super) fn network(registers: &Registers, window: Window) -> Counted {
    let counted = tandems(registers, window, |pair| pair.scope == TandemScope::Network);
    let words = counted.words.replacen("наставнических пар", "сетевых наставнических пар", 1);
    Counted { words, ..counted }
}

fn item(registers: &Registers, pair: &Tandem) -> CountedItem {
    let fio = |id: &str| registers.people.iter().find(|person| person.id == id).map(|person| &person.fio);
    let mentor = pair.mentor_id.as_deref().and_then(fio).unwrap_or(&pair.outside_mentor);
    let mentee = fio(&pair.mentee_id).map_or("педагог", |fio| fio);
    let until = pair.closed_on.map(|date| format!(" по {}", day(date))).unwrap_or_default();
    let detail = format!("{}, с {}{until}", pair.scope.label(), day(pair.started_on));
    CountedItem::new(format!("{mentor} — {mentee}"), detail, true)
}
