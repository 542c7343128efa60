//! What the calls of the programme take and give.

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::indicator::{Indicator, IndicatorTarget};
use opora_domain::program::{
    ChangeAction, Correction, Event, FieldChange, Program, ProgramChange, ProgramStatus, SubjectKind, Task,
};
use opora_domain::programme::{EventLevel, Projection};
use opora_domain::target::{Target, Unit};
use opora_domain::term::Term;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The whole programme for reading and editing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ProgramView {
    /// The passport.
    pub program: Program,
    /// Draft, approved, or corrected since the approval.
    pub status: ProgramStatus,
    /// In words.
    pub status_label: String,
    /// «Петрова А. С.»; may be empty.
    pub responsible_name: String,
    /// Each change has to name an order or a protocol: the programme is approved.
    pub needs_basis: bool,
    /// The version approved last.
    pub approval: Option<VersionCard>,
    /// Tasks in order, withdrawn ones too.
    pub tasks: Vec<TaskPlan>,
    /// Indicators in order, withdrawn ones too.
    pub indicators: Vec<IndicatorPlan>,
    /// Stages to which targets belong, in order.
    pub stages: Vec<StageName>,
    /// Corrections made since the last version, the newest first.
    pub changes: Vec<ChangeView>,
    /// Versions, the newest first; 0 is what was adopted.
    pub versions: Vec<VersionCard>,
    /// What had better be settled before the approval; none of it stops it.
    pub warnings: Vec<ProgramWarning>,
}

/// A task with its events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TaskPlan {
    /// The task.
    pub task: Task,
    /// Where it comes from, in words.
    pub origin_label: String,
    /// Events in order, group rows before their children, withdrawn ones too.
    pub events: Vec<EventPlan>,
}

/// An event as the plan has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct EventPlan {
    /// The event.
    pub event: Event,
    /// 0 for the top level of the tree.
    pub depth: usize,
    /// Whose event it is, in words.
    pub level_label: String,
    /// Where it comes from, in words.
    pub origin_label: String,
    /// «Петрова А. С.»; may be empty.
    pub responsible_name: String,
    /// The dates it is read as: «май 2024 г.; май 2025 г.».
    pub reading: String,
    /// The programme leaves its dates to the school and they are not given yet.
    pub awaits_dates: bool,
    /// Occurrences about which something has been said or attached.
    pub facts: usize,
}

/// An indicator with its targets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IndicatorPlan {
    /// The indicator.
    pub indicator: Indicator,
    /// Where it comes from, in words.
    pub origin_label: String,
    /// Targets by stage, withdrawn ones too.
    pub targets: Vec<TargetPlan>,
    /// Values entered for it.
    pub facts: usize,
}

/// A target as the plan has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TargetPlan {
    /// The target.
    pub target: IndicatorTarget,
    /// Title of its stage; «на весь срок» for a constant one.
    pub stage_title: String,
    /// «не менее 70 %».
    pub words: String,
    /// Where it comes from, in words.
    pub origin_label: String,
    /// Its stage is closed: it cannot be changed.
    pub frozen: bool,
}

/// A stage by its name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct StageName {
    /// Code by which targets name it.
    pub code: String,
    /// Title.
    pub title: String,
    /// It is closed: its targets cannot be changed.
    pub closed: bool,
}

/// A version on its card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct VersionCard {
    /// 0 is what was adopted.
    pub number: i64,
    /// «Версия 2 — приказ № 45 от 02.09.2024».
    pub title: String,
    /// The day on which it was fixed.
    pub fixed_on: NaiveDate,
    /// Number of the order; empty for version 0.
    pub order_no: String,
    /// Date of the order.
    pub order_date: Option<NaiveDate>,
    /// Who approved it.
    pub authority: String,
    /// Note, may be empty.
    pub note: String,
    /// SHA-256 of its frozen text, lower hex.
    pub snapshot_sha256: String,
    /// Corrections that went into it.
    pub changes: usize,
}

