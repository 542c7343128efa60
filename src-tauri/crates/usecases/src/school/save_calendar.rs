use chrono::NaiveDate;
use opora_domain::evidence::Evidence;
use opora_domain::occurrence::Occurrence;
use opora_domain::program::{Event, Past, Planned, Program, rebuild};
use opora_domain::term::{
    SchoolCalendar, SchoolPart, SchoolYear, Segment, Term, TermOccurrence, TimeUnit, expand_with,
};

use super::calendar::{calendar, calendar_of};
use super::{CalendarInput, CalendarView};
use crate::{App, Problems, Result, current, occurrences, ops};

/// Keeps the quarters or trimesters of a school year; planned future dates by school quarters follow them.
///
/// # Errors
/// `Invalid` when the parts are out of order or out of the school year.
pub fn save_calendar(app: &mut App, input: CalendarInput) -> Result<CalendarView> {
    check(&input)?;
    let before = calendar_of(app)?;
    let known = before.years.iter().find(|year| year.year == input.year);
    let id = known.map_or_else(|| app.new_id(), |year| year.id.clone());
    let saved = SchoolYear { id, year: input.year, parts: input.parts };
    let others = before.years.iter().filter(|year| year.year != saved.year).cloned();
    let after = SchoolCalendar::of_years(others.chain([saved.clone()]).collect());
    let moved = moved(app, saved.year, &before, &after)?;
    app.transact(ops::SAVE_CALENDAR, |tx| {
        tx.put(&saved)?;
        for id in &moved.remove {
            tx.delete::<Occurrence>(id)?;
        }
        for occurrence in &moved.add {
            tx.insert(occurrence)?;
        }
        Ok(())
    })?;
    calendar(app, ())
}

fn check(input: &CalendarInput) -> Result<()> {
    let mut problems = Problems::default();
    problems.check(!(2000..=2100).contains(&input.year), "year", "Учебный год — от 2000 до 2100.");
    problems.check(!(2..=6).contains(&input.parts.len()), "parts", "В учебном году от двух до шести частей.");
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
    let early_year = |part: &SchoolPart| Some(part.from) < day(input.year, 9, 1);
    let late_year = |part: &SchoolPart| Some(part.to) > day(input.year.saturating_add(1), 8, 31);
    let outside = "Дни — с 1 сентября по 31 августа этого учебного года.";
    for (at, part) in input.parts.iter().enumerate() {
        let (from, to) = (format!("parts.{at}.from"), format!("parts.{at}.to"));
        let early = at > 0 && input.parts.get(at - 1).is_some_and(|before| before.to >= part.from);
        problems
            .check(part.to < part.from, &to, "Последний день раньше первого.")
            .check(early, &from, "Начинается раньше, чем закончилась предыдущая.")
            .check(early_year(part), &from, outside)
            .check(late_year(part), &to, outside);
    }
    problems.finish()
}

/// Planned dates that go and those that come.
#[derive(Default)]
struct Moved {
    remove: Vec<String>,
    add: Vec<Occurrence>,
}

fn moved(app: &App, year: i32, before: &SchoolCalendar, after: &SchoolCalendar) -> Result<Moved> {
    let read = app.read()?;
    let Some(program) = current::program(read)? else { return Ok(Moved::default()) };
    let mut moved = Moved::default();
    for event in read.by::<Event>("program_id", &program.id)? {
        if event.is_group || !event.term.segments.iter().any(by_parts) {
            continue;
        }
        let old = planned(app, &event, &dates(&event, &program, year, before))?;
        let plan = rebuild(&old, dates(&event, &program, year, after), app.today(), Past::NoMoreDebts);
        moved.remove.extend(plan.remove);
        moved
            .add
            .extend(plan.add.into_iter().map(|date| occurrences::of_term(app.new_id(), &event.id, date)));
    }
    Ok(moved)
}

/// What is kept of these dates; what has passed is as begun: it stays.
fn planned(app: &App, event: &Event, dates: &[TermOccurrence]) -> Result<Vec<Planned>> {
    let read = app.read()?;
    let mut planned = Vec::new();
    for occurrence in read.by::<Occurrence>("event_id", &event.id)? {
        let same =
            |date: &TermOccurrence| (date.from, date.to) == (occurrence.window_from, occurrence.window_to);
        if dates.iter().any(same) {
            let has_papers = !read.by::<Evidence>("occurrence_id", &occurrence.id)?.is_empty();
            let passed = occurrence.due.is_some_and(|due| due < app.today());
            planned.push(Planned {
                has_evidence: has_papers || passed,
                origin: event.id.clone(),
                occurrence,
            });
        }
    }
    Ok(planned)
}

fn by_parts(segment: &Segment) -> bool {
    matches!(segment, Segment::Every { unit: TimeUnit::SchoolQuarter | TimeUnit::Trimester, .. })
}

/// Dates by school quarters of one school year.
fn dates(event: &Event, program: &Program, year: i32, calendar: &SchoolCalendar) -> Vec<TermOccurrence> {
    let segments = event.term.segments.iter().filter(|segment| by_parts(segment)).cloned().collect();
    let term = Term { segments, ..event.term.clone() };
    let mut all = expand_with(&term, program.period(), calendar);
    let first = NaiveDate::from_ymd_opt(year, 9, 1);
    let next = NaiveDate::from_ymd_opt(year + 1, 9, 1);
    all.retain(|date| date.from.is_some() && date.from >= first && date.from < next);
    all
}
