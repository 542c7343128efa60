//! The data of the road map.

use opora_domain::occurrence::OccurrenceState;
use opora_domain::program::Program;
use opora_domain::report::EventScope;
use opora_domain::report::roadmap::{EventRow, Mark, RoadmapDocument, SCHEMA, TaskRows, Totals};

use super::head::head;
use super::period::Span;
use crate::roadmap::{self, EventView, OccurrenceView, TaskView};
use crate::{App, Result};

/// The plan with its marks as of today.
pub(super) fn snapshot(
    app: &App,
    program: &Program,
    span: Span,
    scope: EventScope,
) -> Result<RoadmapDocument> {
    let roadmap = roadmap::load(app)?;
    let filter = Filter { span, scope };
    let tasks: Vec<TaskRows> = roadmap.tasks.iter().map(|task| filter.task(task)).collect();
    Ok(RoadmapDocument {
        schema: SCHEMA.to_owned(),
        head: head(app, program)?,
        period: span.words(),
        from: span.from,
        to: span.to,
        scope,
        tasks: tasks.into_iter().filter(|task| !task.rows.is_empty()).collect(),
        totals: filter.totals(roadmap.tasks.iter().flat_map(|task| &task.events)),
    })
}

#[derive(Clone, Copy)]
struct Filter {
    span: Span,
    scope: EventScope,
}

impl Filter {
    fn task(self, task: &TaskView) -> TaskRows {
        // Some plans repeat the heading of a section as its first row.
        let repeats = |event: &EventView| event.event.is_group && event.event.title == task.task.title;
        let shown = self.shown(&task.events).into_iter().filter(|event| !repeats(event));
        let rows = shown.map(|event| self.row(event));
        TaskRows { code: task.task.code.clone(), title: task.task.title.clone(), rows: rows.collect() }
    }

    /// Rows that pass, and the group rows above them.
    fn shown(self, events: &[EventView]) -> Vec<&EventView> {
        let passes = |at: usize| {
            let event = &events[at];
            let below = events[at + 1..].iter().take_while(|row| row.depth > event.depth);
            match event.event.is_group {
                true => below.into_iter().any(|row| self.passes(row)),
                false => self.passes(event),
            }
        };
        (0..events.len()).filter(|at| passes(*at)).map(|at| &events[at]).collect()
    }

    fn passes(self, event: &EventView) -> bool {
        let mine = self.scope == EventScope::All || !event.informative;
        let timely = self.span.is_whole() || self.occurrences(event).next().is_some();
        !event.event.is_group && mine && timely
    }

    fn occurrences(self, event: &EventView) -> impl Iterator<Item = &OccurrenceView> {
        event.occurrences.iter().filter(move |view| self.span.concerns(&view.occurrence))
    }

    fn row(self, event: &EventView) -> EventRow {
        let record = &event.event;
        EventRow {
            code: record.code.clone(),
            title: record.title.clone(),
            is_group: record.is_group,
            informative: event.informative,
            result: record.result.clone(),
            term: term(event),
            responsible: lines([&record.responsible, &event.responsible_name]),
            demanded: record.evidence_required.clone(),
            marks: self.occurrences(event).filter(|view| is_marked(view.state)).map(mark).collect(),
        }
    }

    fn totals<'a>(self, events: impl Iterator<Item = &'a EventView>) -> Totals {
        let owed = events.filter(|event| event.event.is_owed());
        let views = owed.flat_map(|event| self.occurrences(event));
        let counted: Vec<_> = views.filter(|view| view.occurrence.counts(view.state)).collect();
        let of = |state| counted.iter().filter(|view| view.state == state).count() as i64;
        Totals {
            planned: counted.len() as i64,
            done: of(OccurrenceState::Done),
            overdue: of(OccurrenceState::Overdue),
        }
    }
}

/// The words of the programme, and the dates that the school has given where it names none.
fn term(event: &EventView) -> String {
    let given =
        event.occurrences.iter().filter(|view| view.takes_term && view.occurrence.window_from.is_some());
    let dates: Vec<&str> = given.map(|view| view.when.as_str()).collect();
    lines([&event.event.term.raw, &dates.join("; ")])
}

fn lines(parts: [&String; 2]) -> String {
    let filled = parts.into_iter().filter(|part| !part.trim().is_empty());
    filled.map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// What is only awaited has no mark yet: its place is left to the pen.
fn is_marked(state: OccurrenceState) -> bool {
    use OccurrenceState::{NotApplicable, Planned, Running, Soon, Undated};
    !matches!(state, Planned | Running | Soon | Undated | NotApplicable)
}

fn mark(view: &OccurrenceView) -> Mark {
    let occurrence = &view.occurrence;
    let note = [occurrence.result.trim(), occurrence.reason.trim()];
    Mark {
        when: view.when.clone(),
        status: view.state.on_paper().to_owned(),
        done_on: occurrence.done_on,
        documents: view.evidence.iter().map(opora_domain::evidence::Evidence::words).collect(),
        note: note.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" "),
    }
}
