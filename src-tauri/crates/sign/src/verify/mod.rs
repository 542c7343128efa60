//! The verdict on a PDF. It fails closed: whatever is not proved is not «действительна».
//!
//! The order matters. Bytes first: one signature, its range, its digest, its mathematics. Only a file whose bytes
//! hold is given to the PDF parser, which then proves that this signature is the one the document shows.

mod container;
pub(crate) mod raw;
mod revision;
mod structure;
mod trust;
mod verdict;

use crate::certificate::Parsed;
use crate::{MAX_PDF_BYTES, pdf};

pub use revision::read_revision;
pub use trust::Trust;
pub use verdict::{Revision, SignatureReport, TimestampReport, Verdict, Verification};

/// A check that did not pass: the verdict it leads to and the sentence for the user.
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
}

/// Judge `pdf`, trusting only `trust`. Never panics and never fails: anything strange is a verdict with a reason.
pub fn verify(pdf: &[u8], trust: &Trust) -> Verification {
    let mut verification = Verification {
        verdict: Verdict::Valid,
        signer: None,
        certificate_der: None,
        signed_at: None,
        reason: String::new(),
        location: String::new(),
        reasons: Vec::new(),
        revisions: Vec::new(),
        signatures: Vec::new(),
    };
    if let Err(fault) = examine(pdf, trust, &mut verification) {
        verification.verdict = fault.verdict;
        verification.reasons.insert(0, fault.sentence);
    }
    verification
}

fn examine(pdf: &[u8], trust: &Trust, found: &mut Verification) -> Result<(), Fault> {
    check_size(pdf)?;
    let signature = raw::locate(pdf)?;
    describe(&signature, found);
    let signer = check_bytes(pdf, &signature, found)?;
    found.reasons.push("Подпись охватывает весь файл, контрольная сумма совпадает.".into());
    found.reasons.push("Подпись математически верна и сделана ключом этого сертификата.".into());
    let structure = structure::check(pdf, &signature)?;
    found.revisions = revisions(pdf);
    found.reasons.extend(structure.remarks);
    let grounds = trust::check(&signer, found.signed_at, trust)?;
    found.reasons.extend(grounds);
    Ok(())
}

fn revisions(pdf: &[u8]) -> Vec<Revision> {
    let states = revision::ends(pdf).into_iter().enumerate();
    states
        .map(|(index, end)| Revision {
            number: index + 1,
            end,
            signed_by: None,
            changes: Vec::new(),
            objects: Vec::new(),
        })
        .collect()
}

fn check_size(pdf: &[u8]) -> Result<(), Fault> {
    if pdf.is_empty() {
        return Err(Fault::not_signed("Файл пуст."));
    }
    if pdf.len() > MAX_PDF_BYTES {
        return Err(Fault::not_signed("Файл больше 200 МБ: такие программа не проверяет."));
    }
    Ok(())
}

fn describe(signature: &raw::Signature<'_>, found: &mut Verification) {
    let text = |key| signature.string(key).map(|bytes| pdf::decode_text(&bytes)).unwrap_or_default();
    found.signed_at = signature.string(b"M").and_then(|bytes| pdf::parse_date(&bytes));
    found.reason = text(b"Reason");
    found.location = text(b"Location");
}

/// Range, digest and mathematics. What was appended is reported only after the signed part has been looked at, so
/// that the user also learns whether the original is still inside.
fn check_bytes(
    pdf: &[u8],
    signature: &raw::Signature<'_>,
    found: &mut Verification,
) -> Result<Parsed, Fault> {
    let opened = container::open(signature.container()?)?;
    found.signer = Some(opened.signer.info());
    found.certificate_der = Some(opened.signer.der.clone());
    let checked = opened.check(&signature.covered());
    let appended = pdf.len() - signature.covered_end();
    if appended == 0 {
        return checked.map(|()| opened.signer);
    }
    if checked.is_ok() {
        found
            .reasons
            .push("Подписанная часть в начале файла цела: попросите прислать исходный файл заново.".into());
    }
    Err(Fault::modified(appended_sentence(&pdf[signature.covered_end()..])))
}

fn appended_sentence(tail: &[u8]) -> String {
    let count = tail.len();
    match memchr::memmem::find(tail, b" obj").is_some() {
        true => format!(
            "После подписания в файл дописано {count} байт: поверх подписанного документа сохранены изменения (страниц, пометок или полей)."
        ),
        false => format!("После подписания в файл дописано {count} байт."),
    }
}
