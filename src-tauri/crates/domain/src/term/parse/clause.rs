//! Parts of a term between semicolons: groups of days with their years, and what is said about them.

use super::item::{Freq, Item, Span, Years};
use crate::programme::StageKind;
use crate::term::{Segment, TimeUnit};

/// Sign before a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Gap {
    None,
    Comma,
    Semicolon,
}

/// Stretches of days that share their years.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    pub(super) spans: Vec<Span>,
    pub(super) years: Vec<(Years, Gap)>,
    pub(super) stage: Option<StageKind>,
}

/// What stands between two semicolons, or after «далее».
#[derive(Clone, Debug, Default)]
pub(super) struct Clause {
    pub(super) groups: Vec<Group>,
    pub(super) freq: Option<Freq>,
    /// The pace is named after the days: «октябрь 2021, ежемесячно».
    pub(super) freq_last: bool,
    /// Further days of the week.
    pub(super) also: Vec<Freq>,
    pub(super) first_days: Option<u16>,
    pub(super) annual: bool,
    pub(super) throughout: Option<Option<TimeUnit>>,
    pub(super) continuous: bool,
    pub(super) then: bool,
    /// Years come before their days: «в течение 2023 года (март, октябрь)».
    pub(super) leading: bool,
    pub(super) since: Option<Years>,
    pub(super) until: Option<Years>,
    pub(super) edges: Vec<Span>,
    pub(super) plans: Vec<String>,
    pub(super) phrases: Vec<Segment>,
}

impl Clause {
    /// Nothing but years.
    pub(super) fn is_years(&self) -> bool {
        let years = !self.groups.is_empty() && self.groups.iter().all(|group| group.spans.is_empty());
        years && !self.then && self.has_no_words()
    }

    /// Nothing but «ежегодно», perhaps with its bounds.
    pub(super) fn is_annual(&self) -> bool {
        self.annual && self.groups.is_empty() && self.freq.is_none() && self.edges.is_empty()
    }

    /// «с октября 2022 г.»: without an end.
    pub(super) fn is_open(&self) -> bool {
        let spans = self.groups.iter().flat_map(|group| &group.spans).collect::<Vec<_>>();
        let since = matches!(spans.as_slice(), [span] if span.bound == super::item::Bound::Since);
        self.freq.is_none() && (since || self.since.is_some() && spans.is_empty())
    }

    /// «и далее», «далее – постоянно».
    pub(super) fn is_only_continuous(&self) -> bool {
        let bare = Self { continuous: false, then: false, ..self.clone() };
        self.continuous && self.then && bare.is_empty()
    }

    fn has_no_words(&self) -> bool {
        let silent = self.freq.is_none() && !self.annual && self.throughout.is_none() && !self.continuous;
        silent && self.since.is_none() && self.until.is_none() && self.edges.is_empty()
    }

    fn is_empty(&self) -> bool {
        self.groups.is_empty()
            && self.has_no_words()
            && self.first_days.is_none()
            && self.plans.is_empty()
            && self.phrases.is_empty()
    }
}

/// The clauses of a term.
pub(super) fn clauses(items: &[Item]) -> Vec<Clause> {
    let ends = |item: &Item| matches!(item, Item::Semicolon | Item::Then);
    let mut all = Vec::new();
    let mut from = 0;
    for at in 0..=items.len() {
        let end = items.get(at);
        if end.is_some_and(|item| !ends(item)) {
            continue;
        }
        let then = from > 0 && matches!(items[from - 1], Item::Then);
        let mut clause = Clause { then, ..clause(&items[from..at]) };
        // «2024 год и далее».
        clause.continuous |= then && end.is_none() && clause.is_empty();
        if !clause.is_empty() {
            all.push(clause);
        }
        from = at + 1;
    }
    all
}

fn clause(items: &[Item]) -> Clause {
    let leading = is_leading(items);
    let mut clause = Clause { leading, ..Clause::default() };
    let mut builder = Builder { leading, gap: Gap::None, stage: None };
    for item in items {
        builder.take(&mut clause, item);
    }
    school_pairs(&mut clause.groups);
    clause.groups.retain(|group| !group.spans.is_empty() || !group.years.is_empty());
    clause
}

