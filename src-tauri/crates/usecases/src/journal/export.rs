//! Copies of one or many documents in a folder or on a stick, read back.

use std::path::{Path, PathBuf};

use opora_domain::Id;
use opora_domain::issued_report::Dispatch;
use opora_domain::words::counted;

use super::copies::{self, Copy};
use super::{JournalExportInput, Medium, NotWritten, PackageFile, PackageView, package};
use crate::folder::{self, name_of};
use crate::{ApiError, App, Problems, Result, ops};

const TITLE: &str = "Куда записать документы";

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
    pub(super) failed: Option<Failure>,
}

/// The files that were not written, the first one because of the error.
pub(super) type Failure = (Vec<String>, ApiError);

/// Lets the user choose where to write: then documents may be written there one by one, and she may stop between them.
pub fn pick_medium(app: &mut App, _: ()) -> Result<Option<Medium>> {
    app.read()?;
    let Some(folder) = app.host.pick_folder(TITLE) else { return Ok(None) };
    let medium = Medium { token: app.new_id(), name: name_of(&folder) };
    app.picked.insert(medium.token.clone(), folder);
    Ok(Some(medium))
}

/// Writes documents with the signatures beside them to a chosen folder or stick and reads them back; none when the user
/// changed her mind. Every document written is noted in the journal, also when the rest cannot be written.
///
/// # Errors
/// The errors of writing when nothing is on the medium.
pub fn export(app: &mut App, input: JournalExportInput) -> Result<Option<PackageView>> {
    let long = input.addressee.trim().chars().count() > 200;
    Problems::default().check(long, "addressee", "Адресат длиннее 200 знаков.").finish()?;
    let copies = copies::of(app, &input.ids)?;
    let Some(folder) = chosen(app, input.medium.as_ref())? else { return Ok(None) };
    let outcome = match input.package {
        true => package::write(app, &folder, &copies, input.addressee.trim())?,
        false => write_each(&folder, &copies),
    };
    note(app, &input, &outcome.handed)?;
    let Outcome { files, handed, archive, failed } = outcome;
    let documents = handed.len();
    let failed = failed.map(|failed| not_written(failed, &files, (documents, copies.len()))).transpose()?;
    Ok(Some(PackageView { folder: name_of(&folder), files, documents, archive, failed }))
}

fn chosen(app: &App, medium: Option<&String>) -> Result<Option<PathBuf>> {
    let Some(token) = medium else { return Ok(app.host.pick_folder(TITLE)) };
    let known = app.picked.get(token).cloned();
    known.map(Some).ok_or_else(|| ApiError::not_found("выбранная папка"))
}

fn write_each(folder: &Path, copies: &[Copy]) -> Outcome {
    let mut outcome = Outcome::default();
    let names = copies::pdf_names(copies);
    for (at, (copy, name)) in copies.iter().zip(&names).enumerate() {
        if let Err((mut left, error)) = write_copy(folder, copy, name, &mut outcome) {
            let later = copies.iter().zip(&names).skip(at + 1);
            left.extend(later.flat_map(|(copy, name)| copies::file_names(copy, name)));
            outcome.failed = Some((left, error));
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
) -> std::result::Result<(), Failure> {
    let left = |name: &str, at: usize| copies::file_names(copy, name).split_off(at);
    let pdf = put(folder, name, &copy.pdf).map_err(|error| (left(name, 0), error))?;
    let name = pdf.name.clone();
    outcome.files.push(pdf.clone());
    outcome.handed.push(Handed { report_id: copy.report.id.clone(), file: pdf, note: String::new() });
    for (at, (file, body)) in copy.beside.iter().enumerate() {
        let written = put(folder, &copies::beside_name(&name, file.kind), body);
        outcome.files.push(written.map_err(|error| (left(&name, at + 1), error))?);
    }
    Ok(())
}

pub(super) fn put(folder: &Path, name: &str, body: &[u8]) -> Result<PackageFile> {
    let (name, written) = folder::put(folder, name, body)?;
    Ok(PackageFile { name, sha256: written.sha256, bytes: written.bytes })
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

/// What is not on the medium and why; an error when nothing is there.
fn not_written(
    (names, error): Failure,
    files: &[PackageFile],
    (handed, all): (usize, usize),
) -> Result<NotWritten> {
    let name = names.first().map_or("", String::as_str);
    let mut message = format!("Файл «{name}» не записан. {}", error.message);
    let hint = format!("Все документы целы в программе. {}", error.hint);
    if files.is_empty() {
        return Err(ApiError { message, hint, ..error });
    }
    let documents = counted(handed as i64, "документ", "документа", "документов");
    message += &format!(" Записано и проверено: {documents} из\u{a0}{all}.");
    Ok(NotWritten { names, message, hint })
}
