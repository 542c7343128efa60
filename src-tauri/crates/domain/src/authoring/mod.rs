//! An own programme on its way from somebody's table to a programme file.
//!
//! Pure: a [`Source`] of plain cells goes in, rows with their doubts come out, and at the end a
//! [`Programme`](crate::programme::Programme). What was not understood is kept in the words of the table.

mod act;
mod build;
mod calendar;
mod check;
mod codes;
mod events;
mod guess;
mod head;
mod heading;
mod indicators;
mod level;
mod meta;
mod parse;
mod reading;
mod rows;
mod sheets;
mod source;
mod territory;
mod text;

pub use build::{build, slug};
pub use check::{Obstacle, event_problems, obstacles};
pub use level::level_of;
pub use parse::{read_target, read_term};
pub use reading::{Reading, read, reread};
pub use source::{Block, Merged, RawCell, RawTable, Source, column_letters};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::programme::{CodedText, EventLevel, Projection};
use crate::target::Unit;
use crate::words::Words;

/// A programme in the making. One at most in a school's file.
///
/// Table: programme_draft
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// UUIDv7.
    pub id: Id,
    /// Where it came from: a file's name or words; shown to the user.
    pub origin: String,
    /// What is known of the programme as a whole. Json column.
    pub meta: DraftMeta,
    /// Headings of the plan, in order. Json column.
    pub sections: Vec<CodedText>,
    /// Headings of the indicators, in order. Json column.
    pub indicator_sections: Vec<CodedText>,
    /// Tables as they were read and how their columns are understood. Json column.
    pub sheets: Vec<Sheet>,
    /// What stood in the tables and was left out. Json column.
    pub skipped: Vec<Skipped>,
    /// When it was begun.
    pub started_on: NaiveDate,
}

/// What is known of the programme as a whole: guessed from the text, corrected by the user.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct DraftMeta {
    /// Title as in the act.
    pub title: String,
    /// District or town.
    pub territory: String,
    /// The act in words: «приказ … от … № …»; may be empty.
    pub act: String,
    /// The goal; may be empty.
    pub goal: String,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

/// One row of a draft: an event or an indicator.
///
/// Table: draft_row
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DraftRow {
    /// UUIDv7.
    pub id: Id,
    /// The draft.
    pub draft_id: Id,
    /// Order.
    pub sort: i64,
    /// What it says. Json column.
    pub body: RowBody,
}

/// What a row of a draft says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RowBody {
    /// Where it stood: «Таблица 2, строка 5»; empty when the user added it.
    pub place: String,
    /// Number of its table in [`Draft::sheets`].
    pub sheet: Option<usize>,
    /// Code.
    pub code: String,
    /// Code of its heading.
    pub section: String,
    /// Title.
    pub title: String,
    /// An event or an indicator.
    pub kind: RowKind,
    /// What was odd when it was read, in words.
    pub doubts: Vec<String>,
    /// What the user decided of it.
    pub decision: Decision,
    /// The user has changed it: reading the table again leaves it alone.
    pub edited: bool,
}

/// The part of a row that differs by its kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RowKind {
    /// A row of the plan.
    Event(EventBody),
    /// A row of the table of indicators.
    Indicator(IndicatorBody),
}

/// What a row of the plan says besides its title.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EventBody {
    /// Planned result.
    pub result: String,
    /// The words of the column «Срок».
    pub term: String,
    /// Responsible, as written.
    pub responsible: String,
    /// Documents that prove it.
    pub evidence: String,
    /// Whose event it is.
    pub level: EventLevel,
    /// A heading row: others stand under it.
    pub is_group: bool,
}

/// What a row of the table of indicators says besides its title.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IndicatorBody {
    /// Unit of its targets.
    pub unit: Unit,
    /// How it looks from one school.
    pub projection: Projection,
    /// Targets in the words of the table.
    pub targets: Vec<TargetText>,
}

/// A target in the words of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetText {
    /// Title of the stage or year: «2024 год»; empty when one target holds throughout.
    pub stage: String,
    /// The words.
    pub raw: String,
}

