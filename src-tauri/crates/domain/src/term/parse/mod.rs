//! Reads the words of a term: Russian as municipal plans really write it.
//!
//! What is assumed, and said in the note of an ambiguous term:
//! - days without a year («декабрь», «до 25 декабря») are the first such days of the programme; when the programme
//!   has only one such stretch, nothing is assumed;
//! - «в течение года» is a calendar year; a school year is 1 September – 31 August, its halves are
//!   September – December and January – May;
//! - «май 2022; 2023-2025»: the later years have the same months;
//! - «до мая» ends with the last day of April; «начало», «середина», «конец» of a month are its ten days;
//! - «сентябрь – май 2025»: the year belongs to May;
//! - what ends before the programme begins, or begins after it ends, is kept and asked about.
//!
//! Certain by convention: two lone years with a comma are once a year each, one lone year is a window, «до» without a
//! beginning begins with its year, «до 2027 г.» includes 2027, «раз в полугодие» is the calendar's.
//! What is not read is never dropped in silence: a few words make the term ambiguous, more of them, a date that does
//! not exist or an exception leave it [`Segment::Unspecified`].

mod check;
mod clause;
mod clean;
mod dates;
mod edges;
mod emit;
mod emit_years;
mod fuzzy;
mod groups;
mod item;
mod lex;
mod lexicon;
mod nominative;
mod notes;
mod numbered;
mod numeral;
mod often;
mod pace;
mod phrases;
mod pieces;
mod scan;
mod within_month;
mod years;

use super::{Segment, Term};
use crate::period::Period;
use crate::programme::{Stage, StageKind};
use chrono::{Datelike, NaiveDate};
use emit::Emitter;
use item::Item;
use notes::Notes;
use phrases::Source;

/// Longest text that is read; a cell of a plan is a hundred times shorter.
const MAX_CHARS: usize = 1000;

/// Unread words outside brackets that a reading may still have.
const MAX_UNREAD: usize = 3;

/// The programme in which a term stands.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// When the plan runs.
    pub period: Period,
    /// The day of the act: what ended before it is asked about.
    pub approved: Option<NaiveDate>,
    /// Stages of monitoring; without them a stage is named by its kind.
    pub stages: &'a [Stage],
}

impl Context<'_> {
    fn start(&self) -> NaiveDate {
        self.approved.map_or(self.period.from, |day| day.max(self.period.from))
    }

    /// Code of the stage of a kind; of several the one named by the year.
    fn stage(&self, kind: Option<StageKind>, year: i32) -> Option<String> {
        let kind = kind?;
        let mut same = self.stages.iter().filter(|stage| stage.kind == kind).peekable();
        let first = same.peek().map(|stage| stage.code.clone());
        let of_year = same.find(|stage| {
            stage.code.contains(&year.to_string()) || stage.from.is_some_and(|from| from.year() == year)
        });
        let plain = match kind {
            StageKind::Baseline => "baseline",
            StageKind::Interim => "interim",
            _ => "final",
        };
        Some(of_year.map(|stage| stage.code.clone()).or(first).unwrap_or_else(|| plain.to_owned()))
    }
}

/// Reads the words of a term within the period of its programme.
pub fn parse(text: &str, period: Period) -> Term {
    parse_in(text, &Context { period, approved: None, stages: &[] })
}

/// Reads the words of a term of a certain programme.
pub fn parse_in(text: &str, context: &Context<'_>) -> Term {
    let (segments, notes) = attempt(text, context);
    let (ambiguous, note) = notes.finish();
    let first = Term { raw: text.to_owned(), segments, ambiguous, note };
    if !ambiguous || !text.trim().contains('\n') {
        return first;
    }
    // A line may end anywhere: «1 раз\nв год».
    let (segments, notes) = attempt(&text.replace('\n', " "), context);
    let (ambiguous, note) = notes.finish();
    let unread = |segments: &[Segment]| segments == [Segment::Unspecified];
    if ambiguous && (unread(&segments) || !unread(&first.segments)) {
        return first;
    }
    Term { segments, ambiguous, note, ..first }
}

fn attempt(text: &str, context: &Context<'_>) -> (Vec<Segment>, Notes) {
    let mut notes = Notes::default();
    let segments = read(text, context, &mut notes).filter(|segments| check::is_sound(segments));
    let segments = segments.filter(|segments| !segments.is_empty()).unwrap_or_else(|| {
        notes.assume("Срок прочитать не удалось: укажите его сами.");
        vec![Segment::Unspecified]
    });
    check::outside(&segments, context, &mut notes);
    (segments, notes)
}

/// «Июпь 2023»: what was not read may narrow the year.
fn is_year_of_something(items: &[Item]) -> bool {
    let says = |item: &&Item| {
        !matches!(item, Item::Noise | Item::Comma | Item::Semicolon | Item::Open | Item::Close)
    };
    let said: Vec<&Item> = items.iter().filter(says).collect();
    matches!(said.as_slice(), [Item::Unread, Item::Years(_)])
}

fn read(raw: &str, context: &Context<'_>, notes: &mut Notes) -> Option<Vec<Segment>> {
    if raw.chars().nth(MAX_CHARS).is_some() {
        notes.assume(format!("Текст длиннее {MAX_CHARS} знаков."));
        return None;
    }
    let text = clean::clean(raw);
    let tokens = lex::lex(&text, notes);
    if tokens.is_empty() {
        notes.assume("Графа «Сроки» пуста.");
        return None;
    }
    let kinds: Vec<_> = tokens.iter().map(|token| token.is).collect();
    let source = Source { text: &text, tokens: &tokens, kinds: &kinds };
    let scanned = scan::scan(&source, notes);
    if let Some(Item::Refuse(why)) = scanned.items.iter().find(|item| matches!(item, Item::Refuse(_))) {
        notes.assume(*why);
        return None;
    }
    if !scanned.remarks.is_empty() {
        notes.tell(format!("Пояснение в скобках: «{}».", scanned.remarks.join(" ")));
    }
    let unread = (!scanned.unread.is_empty()).then(|| scanned.unread.join(" "));
    if let Some(words) = &unread {
        notes.assume(format!("Не прочитано: «{words}»."));
    }
    if scanned.spoilt > MAX_UNREAD || is_year_of_something(&scanned.items) {
        return None;
    }
    let clauses = clause::clauses(&scanned.items);
    let mut emitter = Emitter { context, notes, out: Vec::new(), before: Vec::new(), seen: None };
    emitter.clauses(&clauses);
    Some(emitter.out)
}
