//! How many teachers took part in the year, against the programme's target.

use chrono::{Datelike, NaiveDate};
use opora_domain::person::Person;
use opora_domain::programme::AutoFact;
use opora_domain::self_diagnosis::Response;
use opora_domain::target::{Target, Unit};
use opora_domain::words::{counted, plural};

use super::Coverage;
use crate::indicator::Board;
use crate::{App, Result};

/// Coverage of the current year as of today.
pub(crate) fn coverage(app: &App) -> Result<Coverage> {
    coverage_on(app, &Board::load(app)?)
}

/// The same by indicators that have been read already.
pub(crate) fn coverage_on(app: &App, board: &Board) -> Result<Coverage> {
    let today = app.today();
    let target = target_percent(board, today.year());
    let read = app.read()?;
    Ok(coverage_in(today.year(), &read.all()?, &read.all()?, target, today))
}

/// Coverage of a calendar year as of a day: teachers who count on that day and completed by it.
pub(crate) fn coverage_in(
    year: i32,
    people: &[Person],
    responses: &[Response],
    target_percent: Option<i64>,
    as_of: NaiveDate,
) -> Coverage {
    let in_year =
        |response: &&Response| response.completed_on.is_some_and(|day| day.year() == year && day <= as_of);
    let took_part =
        |person: &&Person| responses.iter().filter(in_year).any(|response| response.person_id == person.id);
    let counted: Vec<&Person> = people.iter().filter(|person| person.counts_on(as_of)).collect();
    let (total, done) = (counted.len(), counted.iter().copied().filter(took_part).count());
    let needed = (target_percent.unwrap_or(0).max(0).unsigned_abs() as usize * total).div_ceil(100);
    let missing = needed.saturating_sub(done);
    let text = words(year, done, total, target_percent, missing);
    Coverage { year, done, total, target_percent, missing, text }
}

/// The programme's target for the year, in per cent; none when it sets none.
pub(crate) fn target_percent(board: &Board, year: i32) -> Option<i64> {
    let coverage = Some(AutoFact::SelfDiagnosisCoverage);
    let indicator = board.in_plan().find(|indicator| board.formula(indicator) == coverage);
    let stage = board.stages.iter().find(|stage| {
        stage.code == year.to_string() || stage.planned_from.is_some_and(|day| day.year() == year)
    });
    let target = indicator.zip(stage).and_then(|(indicator, stage)| board.target(&indicator.id, &stage.code));
    target.and_then(threshold)
}

fn threshold(target: &Target) -> Option<i64> {
    let hundredths = target.bounds(None).min.filter(|_| target.unit == Unit::Percent)?;
    Some((hundredths + 99) / 100)
}

fn words(year: i32, done: usize, total: usize, target: Option<i64>, missing: usize) -> String {
    let passed = plural(done as i64, "прошёл", "прошли", "прошли");
    let of = plural(total as i64, "педагога", "педагогов", "педагогов");
    let text = format!("{passed} {done} из {total} {of}");
    match target {
        None => text,
        Some(target) if missing > 0 => {
            let people = counted(missing as i64, "педагога", "педагогов", "педагогов");
            format!("{text}, цель на {year} год — {target}\u{a0}%, не хватает {people}")
        }
        Some(target) if total > 0 => format!("{text}, цель на {year} год — {target}\u{a0}% — достигнута"),
        Some(target) => format!("{text}, цель на {year} год — {target}\u{a0}%"),
    }
}