/// Something that had better be settled before the approval.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ProgramWarning {
    /// Stable code: `no_dates`, `no_responsible`, `ambiguous`, `no_target`, `no_goal`.
    pub code: String,
    /// In words: «У 5 мероприятий «по плану» не заданы даты: 3, 14…».
    pub text: String,
    /// The events it is about.
    pub event_ids: Vec<Id>,
    /// The indicators it is about.
    pub indicator_ids: Vec<Id>,
}

/// A correction for reading.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ChangeView {
    /// The correction.
    pub change: ProgramChange,
    /// «Мероприятие».
    pub subject_label: String,
    /// «Изменено».
    pub action_label: String,
    /// In one line: «Мероприятие 5.10 «…»: изменено. Срок: было «май», стало «июнь».»
    pub text: String,
    /// «приказ № 45 от 02.09.2024»; may be empty.
    pub basis_text: String,
    /// «Версия 2» or «не утверждено».
    pub version_label: String,
}

/// What a write has recorded; nothing when nothing differed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Recorded {
    /// The corrections, in order. A new row is the subject of its own.
    pub changes: Vec<ChangeView>,
}

/// The passport as entered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PassportInput {
    /// Title.
    pub title: String,
    /// May be empty.
    pub goal: String,
    /// Who answers for the programme.
    pub responsible_person_id: Option<Id>,
    /// Why.
    pub correction: Correction,
}

/// A task as entered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TaskInput {
    /// Empty for a new one.
    pub id: Option<Id>,
    /// Code.
    pub code: String,
    /// Title.
    pub title: String,
    /// Note, may be empty.
    pub note: String,
    /// Why.
    pub correction: Correction,
}

/// What the user writes of an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct EventFields {
    /// Code, one of its kind in the programme. May be empty in a split: the program gives one.
    pub code: String,
    /// Title.
    pub title: String,
    /// Planned result, may be empty.
    pub result: String,
    /// Documents demanded as proof, may be empty.
    pub evidence_required: String,
    /// Responsible in words, may be empty.
    pub responsible: String,
    /// The person who answers for it.
    pub responsible_person_id: Option<Id>,
    /// Whose event it is.
    pub level: EventLevel,
    /// The term with its confirmed reading: what `term.read` gave.
    pub term: Term,
    /// Note of the school, may be empty.
    pub note: String,
}

/// An event as entered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct EventInput {
    /// Empty for a new one.
    pub id: Option<Id>,
    /// Under which task a new one stands; an existing one is moved by `program.move_event`.
    pub task_id: Option<Id>,
    /// The group row above a new one, if any.
    pub parent_id: Option<Id>,
    /// A new one is a heading row of the tree.
    pub is_group: bool,
    /// Its fields.
    pub fields: EventFields,
    /// Why.
    pub correction: Correction,
}

/// Rows to be withdrawn or restored together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RowsInput {
    /// The rows: tasks, events or indicators, as the call says.
    pub ids: Vec<Id>,
    /// Why.
    pub correction: Correction,
}

/// One event becomes several.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SplitInput {
    /// The event.
    pub id: Id,
    /// At least two, in order.
    pub parts: Vec<EventFields>,
    /// Which part keeps what has been done, from 0.
    pub facts_to: usize,
    /// Why.
    pub correction: Correction,
}

/// Several events of one task become one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct MergeInput {
    /// At least two. The first keeps its place; what was done for the others moves to it, they are withdrawn.
    pub ids: Vec<Id>,
    /// What the joint event says.
    pub fields: EventFields,
    /// Why.
    pub correction: Correction,
}

/// Where an event goes, with the rows below it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct MoveInput {
    /// The event.
    pub id: Id,
    /// The task.
    pub task_id: Id,
    /// The group row above it, of the same task.
    pub parent_id: Option<Id>,
    /// The event before which it stands, of the same task and group; empty = last.
    pub before_id: Option<Id>,
    /// Why.
    pub correction: Correction,
}

/// Responsibles and dates for many events at once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AssignInput {
    /// One for each event.
    pub items: Vec<AssignItem>,
    /// Why.
    pub correction: Correction,
}

