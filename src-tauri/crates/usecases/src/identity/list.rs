use std::cmp::Reverse;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::NaiveDate;
use opora_domain::identity::SigningIdentity;
use opora_domain::issued_report::IssuedReport;
use opora_domain::words::counted;

use super::{CertificateCard, CertificateState, CertificateView, words};
use crate::{ApiError, App, Result};

/// A new certificate is offered when fewer days are left.
const RENEW_DAYS: i64 = 30;

/// The school's certificates, the one in use first, then the newest.
pub fn list(app: &mut App, _: ()) -> Result<Vec<CertificateCard>> {
    let issued = app.read()?.all::<IssuedReport>()?;
    let mut records = app.read()?.all::<SigningIdentity>()?;
    records.sort_by_key(|record| (record.retired_on.is_some(), Reverse(record.id.clone())));
    records.iter().map(|record| card(app, record, &issued)).collect()
}

fn card(app: &App, record: &SigningIdentity, issued: &[IssuedReport]) -> Result<CertificateCard> {
    let der = STANDARD.decode(&record.certificate).map_err(ApiError::internal)?;
    let certificate = words(app, &opora_sign::read_certificate(&der)?.1);
    let today = app.today();
    let (state, state_label) = state(&certificate, record.retired_on, today);
    let days_left = (certificate.valid_to - today).num_days();
    let used = |report: &&IssuedReport| {
        report.certificate_sha256 == certificate.sha256
            || report.signers.iter().any(|signer| signer.sha256 == certificate.sha256)
    };
    Ok(CertificateCard {
        id: record.id.clone(),
        state,
        state_label,
        renewal_offered: record.retired_on.is_none() && days_left < RENEW_DAYS,
        days_left,
        signed: issued.iter().filter(used).count(),
        retired_on: record.retired_on,
        certificate,
    })
}

fn state(
    certificate: &CertificateView,
    retired: Option<NaiveDate>,
    today: NaiveDate,
) -> (CertificateState, String) {
    let day = |day: NaiveDate| day.format("%d.%m.%Y").to_string();
    let left = (certificate.valid_to - today).num_days();
    match retired {
        Some(on) => (CertificateState::Retired, format!("заменён {}, проверяет прежние подписи", day(on))),
        None if certificate.expired => (
            CertificateState::Expired,
            format!("срок истёк {}, подписывать нельзя", day(certificate.valid_to)),
        ),
        None if left < RENEW_DAYS => {
            let left = counted(left, "день", "дня", "дней");
            (CertificateState::Expiring, format!("действует ещё {left}: создайте новый сертификат"))
        }
        None => (CertificateState::InForce, format!("действует до {}", day(certificate.valid_to))),
    }
}
