//! «Акт обмена отпечатками сертификатов» as data.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Head;

/// The version of this form.
pub const SCHEMA: &str = "opora.fingerprint_act/1";

/// The agreement on the certificate with which the school signs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FingerprintAct {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Who made it, about which programme.
    pub head: Head,
    /// The municipal authority.
    pub authority: String,
    /// Owner of the certificate.
    pub owner: String,
    /// Number of the certificate, upper hex.
    pub serial: String,
    /// First day of validity.
    pub valid_from: NaiveDate,
    /// Last day of validity.
    pub valid_to: NaiveDate,
    /// SHA-256 of the certificate, hex.
    pub sha256: String,
}
