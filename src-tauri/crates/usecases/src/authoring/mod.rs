//! An own programme made out of a table: read, corrected row by row, finished as a programme file.

mod add_row;
mod decide;
mod discard;
mod finish;
mod get;
mod import;
mod map_columns;
mod open;
mod pick_file;
mod save_meta;
mod save_row;
mod save_section;
mod say;
mod view;
mod work;

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::authoring::{ColumnField, DraftMeta, RowState, SheetKind, Skipped, TargetText};
use opora_domain::programme::{CodedText, EventLevel, Projection};
use opora_domain::target::Unit;
use opora_domain::term::Segment;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Detail;

pub use add_row::add_row;
pub use decide::{confirm_clear_rows, confirm_row, drop_row, restore_row};
pub use discard::discard;
pub use finish::finish;
pub use get::get;
pub use import::{Given, ReadTable, import};
pub use map_columns::map_columns;
pub use open::{blank, open, paste};
pub use pick_file::pick_file;
pub use save_meta::save_meta;
pub use save_row::{save_indicator, save_row};
pub use save_section::save_section;

/// The programme in the making, whole: every verb returns it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TableDraftView {
    /// Where it came from: «План.docx», «Вставлено из буфера обмена», «С чистого листа».
    pub origin: String,
    /// Title, territory, act, goal, period: guessed from the text, to be corrected.
    pub meta: DraftMeta,
    /// Headings of the plan, in order.
    pub sections: Vec<CodedText>,
    /// Headings of the indicators, in order.
    pub indicator_sections: Vec<CodedText>,
    /// Tables of the source and how their columns are understood.
    pub tables: Vec<TableView>,
    /// Rows of the plan, in order.
    pub rows: Vec<RowView>,
    /// Indicators, in order.
    pub indicators: Vec<IndicatorRowView>,
    /// What stood in the tables and was left out, and why.
    pub skipped: Vec<Skipped>,
    /// Counts over rows and indicators.
    pub totals: DraftTotals,
    /// What keeps it from being finished; empty when it can be. Places are names of fields of `meta` or of rows.
    pub problems: Vec<Detail>,
}

/// Counts over rows and indicators.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftTotals {
    /// All, without the dropped.
    pub all: usize,
    /// Read without a doubt, not yet confirmed.
    pub clear: usize,
    /// To be looked at.
    pub unclear: usize,
    /// Confirmed by the user.
    pub confirmed: usize,
    /// Left out by the user.
    pub dropped: usize,
    /// In words: «35 строк: 30 прочитано, 5 требуют уточнения».
    pub words: String,
}

/// A table of the source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TableView {
    /// Number, to be given back to `authoring.map_columns`.
    pub table: usize,
    /// «Таблица 2», «Лист «План»».
    pub place: String,
    /// The text above it, may be empty.
    pub heading: String,
    /// What it holds.
    pub kind: SheetKind,
    /// The same in words.
    pub kind_label: String,
    /// How many of its first rows are the head.
    pub head_rows: usize,
    /// How many rows it has.
    pub rows: usize,
    /// Its columns, left to right.
    pub columns: Vec<ColumnView>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ColumnView {
    /// The words of its head, may be empty.
    pub head: String,
    /// What it holds.
    pub field: ColumnField,
    /// The first filled cells, to recognise it by.
    pub samples: Vec<String>,
}

/// A row of the plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RowView {
    /// Id of the row.
    pub id: Id,
    /// «Таблица 2, строка 5»; «Добавлено вами» for the user's own.
    pub place: String,
    /// Code.
    pub code: String,
    /// Code of its heading.
    pub section: String,
    /// Title.
    pub title: String,
    /// Planned result.
    pub result: String,
    /// The term: words, reading, doubts.
    pub term: TermView,
    /// Responsible, as written.
    pub responsible: String,
    /// Documents that prove it.
    pub evidence: String,
    /// Whose event it is.
    pub level: EventLevel,
    /// The same in words.
    pub level_label: String,
    /// A heading row: others stand under it.
    pub is_group: bool,
    /// 0 for the top level of the tree.
    pub depth: usize,
    /// How it stands.
    pub state: RowState,
    /// The same in words.
    pub state_label: String,
    /// What to look at, in words; stays listed after it is confirmed.
    pub problems: Vec<String>,
}

