//! Which row of the newer file is which row of the older one: by code and title, by title alone, by code alone.

use super::{Row, RowKind};
use std::collections::BTreeMap;

/// Pairs of places (older, newer); `None` on either side for what has no pair.
pub(super) struct Pairs {
    /// Newer by older.
    pub(super) newer_of: BTreeMap<usize, usize>,
}

impl Pairs {
    /// The older place of a newer one.
    pub(super) fn older_of(&self, newer: usize) -> Option<usize> {
        self.newer_of.iter().find(|(_, place)| **place == newer).map(|(place, _)| *place)
    }
}

/// Pairs the rows of two files. Targets follow their indicator when it has got another code.
pub(super) fn pair(older: &[Row], newer: &[Row]) -> Pairs {
    let mut pairs = Pairs { newer_of: BTreeMap::new() };
    let same_code = |one: &Row, other: &Row| one.code == other.code;
    pairs.join(older, newer, |one, other| same_code(one, other) && same_title(one, other));
    pairs.join_renumbered(older, newer);
    pairs.join(older, newer, |one, other| one.kind != RowKind::Target && same_code(one, other));
    let codes: BTreeMap<&str, &str> = pairs
        .newer_of
        .iter()
        .filter(|(place, _)| older[**place].kind == RowKind::Indicator)
        .map(|(one, other)| (older[*one].code.as_str(), newer[*other].code.as_str()))
        .collect();
    let followed = |row: &Row| {
        let (indicator, stage) = row.code.split_once('/')?;
        Some(format!("{}/{stage}", codes.get(indicator)?))
    };
    pairs.join(older, newer, |one, other| {
        one.kind == RowKind::Target && followed(one).is_some_and(|code| code == other.code)
    });
    pairs
}

impl Pairs {
    /// Joins rows of one kind that are alike, the first with the first.
    fn join(&mut self, older: &[Row], newer: &[Row], alike: impl Fn(&Row, &Row) -> bool) {
        for (place, one) in older.iter().enumerate() {
            if self.newer_of.contains_key(&place) {
                continue;
            }
            let free = |other: usize| self.newer_of.values().all(|taken| *taken != other);
            let found = newer
                .iter()
                .enumerate()
                .find(|(other, row)| row.kind == one.kind && free(*other) && alike(one, row));
            if let Some((other, _)) = found {
                self.newer_of.insert(place, other);
            }
        }
    }

    /// Joins rows with another code whose title stands once among what is left on either side.
    fn join_renumbered(&mut self, older: &[Row], newer: &[Row]) {
        let left: Vec<usize> = (0..older.len()).filter(|place| !self.newer_of.contains_key(place)).collect();
        let taken: Vec<usize> = self.newer_of.values().copied().collect();
        let fresh: Vec<usize> = (0..newer.len()).filter(|place| !taken.contains(place)).collect();
        for place in &left {
            let one = &older[*place];
            if !has_own_title(one) {
                continue;
            }
            let alike = |row: &Row| row.kind == one.kind && same_title(row, one);
            let twins = left.iter().filter(|other| alike(&older[**other])).count();
            let found: Vec<usize> = fresh.iter().copied().filter(|other| alike(&newer[*other])).collect();
            if let ([other], 1) = (found.as_slice(), twins) {
                self.newer_of.insert(*place, *other);
            }
        }
    }
}

fn has_own_title(row: &Row) -> bool {
    matches!(row.kind, RowKind::Event | RowKind::Indicator | RowKind::Group | RowKind::IndicatorGroup)
}

/// Letters and digits alike; quotes, spaces and case do not make another title. Other kinds have none of their own.
fn same_title(one: &Row, other: &Row) -> bool {
    !has_own_title(one) || bare(&one.title) == bare(&other.title)
}

fn bare(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