/// A responsible and dates for one event; what is empty stays as it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AssignItem {
    /// The event.
    pub event_id: Id,
    /// Who answers for it from now on.
    pub responsible_person_id: Option<Id>,
    /// First day, for an event whose dates the programme leaves to the school.
    pub from: Option<NaiveDate>,
    /// Last day, also the due date.
    pub to: Option<NaiveDate>,
}

/// An indicator as entered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IndicatorInput {
    /// Empty for a new one.
    pub id: Option<Id>,
    /// The task it stands under.
    pub task_id: Option<Id>,
    /// Code, one of its kind among indicators.
    pub code: String,
    /// Title.
    pub title: String,
    /// Unit; of an indicator with values it stays.
    pub unit: Unit,
    /// How the school fills it; of an indicator with values it stays.
    pub projection: Projection,
    /// Why.
    pub correction: Correction,
}

/// A target as entered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TargetInput {
    /// The indicator.
    pub indicator_id: Id,
    /// Code of the stage, or `const` for all of them.
    pub stage: String,
    /// The target; empty to take it out of the programme.
    pub target: Option<Target>,
    /// Why.
    pub correction: Correction,
}

/// Which corrections.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ChangesInput {
    /// Only those of this row.
    pub subject_id: Option<Id>,
    /// Only those that went into this version; 0 = not approved yet.
    pub version: Option<i64>,
}

/// The order that approves the programme as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ApproveInput {
    /// Number of the order.
    pub order_no: String,
    /// Its date.
    pub order_date: NaiveDate,
    /// Who approved it; empty = the director of the school card.
    pub authority: String,
    /// May be empty.
    pub note: String,
}

/// Which version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct VersionInput {
    /// 0 is what was adopted.
    pub number: i64,
}

/// A version as it was frozen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct VersionView {
    /// Its card.
    pub card: VersionCard,
    /// Its rows in order: the passport, tasks with their events, indicators with their targets.
    pub lines: Vec<VersionLine>,
    /// Corrections that went into it, in order.
    pub changes: Vec<ChangeView>,
}

/// A row of a version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct VersionLine {
    /// What it is, in words.
    pub kind_label: String,
    /// The row.
    pub line: opora_domain::program::Line,
}

/// Two states to compare.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DiffInput {
    /// Number of the earlier version.
    pub from: i64,
    /// Number of the later one; empty = as it stands now.
    pub to: Option<i64>,
}

/// What differs between two states of the programme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ProgramDiff {
    /// «Версия 1 — приказ № 45 от 02.09.2024».
    pub from: String,
    /// «Версия 2 …» or «как сейчас».
    pub to: String,
    /// «добавлено 2, исключено 1, изменено 7, перемещено 1»; «различий нет».
    pub summary: String,
    /// In order of the programme; rows that are gone come last.
    pub rows: Vec<DiffRow>,
}

/// A row that differs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DiffRow {
    /// What it is.
    pub kind: SubjectKind,
    /// In words.
    pub kind_label: String,
    /// The record.
    pub id: Id,
    /// Code as it is later.
    pub code: String,
    /// Title as it is later.
    pub title: String,
    /// Added, withdrawn, restored, moved or edited.
    pub action: ChangeAction,
    /// In words.
    pub action_label: String,
    /// The fields that differ.
    pub fields: Vec<FieldChange>,
    /// In one line.
    pub text: String,
}

/// A part of the municipal text that is neither plan nor indicator.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TextChapter {
    /// Its heading.
    pub title: String,
    /// Words before the list; may be empty.
    pub intro: String,
    /// Stages by which its items are written, in order; empty when they are not.
    pub columns: Vec<String>,
    /// Its list, in order.
    pub items: Vec<TextItem>,
}

/// A row of a chapter: a title, words or both.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TextItem {
    /// Its number in the text, may be empty.
    pub code: String,
    /// Title, term, risk; may be empty.
    pub title: String,
    /// The words, may be empty.
    pub text: String,
    /// Its own list.
    pub parts: Vec<String>,
    /// Words of each column; empty where the text has a gap.
    pub by_column: Vec<String>,
}
