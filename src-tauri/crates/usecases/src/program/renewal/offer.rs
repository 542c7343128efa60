use opora_domain::programme::next_period;

use super::types::PeriodOffer;
use super::{facts, preview};
use crate::program::book::Book;
use crate::{App, Result, dates};

/// What may be done about the period of the current programme today.
///
/// # Errors
/// `Refused` when no programme has been adopted.
pub fn offer(app: &mut App, _: ()) -> Result<PeriodOffer> {
    let (read, today) = (app.read()?, app.today());
    let book = Book::load(read)?;
    let period = book.program.period();
    let ended = period.to.filter(|to| *to < today);
    let next = next_period(period, today);
    let can_shift = facts::refuse_any(&book, read).is_ok();
    let hint = ended.map(|to| {
        let way = if can_shift {
            "По ней ещё ничего не отмечено: сроки можно перенести на текущие годы."
        } else {
            "Начните новый период: прежняя программа останется для чтения со всеми отметками."
        };
        format!("Срок программы истёк {} {way}", dates::day(to)) // the day ends with «г.»
    });
    Ok(PeriodOffer {
        past: ended.is_some(),
        next,
        next_label: next.map(preview::period).unwrap_or_default(),
        can_shift,
        hint: hint.unwrap_or_default(),
    })
}
