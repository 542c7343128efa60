//! Snapshots into documents: which words, in which order.

mod format;
mod indicators;
mod people;
mod quarterly;
mod roadmap;
mod school;
mod working_group;

pub use quarterly::{Making, quarterly};

use crate::document::{Align, Block, Column, ParagraphStyle, Row, Run, Table};

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
    Block::List { numbered, items: items.into_iter().map(|item| vec![Run::plain(item)]).collect() }
}

/// A captioned table, or a sentence when there are no rows.
fn table(title: &str, columns: &[(&str, f32, Align)], rows: Vec<Row>, empty: &str) -> Vec<Block> {
    if rows.is_empty() {
        return vec![paragraph(empty)];
    }
    let columns = columns.iter().map(|(title, weight, align)| Column {
        title: (*title).to_owned(),
        weight: *weight,
        align: *align,
    });
    let table = Table { summary: title.to_owned(), columns: columns.collect(), rows, empty: empty.to_owned() };
    vec![caption(title), Block::Table(table)]
}
