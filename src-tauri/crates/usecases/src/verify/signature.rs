use std::path::Path;

use super::pick::look;
use super::{Judged, VerifyView, read_signature};
use crate::folder::name_of;
use crate::{ApiError, App, Result};

/// Judges the file looked at last by the signature that lies beside it.
///
/// # Errors
/// `Refused` when no file was looked at; `NotFound` when nothing lies beside it.
pub fn beside(app: &mut App, _: ()) -> Result<VerifyView> {
    let judged = app.judged.clone().ok_or_else(nothing_open)?;
    let path = judged.beside().ok_or_else(|| ApiError::not_found("файл подписи рядом с документом"))?;
    with(app, judged, &path)
}

/// Lets the user choose the signature of the file looked at last; none when she changed her mind.
///
/// # Errors
/// `Refused` when no file was looked at.
pub fn pick_signature(app: &mut App, _: ()) -> Result<Option<VerifyView>> {
    let judged = app.judged.clone().ok_or_else(nothing_open)?;
    let Some(path) = app.host.pick_file("Файл подписи этого документа", &["sig", "p7s", "sgn"])
    else {
        return Ok(None);
    };
    with(app, judged, &path).map(Some)
}

fn with(app: &mut App, judged: Judged, path: &Path) -> Result<VerifyView> {
    let signature = Some((name_of(path), read_signature(path)?));
    look(app, Judged { signature, ..judged })
}

fn nothing_open() -> ApiError {
    ApiError::refused(
        "Документ ещё не открыт.",
        "Ничего не проверено. Сначала выберите документ, затем файл его подписи.",
    )
}
