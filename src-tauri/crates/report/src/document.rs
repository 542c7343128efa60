//! A document before it has pages: what is said, in order, without a word on how it looks.

use chrono::{DateTime, FixedOffset, NaiveDate};

/// A whole document.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What readers and archives see in the properties of the file.
    pub metadata: Metadata,
    /// Running header from page 2 on: left and right of the page number.
    pub header: (String, String),
    /// A word laid across every page: «ПРОЕКТ», «ДЕМО».
    pub watermark: Option<String>,
    /// The text.
    pub blocks: Vec<Block>,
    /// Files carried inside.
    pub attachments: Vec<Attachment>,
}

/// Properties of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Metadata {
    /// Title, shown in the window's caption.
    pub title: String,
    /// Author: the school.
    pub author: String,
    /// Subject.
    pub subject: String,
    /// Moment of making; an argument, never the clock.
    pub created: DateTime<FixedOffset>,
}

/// A file carried inside the document.
#[derive(Debug, Clone, PartialEq)]
pub struct Attachment {
    /// File name, ASCII.
    pub name: String,
    /// MIME type.
    pub mime: String,
    /// What it is, for the reader.
    pub description: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A part of the text.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Organisation, number and date on the left, addressee on the right.
    Requisites(Requisites),
    /// Kind of the document and its heading, centred: the first line in capitals.
    Title {
        /// «Отчёт».
        kind: String,
        /// «о реализации …».
        about: String,
    },
    /// Heading of level 2 or 3 (the title is level 1); stands in the bookmarks.
    Heading {
        /// 2 or 3.
        level: u8,
        /// Text.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// Text.
        runs: Vec<Run>,
        /// Look.
        style: ParagraphStyle,
    },
    /// A list.
    List {
        /// Numbered «1)», else with dashes.
        numbered: bool,
        /// Items.
        items: Vec<Vec<Run>>,
    },
    /// A table.
    Table(Table),
    /// Bars of facts against targets.
    Chart(BarChart),
    /// Names with values in two columns, no borders.
    KeyValues(Vec<(String, String)>),
    /// Who signs.
    Signature(Signature),
    /// «СОГЛАСОВАНО» and «УТВЕРЖДАЮ» above the title.
    Approval(Approval),
    /// What follows begins on a new page.
    PageBreak,
    /// What follows stands on pages so turned; the document begins upright.
    Turn(Orientation),
}

/// How a sheet is turned.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Orientation {
    /// Upright.
    #[default]
    Portrait,
    /// On its side, for wide tables.
    Landscape,
}

/// Stamps of agreement and approval (ГОСТ Р 7.0.97, requisites 16 and 20).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Approval {
    /// At the left.
    pub agreed: Option<Stamp>,
    /// At the right.
    pub approved: Option<Stamp>,
}

/// One stamp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// «УТВЕРЖДАЮ».
    pub word: String,
    /// By whom, by what act, when.
    pub lines: Vec<String>,
}

/// A piece of text of one weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Text.
    pub text: String,
    /// Bold.
    pub bold: bool,
}

impl Run {
    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: false }
    }

    /// Bold text.
    pub fn bold(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: true }
    }
}

/// Look of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParagraphStyle {
    /// Justified, first line indented.
    Body,
    /// Small, no indent: a note under a table or the one who composed it.
    Note,
    /// The caption of the table that follows; kept with it.
    Caption,
}

/// The angular block of the first page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requisites {
    /// Lines about the organisation; the first is its name.
    pub organisation: Vec<String>,
    /// Outgoing number; empty leaves a line to be filled in by hand.
    pub number: String,
    /// Date.
    pub date: NaiveDate,
    /// To whom, one or more lines.
    pub addressee: Vec<String>,
}

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words, at the left; codes too, for «1.10» is no number.
    Text,
    /// Numbers, at the right; a cell of words among them stays words.
    Number,
    /// Days «30.12.2024».
    Date,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Header, repeated on every page.
    pub title: String,
    /// Share of the width, relative to the other columns.
    pub weight: f32,
    /// What its cells are.
    pub kind: Kind,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What is in the table, for those who do not see it.
    pub summary: String,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows.
    pub rows: Vec<Row>,
    /// Said instead of a table that has no rows.
    pub empty: String,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A cell for each column.
    Cells(Vec<String>),
    /// A heading across all columns; kept with the next row.
    Group(String),
    /// A heading under a heading.
    Subgroup(String),
    /// Totals, bold; kept with the row before.
    Total(Vec<String>),
}

/// Bars of percentages with a mark at the target.
#[derive(Debug, Clone, PartialEq)]
pub struct BarChart {
    /// Title.
    pub title: String,
    /// The same in words, for those who do not see it.
    pub alt: String,
    /// Bars from the top.
    pub bars: Vec<Bar>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Label on the left.
    pub label: String,
    /// Fact, percent (0–100 fills the track).
    pub value: f32,
    /// Target, percent.
    pub target: f32,
    /// Words at the right: «25,0 % / 70 %».
    pub caption: String,
}

/// Requisite «подпись».
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Post.
    pub post: String,
    /// «Е. В. Ёлкина».
    pub name: String,
    /// Date of signing by hand.
    pub date: NaiveDate,
    /// The mark of an electronic signature; without it a line for the pen.
    pub mark: Option<SignatureMark>,
}

/// What the mark of an electronic signature must say (ГОСТ Р 7.0.97, п. 5.23).
///
/// Given only when the file is really going to carry this signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureMark {
    /// Number of the certificate, upper hex.
    pub serial: String,
    /// Owner's full name.
    pub owner: String,
    /// First day of validity.
    pub valid_from: NaiveDate,
    /// Last day of validity.
    pub valid_to: NaiveDate,
}
