//! A row of the programme in words: what a reader compares, whatever the record looks like.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{FieldChange, SubjectKind};
use crate::Id;

/// One row of the programme at one moment. Frozen in versions, so that they read the same for ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Line {
    /// What it is.
    pub kind: SubjectKind,
    /// The record.
    pub id: Id,
    /// Code; may be empty.
    pub code: String,
    /// Title.
    pub title: String,
    /// It is left out of the plan.
    pub withdrawn: bool,
    /// Under what it stands: ids of the task and of the group row, one after another. Not shown.
    pub place: String,
    /// Its other fields, in order.
    pub fields: Vec<LineField>,
}

/// A field in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LineField {
    /// Stable code.
    pub field: String,
    /// «Срок».
    pub label: String,
    /// May be empty.
    pub text: String,
}

impl LineField {
    /// A field.
    pub fn new(field: &str, label: &str, text: impl Into<String>) -> Self {
        Self { field: field.to_owned(), label: label.to_owned(), text: text.into() }
    }
}

impl Line {
    /// The fields that differ, in order; code and title first.
    pub fn changes_to(&self, after: &Self) -> Vec<FieldChange> {
        let head = |line: &Self| {
            vec![
                LineField::new("code", "Номер", &line.code),
                LineField::new("title", "Название", &line.title),
            ]
        };
        let (before_fields, after_fields) =
            ([head(self), self.fields.clone()].concat(), [head(after), after.fields.clone()].concat());
        let text = |fields: &[LineField], code: &str| {
            fields
                .iter()
                .find(|field| field.field == code)
                .map(|field| field.text.clone())
                .unwrap_or_default()
        };
        let gone =
            before_fields.iter().filter(|field| !after_fields.iter().any(|other| other.field == field.field));
        let change = |field: &LineField| FieldChange {
            field: field.field.clone(),
            label: field.label.clone(),
            before: text(&before_fields, &field.field),
            after: text(&after_fields, &field.field),
        };
        after_fields.iter().chain(gone).map(change).filter(|change| change.before != change.after).collect()
    }
}
