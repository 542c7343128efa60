//! Checking any signed PDF.

mod distrust;
mod judge;
mod pick;
mod trust;
mod trusted;

pub use opora_sign::Verdict;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::identity::CertificateView;

pub use distrust::distrust;
pub(crate) use judge::{intact, view};
pub use judge::{judge, read_certificate, read_pdf, report_data};
pub use opora_sign::Verification;
pub use pick::pick;
pub use trust::trust;
pub use trusted::trusted;

/// The verdict on a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct VerifyView {
    /// Name of the file.
    pub file: String,
    /// The verdict.
    #[ts(type = "\"valid\" | \"valid_unknown_signer\" | \"modified\" | \"not_signed\"")]
    pub verdict: Verdict,
    /// In words.
    pub label: String,
    /// What was checked and what is wrong.
    pub reasons: Vec<String>,
    /// Whose certificate.
    pub signer: Option<CertificateView>,
    /// When, by the signer's clock, in words.
    pub signed_at: Option<String>,
    /// The signature holds but the owner is not known: the certificate may be trusted.
    pub can_trust: bool,
    /// The file in base64, for looking at the pages.
    pub pdf: Option<String>,
    /// What the attached data says it is, only after a good verdict.
    pub report: Option<String>,
}
