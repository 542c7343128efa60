//! The programme in force. A roll-over ends one and begins the next, so that a file may hold several.

use opora_domain::period::ReportPeriod;
use opora_domain::program::Program;
use opora_store::{Reader, Record};

use crate::{ApiError, Result};

/// The programme in force, if one has been adopted.
pub(crate) fn program(read: Reader<'_>) -> Result<Option<Program>> {
    Ok(read.all::<Program>()?.into_iter().rfind(|program| program.ended_on.is_none()))
}

/// The programme in force.
///
/// # Errors
/// `Refused` when none has been adopted.
pub(crate) fn need(read: Reader<'_>) -> Result<Program> {
    program(read)?.ok_or_else(|| {
        ApiError::refused(
            "Программа ещё не принята.",
            "Ничего не изменено. Примите муниципальную программу своего района на дорожной карте.",
        )
    })
}

/// The programme to which a quarter or a year belongs: the last one that had begun by its end; before all of them, the
/// first.
pub(crate) fn of_quarter(read: Reader<'_>, period: impl Into<ReportPeriod>) -> Result<Option<Program>> {
    let programs: Vec<Program> = read.all()?;
    let end = period.into().end();
    let begun = programs.iter().filter(|program| program.period_from <= end);
    let found = begun.max_by_key(|program| (program.period_from, program.ended_on.is_none()));
    Ok(found.or(programs.first()).cloned())
}

/// The tasks, events, indicators or stages of a programme; none without one.
pub(crate) fn of<R: Record>(read: Reader<'_>, program: Option<&Program>) -> Result<Vec<R>> {
    match program {
        Some(program) => Ok(read.by("program_id", &program.id)?),
        None => Ok(Vec::new()),
    }
}
