//! What the verifier answers: plain data, every sentence in the user's language.

use chrono::{DateTime, FixedOffset, Utc};
use serde::{Deserialize, Serialize};

use crate::CertificateInfo;

/// The four answers; nothing between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Whole file signed, untouched, by a trusted certificate in force at the time.
    Valid,
    /// Untouched, but who signed is not proved (unknown or out-of-date certificate).
    ValidUnknownSigner,
    /// The file differs from what was signed, or the signature itself is damaged.
    Modified,
    /// No signature, not a PDF, or a kind of signature this program cannot check.
    NotSigned,
}

impl Verdict {
    /// The words for the user.
    pub fn label(self) -> &'static str {
        match self {
            Verdict::Valid => "действительна",
            Verdict::ValidUnknownSigner => "действительна, владелец не проверен",
            Verdict::Modified => "изменён после подписания",
            Verdict::NotSigned => "не подписан или не читается",
        }
    }

    /// Whether the bytes are those that were signed, whoever signed them.
    pub fn is_intact(self) -> bool {
        matches!(self, Verdict::Valid | Verdict::ValidUnknownSigner)
    }

    /// The worse of two: a file is as good as its worst signature.
    pub(crate) fn worst(self, other: Verdict) -> Verdict {
        let rank = |verdict| match verdict {
            Verdict::Valid => 0,
            Verdict::ValidUnknownSigner => 1,
            Verdict::NotSigned => 2,
            Verdict::Modified => 3,
        };
        if rank(other) > rank(self) { other } else { self }
    }
}

/// A verdict and everything it rests on. The single fields tell of the last signature, `signatures` of each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verification {
    /// The answer for the whole file: the worst of its signatures.
    pub verdict: Verdict,
    /// Whose certificate the signature carries; proved only when the verdict is `Valid`.
    pub signer: Option<CertificateInfo>,
    /// That certificate, exact DER: what a user decides to trust.
    #[serde(skip)]
    pub certificate_der: Option<Vec<u8>>,
    /// When, by the signer's own clock.
    pub signed_at: Option<DateTime<FixedOffset>>,
    /// The stated reason for signing, empty if none.
    pub reason: String,
    /// The stated place of signing, empty if none.
    pub location: String,
    /// Plain Russian sentences: what is wrong, or what was checked. The first one is the most important.
    pub reasons: Vec<String>,
    /// Saved states of the file, the oldest first: for a report of ours drawn, then signed. Empty if it was not read
    /// so far.
    pub revisions: Vec<Revision>,
    /// Every signature in the order of signing.
    pub signatures: Vec<SignatureReport>,
    /// Time stamps of the whole document, which archives put over signatures (PAdES B-LTA).
    pub stamps: Vec<TimestampReport>,
}

/// One signature of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SignatureReport {
    /// Name of its field; empty for a signature beside the file or one that no field shows.
    pub field: String,
    /// The page, from 1, where its field stands; 0 if it is not shown on any.
    pub page: usize,
    /// A time stamp of the document; never among the signatures of a finished verdict.
    #[serde(skip)]
    pub(crate) is_stamp: bool,
    /// Whose certificate it carries.
    pub signer: Option<CertificateInfo>,
    /// That certificate, exact DER.
    #[serde(skip)]
    pub certificate_der: Option<Vec<u8>>,
    /// The algorithm in words: «ГОСТ Р 34.10-2012, 256 бит»; empty if the signature could not be read.
    pub algorithm: String,
    /// When, by the signer's own clock.
    pub signed_at: Option<DateTime<FixedOffset>>,
    /// The stated reason for signing, empty if none.
    pub reason: String,
    /// The stated place of signing, empty if none.
    pub location: String,
    /// An independent word on the time, if the signature carries one.
    pub timestamp: Option<TimestampReport>,
    /// Which revision it signs, from 1; 0 if that is not known.
    pub revision: usize,
    /// It covers the file to its last byte; an earlier one of several covers its own revision.
    pub covers_whole_file: bool,
    /// The answer for this signature.
    pub verdict: Verdict,
    /// Plain Russian sentences on this signature.
    pub reasons: Vec<String>,
}

/// A time stamp (RFC 3161) of a signature or of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TimestampReport {
    /// The signature existed at this moment.
    pub at: DateTime<Utc>,
    /// Whose certificate the stamp carries.
    pub authority: CertificateInfo,
    /// That certificate leads to a trusted one.
    pub trusted: bool,
}

/// One saved state of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Revision {
    /// From 1.
    pub number: usize,
    /// The file up to this byte is this state; see [`read_revision`](crate::read_revision).
    pub end: usize,
    /// Who signed exactly this state, if anybody.
    pub signed_by: Option<String>,
    /// Plain Russian: «добавлена подпись…», «изменена страница 2»; for the first state «исходный документ».
    pub changes: Vec<String>,
    /// The objects of the file that it added, redefined or removed: «12 0».
    pub objects: Vec<String>,
}
