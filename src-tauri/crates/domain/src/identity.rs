//! The school's signing identity and the certificates it trusts.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;

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
    /// Private key, PKCS#8 DER in base64.
    pub key: String,
    /// First day.
    pub created_on: NaiveDate,
    /// When it was replaced; empty for the one in use.
    pub retired_on: Option<NaiveDate>,
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
