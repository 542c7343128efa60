use std::path::Path;

use opora_domain::programme::MAX_BYTES;

use crate::roadmap::PickedFile;
use crate::{ApiError, App, Code, Result};

/// Lets the user choose a programme file; nothing when she changes her mind.
///
/// # Errors
/// `Invalid` when the file is larger than a programme file may be.
pub fn pick_file(app: &mut App, _: ()) -> Result<Option<PickedFile>> {
    app.read()?;
    pick(app, "Выберите файл программы", &["json"], MAX_BYTES as u64)
}

/// Lets the user choose a file of at most so many bytes and remembers it by a token.
pub(crate) fn pick(
    app: &mut App,
    title: &str,
    extensions: &[&str],
    limit: u64,
) -> Result<Option<PickedFile>> {
    let Some(path) = app.host.pick_file(title, extensions) else { return Ok(None) };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let size = size(&path, &name, limit)?;
    let picked = PickedFile { token: app.new_id(), name, size };
    app.picked.insert(picked.token.clone(), path);
    Ok(Some(picked))
}

fn size(path: &Path, name: &str, limit: u64) -> Result<i64> {
    let found = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file);
    let Some(found) = found else {
        return Err(ApiError::new(
            Code::NotFound,
            format!("Не удалось прочитать «{name}»."),
            "Ничего не изменено. Проверьте, что файл или флешка на месте, и выберите файл снова.",
        ));
    };
    if found.len() > limit {
        return Err(ApiError::new(
            Code::Invalid,
            format!("«{name}» больше {}\u{a0}МБ.", limit / (1024 * 1024)),
            "Ничего не изменено. Проверьте, тот ли это файл: таблица плана бывает в сотни раз меньше.",
        ));
    }
    i64::try_from(found.len()).map_err(ApiError::internal)
}
