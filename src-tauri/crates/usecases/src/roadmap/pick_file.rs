use super::{PickedFile, document};
use crate::{ApiError, App, Result};

/// What the chooser says: the limit is known before the choice.
const TITLE: &str = "Выберите документ: PDF, фото, Word, Excel или архив до 20\u{a0}МБ";

/// Lets the user choose a file to attach; nothing when she changes her mind.
///
/// # Errors
/// `Invalid` when the file is empty, larger than 20 MB or of another kind.
pub fn pick_file(app: &mut App, _: ()) -> Result<Option<PickedFile>> {
    app.read()?;
    let Some(path) = app.host.pick_file(TITLE, &document::EXTENSIONS) else {
        return Ok(None);
    };
    let size = i64::try_from(document::size(&path)?).map_err(ApiError::internal)?;
    let picked = PickedFile { token: app.new_id(), name: document::file_name(&path), size };
    app.picked.insert(picked.token.clone(), path);
    Ok(Some(picked))
}
