use opora_domain::issued_report::{Channel, Dispatch};
use opora_exchange::write_file;

use super::ExportView;
use super::pdf::stored;
use crate::folder::{free_path, name_of};
use crate::person::IdInput;
use crate::{App, Result, ops};

/// Copies an issued report to a folder or stick and reads it back; none when the user changed her mind.
pub fn export(app: &mut App, input: IdInput) -> Result<Option<ExportView>> {
    let (report, body) = stored(app, &input.id)?;
    let Some(folder) = app.host.pick_folder("Куда записать отчёт") else { return Ok(None) };
    let path = free_path(&folder, &report.file.name, &body);
    let written = write_file(&path, &body)?;
    let file_name = name_of(&path);
    let dispatch = Dispatch {
        id: app.new_id(),
        report_id: report.id,
        date: app.today(),
        file_name: file_name.clone(),
        sha256: written.sha256.clone(),
        channel: Channel::Folder,
        addressee: String::new(),
        incoming_number: String::new(),
        incoming_date: None,
        note: String::new(),
    };
    app.transact(ops::EXPORT_REPORT, |tx| {
        tx.lasting();
        tx.insert(&dispatch)?;
        Ok(())
    })?;
    Ok(Some(ExportView { file_name, folder: name_of(&folder), sha256: written.sha256, bytes: written.bytes }))
}
