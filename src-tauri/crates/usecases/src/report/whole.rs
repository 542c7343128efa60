//! The data of the final report: the sections of the other reports over the whole term of the programme.

use chrono::{Datelike, NaiveDate};
use opora_domain::issued_report::IssuedReport;
use opora_domain::period::ReportPeriod;
use opora_domain::program::Program;
use opora_domain::report::annual::YearPart;
use opora_domain::report::final_report::{
    Compared, DeficitTotals, FinalReport, ReportRow, SCHEMA, StageState, Wave, by_year,
};
use opora_domain::report::presentation::{self, Presentation};
use opora_domain::report::quarterly::Coverage;
use opora_domain::self_diagnosis::Deficit;

use super::facts::Facts;
use super::snapshot::counted;
use super::{difference, sections, year};
use crate::documents::{Span, expected, first_and_last, head, source};
use crate::indicator::Board;
use crate::monitoring::{self, StageView};
use crate::self_diagnosis::{coverage_in, target_percent};
use crate::{App, Result};

/// The programme in figures and short points.
pub(crate) fn on_one_sheet(app: &mut App, program: &Program) -> Result<Presentation> {
    Ok(presentation::presentation(&final_report(app, program)?))
}

/// The whole term of a programme, its conclusions drafted by rule.
pub(crate) fn final_report(app: &mut App, program: &Program) -> Result<FinalReport> {
    let facts = Facts::whole(app, program)?;
    let day = facts.last_day();
    let board = Board::load_of(app, Some(program.clone()))?;
    let mut all = counted(&facts, "", target_percent(&board, day.year()));
    all.indicators = sections::indicators(&facts, day);
    let stages = monitoring::cards(app, &board)?;
    let changes = &facts.changes;
    Ok(FinalReport {
        schema: SCHEMA.to_owned(),
        head: head(app, program)?,
        authority: facts.school.authority.clone(),
        addressee: facts.school.addressee.clone(),
        site: facts.school.site.clone(),
        day,
        over: facts.today > facts.to,
        corrections: changes.len() as i64,
        unapproved: changes.iter().filter(|change| change.version.is_none()).count() as i64,
        years: years(app, &facts, &all.roadmap.rows)?,
        indicators: sections::over_stages(&facts, day),
        stage: sections::stage(&facts, day).map(|stage| stage.title.clone()).unwrap_or_default(),
        compared: compared(app, &board, &stages)?,
        stages: stages.iter().map(|view| stage(view, day)).collect(),
        waves: waves(&facts, &board),
        blocks: first_and_last(app, Span::of(Some(facts.from), Some(day.max(facts.from)))?)?,
        deficits: deficits(&facts),
        meetings: all.meetings.len() as i64,
        reports: reports(app, &facts)?,
        expected: source(app, program)?.as_ref().map(expected).unwrap_or_default(),
        risks: sections::suggest_risks(&facts, &all),
        school: all.school,
        roadmap: all.roadmap,
        development: all.development,
        mentoring: all.mentoring,
        results: all.results,
        low_results: all.low_results,
        conclusions: Vec::new(),
        next: Vec::new(),
    }
    .concluded())
}

/// The road map by years, with the numbers of the annual reports.
fn years(
    app: &App,
    facts: &Facts,
    rows: &[opora_domain::report::quarterly::EventRow],
) -> Result<Vec<YearPart>> {
    let mut parts = by_year(rows, facts.from, facts.to);
    for (part, year) in parts.iter_mut().zip(facts.from.year()..) {
        part.report = year::number(app, ReportPeriod::Year(year))?;
    }
    Ok(parts)
}

fn stage(view: &StageView, day: NaiveDate) -> StageState {
    StageState {
        title: view.stage.title.clone(),
        kind: view.kind_label.clone(),
        from: view.stage.planned_from,
        to: view.stage.planned_to,
        closed_on: view.stage.closed_on,
        begun: view.stage.planned_from.is_none_or(|from| from <= day),
        filled: view.filled as i64,
        of: view.of as i64,
        achieved: view.achieved as i64,
    }
}

/// The first stage that has values beside the last one; nothing when no two have.
fn compared(app: &App, board: &Board, stages: &[StageView]) -> Result<Option<Compared>> {
    let filled: Vec<&StageView> = stages.iter().filter(|view| view.filled > 0).collect();
    let [first, .., last] = filled.as_slice() else { return Ok(None) };
    let codes = [first.stage.code.clone(), last.stage.code.clone()];
    let found = monitoring::compare_on(app, board, &codes)?;
    Ok(Some(Compared {
        first: first.stage.title.clone(),
        last: last.stage.title.clone(),
        summary: found.summary,
    }))
}

/// Years in which somebody answered.
fn waves(facts: &Facts, board: &Board) -> Vec<Wave> {
    let last_day = facts.last_day();
    let wave = |year: i32| {
        let end = NaiveDate::from_ymd_opt(year, 12, 31)?.min(last_day);
        let target_percent = target_percent(board, year);
        let found = coverage_in(year, &facts.people, &facts.responses, target_percent, end);
        let (passed, total) = (found.done as i64, found.total as i64);
        let target_year = target_percent.map(|_| year);
        (passed > 0)
            .then_some(Wave { year, coverage: Coverage { passed, total, target_year, target_percent } })
    };
    (facts.from.year()..=last_day.year()).filter_map(wave).collect()
}

/// Deficits known by the last day and not closed before the first.
fn deficits(facts: &Facts) -> DeficitTotals {
    let day = facts.last_day();
    let known = |one: &&Deficit| one.found_on <= day && one.closed_on.is_none_or(|on| on >= facts.from);
    let all: Vec<&Deficit> = facts.deficits.iter().filter(known).collect();
    let closed = all.iter().filter(|one| one.closed_on.is_some_and(|on| on <= day)).count() as i64;
    DeficitTotals { found: all.len() as i64, closed, open: all.len() as i64 - closed }
}

/// Reports of the quarters and years of the programme, those in force, oldest first.
fn reports(app: &App, facts: &Facts) -> Result<Vec<ReportRow>> {
    let issued: Vec<IssuedReport> = app.read()?.all()?;
    let mut periods: Vec<ReportPeriod> = issued
        .iter()
        .filter(|one| one.kind.is_composed())
        .filter_map(|one| one.period.parse().ok())
        .filter(|period: &ReportPeriod| period.end() >= facts.from && period.start() <= facts.to)
        .collect();
    periods.sort_by_key(|period| (period.end(), period.is_year()));
    periods.dedup();
    let mut rows = Vec::new();
    for period in periods {
        rows.extend(difference::in_force(app, period)?.map(|one| ReportRow {
            title: one.full_title(),
            number: one.number.clone(),
            date: one.issued_on(),
        }));
    }
    Ok(rows)
}
