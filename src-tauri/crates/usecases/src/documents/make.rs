//! From a request to a document and its file.

use opora_domain::program::Program;
use opora_domain::report::{DocumentFormat, DocumentKind};
use opora_domain::words::Words;
use opora_report::build::{self, Making};
use opora_report::document::Document;
use opora_report::{docx, pdf, xlsx};

use super::head::term;
use super::period::Span;
use super::{
    DocumentInput, assessment_reference, changes, forms, inventory, mentoring_report, papers, passport, plan,
    self_diagnosis_reference, stage_reference, subjects, teachers,
};
use crate::{ApiError, App, Result, current, report};

/// What the document says now, made so.
///
/// # Errors
/// `Refused` without a programme; `Invalid` when the period ends before it begins.
pub(crate) fn document(app: &mut App, input: &DocumentInput, making: &Making) -> Result<Document> {
    let span = Span::of(input.from, input.to)?;
    let program = program_of(app, input)?.ok_or_else(no_program)?;
    let document = of_program(app, &program, input, span, making)?;
    Ok(if input.kind.stays_in_school() { build::internal(document) } else { document })
}

/// The programme that it is about: the one in force, or the chosen one that has ended.
pub(crate) fn program_of(app: &App, input: &DocumentInput) -> Result<Option<Program>> {
    match input.subject.as_ref().filter(|_| input.kind.sums_up()) {
        Some(id) => Ok(Some(app.read()?.need(id)?)),
        None => current::program(app.read()?),
    }
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
        _ => of_school(app, program, input, span, making)?,
    })
}

/// References, orders, minutes, letters.
fn of_school(
    app: &mut App,
    program: &Program,
    input: &DocumentInput,
    span: Span,
    making: &Making,
) -> Result<Document> {
    use DocumentKind as Kind;
    let subject = input.subject.as_ref();
    Ok(match input.kind {
        Kind::StageReference => {
            build::stage_reference(&stage_reference::snapshot(app, program, subject)?, making)
        }
        Kind::SelfDiagnosisReference => {
            build::self_diagnosis_reference(&self_diagnosis_reference::snapshot(app, program, span)?, making)
        }
        Kind::AssessmentReference => {
            build::assessment_reference(&assessment_reference::snapshot(app, program, span)?, making)
        }
        Kind::MentoringReport => {
            build::mentoring_report(&mentoring_report::snapshot(app, program, span)?, making)
        }
        Kind::FinalReport => build::final_report(&report::final_report(app, program)?, making),
        Kind::Presentation => build::presentation(&report::on_one_sheet(app, program)?, making),
        Kind::Recommendations => {
            build::recommendations(&teachers::recommendations(app, program, subject)?, making)
        }
        Kind::Iom => build::iom(&teachers::iom(app, program, subject)?, making),
        Kind::TrainingPlan => build::training_plan(&teachers::training_plan(app, program, span)?, making),
        Kind::StaffReference => build::staff_reference(&teachers::staff_reference(app, program)?, making),
        Kind::TrainingRequest => build::training_request(&teachers::training_request(app, program)?, making),
        Kind::Questionnaire => build::questionnaire(&forms::questionnaire(app, program, subject)?, making),
        Kind::Consent => build::consent(&forms::consent(app, program, subject)?, making),
        Kind::Protocol => build::protocol(&papers::protocol(app, program, subject)?, making),
        Kind::OrderApproval => build::order(&papers::order_approval(app, program)?, making),
        Kind::OrderWorkingGroup => build::order(&papers::order_working_group(app, program)?, making),
        Kind::OrderMentors => build::order(&papers::order_mentors(app, program)?, making),
        Kind::OrderChanges => build::order(&papers::order_changes(app, program)?, making),
        Kind::CoverLetter => build::cover_letter(&papers::cover_letter(app, program, subject)?, making),
        Kind::FingerprintAct => {
            build::fingerprint_act(&papers::fingerprint_act(app, program, subject)?, making)
        }
        kind => return Err(ApiError::internal(format!("{kind:?} is a paper of the programme"))),
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
pub(super) fn file_name(app: &mut App, input: &DocumentInput, format: DocumentFormat) -> Result<String> {
    let school = app.school()?.short_name;
    let about = about(app, input)?;
    let name = format!("{} {school}{about}.{}", input.kind.label(), format.extension());
    Ok(opora_exchange::safe_name(&name))
}

/// «Дорожная карта, IV квартал 2024 года»: as the journal names the document.
pub(crate) fn title(app: &mut App, input: &DocumentInput) -> Result<String> {
    Ok(format!("{}{}", input.kind.label(), about(app, input)?))
}

/// «, IV квартал 2024 года», «, Антонова Ирина Павловна»: what tells it from others of its kind.
fn about(app: &mut App, input: &DocumentInput) -> Result<String> {
    if input.kind.sums_up() {
        return Ok(program_of(app, input)?.map(|program| format!(" {}", term(&program))).unwrap_or_default());
    }
    let period = match (input.kind, Span::of(input.from, input.to)?.words()) {
        (DocumentKind::Passport, _) => String::new(),
        (_, words) if words.is_empty() => words,
        (_, words) => format!(", {words}"),
    };
    let choices = subjects::choices(app, input.kind)?;
    let chosen = choices.into_iter().find(|choice| input.subject.as_ref() == Some(&choice.id));
    let subject = chosen.map(|choice| format!(", {}", choice.label)).unwrap_or_default();
    Ok(period + &subject)
}

fn no_program() -> ApiError {
    ApiError::refused(
        "Программа ещё не выбрана.",
        "Данные целы. Выберите муниципальную программу в разделе «Дорожная карта» — после этого документ можно составить.",
    )
}
