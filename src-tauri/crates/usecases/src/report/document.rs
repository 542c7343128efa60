use opora_domain::period::Quarter;
use opora_report::build::{self, Making};
use opora_report::document::Document;

use super::snapshot::snapshot;
use crate::documents::DocumentInput;
use crate::{App, Result};

/// The report of the quarter in which the first day lies; of the quarter now running without a day.
pub(crate) fn document(app: &mut App, input: &DocumentInput, making: &Making) -> Result<Document> {
    let quarter = Quarter::of(input.from.unwrap_or_else(|| app.today()));
    let report = snapshot(app, quarter, &making.number)?;
    Ok(build::quarterly(&report, making))
}
