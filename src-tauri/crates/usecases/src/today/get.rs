use chrono::{Days, NaiveDate};
use opora_domain::mentoring::{MentoringMeeting, Tandem, TandemStatus};
use opora_domain::occurrence::OccurrenceState;
use opora_domain::period::Quarter;
use opora_domain::person::Person;
use opora_domain::programme::Projection;
use opora_domain::self_diagnosis::Deficit;
use opora_domain::target::IndicatorState;

use super::{Today, due, stage, unclear};
use crate::indicator::{self, Board, IndicatorCell, IndicatorSheet};
use crate::report::next;
use crate::roadmap::{self, Roadmap};
use crate::{App, Result, dates, monitoring, self_diagnosis};

/// A tandem that has not met for longer is quiet.
const QUIET_DAYS: u64 = 30;

/// Puts the first screen together.
pub fn get(app: &mut App, _: ()) -> Result<Today> {
    let today = app.today();
    let board = Board::load(app)?;
    let coverage = self_diagnosis::coverage_on(app, &board)?;
    let stages = monitoring::cards(app, &board)?;
    let sheet = indicator::sheet_on(board);
    let roadmap = roadmap::load(app)?;
    let items = due::items(&roadmap, today);
    let soon = due::in_states(&items, &[OccurrenceState::Soon]);
    let (this_week, next_week) = (due::week(&soon, today, 0), due::week(&soon, today, 1));
    let reader = app.read()?;
    let issued = reader.all()?;
    let report = next::next(&next::quarters(&reader.all()?, today), &issued, today);
    let tandems = reader.all::<Tandem>()?;
    let active = active_tandems(&tandems);
    Ok(Today {
        date: today,
        date_label: dates::weekday_and_day(today),
        has_program: roadmap.program.is_some(),
        teachers: reader.all::<Person>()?.iter().filter(|person| person.counts_on(today)).count(),
        overdue: due::in_states(&items, &[OccurrenceState::Overdue]),
        soon: due::without(soon, &[&this_week, &next_week]),
        this_week,
        next_week,
        running: due::in_states(&items, &RUNNING),
        undated: due::in_states(&items, &[OccurrenceState::Undated]),
        unclear: unclear::of(&roadmap),
        done_this_quarter: done_since(&roadmap, Quarter::of(today).start()),
        done: roadmap.totals.done,
        of: roadmap.totals.all,
        indicators_achieved: cells(&sheet, |cell| cell.state == IndicatorState::Achieved),
        indicators_of: cells(&sheet, |cell| is_judged(&sheet, cell)),
        coverage: coverage.text,
        coverage_done: coverage.done,
        open_deficits: reader.all::<Deficit>()?.iter().filter(|d| d.closed_on.is_none()).count(),
        active_tandems: active.len(),
        quiet_tandems: quiet(&active, &reader.all()?, today),
        report_hint: next::hint(report, &issued, today),
        report_period: report.to_string(),
        stage_hint: stage::hint(&stages, today),
    })
}

/// Under way, and the date is still far.
const RUNNING: [OccurrenceState; 4] = [
    OccurrenceState::Running,
    OccurrenceState::InProgress,
    OccurrenceState::Partial,
    OccurrenceState::Postponed,
];

/// The term of the target has come: a stage without dates asks for nothing yet, a first value has nothing to grow from.
fn is_judged(sheet: &IndicatorSheet, cell: &IndicatorCell) -> bool {
    let stage = sheet.stages.iter().find(|stage| stage.code == cell.stage);
    match cell.state {
        IndicatorState::Achieved | IndicatorState::NotAchieved => true,
        IndicatorState::NoData => {
            cell.fact.is_none()
                && stage.is_some_and(|stage| stage.planned_to.is_some() || stage.closed_on.is_some())
        }
        IndicatorState::OnTrack | IndicatorState::NotDue => false,
    }
}

/// Cells of the school's own indicators that have a target and pass.
fn cells(sheet: &IndicatorSheet, passes: impl Fn(&IndicatorCell) -> bool) -> usize {
    let rows = sheet.groups.iter().flat_map(|group| &group.rows);
    let own = rows.filter(|row| row.indicator.projection != Projection::MunicipalOnly);
    let cells = own.flat_map(|row| &row.cells);
    cells.filter(|cell| cell.target.is_some() && passes(cell)).count()
}

fn done_since(roadmap: &Roadmap, day: NaiveDate) -> usize {
    let events = roadmap.tasks.iter().flat_map(|task| &task.events).filter(|view| view.event.is_owed());
    let occurrences = events.flat_map(|event| &event.occurrences);
    let done = occurrences.filter(|view| view.state == OccurrenceState::Done);
    done.filter(|view| view.occurrence.done_on.is_some_and(|done| done >= day)).count()
}

fn active_tandems(tandems: &[Tandem]) -> Vec<&Tandem> {
    tandems.iter().filter(|tandem| tandem.status == TandemStatus::Active).collect()
}

/// Tandems whose last meeting, or beginning when they never met, lies too far back.
fn quiet(tandems: &[&Tandem], meetings: &[MentoringMeeting], today: NaiveDate) -> usize {
    let last_met = |tandem: &Tandem| {
        let own = meetings.iter().filter(|meeting| meeting.tandem_id == tandem.id);
        own.map(|meeting| meeting.date).max().unwrap_or(tandem.started_on)
    };
    tandems.iter().filter(|tandem| last_met(tandem) + Days::new(QUIET_DAYS) < today).count()
}
