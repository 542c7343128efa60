//! The outgoing register: numbers are counted by calendar year, over documents of all kinds.

use chrono::Datelike;
use opora_domain::issued_report::{IssuedReport, PendingSigning};

use crate::{App, Result};

/// Numbers of a year that are given out, those of pending documents too.
pub(super) fn taken(app: &App, year: i32) -> Result<Vec<String>> {
    let read = app.read()?;
    let issued = read.all::<IssuedReport>()?.into_iter().map(|record| (record.issued_on(), record.number));
    let pending = read.all::<PendingSigning>()?.into_iter().map(|record| (record.date, record.number));
    let all = issued.chain(pending);
    Ok(all.filter(|(date, _)| date.year() == year).map(|(_, number)| number).collect())
}

/// The next free number of this year.
pub(crate) fn next(app: &App) -> Result<String> {
    let taken = taken(app, app.today().year())?;
    let free = |number: &String| !taken.contains(number);
    let from = taken.len() + 1;
    Ok((from..).map(|number| number.to_string()).find(free).unwrap_or_default())
}
