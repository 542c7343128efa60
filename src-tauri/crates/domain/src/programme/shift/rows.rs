//! The preview: each event before and after, and what is to be said of the whole.

use super::Move;
use super::dates;
use crate::programme::{Event, Programme};
use crate::term::{SchoolCalendar, TermOccurrence};
use crate::words::{counted, plural};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One executable event before and after the move.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq)]
pub struct ShiftRow {
    /// Code of the event.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The words of its term before.
    pub raw_was: String,
    /// And after.
    pub raw_now: String,
    /// Its occurrences before.
    pub was: Vec<TermOccurrence>,
    /// And after.
    pub now: Vec<TermOccurrence>,
    /// What was left out, added or is to be looked at, in Russian.
    pub remarks: Vec<String>,
}

/// A row for each executable event.
pub(super) fn rows(
    source: &Programme,
    moved: &Programme,
    way: &Move<'_>,
    calendar: &SchoolCalendar,
) -> Vec<ShiftRow> {
    let pairs = source.events.iter().zip(&moved.events).filter(|(event, _)| !event.is_group);
    pairs
        .map(|(old, new)| {
            let (was, now) = (source.occurrences_with(old, calendar), moved.occurrences_with(new, calendar));
            ShiftRow {
                code: old.code.clone(),
                title: old.title.clone(),
                raw_was: old.term.raw.clone(),
                raw_now: new.term.raw.clone(),
                remarks: remarks(old, &was, &now, way),
                was,
                now,
            }
        })
        .collect()
}

fn remarks(event: &Event, was: &[TermOccurrence], now: &[TermOccurrence], way: &Move<'_>) -> Vec<String> {
    let mut remarks = Vec::new();
    let left = was.iter().filter(|o| is_left_out(o, way)).count();
    if left > 0 && left == was.len() {
        remarks.push("Не входит в новый период целиком: задайте срок сами или снимите мероприятие.".into());
    } else if left > 0 {
        let stayed = plural(count(left), "остался", "остались", "осталось");
        remarks.push(format!("За концом нового периода {stayed} {}.", terms(left)));
    }
    let added = now.iter().filter(|o| is_added(o, way)).count();
    if added > 0 {
        let came = plural(count(added), "добавлен", "добавлены", "добавлено");
        remarks.push(format!("Новый период длиннее: {came} {}.", terms(added)));
    }
    let before = |all: &[TermOccurrence]| all.iter().filter(|o| o.before_approval).count();
    if before(now) > before(was) {
        remarks.push("Часть сроков раньше начала нового периода: просроченными они не считаются.".into());
    }
    let mut years = way.words.named(&event.title);
    years.extend(way.words.named(&event.result));
    if let Some(year) = years.first().filter(|_| way.words.by != 0) {
        remarks.push(format!("В тексте назван {year} год: он оставлен, проверьте формулировку."));
    }
    remarks
}

fn is_left_out(occurrence: &TermOccurrence, way: &Move<'_>) -> bool {
    let from = occurrence.from.map(|day| dates::day(day, way.words.by));
    matches!((from, way.new.to), (Some(from), Some(end)) if from > end)
}

fn is_added(occurrence: &TermOccurrence, way: &Move<'_>) -> bool {
    let old_end = way.old.to.map(|day| dates::day(day, way.words.by));
    matches!((occurrence.from, old_end), (Some(from), Some(end)) if from > end)
}

fn terms(terms: usize) -> String {
    counted(count(terms), "срок", "срока", "сроков")
}

fn count(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// What is to be said of the programme as a whole.
pub(super) fn warnings(
    source: &Programme,
    moved: &Programme,
    rows: &[ShiftRow],
    way: &Move<'_>,
) -> Vec<String> {
    let mut warnings = Vec::new();
    let lost = rows.iter().filter(|row| !row.was.is_empty() && row.was.iter().all(|o| is_left_out(o, way)));
    let lost: Vec<_> = lost.map(|row| row.code.as_str()).collect();
    if !lost.is_empty() {
        warnings.push(format!("В новый период целиком не входят мероприятия: {}.", lost.join(", ")));
    }
    let kept = |code: &str| moved.indicators.iter().any(|own| own.code == code);
    let dropped: Vec<_> =
        source.indicators.iter().map(|i| i.code.as_str()).filter(|code| !kept(code)).collect();
    if !dropped.is_empty() {
        warnings.push(format!("Показатели без целей в новом периоде не вошли: {}.", dropped.join(", ")));
    }
    let undated: Vec<_> =
        source.stages.iter().filter(|stage| stage.from.is_none() && stage.to.is_none()).collect();
    if !undated.is_empty() && way.words.by != 0 {
        warnings.push("У этапов мониторинга нет дат в тексте: задайте их в разделе «Мониторинг».".into());
    }
    if source.act.date.is_some() && way.words.by != 0 {
        warnings
            .push("Акт муниципалитета относится к прежним годам: новые годы утверждает приказ школы.".into());
    }
    warnings
}
