use std::path::Path;

use opora_domain::school::School;

use super::{BackupView, check, files};
use crate::{App, Result};

/// Extension of a copy.
pub(super) const EXTENSION: &str = "opora";

/// Writes a verified copy to a chosen folder; nothing when she changes her mind.
pub fn backup(app: &mut App, _: ()) -> Result<Option<BackupView>> {
    let name = copy_name(&app.school()?, &app.today().to_string());
    match app.host.pick_folder("Куда сохранить копию данных") {
        Some(folder) => backup_to(app, &folder.join(name)).map(Some),
        None => Ok(None),
    }
}

/// Writes a verified copy to `file`. What stood there goes only when the new copy is proved.
///
/// # Errors
/// `NoSpace`, `ReadOnly`, `Locked`, `NoBase`.
pub fn backup_to(app: &mut App, file: &Path) -> Result<BackupView> {
    let now = app.host.now();
    let info = files::need_store(app)?.backup(file, now)?;
    Ok(BackupView {
        file: file.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        bytes: std::fs::metadata(file).map_or(info.bytes, |meta| meta.len()),
        records: check::records(&info.counts),
    })
}

fn copy_name(school: &School, date: &str) -> String {
    opora_exchange::safe_name(&format!("Опора_{}_{date}.{EXTENSION}", school.short_name))
}
