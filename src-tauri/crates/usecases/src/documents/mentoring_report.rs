//! The data of the report on mentoring: no names.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use opora_domain::mentoring::{MentoringMeeting, MentoringStep, Tandem, TandemStatus};
use opora_domain::person::Person;
use opora_domain::program::Program;
use opora_domain::report::mentoring_report::{MentoringReport, SCHEMA, TandemRow};
use opora_domain::self_diagnosis::{Deficit, Response};
use opora_domain::words::{Words, counted};

use super::head::head;
use super::period::Span;
use crate::{App, Result};

/// Tandems that worked in the period.
pub(super) fn snapshot(app: &App, program: &Program, span: Span) -> Result<MentoringReport> {
    let day = span.to.map_or(app.today(), |to| to.min(app.today()));
    let read = app.read()?;
    let mut tandems: Vec<Tandem> = read.all()?;
    tandems.retain(|tandem| {
        tandem.started_on <= day
            && tandem.closed_on.is_none_or(|closed| span.from.is_none_or(|from| closed >= from))
    });
    tandems.sort_by_key(|tandem| (tandem.started_on, tandem.id.clone()));
    let (steps, meetings): (Vec<MentoringStep>, Vec<MentoringMeeting>) = (read.all()?, read.all()?);
    let (people, responses): (Vec<Person>, Vec<Response>) = (read.all()?, read.all()?);
    let deficits: Vec<Deficit> = read.all()?;
    let works = |id: &str| people.iter().any(|person| person.id == id && person.counts_on(day));
    let of = |ids: BTreeSet<&str>| ids.len() as i64;
    let willing =
        responses.iter().filter(|one| one.agrees_to_help && one.completed_on.is_some_and(|done| done <= day));
    let active = |tandem: &&Tandem| tandem.closed_on.is_none_or(|closed| closed > day);
    let helped: BTreeSet<&str> =
        tandems.iter().filter(active).map(|tandem| tandem.mentee_id.as_str()).collect();
    let open =
        deficits.iter().filter(|one| one.found_on <= day && one.closed_on.is_none_or(|closed| closed > day));
    let waiting = open.map(|one| one.person_id.as_str()).filter(|id| works(id) && !helped.contains(id));
    let rows: Vec<TandemRow> =
        tandems.iter().map(|tandem| row(tandem, &steps, &meetings, span, day)).collect();
    Ok(MentoringReport {
        schema: SCHEMA.to_owned(),
        head: head(app, program)?,
        period: span.words(),
        willing: of(willing.map(|one| one.person_id.as_str()).filter(|id| works(id)).collect()),
        mentors: of(tandems.iter().filter_map(|tandem| tandem.mentor_id.as_deref()).collect()),
        mentees: of(tandems.iter().map(|tandem| tandem.mentee_id.as_str()).collect()),
        waiting: of(waiting.collect()),
        closed_deficits: deficits
            .iter()
            .filter_map(|one| one.closed_on)
            .filter(|on| span.contains(*on))
            .count() as i64,
        conclusions: conclusions(&rows),
        tandems: rows,
    })
}

fn row(
    tandem: &Tandem,
    steps: &[MentoringStep],
    meetings: &[MentoringMeeting],
    span: Span,
    day: NaiveDate,
) -> TandemRow {
    let own: Vec<&MentoringStep> = steps.iter().filter(|step| step.tandem_id == tandem.id).collect();
    let done = |step: &&&MentoringStep| step.done_on.is_some_and(|done| done <= day);
    let late = |step: &&&MentoringStep| step.done_on.is_none() && step.due.is_some_and(|due| due < day);
    let held = meetings
        .iter()
        .filter(|one| one.tandem_id == tandem.id && one.date <= day && span.contains(one.date));
    // A tandem closed after the period was still active in it.
    let closed = tandem.closed_on.filter(|closed| *closed <= day);
    let status = if closed.is_some() { tandem.status } else { TandemStatus::Active };
    TandemRow {
        topic: tandem.topic.clone(),
        scope: tandem.scope.label().to_owned(),
        from: tandem.started_on,
        to: tandem.ends_on,
        steps_done: own.iter().filter(done).count() as i64,
        steps_late: own.iter().filter(late).count() as i64,
        steps: own.len() as i64,
        meetings: held.count() as i64,
        status: status.label().to_owned(),
        note: note(tandem, closed, day),
    }
}

fn note(tandem: &Tandem, closed: Option<NaiveDate>, day: NaiveDate) -> String {
    match closed {
        Some(on) => {
            let reason = tandem.close_reason.map(Words::label).unwrap_or_default();
            let outcome = tandem.outcome.trim();
            let said = format!("{}: {reason}", on.format("%d.%m.%Y"));
            if outcome.is_empty() { said } else { format!("{said}. {outcome}") }
        }
        None if tandem.ends_on.is_some_and(|end| end < day) => {
            "срок истёк: продлить или завершить".to_owned()
        }
        None => String::new(),
    }
}

fn conclusions(rows: &[TandemRow]) -> Vec<String> {
    if rows.is_empty() {
        return Vec::new();
    }
    let meetings: i64 = rows.iter().map(|row| row.meetings).sum();
    let (done, steps) = rows.iter().fold((0, 0), |sum, row| (sum.0 + row.steps_done, sum.1 + row.steps));
    let mut said = vec![format!("Наставнических тандемов за период — {}; встреч — {meetings}.", rows.len())];
    if steps > 0 {
        said.push(format!("Шагов программ наставничества исполнено {done} из {steps}."));
    }
    let quiet =
        rows.iter().filter(|row| row.meetings == 0 && row.status == TandemStatus::Active.label()).count()
            as i64;
    if quiet > 0 {
        let pairs = counted(quiet, "действующего тандема", "действующих тандемов", "действующих тандемов");
        said.push(format!("За период не было встреч у {pairs}: нужно выяснить причины."));
    }
    said
}
