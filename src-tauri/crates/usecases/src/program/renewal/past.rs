use opora_domain::Id;
use opora_domain::program::Program;

use super::types::{PastInput, PastProgram, PastView};
use super::{facts, preview};
use crate::program::book::Book;
use crate::roadmap::Roadmap;
use crate::{ApiError, App, Result, indicator, roadmap};

/// The ended programmes, the last one first.
pub fn past(app: &mut App, _: ()) -> Result<Vec<PastProgram>> {
    let mut ended: Vec<Program> = app.read()?.all()?;
    ended.retain(|program| program.ended_on.is_some());
    ended.reverse();
    ended
        .into_iter()
        .map(|program| {
            let roadmap = roadmap::load_whole_of(app, Some(program.clone()))?;
            card(app, program, &roadmap)
        })
        .collect()
}

/// An ended programme whole, for reading.
///
/// # Errors
/// `NotFound` when there is no such ended programme.
pub fn past_view(app: &mut App, input: PastInput) -> Result<PastView> {
    let program = ended(app, &input.id)?;
    let roadmap = roadmap::load_whole_of(app, Some(program.clone()))?;
    let indicators = indicator::sheet_of(app, Some(program.clone()), app.today())?;
    Ok(PastView { card: card(app, program, &roadmap)?, roadmap, indicators })
}

fn ended(app: &App, id: &Id) -> Result<Program> {
    let found = app.read()?.get::<Program>(id)?.filter(|program| program.ended_on.is_some());
    found.ok_or_else(|| ApiError::not_found("завершённая программа"))
}

fn card(app: &App, program: Program, roadmap: &Roadmap) -> Result<PastProgram> {
    let read = app.read()?;
    let book = Book::of(read, program.clone())?;
    let events = roadmap.tasks.iter().flat_map(|task| &task.events);
    let documents = events.flat_map(|event| &event.occurrences).map(|view| view.evidence.len()).sum();
    Ok(PastProgram {
        period: preview::period(program.period()),
        done: roadmap.totals.done,
        of: roadmap.totals.all,
        documents,
        values: book.indicators.iter().map(|own| book.values(&own.id)).sum(),
        reports: facts::reports(&book, read)?,
        program,
    })
}
