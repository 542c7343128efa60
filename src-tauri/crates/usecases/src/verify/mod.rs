//! Checking any signed PDF.

mod certificates;
mod crl;
mod distrust;
mod folder;
mod judge;
mod judged;
mod pick;
mod revision;
mod signature;
mod trust;
mod trusted;

use chrono::NaiveDate;
use opora_domain::Id;
pub use opora_sign::Verdict;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::identity::CertificateView;

pub use certificates::{look_certificates, trust_certificates};
pub use crl::{crls, drop_crl, import_crl};
pub use distrust::distrust;
pub use folder::{documents_in, folder, pick_files, row};
pub(crate) use judge::{intact, trust_of};
pub use judge::{
    is_signature, judge, judge_by, judge_detached, judge_detached_by, read_list, read_pdf, read_signature,
    read_trusted, report_data,
};
pub(crate) use judged::Judged;
pub use judged::signature_of;
pub use opora_sign::{Trust, Verification};
pub use pick::{open, pick};
pub use revision::revision;
pub use signature::{beside, pick_signature};
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
    /// Whose certificate is not known; of several signers the last such one.
    pub unknown: Option<CertificateView>,
    /// The file in base64, for looking at the pages.
    pub pdf: Option<String>,
    /// What the attached data says it is, only after a good verdict.
    pub report: Option<String>,
    /// Every signature in the order of signing.
    pub signatures: Vec<SignatureView>,
    /// Saved states of the file, the oldest first.
    pub revisions: Vec<RevisionView>,
    /// The signature judged lies beside the file: its name.
    pub detached: Option<String>,
    /// A signature file with the same name lies beside the PDF and was not looked at yet: its name.
    pub beside: Option<String>,
}

/// One signature of a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SignatureView {
    /// Its own verdict.
    #[ts(type = "\"valid\" | \"valid_unknown_signer\" | \"modified\" | \"not_signed\"")]
    pub verdict: Verdict,
    /// In words.
    pub label: String,
    /// Whose certificate.
    pub signer: Option<CertificateView>,
    /// «ГОСТ Р 34.10-2012, 256 бит».
    pub algorithm: String,
    /// When, by the signer's clock, in words.
    pub signed_at: Option<String>,
    /// Stated reason, may be empty.
    pub reason: String,
    /// Stated place, may be empty.
    pub location: String,
    /// What the time stamp says, in words.
    pub timestamp: Option<String>,
    /// Where it stands in the document: «поле «Подпись1», страница 3»; empty for a signature beside it.
    pub place: String,
    /// Which saved state it signs, from 1; 0 if that is not known.
    pub revision: usize,
    /// What was checked and what is wrong.
    pub reasons: Vec<String>,
}

/// One saved state of a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RevisionView {
    /// From 1.
    pub number: usize,
    /// Who signed exactly this state.
    pub signed_by: Option<String>,
    /// When, by the signer's clock, in words.
    pub signed_at: Option<String>,
    /// What it changed, in words.
    pub changes: Vec<String>,
    /// Size of the file at that state, bytes.
    pub bytes: usize,
}

/// Which saved state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RevisionInput {
    /// From 1.
    pub number: usize,
}

/// Files to be judged one by one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct VerifyList {
    /// Name of the folder, or that the files were chosen.
    pub title: String,
    /// In the order in which they are judged.
    pub files: Vec<VerifyFile>,
    /// Files left out because there are too many.
    pub left_out: usize,
}

/// A file that waits for its verdict.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct VerifyFile {
    /// By which it is judged and opened.
    pub token: String,
    /// Name of the file.
    pub file: String,
}

/// The verdict on a file among many.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct VerifyRow {
    /// By which it is opened.
    pub token: String,
    /// Name of the file.
    pub file: String,
    /// The verdict; none when the file cannot be read.
    #[ts(type = "\"valid\" | \"valid_unknown_signer\" | \"modified\" | \"not_signed\" | null")]
    pub verdict: Option<Verdict>,
    /// In words.
    pub label: String,
    /// Who signed, in order.
    pub signers: Vec<String>,
    /// When the last of them did, by her clock, in words.
    pub signed_at: Option<String>,
    /// The most important reason.
    pub reason: String,
    /// The signature was taken from the file beside it.
    pub detached: bool,
}

/// A file of the table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct VerifyOpenInput {
    /// Token of the row.
    pub token: String,
}

/// What files with certificates hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CertificateOffers {
    /// Each certificate once.
    pub certificates: Vec<CertificateOffer>,
    /// Files without a certificate to trust.
    pub refused: Vec<RefusedFile>,
}

/// A certificate of a file, not trusted by being shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CertificateOffer {
    /// Name of the file.
    pub file: String,
    /// Owner, validity, fingerprint.
    pub certificate: CertificateView,
    /// Who issued it, in words.
    pub issuer: String,
    /// What trusting it means, when that is more than usual; may be empty.
    pub note: String,
    /// It is trusted already.
    pub trusted: bool,
}

/// A file that was not taken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RefusedFile {
    /// Name of the file.
    pub file: String,
    /// Why, and what to do.
    pub reason: String,
}

/// Certificates to trust.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TrustCertificatesInput {
    /// Fingerprints of those shown last.
    pub sha256: Vec<String>,
}

/// How a list of the revoked stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CrlState {
    /// The next one is not due yet.
    Current,
    /// A newer one should be there.
    Overdue,
    /// A newer one of the same issuer is here.
    Replaced,
    /// It does not say when the next one is due.
    Undated,
}

impl CrlState {
    /// In a word or two.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Current => "свежий",
            Self::Overdue => "устарел",
            Self::Replaced => "заменён",
            Self::Undated => "без срока",
        }
    }
}

/// A list of revoked certificates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CrlView {
    /// The record.
    pub id: Id,
    /// Name of the file.
    pub title: String,
    /// When it was added.
    pub added_on: NaiveDate,
    /// The authority that made it.
    pub issuer: String,
    /// When it was made.
    pub made_on: NaiveDate,
    /// When the next one is due.
    pub next_on: Option<NaiveDate>,
    /// «12 сертификатов».
    pub entries: String,
    /// How it stands.
    pub state: CrlState,
    /// In a word or two.
    pub state_word: String,
    /// In a sentence, with what to do.
    pub state_label: String,
}
