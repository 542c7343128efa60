//! Lists of the revoked, given as files: the program has no network.

use chrono::{DateTime, Utc};
use const_oid::db::rfc5280::{ID_CE_AUTHORITY_KEY_IDENTIFIER, ID_CE_CRL_NUMBER};
use der::asn1::Any;
use der::{Decode, Encode, Sequence};
use spki::AlgorithmIdentifierOwned;
use x509_cert::Version;
use x509_cert::crl::RevokedCert;
use x509_cert::ext::Extensions;
use x509_cert::ext::pkix::CrlReason;
use x509_cert::name::Name;
use x509_cert::time::Time;

use super::{Trust, chain};
use crate::armour;
use crate::certificate::{Parsed, check_shell, display_name, to_chrono};

/// A list of this many entries takes part; the largest real ones have about a million.
const MAX_LIST_BYTES: usize = 64 * 1024 * 1024;

/// What the lists say of one certificate.
pub(super) enum Standing {
    /// No list of its issuer was given.
    Unknown,
    /// Not in the list made at this moment.
    Clean(DateTime<Utc>),
    /// Revoked at this moment; `harmless` when only replaced or no longer needed.
    Revoked { at: DateTime<Utc>, harmless: bool },
}

/// RFC 5280 `TBSCertList`. Of the library's own type the version is not optional, so that it refuses old lists.
#[derive(Sequence)]
struct Revoked {
    #[asn1(optional = "true")]
    version: Option<Version>,
    signature: AlgorithmIdentifierOwned,
    issuer: Name,
    this_update: Time,
    #[asn1(optional = "true")]
    next_update: Option<Time>,
    #[asn1(optional = "true")]
    entries: Option<Vec<RevokedCert>>,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    extensions: Option<Extensions>,
}

/// A list and its very bytes, which are signed.
struct List {
    der: Vec<u8>,
    list: Revoked,
}

/// Look for `certificate` in the lists of its issuer, whose certificate is among the carried or the trusted.
pub(super) fn standing(certificate: &Parsed, carried: &[Parsed], trust: &Trust) -> Standing {
    let known = chain::known(trust);
    let mut newest: Option<(DateTime<Utc>, List)> = None;
    for list in trust.crls.iter().filter_map(|bytes| read(bytes)) {
        let issuers = carried.iter().chain(&known);
        if list.is_for(certificate) && issuers.into_iter().any(|issuer| list.is_signed_by(issuer)) {
            let made = to_chrono(&list.list.this_update);
            if newest.as_ref().is_none_or(|(other, _)| *other < made) {
                newest = Some((made, list));
            }
        }
    }
    let Some((made, list)) = newest else { return Standing::Unknown };
    match list.entry(certificate) {
        None => Standing::Clean(made),
        Some(entry) => {
            Standing::Revoked { at: to_chrono(&entry.revocation_date), harmless: is_harmless(entry) }
        }
    }
}

fn read(bytes: &[u8]) -> Option<List> {
    if bytes.len() > MAX_LIST_BYTES {
        return None;
    }
    let der = armour::unwrap(bytes)?.into_owned();
    let parts = Vec::<Any>::from_der(&der).ok()?;
    let list = Revoked::from_der(&parts.first()?.to_der().ok()?).ok()?;
    Some(List { der, list })
}

impl List {
    /// A list with a condition that must be understood (of a part of the certificates, say) proves nothing here.
    fn is_for(&self, certificate: &Parsed) -> bool {
        let list = &self.list;
        let extensions = list.extensions.as_deref().unwrap_or_default();
        let understood = extensions.iter().all(|extension| {
            !extension.critical
                || [ID_CE_AUTHORITY_KEY_IDENTIFIER, ID_CE_CRL_NUMBER].contains(&extension.extn_id)
        });
        understood && list.issuer == certificate.x509.tbs_certificate.issuer
    }

    fn is_signed_by(&self, issuer: &Parsed) -> bool {
        self.list.issuer == issuer.x509.tbs_certificate.subject
            && issuer.may_sign_lists()
            && check_shell(&self.der, issuer).is_ok()
    }

    fn entry(&self, certificate: &Parsed) -> Option<&RevokedCert> {
        let serial = &certificate.x509.tbs_certificate.serial_number;
        let revoked = self.list.entries.as_deref().unwrap_or_default();
        revoked.iter().find(|entry| entry.serial_number == *serial)
    }
}

/// Replaced, no longer in use, or its owner works elsewhere: what was signed before stays good.
fn is_harmless(entry: &RevokedCert) -> bool {
    let extensions = entry.crl_entry_extensions.as_deref().unwrap_or_default();
    let reason = extensions.iter().find(|extension| extension.extn_id.to_string() == "2.5.29.21");
    let reason = reason.and_then(|extension| CrlReason::from_der(extension.extn_value.as_bytes()).ok());
    matches!(
        reason,
        Some(CrlReason::Superseded | CrlReason::CessationOfOperation | CrlReason::AffiliationChanged)
    )
}

/// What a person needs to know of a list of the revoked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrlInfo {
    /// Who issued it.
    pub issuer: String,
    /// When it was made.
    pub made: DateTime<Utc>,
    /// When the next one is due, if it says so.
    pub next: Option<DateTime<Utc>>,
    /// How many certificates it names.
    pub entries: usize,
}

/// Reads a list of the revoked, DER or PEM; none when `bytes` are no such list.
pub fn read_crl(bytes: &[u8]) -> Option<CrlInfo> {
    let list = read(bytes)?.list;
    Some(CrlInfo {
        issuer: display_name(&list.issuer),
        made: to_chrono(&list.this_update),
        next: list.next_update.as_ref().map(to_chrono),
        entries: list.entries.map_or(0, |entries| entries.len()),
    })
}
