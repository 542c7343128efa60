//! A term moved by whole years: its reading and its words.

use super::{Move, dates};
use crate::term::{Segment, Term, TimeUnit};
use chrono::{Datelike, NaiveDate};

/// Opens what is said of the move in a term's note; an earlier such saying is replaced.
const MOVED: &str = "Сроки перенесены на ";
/// A window at least this long that ends with the programme lasts as long as the programme does.
const LASTING_DAYS: i64 = 365;

impl Move<'_> {
    /// The term in the new period; its words keep their form, with other years.
    pub(super) fn term(&self, term: &Term) -> Term {
        let segments: Vec<_> = term.segments.iter().map(|segment| self.segment(segment)).collect();
        let raw = self.words.moved(&term.raw);
        let plain: Vec<_> = term.segments.iter().map(|segment| self.plain(segment)).collect();
        let named = raw != term.raw;
        let raw = if named && segments != plain { self.with_new_end(raw) } else { raw };
        let note = if named { Some(self.note(term)) } else { term.note.clone() };
        Term { raw, segments, ambiguous: term.ambiguous, note }
    }

    /// «… (до 31.12.2031)»: the years of the words alone would say less or more.
    fn with_new_end(&self, raw: String) -> String {
        self.new.to.map_or(raw.clone(), |to| format!("{raw} (до {})", to.format("%d.%m.%Y")))
    }

    fn note(&self, term: &Term) -> String {
        let before = term.note.as_deref().unwrap_or_default();
        let kept = before.find(MOVED).map_or(before, |start| &before[..start]).trim_end();
        let gap = if kept.is_empty() { "" } else { " " };
        format!("{kept}{gap}{MOVED}{}; прежние слова: «{}».", self.years_words(), term.raw)
    }

    /// The segment in the new period: what lasted to the programme's end lasts to its new end.
    fn segment(&self, segment: &Segment) -> Segment {
        let mut moved = self.plain(segment);
        let Some((old_end, new_end)) = self.old.to.zip(self.new.to) else { return moved };
        match (segment, &mut moved) {
            (Segment::Window { from, to, .. }, Segment::Window { from: start, to: end, .. })
                if (*to - *from).num_days() >= LASTING_DAYS && new_end > *start =>
            {
                *end = reach(*to, *end, old_end, new_end);
            }
            (Segment::Yearly { years: was, .. }, Segment::Yearly { years, stages, .. }) => {
                if stages.is_empty() && goes_on(was, old_end.year()) {
                    prolong(years, new_end.year());
                }
                self.trim(years, stages, new_end.year());
            }
            (Segment::Every { unit, years: was, to, .. }, Segment::Every { years, from, to: end, .. }) => {
                let back = i32::from(*unit == TimeUnit::SchoolYear);
                if goes_on(was, old_end.year() - back) {
                    prolong(years, new_end.year() - back);
                }
                self.trim(years, &mut Vec::new(), new_end.year());
                *end = end_of_range(*to, *from, *end, (old_end, new_end));
            }
            (Segment::Continuous { to, .. }, Segment::Continuous { from, to: end }) => {
                *end = end_of_range(*to, *from, *end, (old_end, new_end));
            }
            _ => {}
        }
        moved
    }

    /// Leaves out the years after the new end and those whose stage has fallen away; never all of them.
    fn trim(&self, years: &mut Vec<i32>, stages: &mut Vec<String>, last: i32) {
        let stays = |place: usize, year: i32| {
            year <= last && stages.get(place).is_none_or(|code| self.has_stage(code))
        };
        let kept: Vec<usize> = (0..years.len()).filter(|place| stays(*place, years[*place])).collect();
        if kept.is_empty() {
            stages.clear();
            return;
        }
        *stages = kept.iter().filter_map(|place| stages.get(*place).cloned()).collect();
        *years = kept.iter().map(|place| years[*place]).collect();
    }

    /// The segment with its days and years moved and nothing else.
    fn plain(&self, segment: &Segment) -> Segment {
        let years = self.words.by;
        let mut moved = segment.clone();
        match &mut moved {
            Segment::Window { from, to, stage } => {
                (*from, *to) = dates::window(*from, *to, years);
                *stage = stage.take().map(|code| self.stage_code(&code)).filter(|code| self.has_stage(code));
            }
            Segment::Yearly { years: list, stages, .. } => {
                list.iter_mut().for_each(|year| *year += years);
                stages.iter_mut().for_each(|code| *code = self.stage_code(code));
            }
            Segment::Every { years: list, from, to, .. } => {
                list.iter_mut().for_each(|year| *year += years);
                self.range(from, to);
            }
            Segment::Continuous { from, to } => self.range(from, to),
            Segment::ByPlan { .. }
            | Segment::OnDemand { .. }
            | Segment::After { .. }
            | Segment::Unspecified => {}
        }
        moved
    }

    fn range(&self, from: &mut Option<NaiveDate>, to: &mut Option<NaiveDate>) {
        let years = self.words.by;
        match (*from, *to) {
            (Some(start), Some(end)) => {
                let (start, end) = dates::window(start, end, years);
                (*from, *to) = (Some(start), Some(end));
            }
            (start, end) => {
                *from = start.map(|day| dates::day(day, years));
                *to = end.map(|day| dates::day(day, years));
            }
        }
    }
}

/// «Ежегодно»: two years or more, one after another, up to the last one of the programme.
fn goes_on(years: &[i32], last: i32) -> bool {
    years.len() > 1 && years.windows(2).all(|pair| pair[1] == pair[0] + 1) && years.last() >= Some(&last)
}

fn prolong(years: &mut Vec<i32>, last: i32) {
    let next = years.last().map_or(last, |year| year + 1);
    years.extend(next..=last);
}

/// The end of a range in the new period; one that begins after it is left as it is.
fn end_of_range(
    was: Option<NaiveDate>,
    from: Option<NaiveDate>,
    moved: Option<NaiveDate>,
    (old_end, new_end): (NaiveDate, NaiveDate),
) -> Option<NaiveDate> {
    let end = was.zip(moved).map(|(was, moved)| reach(was, moved, old_end, new_end));
    if end < from { moved } else { end }
}

/// What reached the old end reaches the new one.
fn reach(was: NaiveDate, moved: NaiveDate, old_end: NaiveDate, new_end: NaiveDate) -> NaiveDate {
    if was < old_end || moved.year() == new_end.year() { moved } else { new_end }
}
