use std::cmp::Reverse;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::NaiveDate;
use opora_domain::identity::{SigningIdentity, is_same_person};
use opora_domain::issued_report::IssuedReport;
use opora_domain::school::School;
use opora_domain::words::{Words, counted};

use super::{CertificateCard, CertificateState, CertificateView, words};
use crate::{ApiError, App, Result};

/// A new certificate is offered when fewer days are left.
const RENEW_DAYS: i64 = 30;

/// The school's certificates: those in use first, the deputy's before the director's, then the newest.
pub fn list(app: &mut App, _: ()) -> Result<Vec<CertificateCard>> {
    let issued = app.read()?.all::<IssuedReport>()?;
    let mut records = app.read()?.all::<SigningIdentity>()?;
    records.sort_by_key(|record| (record.retired_on.is_some(), record.role, Reverse(record.id.clone())));
    let school = app.school()?;
    records.iter().map(|record| card(app, record, &school, &issued)).collect()
}

fn card(
    app: &App,
    record: &SigningIdentity,
    school: &School,
    issued: &[IssuedReport],
) -> Result<CertificateCard> {
    let der = STANDARD.decode(&record.certificate).map_err(ApiError::internal)?;
    let certificate = words(app, &opora_sign::read_certificate(&der)?.1);
    let today = app.today();
    let state = state(record, &certificate, school, today);
    let used = |report: &&IssuedReport| {
        report.certificate_sha256 == certificate.sha256
            || report.signers.iter().any(|signer| signer.sha256 == certificate.sha256)
    };
    let signed = issued.iter().filter(used).count();
    Ok(CertificateCard {
        id: record.id.clone(),
        role: record.role,
        post: record.role.label().to_owned(),
        place: place(record).to_owned(),
        state,
        state_word: word(state).to_owned(),
        state_label: label(state, record, &certificate, school, today),
        renewal_offered: !matches!(state, CertificateState::InForce | CertificateState::Retired),
        days_left: (certificate.valid_to - today).num_days(),
        signed,
        signed_label: match signed {
            0 => "ни один документ им не подписан".to_owned(),
            _ => format!("подписано им: {}", counted(signed as i64, "документ", "документа", "документов")),
        },
        retired_on: record.retired_on,
        certificate,
    })
}

fn state(
    record: &SigningIdentity,
    certificate: &CertificateView,
    school: &School,
    today: NaiveDate,
) -> CertificateState {
    let left = (certificate.valid_to - today).num_days();
    match record.retired_on {
        Some(_) => CertificateState::Retired,
        None if certificate.expired => CertificateState::Expired,
        None if !is_same_person(&certificate.owner, school.signer(record.role)) => {
            CertificateState::OtherOwner
        }
        None if left < RENEW_DAYS => CertificateState::Expiring,
        None => CertificateState::InForce,
    }
}

fn word(state: CertificateState) -> &'static str {
    match state {
        CertificateState::InForce => "действует",
        CertificateState::Expiring => "скоро истекает",
        CertificateState::Expired => "истёк",
        CertificateState::OtherOwner => "другое имя",
        CertificateState::Retired => "заменён",
    }
}

fn label(
    state: CertificateState,
    record: &SigningIdentity,
    certificate: &CertificateView,
    school: &School,
    today: NaiveDate,
) -> String {
    let day = |day: NaiveDate| day.format("%d.%m.%Y").to_string();
    let to = day(certificate.valid_to);
    match state {
        CertificateState::InForce => format!("действует до {to}"),
        CertificateState::Expiring => {
            let left = counted((certificate.valid_to - today).num_days(), "день", "дня", "дней");
            format!("действует ещё {left}: создайте новый сертификат")
        }
        CertificateState::Expired => {
            format!("срок истёк {to}, подписывать нельзя: создайте новый сертификат")
        }
        CertificateState::OtherOwner => format!(
            "в карточке школы теперь {}: {}; подписывать этим сертификатом нельзя, создайте новый",
            record.role.label().to_lowercase(),
            school.signer(record.role)
        ),
        CertificateState::Retired => {
            format!("заменён {}, проверяет прежние подписи", day(record.retired_on.unwrap_or(today)))
        }
    }
}

fn place(record: &SigningIdentity) -> &'static str {
    match record.key.is_empty() {
        false => "в этой программе, в зашифрованном файле данных",
        true => "в файле .p12 у владельца, под его паролем; в программе ключа нет",
    }
}
