//! From a request to a document and its file.

use opora_domain::program::Program;
use opora_domain::report::{DocumentFormat, DocumentKind};
use opora_domain::words::Words;
use opora_report::build::{self, Making};
use opora_report::document::Document;
use opora_report::{docx, pdf, xlsx};

use super::period::Span;
use super::{DocumentInput, changes, inventory, passport, plan};
use crate::{ApiError, App, Result, current, report};

/// What the document says now, made so.
///
/// # Errors
/// `Refused` without a programme; `Invalid` when the period ends before it begins.
pub(crate) fn document(app: &mut App, input: &DocumentInput, making: &Making) -> Result<Document> {
    let span = Span::of(input.from, input.to)?;
    let program = current::program(app.read()?)?.ok_or_else(no_program)?;
    of_program(app, &program, input, span, making)
}

fn of_program(
    app: &mut App,
    program: &Program,
    input: &DocumentInput,
    span: Span,
    making: &Making,
) -> Result<Document> {
    Ok(match input.kind {
        DocumentKind::Quarterly | DocumentKind::Annual => report::document(app, input, making)?,
        DocumentKind::Passport => build::passport(&passport::snapshot(app, program)?, making),
        DocumentKind::Roadmap => build::roadmap(&plan::snapshot(app, program, span, input.scope)?, making),
        DocumentKind::Changes => build::changes(&changes::snapshot(app, program, span)?, making),
        DocumentKind::Inventory => build::inventory(&inventory::snapshot(app, program, span)?, making),
        kind => return Err(not_made(kind)),
    })
}

/// The document as a file.
pub(super) fn file(document: &Document, format: DocumentFormat) -> Result<Vec<u8>> {
    Ok(match format {
        DocumentFormat::Pdf => pdf::to_pdf(document)?.bytes,
        DocumentFormat::Docx => docx::to_docx(document)?,
        DocumentFormat::Xlsx => xlsx::to_xlsx(document)?,
    })
}

/// «Дорожная карта МБОУ «Школа», IV квартал 2024 года.docx», safe for every stick.
pub(super) fn file_name(app: &App, input: &DocumentInput, format: DocumentFormat) -> Result<String> {
    let school = app.school()?.short_name;
    let period = match (input.kind, Span::of(input.from, input.to)?.words()) {
        (DocumentKind::Passport, _) => String::new(),
        (_, words) if words.is_empty() => words,
        (_, words) => format!(", {words}"),
    };
    let name = format!("{} {school}{period}.{}", input.kind.label(), format.extension());
    Ok(opora_exchange::safe_name(&name))
}

fn not_made(kind: DocumentKind) -> ApiError {
    let what = format!("Для документа «{}» ещё нет данных.", kind.label());
    ApiError::refused(what, "Ничего не записано. Внесите данные и повторите.")
}

fn no_program() -> ApiError {
    ApiError::refused(
        "Программа ещё не выбрана.",
        "Данные целы. Выберите муниципальную программу в разделе «Дорожная карта» — после этого документ можно составить.",
    )
}
