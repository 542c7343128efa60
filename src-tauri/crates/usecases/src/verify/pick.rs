use super::{Judged, VerifyOpenInput, VerifyView};
use crate::{ApiError, App, Result};

/// Lets the user choose a PDF and judges it; none when she changed her mind.
pub fn pick(app: &mut App, _: ()) -> Result<Option<VerifyView>> {
    let Some(path) = app.host.pick_file("Какой файл проверить", &["pdf"]) else {
        return Ok(None);
    };
    look(app, Judged::open(path)?).map(Some)
}

/// Opens a file of the list made last.
///
/// # Errors
/// `NotFound` when the list was made anew or the file is gone.
pub fn open(app: &mut App, input: VerifyOpenInput) -> Result<VerifyView> {
    let path = app.picked.get(&input.token).cloned().ok_or_else(|| ApiError::not_found("файл таблицы"))?;
    look(app, Judged::open(path)?)
}

/// Judges the file and remembers it.
pub(super) fn look(app: &mut App, judged: Judged) -> Result<VerifyView> {
    let view = judged.view(app)?;
    app.judged = Some(judged);
    Ok(view)
}
