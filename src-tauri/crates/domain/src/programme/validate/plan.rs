//! Rows of the plan and their terms.

use super::super::{Event, Programme};
use super::{At, Problem, YEARS, has_code, is_reversed};
use crate::term::{Pace, Segment, Term, TimeUnit};
use std::collections::HashMap;

/// More dates than this a school cannot keep.
const MAX_OCCURRENCES: usize = 50_000;
const MAX_SEGMENTS: usize = 20;
const MAX_LEVELS: usize = 9;

/// Number of the row by its code.
type Rows<'a> = HashMap<&'a str, usize>;

impl Programme {
    pub(super) fn check_plan(&self, problems: &mut Vec<Problem>) {
        let rows: Rows<'_> =
            self.events.iter().enumerate().rev().map(|(index, event)| (event.code.as_str(), index)).collect();
        let mut levels = Vec::with_capacity(self.events.len());
        for (index, event) in self.events.iter().enumerate() {
            let mut at = At::row("events", index, &event.code, problems);
            self.check_event(event, &mut at);
            self.check_parent(index, &rows, &mut at);
            let above = event.parent.as_deref().and_then(|parent| rows.get(parent));
            levels.push(above.and_then(|above| levels.get(*above)).map_or(1, |level: &usize| level + 1));
            at.within("parent", "").say_if(levels[index] > MAX_LEVELS, "больше 9 уровней");
        }
        // Dates of a wrong term or period may have no end.
        if problems.is_empty() {
            self.check_amount(problems);
        }
    }

    fn check_event(&self, event: &Event, at: &mut At<'_>) {
        at.within("title", "название").text(&event.title);
        for (field, words, text) in [
            ("result", "результат", &event.result),
            ("evidence", "документы", &event.evidence),
            ("responsible", "ответственный", &event.responsible),
            ("term.raw", "срок", &event.term.raw),
        ] {
            at.within(field, words).optional_text(text);
        }
        if !has_code(&self.groups, &event.group) {
            at.within("group", "").say(format!("нет раздела плана «{}»", event.group));
        }
        self.check_term(&event.term, &mut at.within("term", "срок"));
    }

    fn check_parent(&self, index: usize, rows: &Rows<'_>, at: &mut At<'_>) {
        let Some(code) = &self.events[index].parent else { return };
        let mut at = at.within("parent", "");
        match rows.get(code.as_str()) {
            None => at.say(format!("нет строки «{code}», которой она подчинена")),
            Some(parent) if *parent >= index => match self.circle(index, rows) {
                Some(circle) => at.say(format!("строки подчинены друг другу по кругу: {circle}")),
                None => at.say(format!("строка «{code}», которой она подчинена, должна стоять выше")),
            },
            Some(parent) if !self.events[*parent].is_group => {
                at.say(format!("строка «{code}» не помечена как группа (is_group)"));
            }
            Some(_) => {}
        }
    }

    /// «1 → 2 → 1» when following the parents leads back.
    fn circle(&self, start: usize, rows: &Rows<'_>) -> Option<String> {
        let mut index = start;
        let mut path = vec![self.events[start].code.as_str()];
        while path.len() <= 20 {
            let parent = self.events[index].parent.as_deref()?;
            index = *rows.get(parent)?;
            path.push(parent);
            if index == start {
                return Some(path.join(" → "));
            }
        }
        None
    }

    fn check_term(&self, term: &Term, at: &mut At<'_>) {
        at.say_if(term.segments.is_empty(), "нет прочтения срока; если срок неизвестен, укажите unspecified");
        at.say_if(term.segments.len() > MAX_SEGMENTS, "больше 20 частей");
        at.say_if(term.ambiguous && term.note.is_none(), "срок неоднозначен, но не сказано почему");
        for (index, segment) in term.segments.iter().enumerate().take(MAX_SEGMENTS) {
            let mut at = at.within(&format!("segments[{index}]"), "");
            check_days(segment, &mut at);
            if let Some((field, message)) = segment_problem(segment) {
                at.within(field, "").say(message);
            }
            for stage in segment_stages(segment).filter(|stage| !self.has_stage(stage)) {
                at.say(format!("нет этапа «{stage}»"));
            }
        }
    }

