//! What others say of the file that left the window.

use std::path::{Path, PathBuf};
use std::process::Command;

use opora_sign::Verdict;
use opora_usecases::verify::judge;

/// The only file of a folder with this ending.
pub(crate) fn only_file(folder: &Path, ending: &str) -> PathBuf {
    let files = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let mut found = files.filter(|path| path.extension().is_some_and(|end| end == ending));
    let file = found.next().unwrap_or_else(|| panic!("no {ending} in {}", folder.display()));
    assert!(found.next().is_none(), "one {ending} is expected in {}", folder.display());
    file
}

/// The verdict on a file by our verifier, with the certificate as the municipality has it.
pub(crate) fn verdict(pdf: &Path, certificate: &Path) -> Verdict {
    judge(&std::fs::read(pdf).unwrap(), &[std::fs::read(certificate).unwrap()]).verdict
}

/// A copy that differs by one bit in the middle.
pub(crate) fn damaged_copy(pdf: &Path) -> PathBuf {
    let mut bytes = std::fs::read(pdf).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let copy = pdf.with_file_name("damaged.pdf");
    opora_exchange::write_file(&copy, &bytes).unwrap();
    copy
}

/// Poppler with an NSS store that knows the certificate.
pub(crate) fn pdfsig(pdf: &Path, certificate: &Path) -> String {
    let store = tempfile::tempdir().unwrap();
    let nss = format!("sql:{}", store.path().display());
    run(Command::new("certutil").args(["-N", "-d", &nss, "--empty-password"]));
    run(Command::new("certutil")
        .args(["-A", "-d", &nss, "-n", "school", "-t", "C,C,C", "-i"])
        .arg(certificate));
    run(Command::new("pdfsig").args(["-nssdir", &nss]).arg(pdf).env("LC_ALL", "C.UTF-8"))
}

fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?} is needed: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
