use opora_domain::program::{Program, ProgramChange, ProgramVersion};
use opora_store::Tx;

use super::book::Book;
use super::{ApproveInput, VersionCard, changes, frozen, versions, views};
use crate::{ApiError, App, Problems, Result, canonical, dates, ops};

/// Fixes the programme as it stands in a version approved by an order, for good: nothing before it can be undone.
///
/// # Errors
/// `Invalid` without the number of the order or with a date that cannot be; `Refused` when nothing has changed.
pub fn approve(app: &mut App, input: ApproveInput) -> Result<VersionCard> {
    let book = Book::load(app.read()?)?;
    let open: Vec<ProgramChange> =
        changes::all(app)?.into_iter().filter(|change| change.version.is_none()).collect();
    if book.program.is_approved() && open.is_empty() {
        return Err(ApiError::refused(
            format!("С утверждения версии {} в программе ничего не изменено.", book.program.version),
            "Утверждать нечего, прежняя версия действует.",
        ));
    }
    check(app, &input)?;
    let origin = frozen::origin(app, &book)?;
    let version = version(app, &book, input)?;
    let program = Program { version: version.number, ..book.program };
    app.transact(ops::APPROVE_PROGRAM, |tx| {
        tx.lasting();
        origin.iter().try_for_each(|origin| tx.insert(origin))?;
        tx.insert(&version)?;
        tx.update(&program)?;
        close(tx, &open, version.number)
    })?;
    Ok(views::card(&version, &changes::all(app)?))
}

/// The corrections went into the version.
fn close(tx: &Tx<'_>, open: &[ProgramChange], number: i64) -> Result<()> {
    open.iter()
        .try_for_each(|change| Ok(tx.update(&ProgramChange { version: Some(number), ..change.clone() })?))
}

fn version(app: &App, book: &Book, input: ApproveInput) -> Result<ProgramVersion> {
    let number = book.program.version + 1;
    let mut approved = book.clone();
    approved.program.version = number;
    let snapshot = frozen::text(&approved, &crate::school::calendar_of(app)?)?;
    let authority = match input.authority.trim() {
        "" => app.school()?.director,
        named => named.to_owned(),
    };
    Ok(ProgramVersion {
        id: app.new_id(),
        program_id: book.program.id.clone(),
        number,
        fixed_on: app.today(),
        order_no: input.order_no.trim().to_owned(),
        order_date: Some(input.order_date),
        authority,
        note: input.note.trim().to_owned(),
        snapshot_sha256: canonical::sha256(&snapshot),
        snapshot,
    })
}

fn check(app: &App, input: &ApproveInput) -> Result<()> {
    let last = versions::all(app)?.into_iter().next().and_then(|version| version.order_date);
    let mut problems = Problems::default();
    problems
        .check(input.order_no.trim().is_empty(), "order_no", "Укажите номер приказа.")
        .check(input.order_no.chars().count() > 40, "order_no", "Номер длиннее 40 знаков.")
        .check(input.order_date > app.today(), "order_date", "Дата приказа не может быть в будущем.");
    if let Some(last) = last.filter(|last| input.order_date < *last) {
        let message =
            format!("Предыдущая версия утверждена {}: приказ не может быть раньше.", dates::day(last));
        problems.check(true, "order_date", &message);
    }
    problems.finish()
}