/// «2022-2023, 2023-2024 учебный год»: «учебный» is said once.
fn school_pairs(groups: &mut [Group]) {
    if !groups.iter().flat_map(|group| &group.years).any(|(years, _)| years.school) {
        return;
    }
    for (years, _) in groups.iter_mut().flat_map(|group| &mut group.years) {
        years.school |= years.last == years.first + 1;
    }
}

/// «2024 год: май, ноябрь»: years come before their days.
fn is_leading(items: &[Item]) -> bool {
    let dated = |item: &&Item| matches!(item, Item::Years(_) | Item::Spans(_));
    let first = items.iter().find(dated);
    let last = items.iter().rev().find(dated);
    matches!((first, last), (Some(Item::Years(_)), Some(Item::Spans(_))))
}

struct Builder {
    leading: bool,
    gap: Gap,
    /// A stage named before its days.
    stage: Option<StageKind>,
}

impl Builder {
    fn take(&mut self, clause: &mut Clause, item: &Item) {
        match item {
            Item::Comma => return self.gap = Gap::Comma,
            Item::Spans(spans) => self.spans(clause, spans),
            Item::EdgeOfYear(spans) => clause.edges.extend(spans.iter().cloned()),
            Item::Years(years) => self.years(clause, *years),
            Item::Stage(kind) => self.stage(clause, *kind),
            Item::SinceYear(years) => clause.since = Some(*years),
            Item::UntilYear(years) => clause.until = Some(*years),
            Item::Freq(freq) => take_freq(clause, freq),
            Item::FirstDays(days) => clause.first_days = Some(*days),
            Item::Annually => clause.annual = true,
            Item::Throughout(unit) => clause.throughout = Some(unit.or(clause.throughout.flatten())),
            Item::Continuous => clause.continuous = true,
            Item::Plan(name) => clause.plans.push(name.clone()),
            Item::Phrase(segment) => clause.phrases.push(segment.clone()),
            _ => return,
        }
        self.gap = Gap::None;
    }

    fn spans(&mut self, clause: &mut Clause, spans: &[Span]) {
        let stage = self.stage.take();
        let open = clause.groups.last().is_some_and(|group| {
            group.stage.is_none() && stage.is_none() && (self.leading || group.years.is_empty())
        });
        if !open {
            clause.groups.push(Group { stage, ..Group::default() });
        }
        clause.groups.last_mut().expect("a group was just opened").spans.extend(spans.iter().cloned());
    }

    fn years(&mut self, clause: &mut Clause, years: Years) {
        let open = clause.groups.last().is_some_and(|group| {
            if self.leading {
                group.spans.is_empty()
            } else {
                // «Август 2022, 2022-2023 учебный год» are two terms.
                let dated = |(known, _): &(Years, Gap)| known.first == known.last && years.school;
                (group.stage.is_none() || group.years.is_empty()) && !group.years.last().is_some_and(dated)
            }
        });
        if !open {
            clause.groups.push(Group::default());
        }
        clause.groups.last_mut().expect("a group was just opened").years.push((years, self.gap));
    }

    fn stage(&mut self, clause: &mut Clause, kind: StageKind) {
        match clause.groups.last_mut().filter(|group| group.stage.is_none()) {
            Some(group) => group.stage = Some(kind),
            None => self.stage = Some(kind),
        }
    }
}

fn take_freq(clause: &mut Clause, freq: &Freq) {
    match &clause.freq {
        None => {
            clause.freq_last = !clause.groups.is_empty();
            clause.freq = Some(freq.clone());
        }
        Some(known) if known.unit == freq.unit && freq.weekday.is_none() => {
            clause.freq = Some(Freq {
                first_days: known.first_days.or(freq.first_days),
                last_days: known.last_days.or(freq.last_days),
                vague: known.vague || freq.vague,
                ..known.clone()
            });
        }
        Some(known) if known.weekday.is_some() || freq.weekday.is_none() => clause.also.push(freq.clone()),
        Some(known) if known.unit == freq.unit => {
            clause.freq = Some(Freq { weekday: freq.weekday, ..known.clone() });
        }
        Some(_) => clause.also.push(freq.clone()),
    }
}
