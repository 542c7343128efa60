//! Whether anything has been done by the programme.

use opora_domain::issued_report::IssuedReport;
use opora_store::Reader;

use crate::program::book::Book;
use crate::{ApiError, Result, current};

/// Refuses a programme by which something has been done: it would change its own past.
pub(super) fn refuse_any(book: &Book, read: Reader<'_>) -> Result<()> {
    let done = book.events.iter().filter(|event| book.facts(&event.id) > 0).count();
    let measured = book.indicators.iter().filter(|indicator| book.values(&indicator.id) > 0).count();
    let closed = book.stages.iter().filter(|stage| stage.closed_on.is_some()).count();
    let reports = reports(book, read)?;
    let said: Vec<String> = [
        (done, "мероприятий с отметками"),
        (measured, "показателей со значениями"),
        (closed, "закрытых этапов"),
        (reports, "выпущенных отчётов"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, words)| format!("{words} — {count}"))
    .collect();
    if said.is_empty() {
        return Ok(());
    }
    Err(ApiError::refused(
        format!("По программе уже работают: {}.", said.join(", ")),
        "Ничего не изменено. Начните новый период: прежняя программа останется для чтения со всеми отметками.",
    ))
}

/// Reports issued for the quarters and years of this programme.
pub(super) fn reports(book: &Book, read: Reader<'_>) -> Result<usize> {
    let mut count = 0;
    for report in read.all::<IssuedReport>()? {
        let Ok(period) = report.period.parse::<opora_domain::period::ReportPeriod>() else { continue };
        let program = current::of_quarter(read, period)?;
        count += usize::from(program.is_some_and(|program| program.id == book.program.id));
    }
    Ok(count)
}