    /// Each term may be sane and all of them together not.
    fn check_amount(&self, problems: &mut Vec<Problem>) {
        let mut left = MAX_OCCURRENCES;
        for (index, event) in self.events.iter().enumerate() {
            let amount = self.occurrences(event).len();
            if amount > left {
                let message = format!("до этой строки сроки дают больше {MAX_OCCURRENCES} дат");
                return At::row("events", index, &event.code, problems).within("term", "срок").say(message);
            }
            left -= amount;
        }
    }
}

fn check_days(segment: &Segment, at: &mut At<'_>) {
    let (from, to) = match segment {
        Segment::Window { from, to, .. } => (Some(*from), Some(*to)),
        Segment::Every { from, to, .. } | Segment::Continuous { from, to } => (*from, *to),
        _ => return,
    };
    at.within("from", "начало").day(from);
    at.within("to", "конец").day(to);
    at.within("to", "").say_if(is_reversed(from, to), "конец раньше начала");
}

fn segment_stages(segment: &Segment) -> impl Iterator<Item = &String> {
    let (one, many): (Option<&String>, &[String]) = match segment {
        Segment::Window { stage, .. } => (stage.as_ref(), &[]),
        Segment::Yearly { stages, .. } => (None, stages),
        _ => (None, &[]),
    };
    one.into_iter().chain(many)
}

/// The field and what is wrong with it.
fn segment_problem(segment: &Segment) -> Option<(&'static str, &'static str)> {
    match segment {
        Segment::Yearly { months, years, stages, days, .. } => first_of(&[
            (months.is_empty(), "months", "не названы месяцы"),
            (months.len() > 12, "months", "больше 12 окон в году"),
            (!months.iter().all(|(a, b)| is_month(*a) && is_month(*b)), "months", "месяц — число от 1 до 12"),
            (
                !days.is_empty() && days.len() != months.len(),
                "days",
                "дней должно быть столько же, сколько окон",
            ),
            (days.iter().any(|(a, b)| *a > 31 || *b > 31), "days", "день — число от 1 до 31 или 0"),
            (!years_are_sane(years), "years", WRONG_YEARS),
            (
                !stages.is_empty() && stages.len() != years.len(),
                "stages",
                "этапов должно быть столько же, сколько лет",
            ),
        ]),
        Segment::Every { unit, pace, years, last_days, first_days, step, only, weekday, .. } => first_of(&[
            (!pace_is_sane(*pace, *unit), "pace", "столько раз за это время не бывает"),
            (!years_are_sane(years), "years", WRONG_YEARS),
            (last_days.is_some_and(|days| !(1..=92).contains(&days)), "last_days", "дней — от 1 до 92"),
            (first_days.is_some_and(|days| !(1..=92).contains(&days)), "first_days", "дней — от 1 до 92"),
            (!(1..=60).contains(step), "step", "шаг — от 1 до 60"),
            (!only.iter().all(|number| (1..=53).contains(number)), "only", "номера — от 1 до 53"),
            (weekday.is_some_and(|day| !(1..=7).contains(&day)), "weekday", "день недели — от 1 до 7"),
        ]),
        Segment::ByPlan { plan: text }
        | Segment::OnDemand { by: text }
        | Segment::After { condition: text, .. } => {
            first_of(&[(text.trim().is_empty(), "kind", "не сказано, по какому плану, запросу или условию")])
        }
        _ => None,
    }
}

const WRONG_YEARS: &str = "годы неправдоподобны (ожидаются 1990–2100), повторяются или идут не по порядку";

fn first_of(checks: &[(bool, &'static str, &'static str)]) -> Option<(&'static str, &'static str)> {
    checks.iter().find(|(wrong, ..)| *wrong).map(|(_, field, message)| (*field, *message))
}

/// At most once a day.
fn pace_is_sane(pace: Pace, unit: TimeUnit) -> bool {
    let most = match unit {
        TimeUnit::Week => 7,
        TimeUnit::Month => 31,
        TimeUnit::Quarter | TimeUnit::SchoolQuarter => 92,
        _ => 366,
    };
    match pace {
        Pace::Times(n) | Pace::AtLeast(n) => (1..=most).contains(&n),
        Pace::Throughout => true,
    }
}

fn is_month(month: u8) -> bool {
    (1..=12).contains(&month)
}

fn years_are_sane(years: &[i32]) -> bool {
    years.iter().all(|year| YEARS.contains(year)) && years.is_sorted_by(|a, b| a < b)
}
