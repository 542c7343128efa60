//! The data of the inventory of supporting documents.

use opora_domain::program::Program;
use opora_domain::report::inventory::{Inventory, SCHEMA};

use super::head::head;
use super::period::Span;
use crate::{App, Result, evidence};

/// The documents of the period.
pub(super) fn snapshot(app: &App, program: &Program, span: Span) -> Result<Inventory> {
    let found = evidence::gather(app, span)?;
    Ok(Inventory {
        schema: SCHEMA.to_owned(),
        head: head(app, program)?,
        period: span.words(),
        from: span.from,
        to: span.to,
        rows: found.documents.into_iter().map(|item| item.row).collect(),
        bare: found.bare.into_iter().map(|item| item.row).collect(),
    })
}
