use chrono::Datelike;
use opora_domain::period::Quarter;
use opora_domain::report::DocumentKind;
use opora_report::build::{self, Making};
use opora_report::document::Document;

use super::snapshot::{annual, snapshot};
use crate::documents::DocumentInput;
use crate::{App, Result};

/// The report of a quarter or of a year: that in which the first day lies, without a day the one now running.
pub(crate) fn document(app: &mut App, input: &DocumentInput, making: &Making) -> Result<Document> {
    let day = input.from.unwrap_or_else(|| app.today());
    if input.kind == DocumentKind::Annual {
        let report = annual(app, day.year(), &making.number)?;
        return Ok(build::annual(&report, making));
    }
    let quarter = Quarter::of(day);
    let report = snapshot(app, quarter, &making.number)?;
    Ok(build::quarterly(&report, making))
}
