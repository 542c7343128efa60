//! Who signed, and was the certificate in force.

use chrono::{DateTime, FixedOffset};

use super::Fault;
use crate::certificate::Parsed;

/// Certificates whose holders are known: exchanged by hand and compared by fingerprint, or an authority's own.
#[derive(Debug, Clone, Default)]
pub struct Trust {
    /// DER (PEM is accepted too). A signer is trusted if it is one of these, or was issued directly by one of
    /// these that is an authority.
    pub certificates: Vec<Vec<u8>>,
    /// Revocation lists (CRL, DER or PEM) given as files; without them revocation is not checked.
    pub crls: Vec<Vec<u8>>,
}

/// The grounds for trust as sentences, or the fault that leaves the signer unproved.
pub(super) fn check(
    signer: &Parsed,
    signed_at: Option<DateTime<FixedOffset>>,
    trust: &Trust,
) -> Result<Vec<String>, Fault> {
    if !signer.may_sign_documents() {
        return Err(Fault::unknown_signer("Сертификат не предназначен для подписания документов."));
    }
    check_period(signer, signed_at)?;
    let known: Vec<Parsed> = trust.certificates.iter().filter_map(|der| Parsed::read(der).ok()).collect();
    let ground = ground(signer, signed_at, &known).ok_or_else(|| {
        Fault::unknown_signer(
            "Сертификата нет среди доверенных: документ цел, но кто его подписал, не доказано. Сверьте отпечаток сертификата с владельцем.",
        )
    })?;
    Ok(vec![
        ground,
        "Сертификат действовал в указанное время подписания; время — по часам подписавшего, независимо не подтверждено.".into(),
        "Отзыв сертификата не проверялся: программа работает без сети.".into(),
    ])
}

fn check_period(certificate: &Parsed, at: Option<DateTime<FixedOffset>>) -> Result<(), Fault> {
    let Some(at) = at else {
        return Err(Fault::unknown_signer(
            "В подписи не указано время: нельзя узнать, действовал ли тогда сертификат.",
        ));
    };
    if in_force(certificate, at) {
        return Ok(());
    }
    let info = certificate.info();
    Err(Fault::unknown_signer(format!(
        "В указанное время подписания ({}) сертификат не действовал: его срок с {} по {}.",
        at.format("%d.%m.%Y"),
        info.not_before.format("%d.%m.%Y"),
        info.not_after.format("%d.%m.%Y"),
    )))
}

fn in_force(certificate: &Parsed, at: DateTime<FixedOffset>) -> bool {
    let info = certificate.info();
    info.not_before <= at && at <= info.not_after
}

fn ground(signer: &Parsed, at: Option<DateTime<FixedOffset>>, known: &[Parsed]) -> Option<String> {
    if known.iter().any(|certificate| certificate.der == signer.der) {
        return Some("Сертификат подписавшего есть среди доверенных.".into());
    }
    let authority = known.iter().find(|authority| {
        authority.is_authority()
            && at.is_some_and(|at| in_force(authority, at))
            && signer.is_issued_by(authority)
    })?;
    Some(format!("Сертификат подписавшего выдан доверенным центром «{}».", authority.info().subject))
}
