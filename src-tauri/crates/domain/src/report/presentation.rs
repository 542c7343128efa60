//! «Презентация на 1 странице» as data: the final report in large figures and short points. Nobody is named.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Head;
use super::final_report::{FinalIndicator, FinalReport, ResultRow};
use super::quarterly::{EventRow, EventState};
use crate::target::percent;
use crate::words::{counted, plural};

/// The version of this form.
pub const SCHEMA: &str = "opora.presentation/1";

/// So many points a list has at most.
const POINTS: usize = 5;

/// What is shown to the municipality and to parents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Presentation {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Who made it, about which programme.
    pub head: Head,
    /// Day on which it says how things stand.
    pub day: NaiveDate,
    /// The term of the programme has ended.
    pub over: bool,
    /// Large figures.
    pub figures: Vec<Figure>,
    /// The road map by tasks.
    pub tasks: Vec<TaskBar>,
    /// Indicators achieved, missed, not judged yet.
    pub indicators: [i64; 3],
    /// Educational results by year; fewer than two draw no line.
    pub results: Vec<ResultPoint>,
    /// What was done.
    pub done: Vec<String>,
    /// What changed.
    pub changed: Vec<Change>,
    /// What comes.
    pub next: Vec<String>,
}

/// A large figure with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// «83,3 %», «6 из 8», «4».
    pub value: String,
    /// «исполнено сроков дорожной карты».
    pub words: String,
}

/// What changed, and to what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The indicator; may be cut where there is no room.
    pub title: String,
    /// «да», «4 из 8 → 6 из 8»; never cut.
    pub value: String,
}

/// A task of the road map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskBar {
    /// «2. Наставничество».
    pub title: String,
    /// Terms done, in work, overdue.
    pub counts: [i64; 3],
}

/// All procedures of a year together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultPoint {
    /// Calendar year.
    pub year: i32,
    /// Took part.
    pub participants: i64,
    /// Got «3» or better.
    pub passed: i64,
    /// Got «4» or «5».
    pub good: i64,
}

/// Draws the sheet out of the final report.
pub fn presentation(report: &FinalReport) -> Presentation {
    let results = results(&report.results_by_year());
    Presentation {
        schema: SCHEMA.to_owned(),
        head: report.head.clone(),
        day: report.day,
        over: report.over,
        figures: figures(report),
        tasks: tasks(report),
        indicators: judged(report),
        done: done(report),
        changed: changed(report, &results),
        next: next(report),
        results,
    }
}

fn figure(value: impl Into<String>, words: impl Into<String>) -> Figure {
    Figure { value: value.into(), words: words.into() }
}

fn figures(report: &FinalReport) -> Vec<Figure> {
    let mentoring = &report.mentoring;
    let tandems = mentoring.internal + mentoring.network;
    let taught: i64 = report.development.courses.iter().map(|course| course.teachers).sum();
    let always = [
        roadmap(report),
        indicators(report),
        Some(figure(
            tandems.to_string(),
            plural(tandems, "наставническая пара", "наставнические пары", "наставнических пар"),
        )),
        Some(figure(
            taught.to_string(),
            plural(
                taught,
                "обучение на курсах завершено",
                "обучения на курсах завершены",
                "обучений на курсах завершено",
            ),
        )),
    ];
    always.into_iter().chain([coverage(report), deficits(report)]).flatten().collect()
}

/// Nothing of a programme without a road map; while it runs, of the terms that have come.
fn roadmap(report: &FinalReport) -> Option<Figure> {
    let (done, due) = (report.roadmap.totals.done, report.due());
    let which = if report.over { "сроков" } else { "наступивших сроков" };
    (due > 0).then(|| {
        let words = format!("{which} дорожной карты исполнено ({done}\u{a0}из\u{a0}{due})");
        figure(percent(done, due), words)
    })
}

fn indicators(report: &FinalReport) -> Option<Figure> {
    let all = report.indicators.len();
    let achieved = report.with_state("Достигнут").count();
    Some(match all {
        0 => figure("0", "показателей в программе"),
        all => figure(format!("{achieved}\u{a0}из\u{a0}{all}"), "показателей достигнуто"),
    })
}

fn judged(report: &FinalReport) -> [i64; 3] {
    let count = |state| report.with_state(state).count() as i64;
    let (achieved, missed) = (count("Достигнут"), count("Не достигнут"));
    [achieved, missed, report.indicators.len() as i64 - achieved - missed]
}

fn coverage(report: &FinalReport) -> Option<Figure> {
    let wave = report.waves.last()?;
    let (passed, total) = (wave.coverage.passed, wave.coverage.total);
    (total > 0).then(|| {
        figure(percent(passed, total), format!("педагогов прошли самодиагностику в {} году", wave.year))
    })
}