/// What the user decided of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Nothing yet.
    Pending,
    /// It is right as it stands.
    Confirmed,
    /// It does not belong to the programme.
    Dropped,
}

/// How a row of a draft stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum RowState {
    Clear,
    Unclear,
    Confirmed,
    Dropped,
}

impl Words for RowState {
    const ALL: &'static [Self] = &[Self::Clear, Self::Unclear, Self::Confirmed, Self::Dropped];

    fn label(self) -> &'static str {
        match self {
            Self::Clear => "прочитано",
            Self::Unclear => "требует уточнения",
            Self::Confirmed => "подтверждено",
            Self::Dropped => "не войдёт",
        }
    }
}

/// A table of the source and how it is understood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// The table as it was read, with the text above it.
    pub table: RawTable,
    /// The text that stood above it and may name its section.
    pub heading: String,
    /// The year named over the table, or the two of a school year: months in its head may lack them.
    #[serde(default)]
    pub years: Vec<i32>,
    /// What it holds.
    pub kind: SheetKind,
    /// How many of its first rows are the head.
    pub head_rows: usize,
    /// What each column holds.
    pub columns: Vec<Column>,
}

/// What a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum SheetKind {
    Events,
    Indicators,
    Other,
}

impl Words for SheetKind {
    const ALL: &'static [Self] = &[Self::Events, Self::Indicators, Self::Other];

    fn label(self) -> &'static str {
        match self {
            Self::Events => "Мероприятия",
            Self::Indicators => "Показатели",
            Self::Other => "Не читать",
        }
    }
}

/// A column as it is understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// The words of its head.
    pub head: String,
    /// What it holds.
    pub field: ColumnField,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum ColumnField {
    Code,
    Section,
    Title,
    Result,
    Term,
    Responsible,
    Evidence,
    Unit,
    Target,
    Ignore,
}

impl Words for ColumnField {
    const ALL: &'static [Self] = &[
        Self::Code,
        Self::Section,
        Self::Title,
        Self::Result,
        Self::Term,
        Self::Responsible,
        Self::Evidence,
        Self::Unit,
        Self::Target,
        Self::Ignore,
    ];

    fn label(self) -> &'static str {
        match self {
            Self::Code => "№",
            Self::Section => "Раздел (направление, задача)",
            Self::Title => "Мероприятие или показатель",
            Self::Result => "Результат",
            Self::Term => "Срок",
            Self::Responsible => "Ответственный",
            Self::Evidence => "Подтверждающий документ",
            Self::Unit => "Единица измерения",
            Self::Target => "Целевое значение",
            Self::Ignore => "Не читать",
        }
    }
}

/// What was left out and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Skipped {
    /// Where it stood.
    pub place: String,
    /// Its first words.
    pub text: String,
    /// Why it was left out.
    pub why: String,
}

/// A programme file that the school added to those that come with the program.
///
/// Table: programme_file
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddedProgramme {
    /// UUIDv7.
    pub id: Id,
    /// Id of the programme: `sosnovka`.
    pub programme_id: String,
    /// Its version.
    pub version: i64,
    /// The text of the file.
    pub text: String,
    /// SHA-256 of the text, lower hex.
    pub sha256: String,
    /// When it was added.
    pub added_on: NaiveDate,
    /// Made here or brought.
    pub origin: ProgrammeOrigin,
}

/// Where a programme file comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProgrammeOrigin {
    /// With the program.
    Shipped,
    /// Made in this program out of a table or by hand.
    Own,
    /// Brought as a file by another school or by the municipality.
    Imported,
}

impl Words for ProgrammeOrigin {
    const ALL: &'static [Self] = &[Self::Shipped, Self::Own, Self::Imported];

    fn label(self) -> &'static str {
        match self {
            Self::Shipped => "В составе «Опоры»",
            Self::Own => "Составлена в этой программе",
            Self::Imported => "Добавлена из файла",
        }
    }
}
