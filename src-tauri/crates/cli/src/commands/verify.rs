//! `opora verify`: the verdict on signed PDFs.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use opora_usecases::Result;
use opora_usecases::verify::{Verdict, Verification, judge, read_certificate, read_pdf};
use serde_json::{Value, json};

use crate::failure::of_file;
use crate::output::{Output, pretty, say};

const UNREADABLE: u8 = 2;

/// Judges each file: 0 when all are valid, 1 when some are not, 2 when one cannot be read.
pub(crate) fn run(files: &[PathBuf], trust: &[PathBuf], output: Output) -> Result<ExitCode> {
    let trust = certificates(trust)?;
    let judged: Vec<Judged> = files.iter().map(|file| Judged::of(file, &trust)).collect();
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

struct Judged<'a> {
    file: &'a Path,
    found: std::result::Result<Verification, String>,
}

impl<'a> Judged<'a> {
    fn of(file: &'a Path, trust: &[Vec<u8>]) -> Self {
        let found = read_pdf(file).map(|pdf| judge(&pdf, trust));
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
