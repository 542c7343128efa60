//! `opora verify`: the verdict on signed documents.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use opora_usecases::verify::{
    Trust, Verdict, Verification, documents_in, is_signature, judge_by, judge_detached_by, read_list,
    read_pdf, read_signature, read_trusted, signature_of,
};
use opora_usecases::{ApiError, Result};
use serde_json::{Value, json};

use crate::failure::of_file;
use crate::output::{Output, pretty, say};

const UNREADABLE: u8 = 2;

/// Judges each file: 0 when all are valid, 1 when some are not, 2 when one cannot be read. A folder stands for the
/// documents in it. A file of a signature (`.sig`, `.p7s`) after its document is judged together with it; one of the
/// same name is found by itself when the document carries no signature.
pub(crate) fn run(files: &[PathBuf], trust: &Trust, output: Output) -> Result<ExitCode> {
    let files = spread(files)?;
    if files.is_empty() {
        output.refuse(&nothing_to_judge());
        return Ok(ExitCode::from(UNREADABLE));
    }
    let judged: Vec<Judged> = pairs(&files).map(|(file, beside)| Judged::of(file, beside, trust)).collect();
    if output.json {
        say(&pretty(&judged.iter().map(Judged::json).collect()));
    } else {
        say(&judged.iter().map(Judged::words).collect::<Vec<_>>().join("\n\n"));
    }
    Ok(ExitCode::from(judged.iter().map(Judged::code).max().unwrap_or(0)))
}

/// Reads the certificates that the caller trusts and the lists of the revoked.
pub(crate) fn trusting(certificates: &[PathBuf], lists: &[PathBuf]) -> Result<Trust> {
    let read = |path: &PathBuf| read_trusted(path).map_err(|error| of_file(path, error));
    let found = certificates.iter().map(read).collect::<Result<Vec<_>>>()?;
    let list = |path: &PathBuf| read_list(path).map_err(|error| of_file(path, error));
    let crls = lists.iter().map(list).collect::<Result<_>>()?;
    Ok(Trust { certificates: found.into_iter().flatten().collect(), crls })
}

fn spread(files: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let each = files.iter().map(|path| match path.is_dir() {
        true => documents_in(path),
        false => Ok(vec![path.clone()]),
    });
    Ok(each.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// Nothing judged must not pass for everything valid.
fn nothing_to_judge() -> ApiError {
    ApiError::refused(
        "В папке нет документов PDF.",
        "Ничего не проверено. Укажите другую папку или сам файл.",
    )
}

/// Each document with the signature named right after it.
fn pairs(files: &[PathBuf]) -> impl Iterator<Item = (&Path, Option<&Path>)> {
    let next = move |at: usize| files.get(at + 1).map(PathBuf::as_path).filter(|path| is_signature(path));
    let is_taken = move |at: usize| at > 0 && is_signature(&files[at]) && !is_signature(&files[at - 1]);
    let all = files.iter().enumerate().filter(move |(at, _)| !is_taken(*at));
    all.map(move |(at, file)| (file.as_path(), next(at).filter(|_| !is_signature(file))))
}

struct Judged<'a> {
    file: &'a Path,
    /// The signature file that was judged.
    beside: Option<PathBuf>,
    found: std::result::Result<Verification, String>,
}

impl<'a> Judged<'a> {
    fn of(file: &'a Path, named: Option<&Path>, trust: &Trust) -> Self {
        let mut beside = named.map(Path::to_path_buf);
        let found = read_pdf(file).and_then(|bytes| {
            let within = judge_by(&bytes, trust);
            let is_bare = within.verdict == Verdict::NotSigned && within.signatures.is_empty();
            let may_seek = is_bare && !is_signature(file);
            beside = beside.take().or_else(|| signature_of(file).filter(|_| may_seek));
            match &beside {
                Some(path) => Ok(judge_detached_by(&bytes, &read_signature(path)?, trust)),
                None => Ok(within),
            }
        });
        let found = found.map_err(|error| format!("Файл не открывается. {}", error.message));
        Self { file, beside, found }
    }

    fn code(&self) -> u8 {
        match &self.found {
            Err(_) => UNREADABLE,
            Ok(found) if found.verdict == Verdict::NotSigned && found.revisions.is_empty() => UNREADABLE,
            Ok(found) => u8::from(found.verdict != Verdict::Valid),
        }
    }

    fn label(&self) -> &str {
        self.found.as_ref().map_or(Verdict::NotSigned, |found| found.verdict).label()
    }

    fn reasons(&self) -> Vec<&str> {
        match &self.found {
            Ok(found) => found.reasons.iter().map(String::as_str).collect(),
            Err(cause) => vec![cause],
        }
    }

    fn json(&self) -> Value {
        let found = self.found.as_ref().ok();
        let certificate = found.and_then(|found| found.signer.as_ref());
        json!({
            "file": self.file.display().to_string(),
            "signature_file": self.beside.as_ref().map(|path| path.display().to_string()),
            "verdict": found.map_or(Verdict::NotSigned, |found| found.verdict),
            "label": self.label(),
            "signer": certificate.map(|certificate| &certificate.subject),
            "certificate": certificate,
            "signed_at": found.and_then(|found| found.signed_at).map(|moment| moment.to_rfc3339()),
            "reasons": self.reasons(),
            "signatures": found.map(|found| &found.signatures),
            "stamps": found.map(|found| &found.stamps),
            "revisions": found.map(|found| &found.revisions),
        })
    }

    fn words(&self) -> String {
        let mut lines = vec![format!("{}: {}", self.file.display(), self.label())];
        lines.extend(self.beside.as_ref().map(|path| format!("  файл подписи: {}", path.display())));
        if let Ok(Verification { signer: Some(signer), signed_at, .. }) = &self.found {
            lines.push(format!(
                "  подписал(а): {} ({})",
                shown(&signer.subject),
                shown(&signer.organisation)
            ));
            lines.push(format!("  сертификат: № {}, отпечаток {}", signer.serial, signer.sha256));
            lines.extend(
                signed_at.map(|moment| format!("  время подписи: {}", moment.format("%d.%m.%Y %H:%M"))),
            );
        }
        lines.extend(self.reasons().iter().map(|reason| format!("  — {reason}")));
        lines.join("\n")
    }
}

/// A stranger's text without what would move the cursor or turn the line: it must not paint a verdict of its own.
fn shown(text: &str) -> String {
    let turns =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !c.is_control() && !turns(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn a_name_paints_no_verdict_of_its_own() {
        assert_eq!(
            shown("Иванова\n\u{1b}[2Jотчёт.pdf: \u{202e}действительна"),
            "Иванова[2Jотчёт.pdf: действительна"
        );
    }
}
