//! Snapshots into documents: which words, in which order.

mod annual;
mod assessment_reference;
mod changes;
mod conclusions;
mod consent;
mod cover_letter;
mod final_report;
mod fingerprint_act;
mod format;
mod head;
mod indicators;
mod inventory;
mod iom;
mod making;
mod mentoring_report;
mod order;
mod parts;
mod passport;
mod people;
mod plan;
mod presentation;
mod protocol;
mod quarterly;
mod questionnaire;
mod recommendations;
mod roadmap;
mod school;
mod self_diagnosis_reference;
mod staff_reference;
mod stage_reference;
mod themes;
mod training_plan;
mod training_request;
mod working_group;

pub use annual::annual;
pub use assessment_reference::assessment_reference;
pub use changes::changes;
pub use consent::consent;
pub use cover_letter::cover_letter;
pub use final_report::final_report;
pub use fingerprint_act::fingerprint_act;
pub use format::initials;
pub use head::internal;
pub use inventory::inventory;
pub use iom::iom;
pub use making::Making;
pub use mentoring_report::mentoring_report;
pub use order::order;
pub use passport::passport;
pub use plan::roadmap;
pub use presentation::presentation;
pub use protocol::protocol;
pub use quarterly::{quarterly, signers};
pub use questionnaire::questionnaire;
pub use recommendations::recommendations;
pub use self_diagnosis_reference::self_diagnosis_reference;
pub use staff_reference::staff_reference;
pub use stage_reference::stage_reference;
pub use training_plan::training_plan;
pub use training_request::training_request;

use crate::document::{Block, Column, Item, Kind, List, ParagraphStyle, Row, Run, Table};

fn heading(text: &str) -> Block {
    Block::Heading { level: 2, text: text.to_owned() }
}

fn subheading(text: impl Into<String>) -> Block {
    Block::Heading { level: 3, text: text.into() }
}

fn paragraph(text: impl Into<String>) -> Block {
    Block::Paragraph { runs: vec![Run::plain(text)], style: ParagraphStyle::Body }
}

fn note(text: impl Into<String>) -> Block {
    Block::Paragraph { runs: vec![Run::plain(text)], style: ParagraphStyle::Note }
}

fn caption(text: impl Into<String>) -> Block {
    Block::Paragraph { runs: vec![Run::plain(text)], style: ParagraphStyle::Caption }
}

fn list(items: impl IntoIterator<Item = String>, numbered: bool) -> Block {
    let item = |text| Item { runs: vec![Run::plain(text)], inner: None };
    Block::List(List { numbered, items: items.into_iter().map(item).collect() })
}

/// A heading with a numbered list under it, or a sentence.
fn points(title: &str, items: &[String], empty: &str) -> [Block; 2] {
    let said = if items.is_empty() { paragraph(empty) } else { list(items.iter().cloned(), true) };
    [heading(title), said]
}

/// A captioned table, or a sentence when there are no rows.
fn table(title: &str, columns: &[(&str, f32, Kind)], rows: Vec<Row>, empty: &str) -> Vec<Block> {
    if rows.is_empty() {
        return vec![paragraph(empty)];
    }
    vec![caption(title), bare_table(title, columns, rows)]
}

/// A table under a heading that names it already, or a sentence when there are no rows.
fn untitled(title: &str, columns: &[(&str, f32, Kind)], rows: Vec<Row>, empty: &str) -> Vec<Block> {
    if rows.is_empty() { vec![paragraph(empty)] } else { vec![bare_table(title, columns, rows)] }
}

/// Leaves out those of the named columns in which no row says anything.
fn without_empty<'a>(
    columns: &[(&'a str, f32, Kind)],
    rows: Vec<Row>,
    optional: &[&str],
) -> (Vec<(&'a str, f32, Kind)>, Vec<Row>) {
    let said = |at: usize| rows.iter().any(|row| matches!(row, Row::Cells(cells) if !cells[at].is_empty()));
    let keep: Vec<bool> =
        columns.iter().enumerate().map(|(i, column)| !optional.contains(&column.0) || said(i)).collect();
    let columns = columns.iter().zip(&keep).filter(|(_, keep)| **keep).map(|(column, _)| *column).collect();
    let kept = |cells: Vec<String>| {
        cells.into_iter().zip(&keep).filter(|(_, keep)| **keep).map(|(cell, _)| cell).collect()
    };
    let row = |row| match row {
        Row::Cells(cells) => Row::Cells(kept(cells)),
        Row::Total(cells) => Row::Total(kept(cells)),
        group => group,
    };
    (columns, rows.into_iter().map(row).collect())
}

/// A table whose heading stands above it already.
fn bare_table(summary: &str, columns: &[(&str, f32, Kind)], rows: Vec<Row>) -> Block {
    let column = |(title, weight, kind): &(&str, f32, Kind)| Column {
        title: (*title).to_owned(),
        weight: *weight,
        kind: *kind,
    };
    Block::Table(Table {
        summary: summary.to_owned(),
        columns: columns.iter().map(column).collect(),
        rows,
        empty: String::new(),
    })
}
