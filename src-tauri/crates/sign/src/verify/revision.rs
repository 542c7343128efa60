//! The saved states of a file: each «Сохранить» of an editor appends one, and every older one stays readable.

use std::collections::BTreeSet;

use lopdf::{Document, ObjectId};
use memchr::memmem;

use super::{Revision, Verification, change, raw};
use crate::pdf;

/// A file saved more often is not taken apart.
const MAX_REVISIONS: usize = 64;
/// Reading each of so many states anew takes its time; the later ones are listed without words.
const MAX_DESCRIBED: usize = 16;
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
        if let (true, Some(stamp)) = (report.is_stamp, &report.timestamp) {
            revision
                .changes
                .insert(0, format!("добавлен штамп времени службы «{}»", stamp.authority.subject));
            continue;
        }
        let words = match (report.field.as_str(), report.page) {
            ("", _) => format!("добавлена подпись: {name}"),
            (field, 0) => format!("добавлена подпись: {name} (поле «{field}»)"),
            (field, page) => format!("добавлена подпись: {name} (поле «{field}», страница {page})"),
        };
        revision.changes.insert(0, words);
        revision.signed_by = Some(name);
    }
}

/// What each state of an unspoilt file brought; a signature is told of by [`name_signers`]. Gives the file as it was
/// read, if its last state was.
pub(super) fn describe(pdf: &[u8], found: &mut Verification) -> Option<Document> {
    let signed: Vec<usize> = found.signatures.iter().map(|report| report.revision).collect();
    let mut previous: Option<Document> = None;
    for revision in found.revisions.iter_mut().take(MAX_DESCRIBED) {
        let current = pdf::open(&pdf[..revision.end]);
        if let (Some(previous), Some(current)) = (&previous, &current) {
            let changed = change::between(previous, current);
            revision.changes = change::words(&changed, Some(previous), current);
            revision.objects = names(&changed);
        }
        if revision.number == 1 {
            revision.changes = vec!["исходный документ".into()];
        }
        if signed.contains(&revision.number) {
            revision.changes.retain(|change| !change::is_of_signing(change));
        }
        previous = current;
    }
    let described = found.revisions.get(..MAX_DESCRIBED).unwrap_or(&found.revisions);
    previous.filter(|_| described.last().is_some_and(|last| last.end == pdf.len()))
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
