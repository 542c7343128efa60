//! Copies of one or many documents in a folder or on a stick, read back.

use std::path::Path;

use opora_domain::Id;
use opora_domain::issued_report::Dispatch;
use opora_domain::words::counted;
use opora_exchange::write_file;

use super::copies::{self, Copy};
use super::{JournalExportInput, PackageFile, PackageView, package};
use crate::folder::{free_path, name_of};
use crate::{ApiError, App, Problems, Result, ops};

/// A document that lies on the medium: in which file, and what to note of it.
pub(super) struct Handed {
    pub(super) report_id: Id,
    pub(super) file: PackageFile,
    pub(super) note: String,
}

/// What was written before anything went wrong.
#[derive(Default)]
pub(super) struct Outcome {
    pub(super) files: Vec<PackageFile>,
    pub(super) handed: Vec<Handed>,
    pub(super) archive: Option<String>,
    /// The file that was not written, and why.
    pub(super) failed: Option<(String, ApiError)>,
}

/// Writes documents with the signatures beside them to a chosen folder or stick and reads them back; none when the user
/// changed her mind. Every document written is noted in the journal.
///
/// # Errors
/// The errors of writing; the message then names what is on the medium: only that is noted.
pub fn export(app: &mut App, input: JournalExportInput) -> Result<Option<PackageView>> {
    let long = input.addressee.trim().chars().count() > 200;
    Problems::default().check(long, "addressee", "Адресат длиннее 200 знаков.").finish()?;
    let copies = copies::of(app, &input.ids)?;
    let Some(folder) = app.host.pick_folder("Куда записать документы") else {
        return Ok(None);
    };
    let outcome = match input.package {
        true => package::write(app, &folder, &copies, input.addressee.trim())?,
        false => write_each(&folder, &copies),
    };
    note(app, &input, &outcome.handed)?;
    let Outcome { files, handed, archive, failed } = outcome;
    match failed {
        None => Ok(Some(PackageView { folder: name_of(&folder), files, documents: handed.len(), archive })),
        Some((name, error)) => Err(broken_off(&name, error, &files, (handed.len(), copies.len()))),
    }
}

fn write_each(folder: &Path, copies: &[Copy]) -> Outcome {
    let mut outcome = Outcome::default();
    for (copy, name) in copies.iter().zip(copies::pdf_names(copies)) {
        if let Err(failed) = write_copy(folder, copy, &name, &mut outcome) {
            outcome.failed = Some(failed);
            break;
        }
    }
    outcome
}

/// The PDF first: a signature without its document is of no use.
fn write_copy(
    folder: &Path,
    copy: &Copy,
    name: &str,
    outcome: &mut Outcome,
) -> std::result::Result<(), (String, ApiError)> {
    let pdf = put(folder, name, &copy.pdf)?;
    let name = pdf.name.clone();
    outcome.files.push(pdf.clone());
    outcome.handed.push(Handed { report_id: copy.report.id.clone(), file: pdf, note: String::new() });
    for (file, body) in &copy.beside {
        outcome.files.push(put(folder, &copies::beside_name(&name, file.kind), body)?);
    }
    Ok(())
}

/// Writes a file without standing over another one.
pub(super) fn put(
    folder: &Path,
    name: &str,
    body: &[u8],
) -> std::result::Result<PackageFile, (String, ApiError)> {
    let path = free_path(folder, name, body);
    let written = write_file(&path, body).map_err(|error| (name_of(&path), error.into()))?;
    Ok(PackageFile { name: name_of(&path), sha256: written.sha256, bytes: written.bytes })
}

fn note(app: &mut App, input: &JournalExportInput, handed: &[Handed]) -> Result<()> {
    if handed.is_empty() {
        return Ok(());
    }
    let date = app.today();
    let dispatch = |one: &Handed| Dispatch {
        id: app.new_id(),
        report_id: one.report_id.clone(),
        date,
        file_name: one.file.name.clone(),
        sha256: one.file.sha256.clone(),
        channel: input.channel,
        addressee: input.addressee.trim().to_owned(),
        incoming_number: String::new(),
        incoming_date: None,
        note: one.note.clone(),
    };
    let dispatches: Vec<Dispatch> = handed.iter().map(dispatch).collect();
    app.transact(ops::EXPORT_DOCUMENTS, |tx| {
        tx.lasting();
        dispatches.iter().try_for_each(|dispatch| tx.insert(dispatch))?;
        Ok(())
    })
}

/// What is on the medium, and that nothing is lost.
fn broken_off(name: &str, error: ApiError, files: &[PackageFile], (handed, all): (usize, usize)) -> ApiError {
    let mut message = format!("Файл «{name}» не записан. {}", error.message);
    let mut hint = "Все документы целы в программе. ".to_owned();
    if handed > 0 {
        let documents = counted(handed as i64, "документ", "документа", "документов");
        message += &format!(" Записано и проверено: {documents} из\u{a0}{all}.");
        let names: Vec<String> = files.iter().map(|file| format!("«{}»", file.name)).collect();
        hint += &format!("На носителе уже лежат: {}. ", names.join(", "));
    }
    ApiError { message, hint: hint + &error.hint, ..error }
}
