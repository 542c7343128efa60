//! What differs between two states of the programme, row by row.

use std::collections::{BTreeMap, BTreeSet};

use super::{ChangeAction, FieldChange, Line, SubjectKind, change};

/// A row that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineDiff {
    /// As it is after; as it was before when it is gone.
    pub line: Line,
    /// Added, withdrawn, restored, moved or edited.
    pub action: ChangeAction,
    /// The fields that differ.
    pub fields: Vec<FieldChange>,
}

impl LineDiff {
    /// In one line: «Мероприятие 5.10 «…»: изменено. Срок: было «май», стало «июнь».»
    pub fn words(&self) -> String {
        change::words(self.line.kind, &self.line.code, &self.line.title, self.action, &self.fields)
    }
}

/// The rows that differ, in the order of the later state; rows that are gone come last.
///
/// What was left out of both is passed over; a row that merely gave way to a moved one is not moved.
pub fn diff(before: &[Line], after: &[Line]) -> Vec<LineDiff> {
    let known: BTreeMap<&str, &Line> = before.iter().map(|line| (line.id.as_str(), line)).collect();
    let moved = moved(before, after);
    let found = after.iter().filter_map(|line| {
        let place = moved.contains(line.id.as_str()).then(|| FieldChange {
            field: "order".to_owned(),
            label: "Место".to_owned(),
            before: neighbour(before, line),
            after: neighbour(after, line),
        });
        compare(known.get(line.id.as_str()).copied(), line, place)
    });
    let here: BTreeSet<&str> = after.iter().map(|line| line.id.as_str()).collect();
    let gone = before.iter().filter(|line| !line.withdrawn && !here.contains(line.id.as_str()));
    found.chain(gone.map(|line| of(line, ChangeAction::Withdrawn, Vec::new()))).collect()
}

fn compare(before: Option<&Line>, after: &Line, place: Option<FieldChange>) -> Option<LineDiff> {
    let Some(before) = before else {
        let empty = Line { fields: Vec::new(), ..after.clone() };
        return (!after.withdrawn).then(|| of(after, ChangeAction::Added, empty.changes_to(after)));
    };
    let mut fields = before.changes_to(after);
    fields.extend(place);
    let action = match (before.withdrawn, after.withdrawn) {
        (true, true) => return None,
        (false, true) => ChangeAction::Withdrawn,
        (true, false) => ChangeAction::Restored,
        (false, false) if fields.is_empty() => return None,
        (false, false) => action(after.kind, &fields),
    };
    Some(of(after, action, fields))
}

/// The narrowest word for a change of these fields.
fn action(kind: SubjectKind, fields: &[FieldChange]) -> ChangeAction {
    let only = |names: &[&str]| fields.iter().all(|change| names.contains(&change.field.as_str()));
    if kind == SubjectKind::Target {
        ChangeAction::TargetChanged
    } else if only(&["task", "parent", "order"]) {
        ChangeAction::Moved
    } else if only(&["term", "reading"]) {
        ChangeAction::TermSet
    } else if only(&["responsible_person"]) {
        ChangeAction::Assigned
    } else {
        ChangeAction::Edited
    }
}

/// «после 5.3», «первым»: what stands before it under the same heading.
fn neighbour(lines: &[Line], line: &Line) -> String {
    let Some(at) = lines.iter().position(|known| known.id == line.id) else { return String::new() };
    let place = &lines[at].place;
    let before = lines[..at]
        .iter()
        .rfind(|known| known.kind == line.kind && known.place == *place && !known.withdrawn);
    before.map_or_else(|| "первым".to_owned(), |known| format!("после {}", known.code))
}

fn of(line: &Line, action: ChangeAction, fields: Vec<FieldChange>) -> LineDiff {
    LineDiff { line: line.clone(), action, fields }
}

/// Rows that stand under the same heading, but not in the order of their neighbours.
fn moved<'a>(before: &[Line], after: &'a [Line]) -> BTreeSet<&'a str> {
    let was: BTreeMap<&str, (&str, usize)> =
        before.iter().enumerate().map(|(at, line)| (line.id.as_str(), (line.place.as_str(), at))).collect();
    let mut groups: BTreeMap<(SubjectKind, &str), Vec<(&str, usize)>> = BTreeMap::new();
    for line in after {
        match was.get(line.id.as_str()) {
            Some((place, at)) if *place == line.place => {
                groups.entry((line.kind, line.place.as_str())).or_default().push((line.id.as_str(), *at));
            }
            // Under another heading: its fields say so.
            Some(_) | None => {}
        }
    }
    groups.values().flat_map(|group| out_of_order(group)).collect()
}

/// Those outside the longest stretch that kept its order.
fn out_of_order<'a>(group: &[(&'a str, usize)]) -> Vec<&'a str> {
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(group.len());
    for (i, (_, at)) in group.iter().enumerate() {
        let before = (0..i).filter(|j| group[*j].1 < *at).max_by_key(|j| best[*j].0);
        best.push((before.map_or(1, |j| best[j].0 + 1), before));
    }
    let mut kept = BTreeSet::new();
    let mut last = (0..best.len()).max_by_key(|i| best[*i].0);
    while let Some(i) = last {
        kept.insert(i);
        last = best[i].1;
    }
    group.iter().enumerate().filter(|(i, _)| !kept.contains(i)).map(|(_, (id, _))| *id).collect()
}
