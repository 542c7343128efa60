//! A later signature may add itself and nothing else; data for long validation may be added without one. Whatever is
//! not proved harmless is a change.

use std::collections::BTreeSet;

use lopdf::xref::XrefEntry;
use lopdf::{Document, ObjectId};

use super::raw::Signature;
use super::step::Step;
use super::{Fault, Verification, change, increment, revision};
use crate::pdf;

/// Compare the state under each signature with the state under the one before it.
pub(super) fn check(
    pdf: &[u8],
    document: &Document,
    signatures: &[Signature<'_>],
    found: &mut Verification,
) -> Result<(), Fault> {
    if signatures.len() < 2 {
        return Ok(());
    }
    if found.signatures.iter().any(|report| report.revision == 0) {
        return Err(Fault::modified("Подписанная часть кончается не там, где кончается сохранение файла."));
    }
    let mut states = Vec::new();
    for signature in signatures.iter().filter(|signature| signature.covered_end() < pdf.len()) {
        let state = pdf::open(&pdf[..signature.covered_end()]);
        states.push(state.ok_or_else(|| Fault::modified("Ранее подписанное состояние файла не читается."))?);
    }
    let states: Vec<&Document> = states.iter().chain([document]).take(signatures.len()).collect();
    for (index, pair) in states.windows(2).enumerate() {
        let [previous, current] = pair else { continue };
        let signature = &signatures[index + 1];
        let span = (signatures[index].covered_end(), signature.covered_end());
        let step = Step { previous, current, signature: Some(signature) };
        check_step(pdf, span, &step).map_err(|bad| refuse(&step, &bad, index, found))?;
        if step.is_drawn_by_another() {
            found.reasons.push(format!(
                "Отметка в поле «{}», отведённом для подписи, нарисована другой программой.",
                found.signatures[index + 1].field
            ));
        }
    }
    Ok(())
}

/// After the last signature nothing came but data by which signatures are checked years later (PAdES B-LT): no page,
/// no field, no attachment. Any level of DocMDP permits it (ISO 32000-2, 12.8.2.2.2).
pub(super) fn is_validation_data(pdf: &[u8], end: usize) -> bool {
    let (Some(previous), Some(current)) = (pdf::open(&pdf[..end]), pdf::open(pdf)) else { return false };
    let step = Step { previous: &previous, current: &current, signature: None };
    step.adds_validation_data() && check_step(pdf, (end, pdf.len()), &step).is_ok()
}

/// The error names the objects that are not proved harmless; it may be empty when the trailer is at fault.
fn check_step(pdf: &[u8], span: (usize, usize), step: &Step<'_>) -> Result<(), BTreeSet<ObjectId>> {
    let changed = change::between(step.previous, step.current);
    let bad = match layout_holds(pdf, span, step.current) {
        true => step.unproved(&changed),
        false => return Err(changed),
    };
    if bad.is_empty() && step.trailers_agree() { Ok(()) } else { Err(bad) }
}

fn refuse(step: &Step<'_>, bad: &BTreeSet<ObjectId>, index: usize, found: &mut Verification) -> Fault {
    let number = found.signatures[index + 1].revision;
    let words = change::words(bad, Some(step.previous), step.current);
    let what = if words.is_empty() { "строение файла".to_owned() } else { words.join("; ") };
    let sentence = match step.painted_page() {
        Some(page) => format!(
            "После подписи {} поставлена подпись с видимой отметкой на странице {page}: отметка рисует поверх уже \
             подписанного и может его закрыть. Чтобы увидеть подписанное, откройте редакцию {} (объекты {}).",
            index + 1,
            found.signatures[index].revision,
            change::list(bad),
        ),
        None => format!(
            "После подписи {} в документ внесены не только подписи: в сохранении {number} — {what} (объекты {}).",
            index + 1,
            change::list(bad),
        ),
    };
    if let Some(revision) = found.revisions.iter_mut().find(|revision| revision.number == number) {
        revision.changes.extend(words.into_iter().filter(|word| word != change::SIGNATURE_ADDED));
    }
    for report in &mut found.signatures[..=index] {
        report.fail(Fault::modified(sentence.clone()));
    }
    Fault::modified(sentence)
}

/// Each saving of the step is laid out strictly; between two signatures there may be several.
fn layout_holds(pdf: &[u8], (start, end): (usize, usize), current: &Document) -> bool {
    let mut from = start;
    for to in revision::ends(pdf).into_iter().filter(|to| (start + 1..end).contains(to)) {
        let Some(state) = pdf::open(&pdf[..to]) else { return false };
        if pdf[from..to].iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        if !saving_holds(pdf, (from, to), &state) {
            return false;
        }
        from = to;
    }
    pdf[from..end].iter().all(u8::is_ascii_whitespace) || saving_holds(pdf, (from, end), current)
}

/// Every object that stands in the appended bytes is one that the parser sees there, and the other way round.
fn saving_holds(pdf: &[u8], (start, end): (usize, usize), current: &Document) -> bool {
    let Some(offsets) = increment::offsets(pdf, start, end) else { return false };
    let seen: BTreeSet<usize> = offsets.iter().copied().collect();
    let placed = current.reference_table.entries.values().filter_map(|entry| match entry {
        XrefEntry::Normal { offset, .. } => usize::try_from(*offset).ok(),
        _ => None,
    });
    let known: BTreeSet<usize> = placed.filter(|offset| (start..end).contains(offset)).collect();
    // The cross-reference stream itself need not be listed in itself.
    known.is_subset(&seen) && seen.len() <= known.len() + 1
}
