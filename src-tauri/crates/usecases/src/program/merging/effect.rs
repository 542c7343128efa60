//! What taking a difference would mean for the work that has been done.

use opora_domain::indicator::IndicatorValue;
use opora_domain::program::{Event, Past, rebuild};
use opora_domain::programme;
use opora_domain::programme::compare::{Difference, RowChange, RowKind};
use opora_domain::term::{TermOccurrence, expand_with};
use opora_domain::words::{counted, plural};

use super::ours;
use super::sides::Sides;
use crate::App;

/// What is said of a difference beside its fields.
#[derive(Default)]
pub(super) struct Effect {
    pub(super) words: String,
    pub(super) facts: usize,
    /// It can be taken.
    pub(super) free: bool,
}

pub(super) fn of(app: &App, sides: &Sides, found: &Difference) -> Effect {
    match found.kind {
        RowKind::Event => event(app, sides, found),
        RowKind::Indicator => indicator(sides, found),
        RowKind::Target => target(sides, found),
        RowKind::Stage => stage(sides, found),
        RowKind::Head | RowKind::Group | RowKind::IndicatorGroup => {
            Effect { free: true, ..Effect::default() }
        }
        RowKind::Text => Effect {
            words: "Школьная программа этих строк не ведёт: текст меняется вместе с файлом.".into(),
            ..Effect::default()
        },
    }
}

fn event(app: &App, sides: &Sides, found: &Difference) -> Effect {
    let own = found.was_code.as_deref().and_then(|code| ours::first_part(&sides.book, code));
    let facts = own.map_or(0, |own| sides.book.facts(&own.id));
    let theirs =
        found.code.as_deref().and_then(|code| sides.theirs.events.iter().find(|event| event.code == *code));
    let words = match (found.change, own, theirs) {
        (RowChange::Vanished, ..) => vanished(facts),
        (RowChange::Added, _, Some(theirs)) => added(sides, theirs),
        (_, Some(own), Some(theirs)) => changed(app, sides, own, theirs),
        _ => String::new(),
    };
    Effect { words, facts, free: true }
}

fn vanished(facts: usize) -> String {
    match facts {
        0 => "Мероприятие исключается из плана.".to_owned(),
        n => format!("Мероприятие исключается из плана, {}.", kept(marks(n), n)),
    }
}

fn added(sides: &Sides, theirs: &programme::Event) -> String {
    let terms = expand_with(&theirs.term, sides.book.program.period(), &sides.calendar).len();
    format!("В плане появится {}.", self::terms(terms))
}

fn changed(app: &App, sides: &Sides, own: &Event, theirs: &programme::Event) -> String {
    if !own.is_in_plan() {
        return "Школа исключила это мероприятие из плана; таким оно и останется.".to_owned();
    }
    let parts = sides.book.events.iter().filter(|event| event.template_code == own.template_code).count();
    if parts > 1 {
        return format!("Школа разделила это мероприятие на {parts}: изменится первая часть.");
    }
    if own.term.segments == theirs.term.segments || own.is_group {
        return String::new();
    }
    let planned = sides.book.planned(&own.id);
    let new: Vec<TermOccurrence> = expand_with(&theirs.term, sides.book.program.period(), &sides.calendar);
    let past = if sides.book.program.is_approved() { Past::NoMoreDebts } else { Past::All };
    let plan = rebuild(&planned, new, app.today(), past);
    let left = planned.len() - plan.remove.len() + plan.add.len();
    let touched = planned.iter().filter(|it| it.is_touched()).count();
    let kept = if touched > 0 { format!("; {}", kept(marks(touched), touched)) } else { String::new() };
    format!("В плане {}, станет {}{kept}.", terms(planned.len()), terms(left))
}

fn indicator(sides: &Sides, found: &Difference) -> Effect {
    let own = found
        .was_code
        .as_ref()
        .and_then(|code| sides.book.indicators.iter().find(|own| own.template_code.as_ref() == Some(code)));
    let facts = own.map_or(0, |own| sides.book.values(&own.id));
    let words = match (found.change, facts) {
        (RowChange::Vanished, 0) => "Показатель исключается из программы.".to_owned(),
        (RowChange::Vanished, n) => format!("Показатель исключается из программы, {}.", kept(values(n), n)),
        (RowChange::Added, _) => "Показатель добавляется вместе со своими целями.".to_owned(),
        _ => String::new(),
    };
    Effect { words, facts, free: true }
}

fn target(sides: &Sides, found: &Difference) -> Effect {
    let code = found.code.as_ref().or(found.was_code.as_ref()).and_then(|code| code.split_once('/'));
    let Some((_, stage)) = code else { return Effect::default() };
    let closed = sides.book.stages.iter().any(|own| own.code == stage && own.closed_on.is_some());
    let words =
        if closed { "Этап закрыт: его цель уже не меняется." } else { "" };
    Effect { words: words.into(), facts: 0, free: !closed }
}

fn stage(sides: &Sides, found: &Difference) -> Effect {
    let own = found.was_code.as_ref().and_then(|code| sides.book.stages.iter().find(|own| own.code == *code));
    let Some(own) = own else { return Effect { free: true, ..Effect::default() } };
    let here = |value: &&IndicatorValue| {
        value.stage == own.code && sides.book.indicators.iter().any(|known| known.id == value.indicator_id)
    };
    let facts = sides.values.iter().filter(here).count();
    let (words, free) = match (own.closed_on.is_some(), found.change, facts) {
        (true, ..) => ("Этап закрыт и не меняется.".to_owned(), false),
        (_, RowChange::Vanished, n) if n > 0 => (format!("На этапе есть {}: он остаётся.", values(n)), false),
        _ => (String::new(), true),
    };
    Effect { words, facts, free }
}

/// «2 отметки сохранятся».
fn kept(what: String, count: usize) -> String {
    let verb = plural(i64::try_from(count).unwrap_or(i64::MAX), "сохранится", "сохранятся", "сохранятся");
    format!("{what} {verb}")
}

fn marks(count: usize) -> String {
    said(count, "отметка", "отметки", "отметок")
}

fn terms(count: usize) -> String {
    said(count, "срок", "срока", "сроков")
}

fn values(count: usize) -> String {
    said(count, "значение", "значения", "значений")
}

fn said(count: usize, one: &str, few: &str, many: &str) -> String {
    counted(i64::try_from(count).unwrap_or(i64::MAX), one, few, many)
}
