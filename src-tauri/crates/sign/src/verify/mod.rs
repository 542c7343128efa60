//! The verdict on a file. It fails closed: whatever is not proved is not «действительна».
//!
//! The order matters. Bytes first: every signature, its range, its digest, its mathematics. Only a file whose bytes
//! hold is given to the PDF parser, which then proves that these signatures are those the document shows, and that
//! whoever signed later added nothing but a signature.

mod chain;
mod change;
mod container;
mod detached;
mod harmless;
mod increment;
mod lexer;
mod metadata;
mod permission;
pub(crate) mod raw;
mod revision;
mod revoked;
mod step;
mod structure;
mod timestamp;
mod trust;
mod validation_data;
mod verdict;
mod whole;

pub(crate) use container::certificates_of;
pub use detached::verify_detached;
pub use revision::read_revision;
pub use revoked::{CrlInfo, read_crl};
pub use trust::Trust;
pub use verdict::{Revision, SignatureReport, TimestampReport, Verdict, Verification};
pub use whole::verify;

/// A check that did not pass: the verdict it leads to and the sentence for the user.
#[derive(Clone)]
pub(crate) struct Fault {
    verdict: Verdict,
    sentence: String,
}

impl Fault {
    fn modified(sentence: impl Into<String>) -> Fault {
        Fault { verdict: Verdict::Modified, sentence: sentence.into() }
    }

    fn not_signed(sentence: impl Into<String>) -> Fault {
        Fault { verdict: Verdict::NotSigned, sentence: sentence.into() }
    }

    fn unknown_signer(sentence: impl Into<String>) -> Fault {
        Fault { verdict: Verdict::ValidUnknownSigner, sentence: sentence.into() }
    }

    /// The same of one signature among several.
    fn of(self, number: usize, count: usize) -> Fault {
        Fault { sentence: format!("Подпись {number} из {count}. {}", self.sentence), ..self }
    }
}

impl Verification {
    /// The last signature that holds and whose owner is not known.
    pub fn unknown(&self) -> Option<&SignatureReport> {
        self.signatures.iter().rfind(|one| one.verdict == Verdict::ValidUnknownSigner)
    }

    /// Nothing known yet.
    fn empty() -> Verification {
        Verification {
            verdict: Verdict::Valid,
            signer: None,
            certificate_der: None,
            signed_at: None,
            reason: String::new(),
            location: String::new(),
            reasons: Vec::new(),
            revisions: Vec::new(),
            signatures: Vec::new(),
            stamps: Vec::new(),
        }
    }

    fn refused(fault: Fault) -> Verification {
        Verification { verdict: fault.verdict, reasons: vec![fault.sentence], ..Verification::empty() }
    }

    /// The whole from its parts: a fault of the file first, then what each signature says, the worst leading.
    fn conclude(mut self, fault: Option<Fault>) -> Verification {
        let worst = self.signatures.iter().fold(Verdict::Valid, |worst, one| worst.worst(one.verdict));
        self.verdict = fault.as_ref().map_or(worst, |fault| fault.verdict.worst(worst));
        let remarks = std::mem::take(&mut self.reasons);
        let several = self.signatures.iter().filter(|one| !one.is_stamp).count() > 1;
        let mut order: Vec<usize> = (0..self.signatures.len()).collect();
        order.sort_by_key(|&index| self.signatures[index].verdict != worst);
        self.reasons.extend(fault.map(|fault| fault.sentence));
        for index in order {
            for sentence in &self.signatures[index].reasons {
                let words = if several && !self.signatures[index].is_stamp {
                    format!("Подпись {}: {sentence}", index + 1)
                } else {
                    sentence.clone()
                };
                if !self.reasons.contains(&words) && self.reasons.first() != Some(sentence) {
                    self.reasons.push(words);
                }
            }
        }
        self.reasons.extend(remarks);
        self.part_stamps();
        self.show_last();
        self
    }

    /// A stamp of the document is judged as a signature is, and shown apart: nobody signed with it.
    fn part_stamps(&mut self) {
        let all = std::mem::take(&mut self.signatures);
        let (stamps, signatures): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.is_stamp);
        self.stamps = stamps.into_iter().filter_map(|stamp| stamp.timestamp).collect();
        self.signatures = signatures;
    }

    /// The single fields tell of the last signature that could be read.
    fn show_last(&mut self) {
        let Some(last) = self.signatures.last() else { return };
        self.signer = last.signer.clone();
        self.certificate_der = last.certificate_der.clone();
        self.signed_at = last.signed_at;
        self.reason = last.reason.clone();
        self.location = last.location.clone();
    }
}

impl SignatureReport {
    fn empty() -> SignatureReport {
        SignatureReport {
            field: String::new(),
            page: 0,
            is_stamp: false,
            signer: None,
            certificate_der: None,
            algorithm: String::new(),
            signed_at: None,
            reason: String::new(),
            location: String::new(),
            timestamp: None,
            revision: 0,
            covers_whole_file: false,
            verdict: Verdict::Valid,
            reasons: Vec::new(),
        }
    }

    /// What is wrong stands first.
    fn fail(&mut self, fault: Fault) {
        self.verdict = self.verdict.worst(fault.verdict);
        if !self.reasons.contains(&fault.sentence) {
            self.reasons.insert(0, fault.sentence);
        }
    }
}

/// Whether a time stamp holds by itself and is of this signature; the error is the sentence for the user.
pub(crate) fn check_stamp(token: &[u8], signature: &[u8]) -> Result<(), String> {
    timestamp::check(token, &[signature], &Trust::default()).map(|_| ()).map_err(|fault| fault.sentence)
}
