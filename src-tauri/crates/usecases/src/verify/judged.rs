//! The verdict on a file as the window shows it.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use opora_sign::{Revision, SignatureReport, TimestampReport, Trust, Verdict, Verification};

use super::judge::{describe, is_signature, judge_by, judge_detached_by, read_pdf, read_signature, trust_of};
use super::{RevisionView, SignatureView, VerifyView};
use crate::folder::name_of;
use crate::{ApiError, App, Code, Result, identity};

/// A file looked at, kept while its screen is open.
#[derive(Debug, Clone)]
pub(crate) struct Judged {
    /// Where it lies.
    pub(crate) path: PathBuf,
    /// The PDF.
    pub(crate) pdf: Vec<u8>,
    /// Name and body of the signature beside it, if that is what was judged.
    pub(crate) signature: Option<(String, Vec<u8>)>,
}

impl Judged {
    /// Reads a document. One that carries no signature comes with the signature that lies beside it.
    ///
    /// # Errors
    /// As [`read_pdf`]; `Invalid` for a signature whose document is not there.
    pub(super) fn open(path: PathBuf) -> Result<Judged> {
        if is_signature(&path) {
            return Err(lonely(&name_of(&path)));
        }
        let file = Judged { pdf: read_pdf(&path)?, path, signature: None };
        let found = file.found(&Trust::default());
        let is_bare = found.signatures.is_empty() && found.verdict == Verdict::NotSigned;
        let signature = match file.beside().filter(|_| is_bare) {
            Some(path) => Some((name_of(&path), read_signature(&path)?)),
            None => None,
        };
        Ok(Judged { signature, ..file })
    }

    /// The verdict, by what is trusted.
    pub(super) fn found(&self, trust: &Trust) -> Verification {
        match &self.signature {
            Some((_, signature)) => judge_detached_by(&self.pdf, signature, trust),
            None => judge_by(&self.pdf, trust),
        }
    }

    /// The signature that lies beside it.
    pub(super) fn beside(&self) -> Option<PathBuf> {
        signature_of(&self.path)
    }

    /// What the window shows.
    pub(super) fn view(&self, app: &App) -> Result<VerifyView> {
        let found = self.found(&trust_of(app)?);
        let sound = found.verdict == Verdict::Valid;
        let unknown = found.unknown().and_then(|signature| signature.signer.clone());
        let beside = self.beside().filter(|_| self.signature.is_none());
        Ok(VerifyView {
            file: name_of(&self.path),
            verdict: found.verdict,
            label: found.verdict.label().to_owned(),
            signed_at: found.signed_at.map(moment),
            can_trust: found.verdict == Verdict::ValidUnknownSigner && !out_of_term(&found),
            unknown: unknown.as_ref().map(|certificate| identity::words(app, certificate)),
            report: sound.then(|| describe(&self.pdf)).flatten(),
            pdf: self.pdf.starts_with(b"%PDF").then(|| STANDARD.encode(&self.pdf)),
            signer: found.signer.as_ref().map(|certificate| identity::words(app, certificate)),
            signatures: found.signatures.iter().map(|signature| signature_view(app, signature)).collect(),
            revisions: found.revisions.iter().map(|revision| revision_view(revision, &found)).collect(),
            reasons: found.reasons,
            detached: self.signature.as_ref().map(|(name, _)| name.clone()),
            beside: beside.map(|path| name_of(&path)),
        })
    }
}

/// The signature file that lies beside a document: `отчёт.pdf.sig`, `отчёт.sig`.
pub fn signature_of(document: &Path) -> Option<PathBuf> {
    let whole = |end: &str| {
        let mut name = document.file_name().map(std::ffi::OsStr::to_owned).unwrap_or_default();
        name.push(format!(".{end}"));
        document.with_file_name(name)
    };
    let ends = ["sig", "p7s", "sgn"].into_iter();
    ends.flat_map(|end| [whole(end), document.with_extension(end)]).find(|path| path.is_file())
}

pub(super) fn moment(at: chrono::DateTime<chrono::FixedOffset>) -> String {
    at.format("%d.%m.%Y %H:%M (UTC%:z)").to_string()
}

/// The certificate was not in force when it signed: trusting it would change nothing.
fn out_of_term(found: &Verification) -> bool {
    let signed = found.unknown().and_then(|one| one.signer.as_ref().zip(one.signed_at));
    signed.is_some_and(|(certificate, at)| at < certificate.not_before || at > certificate.not_after)
}

fn signature_view(app: &App, found: &SignatureReport) -> SignatureView {
    SignatureView {
        verdict: found.verdict,
        label: found.verdict.label().to_owned(),
        signer: found.signer.as_ref().map(|certificate| identity::words(app, certificate)),
        algorithm: found.algorithm.clone(),
        signed_at: found.signed_at.map(moment),
        reason: found.reason.clone(),
        location: found.location.clone(),
        timestamp: found.timestamp.as_ref().map(stamp_words),
        place: place(found),
        revision: found.revision,
        reasons: found.reasons.clone(),
    }
}

fn stamp_words(stamp: &TimestampReport) -> String {
    let trusted =
        if stamp.trusted { "" } else { ", службе времени школа не доверяет" };
    format!("{} (UTC), «{}»{trusted}", stamp.at.format("%d.%m.%Y %H:%M:%S"), stamp.authority.subject)
}

fn place(found: &SignatureReport) -> String {
    match (found.field.as_str(), found.page) {
        ("", _) => String::new(),
        (field, 0) => format!("поле «{field}», без отметки на странице"),
        (field, page) => format!("поле «{field}», страница {page}"),
    }
}

fn lonely(name: &str) -> ApiError {
    ApiError::new(
        Code::Invalid,
        format!("«{name}»: это файл подписи, а документа с таким именем рядом нет."),
        "Ничего не проверено. Положите документ и подпись в одну папку и откройте снова.",
    )
}

fn revision_view(revision: &Revision, found: &Verification) -> RevisionView {
    let signature = found.signatures.iter().find(|signature| signature.revision == revision.number);
    RevisionView {
        signed_at: signature.and_then(|signature| signature.signed_at).map(moment),
        number: revision.number,
        signed_by: revision.signed_by.clone(),
        changes: revision.changes.clone(),
        bytes: revision.end,
    }
}
