//! The saved states of a file: each «Сохранить» of an editor appends one, and every older one stays readable.

use std::collections::BTreeSet;

use lopdf::xref::XrefEntry;
use lopdf::{Document, ObjectId};
use memchr::memmem;

use super::{Revision, Verification, change, raw};
use crate::pdf;

/// A file saved more often is not taken apart.
const MAX_REVISIONS: usize = 64;
/// What stands between `startxref` and `%%EOF`: a number and two line ends.
const FOOTER_BYTES: usize = 48;

/// Where each saved state ends: after `startxref`, a number, `%%EOF` and the end of that line.
pub(super) fn ends(pdf: &[u8]) -> Vec<usize> {
    let marks = memmem::find_iter(pdf, b"%%EOF");
    marks
        .filter(|&mark| has_footer(&pdf[..mark]))
        .map(|mark| line_end(pdf, mark + 5))
        .take(MAX_REVISIONS)
        .collect()
}

/// A linearized file says `startxref 0` in its middle: that is not the end of a state.
fn has_footer(before: &[u8]) -> bool {
    let tail = &before[before.len().saturating_sub(FOOTER_BYTES)..];
    let Some(at) = memmem::rfind(tail, b"startxref") else { return false };
    let number = tail[at + 9..].trim_ascii();
    !number.is_empty() && number != b"0" && number.iter().all(u8::is_ascii_digit)
}

fn line_end(pdf: &[u8], at: usize) -> usize {
    match &pdf[at..] {
        [b'\r', b'\n', ..] => at + 2,
        [b'\r' | b'\n', ..] => at + 1,
        _ => at,
    }
}

/// Every saved state with its end; a signed state ends where its signature says.
pub(super) fn list(pdf: &[u8], signed: &[usize]) -> Vec<Revision> {
    let ends = ends(pdf).into_iter().enumerate();
    let empty =
        |number, end| Revision { number, end, signed_by: None, changes: Vec::new(), objects: Vec::new() };
    ends.map(|(index, end)| empty(index + 1, nearest(end, signed))).collect()
}

/// Programs disagree on whether the line end after `%%EOF` belongs to the state; the signature decides.
fn nearest(end: usize, signed: &[usize]) -> usize {
    signed.iter().copied().find(|signed| *signed <= end && end - signed <= 2).unwrap_or(end)
}

/// Put the names of the signers to their states.
pub(super) fn name_signers(found: &mut Verification) {
    for report in &found.signatures {
        let Some(revision) = report.revision.checked_sub(1).and_then(|index| found.revisions.get_mut(index))
        else {
            continue;
        };
        let name = report
            .signer
            .as_ref()
            .map_or_else(|| "неизвестно кто".to_owned(), |signer| signer.subject.clone());
        let words = match report.field.is_empty() {
            true => format!("добавлена подпись: {name}"),
            false => format!("добавлена подпись: {name} (поле «{}»)", report.field),
        };
        revision.changes.retain(|change| change != "добавлена подпись" && !change.starts_with("заполнено"));
        revision.changes.insert(0, words);
        revision.signed_by = Some(name);
    }
}

/// Which objects each state of an unspoilt file brought, from the offsets of the last one.
pub(super) fn describe(document: &Document, found: &mut Verification) {
    let mut start = 0;
    let signed: Vec<usize> = found.signatures.iter().map(|report| report.revision).collect();
    for revision in &mut found.revisions {
        let objects = written_between(document, start, revision.end);
        start = revision.end;
        revision.changes = match (revision.number, signed.contains(&revision.number)) {
            (1, _) => vec!["исходный документ".into()],
            (_, true) => Vec::new(),
            _ => change::words(&objects, None, document),
        };
        if revision.number > 1 {
            revision.objects = names(&objects);
        }
    }
}

/// The states after the last signature: what they changed, also as a sentence for the verdict.
pub(super) fn describe_appended(pdf: &[u8], end: usize, found: &mut Verification) -> String {
    let (Some(previous), Some(current)) = (pdf::open(&pdf[..end]), pdf::open(pdf)) else {
        return String::new();
    };
    let changed = change::between(&previous, &current);
    let words = change::words(&changed, Some(&previous), &current);
    if words.is_empty() {
        return String::new();
    }
    let sentence = format!(" Что сделано: {} (объекты {}).", words.join("; "), change::list(&changed));
    if let Some(last) = found.revisions.iter_mut().rfind(|revision| revision.end > end) {
        last.changes = words;
        last.objects = names(&changed);
    }
    sentence
}

fn names(objects: &BTreeSet<ObjectId>) -> Vec<String> {
    objects.iter().map(|(id, generation)| format!("{id} {generation}")).collect()
}

fn written_between(document: &Document, start: usize, end: usize) -> BTreeSet<ObjectId> {
    let table = &document.reference_table.entries;
    let place = |entry: &XrefEntry| match entry {
        XrefEntry::Normal { offset, .. } => usize::try_from(*offset).ok(),
        XrefEntry::Compressed { container, .. } => match table.get(container) {
            Some(XrefEntry::Normal { offset, .. }) => usize::try_from(*offset).ok(),
            _ => None,
        },
        _ => None,
    };
    let generation = |entry: &XrefEntry| match entry {
        XrefEntry::Normal { generation, .. } => *generation,
        _ => 0,
    };
    let written = table.iter().filter(|(_, entry)| place(entry).is_some_and(|at| (start..end).contains(&at)));
    let ids = written.map(|(id, entry)| (*id, generation(entry)));
    ids.filter(|id| !document.objects.get(id).is_some_and(change::is_container)).collect()
}

/// The file as it was in its saved state `number` (from 1, as in [`Verification::revisions`]), so that a person can
/// look at exactly what was signed. `None` if there is no such state.
///
/// [`Verification::revisions`]: crate::Verification::revisions
pub fn read_revision(pdf: &[u8], number: usize) -> Option<Vec<u8>> {
    let signed: Vec<usize> =
        raw::locate(pdf).map(|all| all.iter().map(raw::Signature::covered_end).collect()).unwrap_or_default();
    let end = list(pdf, &signed).get(number.checked_sub(1)?)?.end;
    Some(pdf[..end].to_vec())
}
