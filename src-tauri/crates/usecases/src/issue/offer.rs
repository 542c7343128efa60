use opora_domain::identity::is_same_person;
use opora_domain::issued_report::{SignerRole, SigningWay};
use opora_domain::report::DocumentKind;
use opora_domain::words::{Words, numbered};

use super::check::{DocumentIdentity, issuable};
use super::draw::title;
use super::signer::name;
use super::{IssueOffer, SignerOffer, WayOffer, number};
use crate::documents::{self, DocumentInput};
use crate::report::{Missing, PeriodInput};
use crate::{App, Result, identity, report};

/// Who may sign the document and how, its next number, what it replaces and what it lacks.
pub fn offer(app: &mut App, input: DocumentInput) -> Result<IssueOffer> {
    let known = DocumentIdentity::of(app, &input);
    let earlier = known.issued(app)?;
    let mut missing = missing(app, &input, &known)?;
    if let Err(refusal) = issuable(app, &known) {
        let route = "#/reports".to_owned();
        missing.insert(0, Missing { text: refusal.message, route, blocking: true });
    }
    Ok(IssueOffer {
        title: title(app, &input, &known)?,
        next_number: number::next(app)?,
        date: app.today(),
        signers: SignerRole::ALL.iter().map(|role| signer(app, input.kind, *role)).collect::<Result<_>>()?,
        replaces: earlier.map(|earlier| numbered(&earlier.number, earlier.issued_on())),
        missing,
    })
}

/// What its composer or its card says is missing.
fn missing(app: &mut App, input: &DocumentInput, known: &DocumentIdentity) -> Result<Vec<Missing>> {
    match input.kind.is_composed() {
        true => Ok(report::draft(app, PeriodInput { period: known.period.clone() })?.missing),
        false => Ok(documents::card_of(app, input.kind)?.missing),
    }
}

fn signer(app: &App, kind: DocumentKind, role: SignerRole) -> Result<SignerOffer> {
    let ways = SigningWay::ALL.iter().map(|way| offered(app, role, *way)).collect::<Result<_>>()?;
    let usual = role == usual(kind);
    Ok(SignerOffer { role, post: role.label().to_owned(), name: name(app, role)?, usual, ways })
}

/// Orders and letters are the director's, what is composed about the work is the deputy's.
fn usual(kind: DocumentKind) -> SignerRole {
    match kind {
        DocumentKind::OrderApproval
        | DocumentKind::OrderWorkingGroup
        | DocumentKind::OrderMentors
        | DocumentKind::OrderChanges
        | DocumentKind::CoverLetter
        | DocumentKind::TrainingRequest
        | DocumentKind::FingerprintAct => SignerRole::Director,
        _ => SignerRole::Deputy,
    }
}

fn offered(app: &App, role: SignerRole, way: SigningWay) -> Result<WayOffer> {
    let why_not = why_not(app, role, way)?;
    Ok(WayOffer {
        way,
        label: way.label().to_owned(),
        meaning: way.meaning().to_owned(),
        ready: why_not.is_empty(),
        why_not,
    })
}

fn why_not(app: &App, role: SignerRole, way: SigningWay) -> Result<String> {
    if name(app, role)?.trim().is_empty() {
        return Ok("В карточке школы не указаны фамилия, имя и отчество.".to_owned());
    }
    Ok(match way {
        SigningWay::OwnKey => own_key(app, role)?,
        SigningWay::Simple if identity::key_of(app, role)?.is_none() => {
            "Код простой подписи не задан: его задают в разделе «Школа и настройки».".to_owned()
        }
        SigningWay::External if app.in_demo => "В примере школы другие программы не подписывают.".to_owned(),
        _ => String::new(),
    })
}

/// The school's key is the deputy's; the director's own is a file or another program.
fn own_key(app: &App, role: SignerRole) -> Result<String> {
    let owner = name(app, role)?;
    Ok(match identity::current(app)? {
        None if role == SignerRole::Deputy => {
            "Сертификата ещё нет: создайте его в разделе «Школа и настройки».".to_owned()
        }
        Some(current) if current.certificate.not_after < app.now() => {
            "Срок действия сертификата истёк: создайте новый в разделе «Школа и настройки».".to_owned()
        }
        Some(current) if is_same_person(&current.certificate.subject, &owner) => String::new(),
        _ if role == SignerRole::Director => {
            "Ключ в этой программе — заместителя директора. Ключ директора создают в файле: раздел «Школа и настройки»."
                .to_owned()
        }
        _ => "Ключ школы выпущен на другое имя: создайте новый в разделе «Школа и настройки».".to_owned(),
    })
}
