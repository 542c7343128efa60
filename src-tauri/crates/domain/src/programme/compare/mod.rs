//! A newer municipal file beside the one that was adopted and the school's own wording: three-way, by codes.

mod pairing;
mod row;

pub use row::{Field, Row, RowKind, rows};

use super::CONST_STAGE;
use crate::words::Words;
use pairing::{Pairs, pair};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// What happened to a row in the newer file.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum RowChange {
    Added,
    Vanished,
    Renumbered,
    Changed,
}

impl Words for RowChange {
    const ALL: &'static [Self] = &[Self::Added, Self::Vanished, Self::Renumbered, Self::Changed];

    fn label(self) -> &'static str {
        match self {
            Self::Added => "новое",
            Self::Vanished => "исчезло",
            Self::Renumbered => "перенумеровано",
            Self::Changed => "изменено",
        }
    }
}

/// A row that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// What it is.
    pub kind: RowKind,
    /// What happened to it.
    pub change: RowChange,
    /// Its code in the file that was adopted; none for an added row.
    pub was_code: Option<String>,
    /// Its code in the newer file; none for a vanished row.
    pub code: Option<String>,
    /// Its title, the newer one where there is one.
    pub title: String,
    /// The fields that differ; of an added row all that say something.
    pub fields: Vec<FieldDifference>,
}

/// A field that differs, three-way.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldDifference {
    /// Name of the field in the file.
    pub name: &'static str,
    /// The name for people.
    pub label: &'static str,
    /// The municipal words that were adopted; none when that file is not known.
    pub base: Option<String>,
    /// The newer municipal words.
    pub theirs: String,
    /// The school's words now; empty when it has no such row.
    pub ours: String,
    /// The school's words differ from what it adopted: taking the newer ones would lose them.
    pub conflict: bool,
}

/// Compares the newer file with the adopted one and with the school's programme (its rows under the codes of the
/// adopted file). Without the adopted file the school's words stand for it, and every difference is a conflict.
pub fn compare(base: Option<&[Row]>, theirs: &[Row], ours: &[Row]) -> Vec<Difference> {
    let older = base.unwrap_or(ours);
    let sides = Sides { pairs: pair(older, theirs), older, theirs, ours, base_is_known: base.is_some() };
    let mut found: Vec<Difference> = (0..theirs.len()).filter_map(|place| sides.of_newer(place)).collect();
    let vanished = (0..older.len()).filter(|place| !sides.pairs.newer_of.contains_key(place));
    found.extend(vanished.filter_map(|place| sides.vanished(&older[place])));
    found
}

struct Sides<'a> {
    pairs: Pairs,
    older: &'a [Row],
    theirs: &'a [Row],
    ours: &'a [Row],
    base_is_known: bool,
}

impl Sides<'_> {
    fn our_row(&self, row: &Row) -> Option<&Row> {
        self.ours.iter().find(|own| own.kind == row.kind && own.code == row.code)
    }

    fn of_newer(&self, place: usize) -> Option<Difference> {
        let newer = &self.theirs[place];
        let Some(older) = self.pairs.older_of(place).map(|place| &self.older[place]) else {
            return Some(self.added(newer));
        };
        let ours = self.our_row(older);
        let mut fields: Vec<_> = newer
            .fields
            .iter()
            .filter_map(|field| {
                let of = |row: &Row| row.field(field.name).map(|field| self.followed(row.kind, field));
                self.field(field, of(older).as_ref(), ours.and_then(of).as_ref())
            })
            .collect();
        let moved = older.code != newer.code && older.kind != RowKind::Target;
        if moved {
            fields.insert(0, code_field(older, newer));
        }
        let change = if moved { RowChange::Renumbered } else { RowChange::Changed };
        (!fields.is_empty()).then(|| Difference {
            kind: newer.kind,
            change,
            was_code: Some(older.code.clone()),
            code: Some(newer.code.clone()),
            title: newer.title.clone(),
            fields,
        })
    }

    /// A field that names another row, under the number which that row has in the newer file.
    fn followed(&self, kind: RowKind, field: &Field) -> Field {
        let of = match (kind, field.name) {
            (RowKind::Event, "parent") => RowKind::Event,
            (RowKind::Event, "group") => RowKind::Group,
            (RowKind::Indicator, "group") => RowKind::IndicatorGroup,
            _ => return field.clone(),
        };
        let named = self.older.iter().position(|row| row.kind == of && field.value == row.code.as_str());
        let newer = named.and_then(|place| self.pairs.newer_of.get(&place));
        let value = match (named, newer) {
            (_, Some(place)) => json!(self.theirs[*place].code),
            (Some(_), None) => json!([field.value]),
            (None, None) => field.value.clone(),
        };
        Field { value, ..field.clone() }
    }

    fn field(&self, newer: &Field, older: Option<&Field>, ours: Option<&Field>) -> Option<FieldDifference> {
        let unchanged = older.is_some_and(|older| older.value == newer.value);
        let taken = ours.is_some_and(|ours| ours.value == newer.value);
        if unchanged || taken {
            return None;
        }
        let own = !self.base_is_known
            || ours.is_some_and(|ours| older.is_none_or(|older| older.value != ours.value));
        Some(FieldDifference {
            name: newer.name,
            label: newer.label,
            base: older.filter(|_| self.base_is_known).map(|field| field.text.clone()),
            theirs: newer.text.clone(),
            ours: ours.map(|field| field.text.clone()).unwrap_or_default(),
            conflict: own,
        })
    }

    fn added(&self, newer: &Row) -> Difference {
        let spoken = newer.fields.iter().filter(|field| !field.text.is_empty());
        let fields = spoken.map(|field| FieldDifference {
            name: field.name,
            label: field.label,
            base: None,
            theirs: field.text.clone(),
            ours: String::new(),
            conflict: false,
        });
        Difference {
            kind: newer.kind,
            change: RowChange::Added,
            was_code: None,
            code: Some(newer.code.clone()),
            title: newer.title.clone(),
            fields: fields.collect(),
        }
    }

    /// A row of the adopted file that the school still has.
    fn vanished(&self, older: &Row) -> Option<Difference> {
        let ours = self.our_row(older)?;
        Some(Difference {
            kind: older.kind,
            change: RowChange::Vanished,
            was_code: Some(older.code.clone()),
            code: None,
            title: ours.title.clone(),
            fields: Vec::new(),
        })
    }
}

fn code_field(older: &Row, newer: &Row) -> FieldDifference {
    FieldDifference {
        name: "code",
        label: "номер",
        base: Some(older.code.clone()),
        theirs: newer.code.clone(),
        ours: older.code.clone(),
        conflict: false,
    }
}

impl Row {
    fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}
