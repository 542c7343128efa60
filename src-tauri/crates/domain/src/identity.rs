//! The school's signing identity and the certificates it trusts.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::issued_report::SignerRole;

/// The key with which the school signs (УНЭП by agreement). The private key lies only in the encrypted file.
///
/// Table: identity
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct SigningIdentity {
    /// UUIDv7.
    pub id: Id,
    /// Owner's full name.
    pub owner: String,
    /// Certificate, DER in base64.
    pub certificate: String,
    /// Private key, PKCS#8 DER in base64; empty when its owner keeps it in a file of her own.
    pub key: String,
    /// First day.
    pub created_on: NaiveDate,
    /// When it was replaced; empty for the one in use.
    pub retired_on: Option<NaiveDate>,
    /// In which capacity the owner signs.
    pub role: SignerRole,
}

/// The same person, however the name is spaced and its letters are written.
pub fn is_same_person(one: &str, other: &str) -> bool {
    let plain = |name: &str| name.to_lowercase().replace('ё', "е");
    let (one, other) = (plain(one), plain(other));
    one.split_whitespace().eq(other.split_whitespace())
}

/// A certificate that the user decided to trust.
///
/// Table: trusted_certificate
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TrustedCertificate {
    /// UUIDv7.
    pub id: Id,
    /// Owner's name.
    pub title: String,
    /// Certificate, DER in base64.
    pub certificate: String,
    /// SHA-256, lower hex.
    pub sha256: String,
    /// When it was trusted.
    pub added_on: NaiveDate,
}

/// The key of a person's simple electronic signature (ПЭП). It lies only in the encrypted file.
///
/// Table: simple_key
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct SimpleKey {
    /// UUIDv7.
    pub id: Id,
    /// Whose: `deputy` or `director`.
    pub role: SignerRole,
    /// Full name at the time.
    pub owner: String,
    /// Secret, lower hex.
    pub secret: String,
    /// HMAC of the PIN by the secret, lower hex.
    pub pin: String,
    /// When it was set.
    pub set_on: NaiveDate,
    /// When it was replaced; empty for the one in use.
    pub retired_on: Option<NaiveDate>,
}

/// A list of revoked certificates that came as a file.
///
/// Table: revocation_list
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RevocationList {
    /// UUIDv7.
    pub id: Id,
    /// Name of the file.
    pub title: String,
    /// The list, in base64.
    pub list: String,
    /// When it was added.
    pub added_on: NaiveDate,
}

/// How another program is called to sign.
///
/// Table: signing_settings
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SigningSettings {
    /// One row.
    pub id: Id,
    /// Template with {in}, {out} and {cert}; empty = signed by hand.
    pub command: String,
    /// Seconds to wait for it.
    pub timeout_seconds: i64,
}
