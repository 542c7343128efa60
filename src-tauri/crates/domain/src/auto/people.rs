//! Teachers: self-diagnosis, deficits, courses.

use chrono::NaiveDate;

use super::{Counted, CountedItem, Registers, Window, day};
use crate::person::Person;
use crate::registers::IomForm;
use crate::self_diagnosis::Deficit;
use crate::target::Fact;
use crate::words::plural;

/// Teachers who completed a self-diagnosis.
pub(super) fn coverage(registers: &Registers, window: Window) -> Counted {
    let completed = |person: &Person| {
        let own = registers.responses.iter().filter(|response| response.person_id == person.id);
        own.filter_map(|response| response.completed_on).filter(|day| window.holds(*day)).max()
    };
    share(registers, window, completed, "самодиагностика", "прошли самодиагностику")
}

/// Teachers with a finished course.
pub(super) fn courses(registers: &Registers, window: Window) -> Counted {
    if !registers.iom.iter().any(|step| step.form == IomForm::Course) {
        return Counted::unknown("в реестре ИОМ и курсов нет ни одного курса", Vec::new());
    }
    let finished = |person: &Person| {
        let own = registers.iom.iter().filter(|step| step.person_id == person.id);
        let courses = own.filter(|step| step.form == IomForm::Course);
        courses.filter_map(|step| step.done_on).filter(|day| window.holds(*day)).max()
    };
    share(registers, window, finished, "курсы окончены", "окончили курсы")
}

fn share(
    registers: &Registers,
    window: Window,
    when: impl Fn(&Person) -> Option<NaiveDate>,
    done: &str,
    all_did: &str,
) -> Counted {
    let counted = registers.people.iter().filter(|person| person.counts_on(window.to));
    let items: Vec<CountedItem> = counted
        .map(|person| match when(person) {
            Some(date) => CountedItem::new(&person.fio, format!("{done} {}", day(date)), true),
            None => CountedItem::new(&person.fio, "за этот период записей нет", false),
        })
        .collect();
    if items.is_empty() {
        return Counted::unknown("в списке педагогов пока никого нет", items);
    }
    let numerator = items.iter().filter(|item| item.counts).count();
    let words = format!("{all_did} {numerator} из {}, {}", items.len(), window.words());
    let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let fact = Fact::Share { numerator: narrow(numerator), denominator: narrow(items.len()) };
    Counted::known(fact, words, items)
}

/// Somebody completed a self-diagnosis.
pub(super) fn held(registers: &Registers, window: Window) -> Counted {
    let counted = coverage(registers, window);
    let items: Vec<CountedItem> = counted.items.into_iter().filter(|item| item.counts).collect();
    match items.len() {
        0 => Counted::unknown(format!("заполненных анкет {} нет", window.words()), items),
        n => {
            let people = plural(n as i64, "педагог прошёл", "педагога прошли", "педагогов прошли");
            Counted::yes(format!("самодиагностика проведена: {n} {people} её {}", window.words()), items)
        }
    }
}

/// Every deficit that is open on the last day has a step of help.
pub(super) fn deficits(registers: &Registers, window: Window) -> Counted {
    let found = |deficit: &&Deficit| deficit.found_on <= window.to;
    let all: Vec<&Deficit> = registers.deficits.iter().filter(found).collect();
    if all.is_empty() {
        return Counted::unknown("самодиагностика ещё не выявила дефицитов", Vec::new());
    }
    let open = all.iter().filter(|deficit| deficit.closed_on.is_none_or(|day| day > window.to));
    let items: Vec<CountedItem> = open.map(|deficit| help(registers, deficit, window.to)).collect();
    let without = items.iter().filter(|item| !item.counts).count();
    let fact = Fact::Flag { value: without == 0 };
    let words = match (items.len(), without) {
        (0, _) => format!("все выявленные дефициты закрыты к {}", day(window.to)),
        (_, 0) => format!("по каждому открытому дефициту есть шаг помощи (на {})", day(window.to)),
        (open, without) => {
            let deficits =
                plural(open as i64, "открытого дефицита", "открытых дефицитов", "открытых дефицитов");
            let none = plural(without as i64, "нет", "нет", "нет");
            format!("из {open} {deficits} по {without} {none} шага помощи (на {})", day(window.to))
        }
    };
    Counted::known(fact, words, items)
}

fn help(registers: &Registers, deficit: &Deficit, by: NaiveDate) -> CountedItem {
    let person = registers.people.iter().find(|person| person.id == deficit.person_id);
    let fio = person.map_or("педагог", |person| person.fio.as_str());
    let of_it = |id: &Option<String>, start: NaiveDate| id.as_ref() == Some(&deficit.id) && start <= by;
    let step = registers.iom.iter().find(|step| of_it(&step.deficit_id, step.started_on));
    let tandem = registers.tandems.iter().find(|pair| of_it(&pair.deficit_id, pair.started_on));
    let detail = match (step, tandem) {
        (Some(step), _) => format!("шаг ИОМ: {}", step.title),
        (None, Some(pair)) => format!("наставническая пара с {}", day(pair.started_on)),
        (None, None) => "шага помощи нет".to_owned(),
    };
    CountedItem::new(format!("{fio}: {}", deficit.topic), detail, step.is_some() || tandem.is_some())
}
