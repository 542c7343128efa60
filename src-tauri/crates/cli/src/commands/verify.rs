//! `opora verify`: the verdict on signed PDFs.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use opora_usecases::Result;
use opora_usecases::verify::{
    Verdict, Verification, judge, judge_detached, read_certificate, read_pdf, read_signature,
};
use serde_json::{Value, json};

use crate::failure::of_file;
use crate::output::{Output, pretty, say};

const UNREADABLE: u8 = 2;

/// Judges each file: 0 when all are valid, 1 when some are not, 2 when one cannot be read.
/// A file of a signature (`.sig`, `.p7s`) after its document is judged together with it.
pub(crate) fn run(files: &[PathBuf], trust: &[PathBuf], output: Output) -> Result<ExitCode> {
    let trust = certificates(trust)?;
    let judged: Vec<Judged> = pairs(files).map(|(file, beside)| Judged::of(file, beside, &trust)).collect();
    if output.json {
        say(&pretty(&judged.iter().map(Judged::json).collect()));
    } else {
        say(&judged.iter().map(Judged::words).collect::<Vec<_>>().join("\n\n"));
    }
    Ok(ExitCode::from(judged.iter().map(Judged::code).max().unwrap_or(0)))
}

/// Reads the certificates that the caller trusts.
pub(crate) fn certificates(paths: &[PathBuf]) -> Result<Vec<Vec<u8>>> {
    paths.iter().map(|path| read_certificate(path).map_err(|error| of_file(path, error))).collect()
}

/// Each document with the signature named right after it.
fn pairs(files: &[PathBuf]) -> impl Iterator<Item = (&Path, Option<&Path>)> {
    let next = move |at: usize| files.get(at + 1).map(PathBuf::as_path).filter(|path| is_signature(path));
    let is_taken = move |at: usize| at > 0 && is_signature(&files[at]) && !is_signature(&files[at - 1]);
    let all = files.iter().enumerate().filter(move |(at, _)| !is_taken(*at));
    all.map(move |(at, file)| (file.as_path(), next(at).filter(|_| !is_signature(file))))
}

fn is_signature(path: &Path) -> bool {
    let end = path.extension().map(|end| end.to_string_lossy().to_lowercase());
    end.is_some_and(|end| ["sig", "p7s", "sgn"].contains(&end.as_str()))
}

struct Judged<'a> {
    file: &'a Path,
    found: std::result::Result<Verification, String>,
}

impl<'a> Judged<'a> {
    fn of(file: &'a Path, beside: Option<&Path>, trust: &[Vec<u8>]) -> Self {
        let found = read_pdf(file).and_then(|bytes| match beside {
            Some(path) => Ok(judge_detached(&bytes, &read_signature(path)?, trust)),
            None => Ok(judge(&bytes, trust)),
        });
        Self {
            file, found: found.map_err(|error| format!("Файл не открывается. {}", error.message))
        }
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
            "verdict": found.map_or(Verdict::NotSigned, |found| found.verdict),
            "label": self.label(),
            "signer": certificate.map(|certificate| &certificate.subject),
            "certificate": certificate,
            "signed_at": found.and_then(|found| found.signed_at).map(|moment| moment.to_rfc3339()),
            "reasons": self.reasons(),
            "signatures": found.map(|found| &found.signatures),
            "revisions": found.map(|found| &found.revisions),
        })
    }

    fn words(&self) -> String {
        let mut lines = vec![format!("{}: {}", self.file.display(), self.label())];
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
