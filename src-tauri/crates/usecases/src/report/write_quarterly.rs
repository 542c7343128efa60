use super::snapshot::{quarter, snapshot};
use super::{issue, pages};
use crate::{App, Result, identity};

/// The report of a quarter as a file, for the command line: signed and kept in the journal, or unsigned.
///
/// A school without a certificate gets one. The unsigned file depends on nothing but the data and the clock.
pub fn write_quarterly(app: &mut App, period: &str, unsigned: bool) -> Result<Vec<u8>> {
    let quarter = quarter(period)?;
    if unsigned {
        let report = snapshot(app, quarter, "")?;
        return Ok(pages::unsigned(app, &report, false)?.bytes);
    }
    let signer = match identity::current(app)? {
        Some(current) => current,
        None => identity::make(app)?,
    };
    let number = issue::next_number(app)?;
    Ok(issue::sign_and_keep(app, quarter, &number, &signer)?.1)
}