/// A term as it is read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TermView {
    /// The words of the table.
    pub raw: String,
    /// The reading in words: «с 1 сентября по 31 октября 2025 г.».
    pub reading: String,
    /// The formal reading.
    pub segments: Vec<Segment>,
    /// Another reading is possible.
    pub ambiguous: bool,
    /// What was assumed and why; may be empty.
    pub note: String,
    /// How many dated occurrences it gives within the period.
    pub occurrences: usize,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IndicatorRowView {
    /// Id of the row.
    pub id: Id,
    /// «Таблица 3, строка 2»; «Добавлено вами» for the user's own.
    pub place: String,
    /// Code.
    pub code: String,
    /// Code of its heading.
    pub section: String,
    /// Title.
    pub title: String,
    /// Unit of its targets.
    pub unit: Unit,
    /// The same in words.
    pub unit_label: String,
    /// How it looks from one school.
    pub projection: Projection,
    /// The same in words.
    pub projection_label: String,
    /// Targets in order of stages.
    pub targets: Vec<TargetView>,
    /// How it stands.
    pub state: RowState,
    /// The same in words.
    pub state_label: String,
    /// What to look at, in words.
    pub problems: Vec<String>,
}

/// A target as it is read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TargetView {
    /// Stage or year; empty when it holds throughout.
    pub stage: String,
    /// The words of the table.
    pub raw: String,
    /// The reading in words: «не менее 70 %».
    pub reading: String,
    /// It was not understood: it will be observed, not judged.
    pub unread: bool,
}

/// A file chosen by `authoring.pick_file`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct OpenInput {
    /// Token of the file.
    pub token: String,
}

/// What the clipboard holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PasteInput {
    /// As plain text: columns parted by tabs.
    pub text: String,
    /// As HTML, when the clipboard has it; else empty.
    pub html: String,
}

/// How the columns of a table are to be understood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ColumnsInput {
    /// Number of the table.
    pub table: usize,
    /// What it holds.
    pub kind: SheetKind,
    /// How many of its first rows are the head.
    pub head_rows: usize,
    /// What each column holds, left to right.
    pub columns: Vec<ColumnField>,
}

/// A heading: new without a code.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SectionInput {
    /// Of the indicators rather than of the plan.
    pub indicators: bool,
    /// Code of the heading that is renamed; none adds a new one.
    pub code: Option<String>,
    /// Title.
    pub title: String,
}

/// A row of the plan as corrected; saving it confirms it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RowInput {
    /// Id of the row.
    pub id: Id,
    /// Code.
    pub code: String,
    /// Code of its heading.
    pub section: String,
    /// Title.
    pub title: String,
    /// Planned result, may be empty.
    pub result: String,
    /// The term in words: read anew.
    pub term: String,
    /// Responsible, may be empty.
    pub responsible: String,
    /// Documents, may be empty.
    pub evidence: String,
    /// Whose event it is.
    pub level: EventLevel,
    /// A heading row.
    pub is_group: bool,
}

/// An indicator as corrected; saving it confirms it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "DraftIndicatorInput")]
pub struct IndicatorRowInput {
    /// Id of the row.
    pub id: Id,
    /// Code.
    pub code: String,
    /// Code of its heading.
    pub section: String,
    /// Title.
    pub title: String,
    /// Unit of its targets.
    pub unit: Unit,
    /// How it looks from one school.
    pub projection: Projection,
    /// Targets in words: read anew.
    pub targets: Vec<TargetText>,
}

/// A new row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AddRowInput {
    /// An indicator rather than an event.
    pub indicator: bool,
    /// It goes after this row; none puts it last in its section.
    pub after: Option<Id>,
    /// Code of its heading; the first one when empty.
    pub section: String,
    /// Title.
    pub title: String,
}

/// The end of the work on a draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FinishInput {
    /// Rows that still need to be looked at go in as they stand: they will be listed under «Требует уточнения».
    pub accept_unclear: bool,
}

/// A programme file that was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FinishView {
    /// Id for `programme.adopt` and `programme.export`.
    pub id: String,
    /// Title.
    pub title: String,
    /// Version of the file.
    pub version: u32,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: Option<NaiveDate>,
}
