//! From tokens to the parts of a term, left to right.

use super::item::{Freq, Item};
use super::lexicon::T;
use super::notes::Notes;
use super::phrases::Source;
use super::{dates, numbered, pace, years};
use crate::programme::StageKind;
use crate::term::{Pace, TimeUnit};

/// The parts of a term and the words that nobody could read.
pub(super) struct Scanned {
    pub(super) items: Vec<Item>,
    pub(super) unread: Vec<String>,
    /// Unread numbers and words outside brackets: too many of them spoil the whole reading.
    pub(super) spoilt: usize,
    /// Words of brackets that hold nothing else: «(педсовет)».
    pub(super) remarks: Vec<String>,
}

const HOLIDAYS: &str = "Дни каникул зависят от учебного графика: укажите срок.";
const BAD_DATE: &str = "Такой даты нет.";
const EXCEPT: &str = "Срок с исключением или ссылкой на документ: прочитать его однозначно нельзя.";

/// Reads all tokens.
pub(super) fn scan(source: &Source<'_>, notes: &mut Notes) -> Scanned {
    let mut scanned = Scanned { items: Vec::new(), unread: Vec::new(), spoilt: 0, remarks: Vec::new() };
    let (mut at, mut brackets) = (0_usize, Brackets::default());
    while at < source.kinds.len() {
        let (item, next) = item(source, at, notes);
        brackets.take(&item, source.kinds[at], &mut scanned);
        if item == Item::Unread {
            scanned.spoilt += spoils(source.kinds[at], brackets.depth <= 0);
            scanned.unread.push(source.words(at, next).to_owned());
        }
        scanned.items.push(item);
        at = next;
    }
    scanned
}

/// How much an unread word spoils the reading.
fn spoils(kind: T, outside: bool) -> usize {
    match kind {
        T::Num(..) | T::Roman(_) => 9,
        T::Unit(_) | T::Day | T::Decade | T::DayOfMonth => 2,
        _ => usize::from(outside),
    }
}

/// Where the brackets are open, and whether only unknown words stand in them.
#[derive(Default)]
struct Brackets {
    depth: i32,
    /// How many words were unread before them.
    unread: usize,
    remark: bool,
}

impl Brackets {
    fn take(&mut self, item: &Item, kind: T, scanned: &mut Scanned) {
        match item {
            Item::Open => {
                self.depth += 1;
                (self.unread, self.remark) = (scanned.unread.len(), self.depth == 1);
            }
            Item::Close => {
                self.depth -= 1;
                if self.remark {
                    scanned.remarks.extend(scanned.unread.drain(self.unread..));
                }
                self.remark = false;
            }
            Item::Comma | Item::Noise => {}
            Item::Unread => self.remark &= matches!(kind, T::Unknown | T::By | T::From | T::On | T::At),
            _ => self.remark = false,
        }
    }
}

fn item(source: &Source<'_>, at: usize, notes: &mut Notes) -> (Item, usize) {
    let ts = &source.kinds[at..];
    if let Some(found) = refusal(ts) {
        return (found, at + 1);
    }
    if let Some((item, len)) = weekday(ts, notes) {
        return (item, at + len);
    }
    if let [T::Daily, ..] = ts {
        notes.tell("Ежедневная работа показана как постоянная.");
    }
    if let [T::Holidays, ..] | [T::Season(..), T::Holidays, ..] = ts {
        notes.assume(HOLIDAYS);
        return (Item::Unread, at + if ts[0] == T::Holidays { 1 } else { 2 });
    }
    let shifted = |(item, len): (Item, usize)| (item, at + len);
    let dated = || dates::span(ts).or_else(|| years::years(ts)).map(shifted);
    let paced = || pace::pace(ts).map(shifted);
    let found = pace::pace(ts).filter(|(item, _)| matches!(item, Item::Freq(_) | Item::FirstDays(_)));
    found
        .map(shifted)
        .or_else(|| source.phrase(at))
        .or_else(dated)
        .or_else(paced)
        .unwrap_or_else(|| (sign(ts, notes), at + sign_len(ts)))
}

/// «последняя пятница месяца», «вторник»: days of the week without «каждый».
fn weekday(ts: &[T], notes: &mut Notes) -> Option<(Item, usize)> {
    let skip = usize::from(matches!(ts, [T::Every, ..]));
    match ts[skip..] {
        [number, T::Weekday(_), ref rest @ ..]
            if number == T::Last || numbered::ordinal(number).is_some() =>
        {
            notes.assume("День недели не учтён: принято, что срок — раз в месяц.");
            let month = usize::from(matches!(rest, [T::Unit(TimeUnit::Month), ..]));
            Some((Item::Freq(Freq::new(TimeUnit::Month, Pace::Times(1))), skip + 2 + month))
        }
        [T::Weekday(day), ..] if skip == 0 => {
            let freq = Freq::new(TimeUnit::Week, Pace::Times(1));
            Some((Item::Freq(Freq { weekday: Some(day), each: false, ..freq }), 1))
        }
        _ => None,
    }
}

fn refusal(ts: &[T]) -> Option<Item> {
    Some(Item::Refuse(match ts {
        [T::BadDate, ..] => BAD_DATE,
        [T::Except, ..] => EXCEPT,
        _ => return None,
    }))
}

fn sign(ts: &[T], notes: &mut Notes) -> Item {
    match *ts {
        [T::Then, ..] => Item::Then,
        [T::Not, ..] => Item::Refuse(EXCEPT),
        [T::Comma | T::And | T::Slash, ..] => Item::Comma,
        [T::Semicolon, ..] => Item::Semicolon,
        [T::Open, ..] => Item::Open,
        [T::Close, ..] => Item::Close,
        [T::Stage(kind), T::StageNoun, ..] | [T::Stage(kind), T::Close, ..] => Item::Stage(kind),
        [T::Stage(kind @ (StageKind::Baseline | StageKind::Interim | StageKind::Final)), ..] => {
            Item::Stage(kind)
        }
        [T::Num(_, 1) | T::Roman(_) | T::Ordinal(_), T::StageNoun, ..] => Item::Noise,
        [T::Current | T::Coming, T::School, T::Unit(TimeUnit::Year), ..] => {
            notes.assume("Не сказано, какой это учебный год: принят каждый.");
            Item::Noise
        }
        [T::About, ..] => {
            notes.assume("Срок назван примерно.");
            Item::Noise
        }
        [T::Current | T::Coming, T::Unit(TimeUnit::Year), ..] => Item::Noise,
        [T::Num(_, 1 | 2), T::In, T::Clock, ..] => Item::Unread,
        [T::In | T::On | T::Noise | T::Period | T::Clock | T::Dash | T::StageNoun | T::Once, ..] => {
            Item::Noise
        }
        [T::By | T::From, T::Noise | T::Period | T::Results | T::Finish, ..] => Item::Noise,
        [T::By, T::Month(_) | T::Num(..), ..] => Item::Noise,
        _ => Item::Unread,
    }
}

fn sign_len(ts: &[T]) -> usize {
    match ts {
        [T::Num(..) | T::Roman(_) | T::Ordinal(_), T::StageNoun, ..] => 2,
        [T::Stage(_), T::StageNoun, ..] | [T::By, T::Results | T::Finish, ..] => 2,
        [T::Current | T::Coming, T::Unit(TimeUnit::Year), ..] => 2,
        _ => 1,
    }
}
