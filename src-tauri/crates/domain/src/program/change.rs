//! Corrections (корректировки): what was changed in the programme, why, and on what basis.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::words::Words;

/// A correction of the programme. Never edited; an approval only notes the version it went into.
///
/// Table: program_change
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ProgramChange {
    /// UUIDv7.
    pub id: Id,
    /// The programme.
    pub program_id: Id,
    /// Number within the programme, from 1.
    pub seq: i64,
    /// The day on which it was made.
    pub date: NaiveDate,
    /// What kind of row was changed.
    pub subject: SubjectKind,
    /// The row.
    pub subject_id: Id,
    /// Its code after the change, as it was at that time; may be empty.
    pub code: String,
    /// Its title after the change, as it was at that time.
    pub title: String,
    /// What was done to it.
    pub action: ChangeAction,
    /// The fields that changed, in words. Json column.
    pub fields: Vec<FieldChange>,
    /// Why.
    pub reason: String,
    /// The document it rests on, «приказ № 45»; may be empty while the programme is a draft.
    pub basis: String,
    /// Date of that document.
    pub basis_date: Option<NaiveDate>,
    /// Number of the version it went into; empty until the next approval.
    pub version: Option<i64>,
}

/// A field before and after, in words of that time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldChange {
    /// Stable code: `title`, `term`, `responsible`.
    pub field: String,
    /// «Срок».
    pub label: String,
    /// May be empty.
    pub before: String,
    /// May be empty.
    pub after: String,
}

/// What a correction is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum SubjectKind {
    Program,
    Task,
    Event,
    Indicator,
    Target,
}

impl Words for SubjectKind {
    const ALL: &'static [Self] = &[Self::Program, Self::Task, Self::Event, Self::Indicator, Self::Target];

    fn label(self) -> &'static str {
        match self {
            Self::Program => "Паспорт программы",
            Self::Task => "Задача",
            Self::Event => "Мероприятие",
            Self::Indicator => "Показатель",
            Self::Target => "Целевое значение",
        }
    }
}

/// What a correction does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum ChangeAction {
    Added,
    Edited,
    TermSet,
    Assigned,
    Moved,
    Split,
    Merged,
    Withdrawn,
    Restored,
    TargetChanged,
}

impl Words for ChangeAction {
    const ALL: &'static [Self] = &[
        Self::Added,
        Self::Edited,
        Self::TermSet,
        Self::Assigned,
        Self::Moved,
        Self::Split,
        Self::Merged,
        Self::Withdrawn,
        Self::Restored,
        Self::TargetChanged,
    ];

    fn label(self) -> &'static str {
        match self {
            Self::Added => "Добавлено",
            Self::Edited => "Изменено",
            Self::TermSet => "Изменён срок",
            Self::Assigned => "Назначен ответственный",
            Self::Moved => "Перемещено",
            Self::Split => "Разделено",
            Self::Merged => "Объединено",
            Self::Withdrawn => "Исключено",
            Self::Restored => "Возвращено в план",
            Self::TargetChanged => "Изменено целевое значение",
        }
    }
}

impl ProgramChange {
    /// In one line: «Мероприятие 5.10 «…»: изменено. Срок: было «май», стало «июнь».»
    pub fn words(&self) -> String {
        words(self.subject, &self.code, &self.title, self.action, &self.fields)
    }
}

/// The one line that tells of a changed row, in a correction and in a comparison alike.
pub(super) fn words(
    subject: SubjectKind,
    code: &str,
    title: &str,
    action: ChangeAction,
    fields: &[FieldChange],
) -> String {
    let code = if code.is_empty() { String::new() } else { format!(" {code}") };
    let head = format!("{}{code} «{title}»: {}", subject.label(), action.said_of(subject));
    let fields = fields.iter().map(FieldChange::words).collect::<Vec<_>>();
    if fields.is_empty() { format!("{head}.") } else { format!("{head}. {}", fields.join(" ")) }
}

impl FieldChange {
    /// «Срок: было «май», стало «июнь».»
    pub fn words(&self) -> String {
        match (self.before.is_empty(), self.after.is_empty()) {
            (true, _) => format!("{}: «{}».", self.label, self.after),
            (_, true) => format!("{}: было «{}», снято.", self.label, self.before),
            _ => format!("{}: было «{}», стало «{}».", self.label, self.before, self.after),
        }
    }
}

impl ChangeAction {
    /// Of a subject, agreeing with it: «задача исключена», «мероприятие исключено», «показатель исключён».
    fn said_of(self, subject: SubjectKind) -> &'static str {
        let forms = match self {
            Self::Added => ["добавлен", "добавлена", "добавлено"],
            Self::Edited | Self::TargetChanged => ["изменён", "изменена", "изменено"],
            Self::TermSet => ["изменён срок"; 3],
            Self::Assigned => ["назначен ответственный"; 3],
            Self::Moved => ["перемещён", "перемещена", "перемещено"],
            Self::Split => ["разделён", "разделена", "разделено"],
            Self::Merged => ["объединён", "объединена", "объединено"],
            Self::Withdrawn => ["исключён", "исключена", "исключено"],
            Self::Restored => ["возвращён", "возвращена", "возвращено"],
        };
        match subject {
            SubjectKind::Program | SubjectKind::Indicator => forms[0],
            SubjectKind::Task => forms[1],
            SubjectKind::Event | SubjectKind::Target => forms[2],
        }
    }
}
