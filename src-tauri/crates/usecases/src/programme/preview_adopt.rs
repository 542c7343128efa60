use opora_domain::programme;

use super::{PreviewAdoptInput, file};
use crate::program::renewal::{ShiftPreview, preview};
use crate::{App, Result, school};

/// A municipal programme as it would be in another period.
///
/// # Errors
/// `NotFound` when there is no such file; `Invalid` when the period does not fit.
pub fn preview_adopt(app: &mut App, input: PreviewAdoptInput) -> Result<ShiftPreview> {
    let source = file::listed(app, &input.id)?.programme;
    let period = preview::check(source.period, &input.period)?;
    Ok(preview::preview(&source, &programme::shift_with(&source, period, &school::calendar_of(app)?)))
}
