//! What a document may be about: stages, teachers, subjects taught, meetings, issued documents.

use opora_domain::issued_report::IssuedReport;
use opora_domain::person::{Person, Subject};
use opora_domain::program::Program;
use opora_domain::registers::Meeting;
use opora_domain::report::DocumentKind;
use opora_domain::words::{Words, numbered};

use super::{SubjectChoice, head};
use crate::assets::INSTRUMENT_FILES;
use crate::identity::{self, CertificateCard};
use crate::{App, Result, monitoring, person};

/// A subject taught by its code.
pub(super) fn taught(code: &str) -> Option<Subject> {
    serde_json::from_value(code.into()).ok()
}

fn choice(id: impl Into<String>, label: impl Into<String>) -> SubjectChoice {
    SubjectChoice { id: id.into(), label: label.into() }
}

/// What may be chosen; empty where the kind asks for nothing.
pub(super) fn choices(app: &mut App, kind: DocumentKind) -> Result<Vec<SubjectChoice>> {
    Ok(match kind {
        DocumentKind::StageReference => {
            let stages = monitoring::list(app, ())?.into_iter();
            stages.map(|view| choice(view.stage.id, view.stage.title)).collect()
        }
        DocumentKind::Iom | DocumentKind::Consent => {
            teachers(app)?.iter().map(|one| choice(&*one.id, &*one.fio)).collect()
        }
        DocumentKind::Questionnaire => {
            INSTRUMENT_FILES.iter().map(|one| choice(&*one.code, &*one.title)).collect()
        }
        DocumentKind::FinalReport | DocumentKind::Presentation => ended(app)?,
        DocumentKind::Recommendations => addressees(app)?,
        DocumentKind::Protocol => meetings(app)?,
        DocumentKind::CoverLetter => issued(app)?,
        DocumentKind::FingerprintAct => certificates(app)?,
        _ => Vec::new(),
    })
}

/// Programmes that have ended, the last one first.
fn ended(app: &App) -> Result<Vec<SubjectChoice>> {
    let mut programs: Vec<Program> = app.read()?.all()?;
    programs.retain(|program| program.ended_on.is_some());
    programs.sort_by_key(|program| std::cmp::Reverse(program.period_from));
    let words = |one: &Program| format!("{}: {}", head::term(one), one.title);
    Ok(programs.iter().map(|one| choice(&*one.id, words(one))).collect())
}

fn teachers(app: &mut App) -> Result<Vec<Person>> {
    let today = app.today();
    let mut people = person::list(app, ())?;
    people.retain(|one| one.counts_on(today));
    Ok(people)
}

/// The school (nothing chosen) stands first on the card; then associations, then teachers.
fn addressees(app: &mut App) -> Result<Vec<SubjectChoice>> {
    let people = teachers(app)?;
    let taught = Subject::ALL.iter().filter(|one| people.iter().any(|person| person.subjects.contains(one)));
    let code =
        |one: &Subject| serde_json::to_value(one).ok().and_then(|code| code.as_str().map(str::to_owned));
    let of_subject = taught.filter_map(|one| Some(choice(code(one)?, format!("ШМО ({})", in_words(*one)))));
    let of_teacher = people.iter().map(|one| choice(&*one.id, &*one.fio));
    Ok(of_subject.chain(of_teacher).collect())
}

fn meetings(app: &App) -> Result<Vec<SubjectChoice>> {
    let mut meetings: Vec<Meeting> = app.read()?.all()?;
    meetings.sort_by_key(|one| std::cmp::Reverse((one.date, one.id.clone())));
    let words = |one: &Meeting| {
        let number = if one.number.is_empty() { String::new() } else { format!(" № {}", one.number) };
        format!("{}{number}", one.date.format("%d.%m.%Y"))
    };
    Ok(meetings.iter().map(|one| choice(&*one.id, words(one))).collect())
}

fn issued(app: &App) -> Result<Vec<SubjectChoice>> {
    let mut issued: Vec<IssuedReport> = app.read()?.all()?;
    issued.sort_by_key(|one| std::cmp::Reverse(one.issued_at));
    let words =
        |one: &IssuedReport| format!("{} {}", one.full_title(), numbered(&one.number, one.issued_on()));
    Ok(issued.iter().map(|one| choice(&*one.id, words(one))).collect())
}

/// Those in use besides the first, which the act is about when nothing is chosen.
fn certificates(app: &mut App) -> Result<Vec<SubjectChoice>> {
    let mut cards = identity::list(app, ())?;
    cards.retain(|card| card.retired_on.is_none());
    let words = |card: &CertificateCard| format!("{} — {}", card.post, card.certificate.owner);
    Ok(cards.iter().skip(1).map(|card| choice(&*card.id, words(card))).collect())
}

/// «математика» in the middle of a sentence; «ОБЗР» stays as it is.
pub(super) fn in_words(subject: Subject) -> String {
    match subject {
        Subject::Safety => subject.label().to_owned(),
        subject => subject.label().to_lowercase(),
    }
}
