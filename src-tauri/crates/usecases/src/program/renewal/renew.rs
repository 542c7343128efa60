use opora_domain::evidence::Evidence;
use opora_domain::indicator::IndicatorValue;
use opora_domain::period::Period;
use opora_domain::program::{
    ChangeAction, Correction, Event, FieldChange, Origin, Program, ProgramChange, SubjectKind,
};
use opora_domain::programme::{self, Shifted};
use opora_domain::words::counted;
use opora_store::Reader;

use super::next::{Maker, Next, last_values};
use super::types::{NewPeriodInput, RenewInput, RenewPreview};
use super::{facts, preview};
use crate::program::book::Book;
use crate::{ApiError, App, Problems, Result, ops, programme as files, school};

/// What the next programme would take from the current one.
///
/// # Errors
/// `Invalid` when the period does not fit.
pub fn renew_preview(app: &mut App, input: NewPeriodInput) -> Result<RenewPreview> {
    let read = app.read()?;
    let book = Book::load(read)?;
    let period = preview::check(book.program.period(), &input)?;
    let source = book.programme();
    let shifted = programme::shift_with(&source, period, &school::calendar_of(app)?);
    let values = read.all::<IndicatorValue>()?;
    let events = || book.events.iter().filter(|event| event.is_in_plan() && !event.is_group);
    let dropped = book.events.iter().filter(|event| !event.is_in_plan());
    Ok(RenewPreview {
        title: shifted.programme.title.clone(),
        events: events().count(),
        own_events: events().filter(|event| event.origin == Origin::Own).count(),
        responsibles: events().filter(|event| event.responsible_person_id.is_some()).count(),
        dropped: dropped.map(coded).collect(),
        baselines: last_values(&book, &values)
            .into_iter()
            .filter_map(|(target, value)| {
                let own = book.indicator(&target.indicator_id).ok()?;
                Some(format!("{} {} — {}", own.code, own.title, value.fact.words()))
            })
            .collect(),
        stays: stays(&book, read, &values)?,
        refusal: too_early(&book, period).map(|error| error.message),
        shift: preview::preview(&source, &shifted),
    })
}

/// Ends the current programme, with all that was done by it, and begins the next one out of it.
///
/// # Errors
/// `Refused` when the new period does not begin after the old one began; `Invalid` when the period, the reason or
/// the basis does not fit.
pub fn renew(app: &mut App, input: RenewInput) -> Result<Program> {
    let read = app.read()?;
    let book = Book::load(read)?;
    let period = preview::check(book.program.period(), &input.period)?;
    check_correction(app, &book, &input.correction)?;
    if let Some(error) = too_early(&book, period) {
        return Err(error);
    }
    let shifted = programme::shift(&book.programme(), period);
    let values = read.all::<IndicatorValue>()?;
    let municipal = if input.keep.wording { None } else { files::adopted_file(app, &book.program)? };
    let maker = Maker {
        app,
        book: &book,
        shifted: &shifted,
        values: &values,
        municipal: municipal.as_ref(),
        keep: input.keep,
        calendar: &school::calendar_of(app)?,
    };
    let next = maker.next(&input.title);
    let change = change(app, &book, &next, &shifted, &input.correction);
    let ended = Program { ended_on: Some(app.today()), ..book.program };
    app.transact(ops::RENEW_PROGRAM, |tx| {
        tx.update(&ended)?;
        next.write(tx)?;
        tx.insert(&change)?;
        Ok(next.program.clone())
    })
}

fn coded(event: &Event) -> String {
    format!("{} {}", event.code, event.title)
}

fn check_correction(app: &App, book: &Book, correction: &Correction) -> Result<()> {
    let mut problems = Problems::default();
    for (field, message) in correction.problems(book.program.is_approved(), app.today()) {
        problems.check(true, &format!("correction.{field}"), message);
    }
    problems.finish()
}

/// A new period begins after the old one began: otherwise the two could not be told apart in the reports.
fn too_early(book: &Book, period: Period) -> Option<ApiError> {
    (period.from <= book.program.period_from).then(|| {
        ApiError::refused(
            format!(
                "Новый период должен начинаться позже прежнего ({}).",
                book.program.period_from.format("%d.%m.%Y")
            ),
            "Ничего не изменено. Укажите более поздний первый день.",
        )
    })
}

fn stays(book: &Book, read: Reader<'_>, values: &[IndicatorValue]) -> Result<String> {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let marked: usize = book.events.iter().map(|event| book.facts(&event.id)).sum();
    let own = |evidence: &&Evidence| book.occurrences.iter().any(|it| it.id == evidence.occurrence_id);
    let documents = read.all::<Evidence>()?.iter().filter(own).count();
    let measured = values.iter().filter(|value| book.indicator(&value.indicator_id).is_ok()).count();
    let reports = facts::reports(book, read)?;
    Ok([
        counted(count(marked), "отметка об исполнении", "отметки об исполнении", "отметок об исполнении"),
        counted(count(documents), "документ", "документа", "документов"),
        counted(count(measured), "значение показателей", "значения показателей", "значений показателей"),
        counted(count(reports), "выпущенный отчёт", "выпущенных отчёта", "выпущенных отчётов"),
    ]
    .join(", "))
}

fn change(app: &App, book: &Book, next: &Next, shifted: &Shifted, correction: &Correction) -> ProgramChange {
    let field = |field: &str, label: &str, before: String, after: String| FieldChange {
        field: field.to_owned(),
        label: label.to_owned(),
        before,
        after,
    };
    ProgramChange {
        id: app.new_id(),
        program_id: next.program.id.clone(),
        seq: 1,
        date: app.today(),
        subject: SubjectKind::Program,
        subject_id: next.program.id.clone(),
        code: String::new(),
        title: next.program.title.clone(),
        action: ChangeAction::Added,
        fields: vec![
            field(
                "period",
                "Срок реализации",
                preview::period(book.program.period()),
                preview::period(shifted.programme.period),
            ),
            field("previous", "Прежняя программа", String::new(), book.program.title.clone()),
        ],
        reason: correction.reason.trim().to_owned(),
        basis: correction.basis.trim().to_owned(),
        basis_date: correction.basis_date,
        version: None,
    }
}
