use std::path::{Path, PathBuf};

use opora_sign::{Trust, Verdict, Verification};

use super::judge::trust_of;
use super::{Judged, VerifyRow, VerifyTable, read_pdf, read_signature};
use crate::folder::name_of;
use crate::{ApiError, App, Code, Result};

/// As many files as are judged at once; a municipality has fewer schools.
const MAX_FILES: usize = 500;

/// Lets the user choose a folder and judges every PDF in it; none when she changed her mind.
/// A PDF that carries no signature is judged by the one that lies beside it.
///
/// # Errors
/// `NotFound` when the folder cannot be listed.
pub fn folder(app: &mut App, _: ()) -> Result<Option<VerifyTable>> {
    let Some(folder) = app.host.pick_folder("В какой папке проверить документы")
    else {
        return Ok(None);
    };
    let mut files = pdfs(&folder)?;
    let left_out = files.len().saturating_sub(MAX_FILES);
    files.truncate(MAX_FILES);
    let trust = trust_of(app)?;
    let rows = files.into_iter().map(|path| row(app, path, &trust)).collect();
    Ok(Some(VerifyTable { folder: name_of(&folder), rows, left_out }))
}

fn pdfs(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).map_err(|_| unlisted(folder))?;
    let is_pdf = |path: &PathBuf| path.extension().is_some_and(|end| end.eq_ignore_ascii_case("pdf"));
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).filter(is_pdf).collect();
    files.sort();
    Ok(files)
}

fn row(app: &mut App, path: PathBuf, trust: &Trust) -> VerifyRow {
    let token = app.new_id();
    let row = match read_pdf(&path) {
        Ok(pdf) => judged(Judged { path: path.clone(), pdf, signature: None }, trust),
        Err(error) => {
            VerifyRow {
                label: "Файл не открывается".to_owned(), reason: error.message, ..bare(&path)
            }
        }
    };
    app.picked.insert(token.clone(), path);
    VerifyRow { token, ..row }
}

fn judged(file: Judged, trust: &Trust) -> VerifyRow {
    let found = file.found(trust);
    let beside = file.beside().filter(|_| found.signatures.is_empty() && found.verdict == Verdict::NotSigned);
    let Some(signature) = beside.and_then(|path| Some((name_of(&path), read_signature(&path).ok()?))) else {
        return of(&file.path, &found, false);
    };
    let file = Judged { signature: Some(signature), ..file };
    of(&file.path, &file.found(trust), true)
}

fn of(path: &Path, found: &Verification, detached: bool) -> VerifyRow {
    let signers = found.signatures.iter().filter_map(|signature| signature.signer.as_ref());
    VerifyRow {
        verdict: Some(found.verdict),
        label: found.verdict.label().to_owned(),
        signers: signers.map(|signer| signer.subject.clone()).collect(),
        reason: found.reasons.first().cloned().unwrap_or_default(),
        detached,
        ..bare(path)
    }
}

fn bare(path: &Path) -> VerifyRow {
    VerifyRow {
        token: String::new(),
        file: name_of(path),
        verdict: None,
        label: String::new(),
        signers: Vec::new(),
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
