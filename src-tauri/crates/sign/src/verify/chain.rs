//! From a signer to somebody who is trusted: names, signatures, purposes, lengths and periods of every link.

use chrono::{DateTime, Utc};

use super::{Fault, Trust};
use crate::algorithm::KeyFault;
use crate::certificate::Parsed;

/// Certificates from the signer to the trusted one, both counted.
const MAX_DEPTH: usize = 6;
/// Signatures tried before giving up: a maze of certificates is not an honest one.
const MAX_CHECKS: usize = 64;

/// Certificates from the signer to a trusted one, and whether that one is the signer's own.
pub(super) type Path = Vec<Parsed>;

/// The certificates of `trust` that can be read.
pub(super) fn known(trust: &Trust) -> Vec<Parsed> {
    trust.certificates.iter().filter_map(|der| Parsed::read(der).ok()).collect()
}

/// The way from `signer` to a trusted certificate at the moment `at`; otherwise what stood in the way, if it is
/// worth telling.
pub(super) fn find(
    signer: &Parsed,
    carried: &[Parsed],
    at: &DateTime<Utc>,
    trust: &Trust,
) -> Result<Path, Option<String>> {
    let known = known(trust);
    let mut search = Search { carried, known: &known, at, checks: MAX_CHECKS, obstacle: None };
    let mut path = vec![signer];
    match search.extend(&mut path) {
        true => Ok(path.into_iter().cloned().collect()),
        false => Err(search.obstacle),
    }
}

struct Search<'a> {
    carried: &'a [Parsed],
    known: &'a [Parsed],
    at: &'a DateTime<Utc>,
    checks: usize,
    obstacle: Option<String>,
}

impl<'a> Search<'a> {
    /// Lengthen `path` until its last certificate is trusted.
    fn extend(&mut self, path: &mut Vec<&'a Parsed>) -> bool {
        let Some(last) = path.last().copied() else { return false };
        if self.known.iter().any(|known| known.der == last.der) {
            return true;
        }
        if path.len() >= MAX_DEPTH {
            self.obstacle = Some("Цепочка сертификатов длиннее шести.".into());
            return false;
        }
        let (known, carried) = (self.known, self.carried);
        for issuer in known.iter().chain(carried) {
            if last.names_as_issuer(issuer) && self.may_issue(issuer, path) {
                path.push(issuer);
                if self.extend(path) {
                    return true;
                }
                path.pop();
            }
        }
        false
    }

    fn may_issue(&mut self, issuer: &Parsed, path: &[&Parsed]) -> bool {
        let Some(last) = path.last() else { return false };
        if path.iter().any(|link| link.der == issuer.der) || self.checks == 0 {
            return false;
        }
        self.checks -= 1;
        if last.signed_by(issuer).is_err() {
            return false;
        }
        self.obstacle = obstacle(issuer, path, self.at);
        self.obstacle.is_none()
    }
}

/// Why `issuer`, whose signature holds, still may not stand above `path`.
fn obstacle(issuer: &Parsed, path: &[&Parsed], at: &DateTime<Utc>) -> Option<String> {
    let name = issuer.info().subject;
    if !issuer.is_authority() {
        return Some(format!("Сертификат «{name}» не даёт права выдавать сертификаты другим."));
    }
    if issuer.has_unknown_critical_extension() {
        return Some(format!(
            "В сертификате центра «{name}» есть обязательное условие, которого программа не знает."
        ));
    }
    if !issuer.is_in_force(at) {
        return Some(format!("Сертификат центра «{name}» в то время не действовал."));
    }
    // The signer is not counted, nor are renewals of an authority by itself.
    let between = path.iter().skip(1).filter(|link| !link.is_self_issued()).count();
    match issuer.path_length() {
        Some(allowed) if between > allowed => {
            Some(format!("Центр «{name}» не вправе иметь столько промежуточных центров."))
        }
        _ => None,
    }
}

/// Certificates carried beside the signer's are outside the signature. Each must at least hold together: issued by
/// one that is here or trusted, or itself the issuer of one here.
pub(super) fn check_carried(signer: &Parsed, carried: &[Parsed], trust: &Trust) -> Result<(), Fault> {
    if carried.iter().all(|one| one.der == signer.der) {
        return Ok(());
    }
    let known = known(trust);
    let all = || carried.iter().chain(&known);
    let mut checks = MAX_CHECKS;
    for one in carried.iter().filter(|one| one.der != signer.der) {
        let issuers = all().filter(|issuer| one.names_as_issuer(issuer)).take(checks);
        let verdicts: Vec<_> = issuers.map(|issuer| one.signed_by(issuer)).collect();
        checks = checks.saturating_sub(verdicts.len());
        let is_needed =
            || carried.iter().any(|other| other.names_as_issuer(one) && other.signed_by(one).is_ok());
        let holds = match verdicts.is_empty() {
            true => is_needed(),
            // An old root signed with SHA-1 is no damage.
            false => verdicts.iter().any(|verdict| *verdict != Err(KeyFault::Wrong)),
        };
        if !holds {
            return Err(Fault::modified(format!(
                "Сама подпись повреждена: приложенный к ней сертификат «{}» повреждён или посторонний.",
                one.info().subject
            )));
        }
    }
    Ok(())
}
