//! A later signature may add itself and nothing else. Whatever is not proved harmless is a change.

use std::collections::BTreeSet;

use lopdf::xref::XrefEntry;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::raw::Signature;
use super::{Fault, Verification, change, increment};
use crate::pdf;

/// Keys of the document's description that programs renew at every saving.
const RENEWED: [&[u8]; 2] = [b"ModDate", b"Producer"];

/// How a stream is packed, which changes with its content.
const STREAM_KEYS: [&[u8]; 3] = [b"Length", b"Filter", b"DecodeParms"];

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
    for signature in &signatures[..signatures.len() - 1] {
        let state = pdf::open(&pdf[..signature.covered_end()]);
        states.push(state.ok_or_else(|| Fault::modified("Ранее подписанное состояние файла не читается."))?);
    }
    let states: Vec<&Document> = states.iter().chain([document]).collect();
    for (index, pair) in states.windows(2).enumerate() {
        let [previous, current] = pair else { continue };
        let step = Step { previous, current, signature: &signatures[index + 1] };
        let changed = change::between(previous, current);
        let start = signatures[index].covered_end();
        let bad: BTreeSet<ObjectId> = match layout_holds(pdf, start, &step) {
            true => step.unproved(&changed),
            false => changed.clone(),
        };
        if !bad.is_empty() || !step.trailers_agree() {
            return Err(refuse(&step, &bad, index, found));
        }
    }
    Ok(())
}

fn refuse(step: &Step<'_>, bad: &BTreeSet<ObjectId>, index: usize, found: &mut Verification) -> Fault {
    let number = found.signatures[index + 1].revision;
    let words = change::words(bad, Some(step.previous), step.current);
    let what = if words.is_empty() { "строение файла".to_owned() } else { words.join("; ") };
    let sentence = format!(
        "После подписи {} в документ внесены не только подписи: в сохранении {number} — {what} (объекты {}).",
        index + 1,
        change::list(bad),
    );
    if let Some(revision) = found.revisions.iter_mut().find(|revision| revision.number == number) {
        revision.changes.extend(words);
    }
    for report in &mut found.signatures[..=index] {
        report.fail(Fault::modified(sentence.clone()));
    }
    Fault::modified(sentence)
}

/// Every object that stands in the appended bytes is one that the parser sees there, and the other way round.
fn layout_holds(pdf: &[u8], start: usize, step: &Step<'_>) -> bool {
    let end = step.signature.covered_end();
    let Some(offsets) = increment::offsets(pdf, start, end) else { return false };
    let seen: BTreeSet<usize> = offsets.iter().copied().collect();
    let placed = step.current.reference_table.entries.values().filter_map(|entry| match entry {
        XrefEntry::Normal { offset, .. } => usize::try_from(*offset).ok(),
        _ => None,
    });
    let known: BTreeSet<usize> = placed.filter(|offset| (start..end).contains(offset)).collect();
    // The cross-reference stream itself need not be listed in itself.
    known.is_subset(&seen) && seen.len() <= known.len() + 1
}

/// From one signed state to the next.
struct Step<'a> {
    previous: &'a Document,
    current: &'a Document,
    signature: &'a Signature<'a>,
}

