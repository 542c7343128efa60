use opora_report::build;
use opora_report::pdf::to_pdf;

use super::pdf::stored;
use super::snapshot::{quarter, snapshot};
use crate::documents::making;
use crate::{App, Result, identity, issue};

/// The report of a quarter as a file, for the command line: signed and kept in the journal, or unsigned.
///
/// A school without a certificate gets one. The unsigned file depends on nothing but the data and the clock.
pub fn write_quarterly(app: &mut App, period: &str, unsigned: bool) -> Result<Vec<u8>> {
    let quarter = quarter(period)?;
    if unsigned {
        let report = snapshot(app, quarter, "")?;
        return Ok(to_pdf(&build::quarterly(&report, &making(app)?))?.bytes);
    }
    if identity::current(app)?.is_none() {
        identity::make(app)?;
    }
    let number = issue::next_number(app)?;
    let record = super::issue::by_own_key(app, quarter.into(), &number)?;
    Ok(stored(app, &record.id)?.1)
}
