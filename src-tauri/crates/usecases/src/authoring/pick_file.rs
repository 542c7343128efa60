use opora_exchange::{MAX_TABLE_BYTES, TABLE_EXTENSIONS};

use crate::roadmap::PickedFile;
use crate::{App, Result};

/// Lets the user choose a file with a table; nothing when she changes her mind.
///
/// # Errors
/// `Invalid` when the file is larger than 20 MB.
pub fn pick_file(app: &mut App, _: ()) -> Result<Option<PickedFile>> {
    app.read()?;
    crate::programme::pick(app, "Выберите файл с таблицей", &TABLE_EXTENSIONS, MAX_TABLE_BYTES)
}