fn deficits(report: &FinalReport) -> Option<Figure> {
    let deficits = report.deficits;
    (deficits.found > 0).then(|| {
        figure(
            format!("{}\u{a0}из\u{a0}{}", deficits.closed, deficits.found),
            "профессиональных дефицитов закрыто",
        )
    })
}

fn tasks(report: &FinalReport) -> Vec<TaskBar> {
    let bar = |part: super::final_report::TaskPart| TaskBar {
        counts: [
            part.totals.done,
            part.totals.in_progress + part.totals.continuous + part.totals.postponed,
            part.totals.overdue,
        ],
        title: part.title,
    };
    let bars = report.by_task().into_iter().map(bar);
    bars.filter(|bar| bar.counts.iter().sum::<i64>() > 0).collect()
}

fn results(rows: &[ResultRow]) -> Vec<ResultPoint> {
    let mut points: Vec<ResultPoint> = Vec::new();
    for row in rows.iter().filter(|row| row.participants > 0) {
        if points.last().is_none_or(|point| point.year != row.year) {
            points.push(ResultPoint { year: row.year, participants: 0, passed: 0, good: 0 });
        }
        if let Some(point) = points.last_mut() {
            point.participants += row.participants;
            point.passed += row.participants - row.failed;
            point.good += row.good;
        }
    }
    points
}

/// The events done last, each once, then the work of the group.
fn done(report: &FinalReport) -> Vec<String> {
    let mut rows: Vec<&EventRow> =
        report.roadmap.rows.iter().filter(|row| row.state == EventState::Done).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.done_on));
    let mut titles: Vec<String> = Vec::new();
    for row in rows {
        let title = row.title.trim().trim_end_matches('.').to_owned();
        if titles.len() < POINTS && !titles.contains(&title) {
            titles.push(title);
        }
    }
    let meetings = counted(report.meetings, "заседание", "заседания", "заседаний");
    titles.extend((report.meetings > 0).then(|| format!("Рабочая группа: {meetings}")));
    titles
}

/// What results show, then indicators that were achieved: those whose value changed stand first.
fn changed(report: &FinalReport, results: &[ResultPoint]) -> Vec<Change> {
    let mut said = Vec::new();
    if let [first, .., last] = results {
        let good = |point: &ResultPoint| percent(point.good, point.participants);
        said.push(Change {
            title: format!("Качество знаний, {} и {} годы", first.year, last.year),
            value: format!("{} → {}", good(first), good(last)),
        });
    }
    let mut achieved: Vec<(bool, Change)> = report.with_state("Достигнут").map(change).collect();
    achieved.sort_by_key(|(changed, _)| !changed);
    said.extend(achieved.into_iter().map(|(_, change)| change));
    said.truncate(POINTS);
    said
}

fn change(one: &FinalIndicator) -> (bool, Change) {
    let mut known = one.values.iter().map(|value| value.value.as_str()).filter(|value| !value.is_empty());
    let first = known.next().unwrap_or_default();
    let last = known.next_back().unwrap_or(first);
    let value = if first == last { first.to_owned() } else { format!("{first} → {last}") };
    (first != last, Change { title: one.row.title.trim().trim_end_matches('.').to_owned(), value })
}

/// What is left, in counts; the codes of the report would tell parents nothing.
fn next(report: &FinalReport) -> Vec<String> {
    let totals = report.roadmap.totals;
    let count = |state| report.with_state(state).count() as i64;
    let tandems = report.mentoring.internal + report.mentoring.network - report.mentoring.closed.len() as i64;
    let late = totals.overdue + totals.postponed;
    let said = [
        (
            totals.in_progress,
            "Исполнить в срок",
            ["мероприятие дорожной карты", "мероприятия дорожной карты", "мероприятий дорожной карты"],
        ),
        (late, "Завершить просроченное и перенесённое:", ["срок", "срока", "сроков"]),
        (count("Не достигнут"), "Достичь планового значения:", ["показатель", "показателя", "показателей"]),
        (count("Нет данных"), "Измерить:", ["показатель", "показателя", "показателей"]),
        (
            report.deficits.open,
            "Помочь педагогам закрыть",
            ["профессиональный дефицит", "профессиональных дефицита", "профессиональных дефицитов"],
        ),
        (tandems, "Продолжить работу:", ["наставническая пара", "наставнические пары", "наставнических пар"]),
    ];
    let words = |(count, verb, [one, few, many]): (i64, &str, [&str; 3])| {
        (count > 0).then(|| format!("{verb} {}", counted(count, one, few, many)))
    };
    said.into_iter().filter_map(words).take(POINTS).collect()
}
