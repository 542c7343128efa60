//! What changed between the reports of two periods, section by section, in words and numbers.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::quarterly::{EventRow, EventState, Fact, IndicatorRow, QuarterlyReport};

/// What changed since an earlier report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Since {
    /// «III квартал 2024 года».
    pub label: String,
    /// Number of that report.
    pub number: String,
    /// Sections in which something changed.
    pub sections: Vec<Changed>,
}

/// A section in which something changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Changed {
    /// Title of the section.
    pub title: String,
    /// What changed, a sentence each.
    pub lines: Vec<String>,
}

/// Compares a report with the one of an earlier quarter.
pub fn since(earlier: &QuarterlyReport, now: &QuarterlyReport) -> Since {
    let sections = [
        ("Дорожная карта", roadmap(earlier, now)),
        ("Показатели", indicators(&earlier.indicators, &now.indicators)),
        ("Самодиагностика", coverage(earlier, now)),
        ("Наставничество", mentoring(earlier, now)),
        ("Рабочая группа", meetings(earlier, now)),
        ("Риски", risks(earlier, now)),
    ];
    let changed = sections.into_iter().filter(|(_, lines)| !lines.is_empty());
    Since {
        label: earlier.requisites.period.label(),
        number: earlier.requisites.number.clone(),
        sections: changed.map(|(title, lines)| Changed { title: title.to_owned(), lines }).collect(),
    }
}

fn roadmap(earlier: &QuarterlyReport, now: &QuarterlyReport) -> Vec<String> {
    let was = |row: &EventRow| earlier.roadmap.rows.iter().find(|old| same(old, row)).map(|old| old.state);
    let codes = |wanted: EventState, of: &dyn Fn(Option<EventState>) -> bool| {
        let rows = now.roadmap.rows.iter().filter(|row| row.state == wanted && of(was(row)));
        let mut codes: Vec<&str> = rows.map(|row| row.code.as_str()).collect();
        codes.dedup();
        codes.join(", ")
    };
    let said = |words: &str, codes: String| (!codes.is_empty()).then(|| format!("{words}: {codes}."));
    let (old, new) = (earlier.roadmap.totals, now.roadmap.totals);
    let totals = (old != new).then(|| {
        format!(
            "Исполнено {} из {} (было {} из {}), просрочено {} (было {}).",
            new.done, new.planned, old.done, old.planned, new.overdue, old.overdue
        )
    });
    [
        totals,
        said("Погашена просрочка", codes(EventState::Done, &|was| was == Some(EventState::Overdue))),
        said(
            "Исполнены",
            codes(EventState::Done, &|was| was != Some(EventState::Done) && was != Some(EventState::Overdue)),
        ),
        said("Стали просроченными", codes(EventState::Overdue, &|was| was != Some(EventState::Overdue))),
        said("Остаются просроченными", codes(EventState::Overdue, &|was| was == Some(EventState::Overdue))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The same term of the same event.
fn same(a: &EventRow, b: &EventRow) -> bool {
    (&a.task_code, &a.code, a.window_from) == (&b.task_code, &b.code, b.window_from)
}

fn indicators(earlier: &[IndicatorRow], now: &[IndicatorRow]) -> Vec<String> {
    let changed = now.iter().filter_map(|row| {
        let old = earlier.iter().find(|old| (&old.code, &old.title) == (&row.code, &row.title))?;
        let moved = moved(&old.fact, &row.fact)?;
        let state =
            (old.state != row.state).then(|| format!("; состояние: {}, было: {}", row.state, old.state));
        let code = if row.code.is_empty() { &row.title } else { &row.code };
        Some(format!("{code}: {moved}{}.", state.unwrap_or_default()))
    });
    changed.collect()
}

/// «50,0 %, было 40,0 % (+10,0 п. п.)».
fn moved(old: &Fact, new: &Fact) -> Option<String> {
    if old == new {
        return None;
    }
    let difference = match (tenths(old), tenths(new)) {
        (Some(old), Some(new)) => format!(" ({} п.\u{a0}п.)", signed(new - old)),
        _ => String::new(),
    };
    Some(format!("{}, было {}{difference}", words(new), words(old)))
}

fn tenths(fact: &Fact) -> Option<i64> {
    match fact {
        Fact::Share { numerator, denominator } if *denominator > 0 => {
            Some((numerator * 2000 + denominator).div_euclid(2 * denominator))
        }
        _ => None,
    }
}

fn signed(tenths: i64) -> String {
    let sign = if tenths < 0 { "−" } else { "+" };
    format!("{sign}{},{}", tenths.abs() / 10, tenths.abs() % 10)
}

fn words(fact: &Fact) -> String {
    match fact {
        Fact::Missing => "нет данных".to_owned(),
        Fact::Share { numerator, denominator } => match tenths(fact) {
            Some(tenths) => {
                format!("{},{}\u{a0}% ({numerator} из {denominator})", tenths / 10, tenths % 10)
            }
            None => "нет данных".to_owned(),
        },
        Fact::Number { hundredths } if hundredths % 100 == 0 => (hundredths / 100).to_string(),
        Fact::Number { hundredths } => format!("{},{:02}", hundredths / 100, hundredths % 100),
        Fact::Text { text } => format!("«{text}»"),
    }
}

fn coverage(earlier: &QuarterlyReport, now: &QuarterlyReport) -> Vec<String> {
    let (old, new) = (&earlier.self_diagnosis.coverage, &now.self_diagnosis.coverage);
    let share = |coverage: &super::quarterly::Coverage| Fact::Share {
        numerator: coverage.passed,
        denominator: coverage.total,
    };
    let covered = moved(&share(old), &share(new)).map(|moved| format!("Охват: {moved}."));
    let closed: i64 = now.self_diagnosis.closed.iter().map(|topic| topic.teachers).sum();
    let closed = (closed > 0).then(|| format!("Закрыто дефицитов за период: {closed}."));
    covered.into_iter().chain(closed).collect()
}

fn mentoring(earlier: &QuarterlyReport, now: &QuarterlyReport) -> Vec<String> {
    let (old, new) = (&earlier.mentoring, &now.mentoring);
    let count =
        |words: &str, old: i64, new: i64| (old != new).then(|| format!("{words}: {new}, было {old}."));
    let tandems = count("Тандемов", old.internal + old.network, new.internal + new.network);
    tandems.into_iter().chain(count("Встреч", old.meetings_held, new.meetings_held)).collect()
}

fn meetings(earlier: &QuarterlyReport, now: &QuarterlyReport) -> Vec<String> {
    let (old, new) = (earlier.meetings.len(), now.meetings.len());
    (old != new).then(|| format!("Заседаний: {new}, было {old}.")).into_iter().collect()
}

/// An earlier version of the form says nothing of risks: there is nothing to compare then.
fn risks(earlier: &QuarterlyReport, now: &QuarterlyReport) -> Vec<String> {
    if earlier.schema == super::quarterly::SCHEMA_1 {
        return Vec::new();
    }
    let known = |report: &QuarterlyReport, risk: &str| report.risks.iter().any(|row| row.risk == risk);
    let added = now.risks.iter().filter(|row| !known(earlier, &row.risk));
    let gone = earlier.risks.iter().filter(|row| !known(now, &row.risk));
    let added = added.map(|row| format!("Появился риск: {}", row.risk));
    added.chain(gone.map(|row| format!("Снят риск: {}", row.risk))).collect()
}
