use std::path::Path;

use opora_domain::issued_report::Dispatch;
use opora_exchange::write_file;

use super::ExportView;
use super::pdf::stored;
use crate::person::IdInput;
use crate::{App, Result, ops};

/// Copies an issued report to a folder or stick and reads it back; none when the user changed her mind.
pub fn export(app: &mut App, input: IdInput) -> Result<Option<ExportView>> {
    let (report, body) = stored(app, &input.id)?;
    let Some(folder) = app.host.pick_folder("Куда записать отчёт") else { return Ok(None) };
    let path = free_name(&folder, &report.file.name, &body);
    let written = write_file(&path, &body)?;
    let file_name = name_of(&path);
    let dispatch = Dispatch {
        id: app.new_id(),
        report_id: report.id,
        date: app.today(),
        file_name: file_name.clone(),
        sha256: written.sha256.clone(),
    };
    app.transact(ops::EXPORT_REPORT, |tx| {
        tx.lasting();
        tx.insert(&dispatch)?;
        Ok(())
    })?;
    Ok(Some(ExportView { file_name, folder: name_of(&folder), sha256: written.sha256, bytes: written.bytes }))
}

/// A name that does not stand over another file; the same file may be written again.
fn free_name(folder: &Path, name: &str, body: &[u8]) -> std::path::PathBuf {
    let stem = name.strip_suffix(".pdf").unwrap_or(name);
    let names = std::iter::once(name.to_owned()).chain((2..100).map(|n| format!("{stem} ({n}).pdf")));
    let paths = names.map(|name| folder.join(name));
    let fits = |path: &std::path::PathBuf| match opora_exchange::read_file(path, u64::MAX) {
        Ok(there) => there == body,
        Err(_) => !path.exists(),
    };
    paths.into_iter().find(fits).unwrap_or_else(|| folder.join(name))
}

fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
