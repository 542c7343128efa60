use opora_domain::period::Quarter;
use opora_domain::report::DocumentKind;
use opora_report::build::{self, Making};
use opora_report::document::Document;

use super::snapshot::snapshot;
use crate::documents::DocumentInput;
use crate::{ApiError, App, Result};

/// The report of a quarter: that in which the first day lies, without a day the one now running.
///
/// # Errors
/// `Refused` for the annual report, which cannot be composed yet.
pub(crate) fn document(app: &mut App, input: &DocumentInput, making: &Making) -> Result<Document> {
    if input.kind == DocumentKind::Annual {
        return Err(no_annual());
    }
    let quarter = Quarter::of(input.from.unwrap_or_else(|| app.today()));
    let report = snapshot(app, quarter, &making.number)?;
    Ok(build::quarterly(&report, making))
}

/// Nothing else may pass for it.
fn no_annual() -> ApiError {
    ApiError::refused(
        "Годовой отчёт в этой версии программы ещё не составляется.",
        "Ничего не записано. Составьте отчёты за кварталы этого года.",
    )
}
