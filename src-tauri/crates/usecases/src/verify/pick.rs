use super::{VerifyView, read_pdf, view};
use crate::{App, Result};

/// Lets the user choose a PDF and judges it; none when she changed her mind.
pub fn pick(app: &mut App, _: ()) -> Result<Option<VerifyView>> {
    let Some(path) = app.host.pick_file("Какой файл проверить", &["pdf"]) else {
        return Ok(None);
    };
    let pdf = read_pdf(&path)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let judged = view(app, &name, &pdf)?;
    app.judged = Some((name, pdf));
    Ok(Some(judged))
}
