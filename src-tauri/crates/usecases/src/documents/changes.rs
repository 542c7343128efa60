//! The data of the sheet of corrections.

use opora_domain::program::{Program, ProgramChange};
use opora_domain::report::changes::{ChangeRow, ChangeSheet, FieldRow, SCHEMA};
use opora_domain::words::{Words, quoted};

use super::head::head;
use super::period::Span;
use crate::{App, Result, current};

/// The corrections of the period, oldest first.
pub(super) fn snapshot(app: &App, program: &Program, span: Span) -> Result<ChangeSheet> {
    let mut changes: Vec<ProgramChange> = current::of(app.read()?, Some(program))?;
    changes.retain(|change| span.contains(change.date));
    changes.sort_by_key(|change| change.seq);
    Ok(ChangeSheet {
        schema: SCHEMA.to_owned(),
        head: head(app, program)?,
        from: span.from,
        to: span.to,
        rows: changes.iter().map(row).collect(),
    })
}

fn row(change: &ProgramChange) -> ChangeRow {
    ChangeRow {
        number: change.seq,
        date: change.date,
        what: what(change),
        fields: change.fields.iter().map(field).collect(),
        reason: change.reason.clone(),
        basis: basis(change),
        version: change.version,
    }
}

fn field(field: &opora_domain::program::FieldChange) -> FieldRow {
    FieldRow { label: field.label.clone(), before: field.before.clone(), after: field.after.clone() }
}

/// «Мероприятие 5.10 «…»: изменён срок».
pub(super) fn what(change: &ProgramChange) -> String {
    let code = if change.code.is_empty() { String::new() } else { format!(" {}", change.code) };
    let title = if change.title.is_empty() { String::new() } else { format!(" {}", quoted(&change.title)) };
    format!("{}{code}{title}: {}", change.subject.label(), change.action.label().to_lowercase())
}

fn basis(change: &ProgramChange) -> String {
    match change.basis_date {
        Some(date) if !change.basis.contains(&date.format("%d.%m.%Y").to_string()) => {
            format!("{} от\u{a0}{}", change.basis, date.format("%d.%m.%Y"))
        }
        _ => change.basis.clone(),
    }
}
