//! Who signed, and was the certificate in force.

use chrono::{DateTime, FixedOffset, Utc};

use super::container::Container;
use super::revoked::{self, Standing};
use super::{Fault, TimestampReport, chain};
use crate::certificate::Parsed;

/// Certificates whose holders are known: exchanged by hand and compared by fingerprint, or an authority's own.
#[derive(Debug, Clone, Default)]
pub struct Trust {
    /// DER (PEM is accepted too). A signer is trusted if it is one of these, or if a chain of at most six
    /// certificates, carried in the signature, leads to one of these that is an authority.
    pub certificates: Vec<Vec<u8>>,
    /// Revocation lists (CRL, DER or PEM) given as files; without them revocation is not checked.
    pub crls: Vec<Vec<u8>>,
}

/// The grounds for trust as sentences, or the fault that leaves the signer unproved.
pub(super) fn check(
    container: &Container,
    signed_at: Option<DateTime<FixedOffset>>,
    stamp: Option<&TimestampReport>,
    trust: &Trust,
) -> Result<Vec<String>, Fault> {
    let signer = &container.signer;
    check_purpose(signer)?;
    let at = check_period(signer, signed_at)?;
    let path = chain::find(signer, &container.carried, &at.to_utc(), trust).map_err(unknown)?;
    let mut grounds = vec![ground(&path), time_words(signer, at, stamp)];
    grounds.push(check_revocation(&path, container, at, stamp, trust)?);
    Ok(grounds)
}

fn check_purpose(signer: &Parsed) -> Result<(), Fault> {
    if !signer.may_sign_documents() || !signer.purposes_fit_documents() {
        return Err(Fault::unknown_signer("Сертификат не предназначен для подписания документов."));
    }
    match signer.has_unknown_critical_extension() {
        true => Err(Fault::unknown_signer(
            "В сертификате подписавшего есть обязательное условие, которого программа не знает.",
        )),
        false => Ok(()),
    }
}

fn unknown(obstacle: Option<String>) -> Fault {
    let sentence = "Сертификата нет среди доверенных: кто подписал, не доказано. Сверьте отпечаток сертификата с владельцем.";
    Fault::unknown_signer(match obstacle {
        Some(obstacle) => format!("{sentence} {obstacle}"),
        None => sentence.to_owned(),
    })
}

fn check_period(
    certificate: &Parsed,
    at: Option<DateTime<FixedOffset>>,
) -> Result<DateTime<FixedOffset>, Fault> {
    let Some(at) = at else {
        return Err(Fault::unknown_signer(
            "В подписи не указано время: нельзя узнать, действовал ли тогда сертификат.",
        ));
    };
    if certificate.is_in_force(&at.to_utc()) {
        return Ok(at);
    }
    let info = certificate.info();
    Err(Fault::unknown_signer(format!(
        "В указанное время подписания ({}) сертификат не действовал: его срок с {} по {}.",
        at.format("%d.%m.%Y"),
        info.not_before.format("%d.%m.%Y"),
        info.not_after.format("%d.%m.%Y"),
    )))
}

fn ground(path: &[Parsed]) -> String {
    match path {
        [_, .., authority] => {
            format!("Сертификат подписавшего выдан доверенным центром «{}».", authority.info().subject)
        }
        _ => "Сертификат подписавшего есть среди доверенных.".into(),
    }
}

/// Only a stamp of a trusted service within the period of the certificate proves that it was signed in that period.
fn proof_of_time<'a>(signer: &Parsed, stamp: Option<&'a TimestampReport>) -> Option<&'a TimestampReport> {
    stamp.filter(|stamp| stamp.trusted && signer.is_in_force(&stamp.at))
}

fn time_words(signer: &Parsed, at: DateTime<FixedOffset>, stamp: Option<&TimestampReport>) -> String {
    match (proof_of_time(signer, stamp), stamp) {
        (Some(proof), _) => format!(
            "Сертификат действовал в указанное время подписания ({}); время подтверждено службой времени «{}»: подпись существовала {}.",
            at.format("%d.%m.%Y"),
            proof.authority.subject,
            moment(&proof.at),
        ),
        (None, Some(late)) if late.trusted => format!(
            "Сертификат действовал в указанное время подписания, но штамп времени поставлен {}, вне срока сертификата, и этого не подтверждает.",
            moment(&late.at),
        ),
        _ => "Сертификат действовал в указанное время подписания; время — по часам подписавшего, независимо не подтверждено.".into(),
    }
}

pub(super) fn moment(at: &DateTime<Utc>) -> String {
    at.format("%d.%m.%Y %H:%M:%S (UTC)").to_string()
}

fn check_revocation(
    path: &[Parsed],
    container: &Container,
    at: DateTime<FixedOffset>,
    stamp: Option<&TimestampReport>,
    trust: &Trust,
) -> Result<String, Fault> {
    let mut words = None;
    for link in path {
        let proof = proof_of_time(&container.signer, stamp).map(|stamp| stamp.at);
        let standing = revoked::standing(link, &container.carried, trust);
        let said = standing_words(link, &standing, at.to_utc(), proof)?;
        words = words.or(said);
    }
    Ok(words.unwrap_or_else(|| match trust.crls.is_empty() {
        true => "Отзыв сертификата не проверялся: программа работает без сети.".into(),
        false => {
            "Отзыв сертификата не проверялся: среди загруженных списков отзыва нет списка его центра.".into()
        }
    }))
}

/// A list is no proof of time: a thief of the key would date a signature before the revocation.
fn standing_words(
    link: &Parsed,
    standing: &Standing,
    at: DateTime<Utc>,
    proof: Option<DateTime<Utc>>,
) -> Result<Option<String>, Fault> {
    let day = |moment: &DateTime<Utc>| moment.format("%d.%m.%Y").to_string();
    let name = link.info().subject;
    match standing {
        Standing::Unknown => Ok(None),
        Standing::Clean(made) => {
            Ok(Some(format!("По списку отзыва от {} сертификат не отозван.", day(made))))
        }
        Standing::Revoked { at: revoked, .. } if *revoked <= at => Err(Fault::unknown_signer(format!(
            "Сертификат «{name}» отозван {}, до подписания: подпись им не имеет силы.",
            day(revoked)
        ))),
        Standing::Revoked { at: revoked, harmless } => {
            match *harmless || proof.is_some_and(|proof| proof < *revoked) {
                true => {
                    Ok(Some(format!("Сертификат «{name}» отозван {}, уже после подписания.", day(revoked))))
                }
                false => Err(Fault::unknown_signer(format!(
                    "Сертификат «{name}» отозван {}. Указанное время подписания раньше, но штампом времени не подтверждено.",
                    day(revoked)
                ))),
            }
        }
    }
}