impl Step<'_> {
    fn trailers_agree(&self) -> bool {
        [b"Root".as_slice(), b"Encrypt"]
            .iter()
            .all(|key| self.previous.trailer.get(key).ok() == self.current.trailer.get(key).ok())
    }

    /// The changed objects that are not part of adding this one signature.
    fn unproved(&self, changed: &BTreeSet<ObjectId>) -> BTreeSet<ObjectId> {
        let Some(widget) = self.widget(changed) else { return changed.clone() };
        let painted = self.appearance(widget);
        let bad = changed.iter().filter(|id| !self.is_part(**id, widget, &painted));
        bad.copied().collect()
    }

    /// The field that shows the new signature and paints nothing; `None` if there is none.
    fn widget(&self, changed: &BTreeSet<ObjectId>) -> Option<ObjectId> {
        let mut shows = changed.iter().filter(|id| {
            let value = self.dict(**id).and_then(|dict| dict.get(b"V").ok());
            value.and_then(|value| value.as_reference().ok()) == Some(self.signature.id)
        });
        let only = *shows.next()?;
        shows.next().is_none().then_some(only)
    }

    /// Objects of the widget's drawing; anything that paints is left out and so stays unproved.
    fn appearance(&self, widget: ObjectId) -> BTreeSet<ObjectId> {
        let mut reached = BTreeSet::new();
        let drawing = self.dict(widget).and_then(|dict| dict.get(b"AP").ok());
        let mut waiting: Vec<&Object> = drawing.into_iter().collect();
        while let Some(object) = waiting.pop() {
            match object {
                Object::Reference(id) if reached.insert(*id) && reached.len() < 100 => {
                    waiting.extend(self.current.objects.get(id));
                }
                Object::Array(items) => waiting.extend(items),
                Object::Dictionary(dict) => waiting.extend(dict.iter().map(|(_, value)| value)),
                Object::Stream(stream) => waiting.extend(stream.dict.iter().map(|(_, value)| value)),
                _ => {}
            }
        }
        reached
    }

    fn is_part(&self, id: ObjectId, widget: ObjectId, painted: &BTreeSet<ObjectId>) -> bool {
        let (old, new) = (self.previous.objects.get(&id), self.current.objects.get(&id));
        let Some(new) = new else { return false };
        match old {
            None if id == self.signature.id => true,
            None if id == widget => self.is_new_field(new),
            None => painted.contains(&id) && self.paints_nothing(widget),
            Some(old) if id == widget => self.is_filled_field(old, new),
            Some(old) => self.is_permitted_change(id, old, new, widget),
        }
    }

    /// An empty signature field that was there before and now has its value, and nothing else new.
    fn is_filled_field(&self, old: &Object, new: &Object) -> bool {
        let (Ok(old), Ok(new)) = (old.as_dict(), new.as_dict()) else { return false };
        if old.has(b"V") || old.get(b"FT").and_then(Object::as_name).ok() != Some(b"Sig") {
            return false;
        }
        let same_drawing = old.get(b"AP").ok() == new.get(b"AP").ok();
        let extra: &[&[u8]] = if same_drawing { &[b"V"] } else { &[b"V", b"AP", b"M"] };
        differs_only_in(old, new, extra) && (same_drawing || is_invisible(new))
    }

    /// A field added by another program: it must not paint over what was signed.
    fn is_new_field(&self, new: &Object) -> bool {
        let Ok(new) = new.as_dict() else { return false };
        let kind = new.get(b"FT").and_then(Object::as_name).ok() == Some(b"Sig");
        let quiet = ![b"A".as_slice(), b"AA", b"Kids", b"Parent"].iter().any(|key| new.has(key));
        kind && quiet && is_invisible(new)
    }

    fn paints_nothing(&self, widget: ObjectId) -> bool {
        self.dict(widget).is_some_and(is_invisible)
    }

    /// The lists that must name a new field, and the renewed description of the document.
    fn is_permitted_change(&self, id: ObjectId, old: &Object, new: &Object, widget: ObjectId) -> bool {
        if let (Object::Array(old), Object::Array(new)) = (old, new) {
            return self.is_list_of_fields(id) && is_lengthened(old, new, widget);
        }
        if let (Object::Stream(old), Object::Stream(new)) = (old, new) {
            return self.is_metadata(id) && differs_only_in(&old.dict, &new.dict, &STREAM_KEYS);
        }
        let (Ok(old), Ok(new)) = (old.as_dict(), new.as_dict()) else { return false };
        if self.is_description(id) {
            return differs_only_in(old, new, &RENEWED);
        }
        if self.is_page(id) {
            return differs_only_in(old, new, &[b"Annots"]) && self.list_holds(old, new, b"Annots", widget);
        }
        if self.is_form(id) {
            return self.form_holds(old, new, widget);
        }
        let is_catalog =
            self.current.trailer.get(b"Root").and_then(Object::as_reference).is_ok_and(|root| root == id);
        let forms =
            (old.get(b"AcroForm").and_then(Object::as_dict), new.get(b"AcroForm").and_then(Object::as_dict));
        match forms {
            (Ok(before), Ok(after)) if is_catalog => {
                differs_only_in(old, new, &[b"AcroForm"]) && self.form_holds(before, after, widget)
            }
            _ => false,
        }
    }

    fn form_holds(&self, old: &Dictionary, new: &Dictionary, widget: ObjectId) -> bool {
        differs_only_in(old, new, &[b"Fields", b"SigFlags"]) && self.list_holds(old, new, b"Fields", widget)
    }

    /// A list inside a dictionary: the same, or with the new field at its end.
    fn list_holds(&self, old: &Dictionary, new: &Dictionary, key: &[u8], widget: ObjectId) -> bool {
        let array = |document: &'_ Document, dict: &Dictionary| -> Option<Vec<Object>> {
            match dict.get(key) {
                Ok(value) => document.dereference(value).ok()?.1.as_array().ok().cloned(),
                Err(_) => Some(Vec::new()),
            }
        };
        match (array(self.previous, old), array(self.current, new)) {
            (Some(old), Some(new)) => old == new || is_lengthened(&old, &new, widget),
            _ => false,
        }
    }

    fn is_list_of_fields(&self, id: ObjectId) -> bool {
        let named = |dict: &Dictionary, key: &[u8]| {
            dict.get(key).and_then(Object::as_reference).is_ok_and(|to| to == id)
        };
        let form = self.form().is_some_and(|form| named(form, b"Fields"));
        form || self
            .current
            .page_iter()
            .any(|page| self.dict(page).is_some_and(|page| named(page, b"Annots")))
    }

    fn form(&self) -> Option<&Dictionary> {
        let form = self.current.catalog().ok()?.get(b"AcroForm").ok()?;
        self.current.dereference(form).ok()?.1.as_dict().ok()
    }

    fn is_form(&self, id: ObjectId) -> bool {
        let form = self.current.catalog().ok().and_then(|catalog| catalog.get(b"AcroForm").ok());
        form.and_then(|form| form.as_reference().ok()) == Some(id)
    }

    fn is_page(&self, id: ObjectId) -> bool {
        self.current.page_iter().any(|page| page == id)
    }

    fn is_description(&self, id: ObjectId) -> bool {
        let info = |document: &Document| document.trailer.get(b"Info").and_then(Object::as_reference).ok();
        info(self.previous) == Some(id) && info(self.current) == Some(id)
    }

    /// The description of the document for catalogues (XMP), which shows nothing on any page.
    fn is_metadata(&self, id: ObjectId) -> bool {
        let metadata =
            |document: &Document| document.catalog().ok()?.get(b"Metadata").ok()?.as_reference().ok();
        metadata(self.previous) == Some(id) && metadata(self.current) == Some(id)
    }

    fn dict(&self, id: ObjectId) -> Option<&Dictionary> {
        self.current.get_dictionary(id).ok()
    }
}

fn is_lengthened(old: &[Object], new: &[Object], widget: ObjectId) -> bool {
    new.split_last()
        .is_some_and(|(last, rest)| rest == old && last.as_reference().is_ok_and(|id| id == widget))
}

fn differs_only_in(old: &Dictionary, new: &Dictionary, keys: &[&[u8]]) -> bool {
    let keys_of = old.iter().chain(new.iter()).map(|(key, _)| key.as_slice());
    keys_of.into_iter().all(|key| keys.contains(&key) || old.get(key).ok() == new.get(key).ok())
}

/// No area, or marked as hidden or not to be viewed.
fn is_invisible(widget: &Dictionary) -> bool {
    let hidden = widget.get(b"F").and_then(Object::as_i64).is_ok_and(|flags| flags & (2 | 32) != 0);
    let rect = widget.get(b"Rect").and_then(Object::as_array);
    let sides: Option<Vec<f32>> =
        rect.ok().and_then(|sides| sides.iter().map(|side| side.as_float().ok()).collect());
    let flat = matches!(sides.as_deref(), Some([left, bottom, right, top]) if left == right && bottom == top);
    hidden || flat
}
