use opora_domain::indicator::{Indicator, IndicatorTarget};
use opora_domain::program::{Event, Task};
use opora_domain::term::SchoolCalendar;
use opora_domain::words::Words;

use super::book::Book;
use super::{
    EventPlan, IndicatorPlan, ProgramView, StageName, TargetPlan, TaskPlan, changes, versions, views,
    warnings,
};
use crate::{App, Result, current, school};

/// The whole programme for reading and editing; nothing before the adoption.
pub fn get(app: &mut App, _: ()) -> Result<Option<ProgramView>> {
    if current::program(app.read()?)?.is_none() {
        return Ok(None);
    }
    let book = Book::load(app.read()?)?;
    let open: Vec<_> = changes::all(app)?.into_iter().filter(|change| change.version.is_none()).collect();
    let status = book.program.status(!open.is_empty());
    let versions = versions::cards(app)?;
    let calendar = school::calendar_of(app)?;
    Ok(Some(ProgramView {
        status,
        status_label: status.label().to_owned(),
        responsible_name: book.name(book.program.responsible_person_id.as_ref()),
        needs_basis: book.program.is_approved(),
        approval: versions.first().filter(|version| version.number > 0).cloned(),
        tasks: book.tasks.iter().map(|task| task_plan(&book, &calendar, task)).collect(),
        indicators: book.indicators.iter().map(|indicator| indicator_plan(&book, indicator)).collect(),
        stages: stages(&book),
        changes: open.into_iter().map(views::change).collect(),
        versions,
        warnings: warnings::of(&book),
        program: book.program,
    }))
}

fn task_plan(book: &Book, calendar: &SchoolCalendar, task: &Task) -> TaskPlan {
    let events = book.events.iter().filter(|event| event.task_id == task.id);
    TaskPlan {
        task: task.clone(),
        origin_label: task.origin.label().to_owned(),
        events: events.map(|event| event_plan(book, calendar, event)).collect(),
    }
}

fn event_plan(book: &Book, calendar: &SchoolCalendar, event: &Event) -> EventPlan {
    EventPlan {
        event: event.clone(),
        depth: book.above(event).len(),
        level_label: event.level.label().to_owned(),
        origin_label: event.origin.label().to_owned(),
        responsible_name: book.name(event.responsible_person_id.as_ref()),
        reading: book.reading(event, calendar),
        awaits_dates: warnings::awaits_dates(book, event),
        facts: book.facts(&event.id),
    }
}

fn indicator_plan(book: &Book, indicator: &Indicator) -> IndicatorPlan {
    let targets = book.targets.iter().filter(|target| target.indicator_id == indicator.id);
    IndicatorPlan {
        indicator: indicator.clone(),
        origin_label: indicator.origin.label().to_owned(),
        targets: targets.map(|target| target_plan(book, target)).collect(),
        facts: book.values(&indicator.id),
    }
}

fn target_plan(book: &Book, target: &IndicatorTarget) -> TargetPlan {
    let stage = book.stages.iter().find(|stage| stage.code == target.stage);
    TargetPlan {
        stage_title: book.stage_title(&target.stage),
        words: target.target.words(),
        origin_label: target.origin.label().to_owned(),
        frozen: stage.is_some_and(|stage| stage.closed_on.is_some()),
        target: target.clone(),
    }
}

fn stages(book: &Book) -> Vec<StageName> {
    let name = |stage: &opora_domain::monitoring::Stage| StageName {
        code: stage.code.clone(),
        title: stage.title.clone(),
        closed: stage.closed_on.is_some(),
    };
    book.stages.iter().map(name).collect()
}
