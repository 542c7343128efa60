//! A document before it has pages: what is said, in order, without a word on how it looks.

mod chart;

use chrono::{DateTime, FixedOffset, NaiveDate};

pub use chart::{Bar, BarChart, Chart, LineChart, Series, StackedBar, StackedChart};

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
    /// How the sheet looks.
    pub profile: Profile,
    /// What the QR code of the first sheet says (ГОСТ Р 7.0.97-2025, requisite 31); none without a code.
    pub code: Option<String>,
}

/// Layout of the sheet by ГОСТ Р 7.0.97-2025 (agrees with the edition of 2016), chosen once for the school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Profile {
    /// Type of the text, points: 12, 13 or 14.
    pub type_size: u8,
    /// Left margin, millimetres: 20, or 30 for what is kept longer than ten years.
    pub left_margin: u8,
    /// Line spacing in hundredths: 100, 115 or 150.
    pub spacing: u16,
}

impl Default for Profile {
    fn default() -> Self {
        Self { type_size: 12, left_margin: 30, spacing: 115 }
    }
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
    List(List),
    /// A table.
    Table(Table),
    /// A chart.
    Chart(Chart),
    /// A picture: a photograph among the evidence.
    Image(Image),
    /// Names with values in two columns, no borders.
    KeyValues(Vec<(String, String)>),
    /// Large figures in a row.
    Figures(Vec<Figure>),
    /// Columns side by side, on one page; forms without columns take them one after another.
    Beside(Vec<Vec<Block>>),
    /// Who signs.
    Signature(Signature),
    /// «СОГЛАСОВАНО» and «УТВЕРЖДАЮ» above the title.
    Approval(Approval),
    /// What follows begins on a new page.
    PageBreak,
    /// What follows stands on pages so turned; the document begins upright.
    Turn(Orientation),
}

/// A large figure with its words under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// «83,3 %».
    pub value: String,
    /// «дорожной карты исполнено».
    pub words: String,
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

/// A list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    /// Numbered «1)», inside another numbered list «1.1)»; else with dashes.
    pub numbered: bool,
    /// Items.
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// Text.
    pub runs: Vec<Run>,
    /// The list under it.
    pub inner: Option<List>,
}

/// A piece of text of one weight.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// Text.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// A footnote called for at its end.
    pub footnote: Option<String>,
}

impl Run {
    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Bold text.
    pub fn bold(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: true, ..Self::default() }
    }

    /// The same with a footnote.
    pub fn noted(self, footnote: impl Into<String>) -> Self {
        Self { footnote: Some(footnote.into()), ..self }
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

/// Rows of one table that are put on paper; a table of calculation takes all.
const PRINTED_ROWS: usize = 2000;

impl Table {
    /// The rows that are put on paper.
    pub fn printed(&self) -> &[Row] {
        &self.rows[..self.rows.len().min(PRINTED_ROWS)]
    }

    /// What is said under a table whose rows are not all on paper.
    pub fn cut(&self) -> Option<String> {
        let whole = self.rows.len();
        let words = |count: usize| match count / 1000 {
            0 => count.to_string(),
            thousands => format!("{thousands}\u{a0}{:03}", count % 1000),
        };
        (whole > PRINTED_ROWS).then(|| {
            format!(
                "Показаны первые {} строк из {}. Полностью таблица — в файле Excel (XLSX) этого документа.",
                words(PRINTED_ROWS),
                words(whole)
            )
        })
    }
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

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// JPEG or PNG, as it was attached.
    pub bytes: Vec<u8>,
    /// What is on it, for those who do not see it.
    pub alt: String,
    /// Words under it, may be empty.
    pub caption: String,
}

/// Requisite «подпись».
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Post.
    pub post: String,
    /// «Е. В. Ёлкина».
    pub name: String,
    /// Date printed under the line for the pen; none where the paper has a date of its own.
    pub date: Option<NaiveDate>,
    /// What stands at the place of the handwritten signature.
    pub mark: Mark,
}

impl Signature {
    /// What stands under the line for the pen: «подпись, 27.12.2024».
    pub(crate) fn under_line(&self) -> String {
        match self.date {
            Some(date) => format!("подпись, {}", date.format("%d.%m.%Y")),
            None => "подпись".to_owned(),
        }
    }
}

/// What stands at the place of the handwritten signature.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Mark {
    /// A line for the pen and the date.
    #[default]
    Pen,
    /// The mark of an electronic signature that the file is really going to carry.
    Electronic(SignatureMark),
    /// The mark of a simple electronic signature (63-ФЗ, ст. 9) that the journal really keeps.
    Simple(SimpleMark),
}

/// What the mark of a simple electronic signature says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimpleMark {
    /// Full name of the signer.
    pub owner: String,
    /// Post.
    pub post: String,
    /// When it was signed.
    pub signed_at: DateTime<FixedOffset>,
    /// The unique key kept in the journal, upper hex.
    pub key: String,
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
