//! Many files: first their list, then a verdict on each by its own call, so that the window shows how far it is and
//! may stop.

use std::path::{Path, PathBuf};

use opora_sign::Verification;

use super::judge::trust_of;
use super::judged::moment;
use super::{Judged, VerifyFile, VerifyList, VerifyOpenInput, VerifyRow, is_signature};
use crate::folder::name_of;
use crate::{ApiError, App, Code, Result};

/// As many files as are judged at once; a municipality has fewer schools.
const MAX_FILES: usize = 500;

/// Lets the user choose files, documents or their signatures; none when she changed her mind.
pub fn pick_files(app: &mut App, _: ()) -> Result<Option<VerifyList>> {
    let paths = app.host.pick_files("Какие документы проверить", &["pdf", "sig", "p7s", "sgn"]);
    let list = (!paths.is_empty()).then(|| list(app, "Выбранные файлы".to_owned(), paths));
    Ok(list)
}

/// Lets the user choose a folder: every PDF in it and every document with a signature beside it. None when she changed
/// her mind.
///
/// # Errors
/// `NotFound` when the folder cannot be listed.
pub fn folder(app: &mut App, _: ()) -> Result<Option<VerifyList>> {
    let Some(folder) = app.host.pick_folder("В какой папке проверить документы")
    else {
        return Ok(None);
    };
    let paths = documents_in(&folder)?;
    Ok(Some(list(app, name_of(&folder), paths)))
}

/// The verdict on one file of the list made last. A document that carries no signature is judged by the one that lies
/// beside it.
///
/// # Errors
/// `NotFound` when the list was made anew.
pub fn row(app: &mut App, input: VerifyOpenInput) -> Result<VerifyRow> {
    let path = app.picked.get(&input.token).cloned().ok_or_else(|| ApiError::not_found("файл таблицы"))?;
    let trust = trust_of(app)?;
    let bare = bare(input.token, &path);
    Ok(match Judged::open(path) {
        Ok(file) => filled(&file.found(&trust), file.signature.is_some(), bare),
        Err(error) => VerifyRow {
            label: "Файл не открывается".to_owned(), reason: error.message, ..bare
        },
    })
}

/// Every document of a folder that may be judged, by name.
///
/// # Errors
/// `NotFound` when the folder cannot be listed.
pub fn documents_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).map_err(|_| unlisted(folder))?;
    let is_pdf = |path: &PathBuf| path.extension().is_some_and(|end| end.eq_ignore_ascii_case("pdf"));
    let mut files: Vec<_> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.retain(|path| is_pdf(path) || is_signature(path));
    files.sort();
    Ok(documents(files))
}

/// A signature stands for its document when that lies beside it; each document once.
pub(super) fn documents(paths: Vec<PathBuf>) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    for path in paths {
        let document = if is_signature(&path) { document_of(&path).unwrap_or(path) } else { path };
        if !found.contains(&document) {
            found.push(document);
        }
    }
    found
}

/// `отчёт.pdf` for `отчёт.pdf.sig` and for `отчёт.sig`.
fn document_of(signature: &Path) -> Option<PathBuf> {
    let whole = signature.with_extension("");
    let pdf = signature.with_extension("pdf");
    [whole, pdf].into_iter().find(|path| path.is_file())
}

fn list(app: &mut App, title: String, paths: Vec<PathBuf>) -> VerifyList {
    let mut paths = documents(paths);
    let left_out = paths.len().saturating_sub(MAX_FILES);
    paths.truncate(MAX_FILES);
    let files = paths.into_iter().map(|path| {
        let file = VerifyFile { token: app.new_id(), file: name_of(&path) };
        app.picked.insert(file.token.clone(), path);
        file
    });
    VerifyList { title, files: files.collect(), left_out }
}

fn filled(found: &Verification, detached: bool, bare: VerifyRow) -> VerifyRow {
    let signers = found.signatures.iter().filter_map(|signature| signature.signer.as_ref());
    VerifyRow {
        verdict: Some(found.verdict),
        label: found.verdict.label().to_owned(),
        signers: signers.map(|signer| signer.subject.clone()).collect(),
        signed_at: found.signed_at.map(moment),
        reason: found.reasons.first().map(|reason| first_sentence(reason)).unwrap_or_default(),
        detached,
        ..bare
    }
}

/// A row has room for what is wrong; what to do is told when the file is opened.
fn first_sentence(reason: &str) -> String {
    reason.split_once(". ").map_or_else(|| reason.to_owned(), |(first, _)| format!("{first}."))
}

fn bare(token: String, path: &Path) -> VerifyRow {
    VerifyRow {
        token,
        file: name_of(path),
        verdict: None,
        label: String::new(),
        signers: Vec::new(),
        signed_at: None,
        reason: String::new(),
        detached: false,
    }
}

fn unlisted(folder: &Path) -> ApiError {
    ApiError::new(
        Code::NotFound,
        format!("Папка не открывается: {}.", folder.display()),
        "Ничего не проверено. Проверьте, что флешка вставлена, и выберите папку снова.",
    )
}
