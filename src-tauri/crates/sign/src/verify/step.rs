//! One step of a document from state to state: which of the changed objects are proved harmless.

use std::collections::{BTreeSet, HashSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::raw::Signature;
use super::structure::references;
use super::{change, metadata, validation_data};

/// Keys of the document's description that programs renew at every saving.
const RENEWED: [&[u8]; 2] = [b"ModDate", b"Producer"];

/// How a stream is packed, which changes with its content.
const STREAM_KEYS: [&[u8]; 3] = [b"Length", b"Filter", b"DecodeParms"];

/// Square points: a third of the width of A4 by a sixth of its height.
const MAX_STAMP_AREA: f32 = 300.0 * 150.0;

/// What is known of a step before its objects are judged one by one.
struct Proof {
    /// The field of the new signature.
    widget: Option<ObjectId>,
    /// Objects of its drawing.
    painted: BTreeSet<ObjectId>,
    /// Objects of the store; none when it holds anything that does not belong there.
    data: Option<BTreeSet<ObjectId>>,
    /// Numbers that the state before refers to without having them.
    awaited: HashSet<u32>,
}

/// From one state to the next.
pub(super) struct Step<'a> {
    /// The state before.
    pub(super) previous: &'a Document,
    /// The state after.
    pub(super) current: &'a Document,
    /// What signs the state after, if anything.
    pub(super) signature: Option<&'a Signature<'a>>,
}

impl Step<'_> {
    pub(super) fn trailers_agree(&self) -> bool {
        [b"Root".as_slice(), b"Encrypt"]
            .iter()
            .all(|key| self.previous.trailer.get(key).ok() == self.current.trailer.get(key).ok())
    }

    /// The changed objects that are neither part of adding the signature nor data for long validation.
    pub(super) fn unproved(&self, changed: &BTreeSet<ObjectId>) -> BTreeSet<ObjectId> {
        let widget = self.widget();
        if widget.is_none() && self.signature.is_some() {
            return changed.clone();
        }
        let proof = Proof {
            widget,
            painted: widget.map(|widget| self.appearance(widget)).unwrap_or_default(),
            data: validation_data::objects(self.current),
            awaited: awaited(self.previous),
        };
        changed.iter().filter(|id| !self.is_part(**id, &proof)).copied().collect()
    }

    /// The store of data for long validation is new or another one.
    pub(super) fn adds_validation_data(&self) -> bool {
        let store = |document: &Document| validation_data::objects(document).filter(|data| !data.is_empty());
        let changed = change::between(self.previous, self.current);
        store(self.current).is_some_and(|data| data.iter().any(|id| changed.contains(id)))
    }

    /// The field that shows the new signature; `None` if there is none or several.
    fn widget(&self) -> Option<ObjectId> {
        let signature = self.signature?.id;
        let mut shows = self.current.objects.iter().filter(|(_, object)| {
            let value = object.as_dict().ok().and_then(|dict| dict.get(b"V").ok());
            value.and_then(|value| value.as_reference().ok()) == Some(signature)
        });
        let only = *shows.next()?.0;
        shows.next().is_none().then_some(only)
    }

    /// The page, from 1, that a field of another program's making paints upon.
    pub(super) fn painted_page(&self) -> Option<usize> {
        let widget = self.widget()?;
        let new = self.dict(widget).filter(|new| !is_invisible(new))?;
        if self.previous.objects.get(&widget).is_some_and(|old| self.is_filled_field(old, new)) {
            return None;
        }
        page_of(self.current, widget)
    }

    /// The place kept for the signature is filled with a drawing that was not there.
    pub(super) fn is_drawn_by_another(&self) -> bool {
        let drawn = self.widget().and_then(|widget| {
            let old = self.previous.get_dictionary(widget).ok()?;
            let new = self.dict(widget).filter(|new| !is_invisible(new))?;
            Some(old.get(b"AP").ok() != new.get(b"AP").ok())
        });
        drawn == Some(true)
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

    fn is_part(&self, id: ObjectId, proof: &Proof) -> bool {
        let (old, new) = (self.previous.objects.get(&id), self.current.objects.get(&id));
        let Some(new) = new else { return false };
        let is_data = proof.data.as_ref().is_some_and(|data| data.contains(&id));
        let is_widget = proof.widget == Some(id);
        match old {
            // Something signed waits for an object of this number: whatever comes now would change it.
            None if proof.awaited.contains(&id.0) => false,
            None if self.signature.is_some_and(|signature| signature.id == id) => true,
            None if is_widget => self.is_new_field(new),
            None if is_data || self.is_new_description(id, new) => true,
            None => proof.painted.contains(&id) && self.may_paint(proof.widget),
            Some(old) if is_widget => new.as_dict().is_ok_and(|new| self.is_filled_field(old, new)),
            Some(old) if is_data => self.is_renewed_data(id, old, new, proof),
            Some(old) => self.is_permitted_change(id, old, new, proof),
        }
    }

    /// A list or a record of the store; the certificates themselves never change.
    fn is_renewed_data(&self, id: ObjectId, old: &Object, new: &Object, proof: &Proof) -> bool {
        let is_list = |object: &Object| object.as_dict().is_ok() || object.as_array().is_ok();
        let only = |data: &BTreeSet<ObjectId>| validation_data::is_only_under(b"DSS", self.current, data, id);
        is_list(old) && is_list(new) && proof.data.as_ref().is_some_and(only)
    }

    /// A signature field that was there before, empty, and now has its value. Another program draws its own mark, but
    /// only in the place that was kept for it when the document was signed.
    fn is_filled_field(&self, old: &Object, new: &Dictionary) -> bool {
        let Ok(old) = old.as_dict() else { return false };
        if old.has(b"V") || old.get(b"FT").and_then(Object::as_name).ok() != Some(b"Sig") {
            return false;
        }
        let same_drawing = old.get(b"AP").ok() == new.get(b"AP").ok();
        let extra: &[&[u8]] = if same_drawing { &[b"V"] } else { &[b"V", b"AP", b"M"] };
        differs_only_in(old, new, extra) && (same_drawing || is_invisible(new) || is_small(new))
    }

    /// A field added by another program: it must not paint over what was signed.
    fn is_new_field(&self, new: &Object) -> bool {
        let Ok(new) = new.as_dict() else { return false };
        let kind = new.get(b"FT").and_then(Object::as_name).ok() == Some(b"Sig");
        let quiet = ![b"A".as_slice(), b"AA", b"Kids", b"Parent"].iter().any(|key| new.has(key));
        let named = |key: &[u8], name: &[u8]| new.get(key).and_then(Object::as_name).ok() == Some(name);
        let note = named(b"Subtype", b"Widget") && (!new.has(b"Type") || named(b"Type", b"Annot"));
        kind && note && quiet && is_invisible(new)
    }

    /// The drawing of an unseen field paints nothing; that of a kept place paints in it alone.
    fn may_paint(&self, widget: Option<ObjectId>) -> bool {
        let Some((id, new)) = widget.and_then(|id| Some((id, self.dict(id)?))) else { return false };
        let kept = self.previous.objects.get(&id).is_some_and(|old| self.is_filled_field(old, new));
        is_invisible(new) || kept
    }

    /// The lists that must name a new field, and the renewed description of the document.
    fn is_permitted_change(&self, id: ObjectId, old: &Object, new: &Object, proof: &Proof) -> bool {
        let widget = proof.widget;
        if let (Object::Array(old), Object::Array(new)) = (old, new) {
            return self.is_list_of_fields(id) && is_lengthened(old, new, widget);
        }
        if let (Object::Stream(old), Object::Stream(new)) = (old, new) {
            let packed = differs_only_in(&old.dict, &new.dict, &STREAM_KEYS);
            // Whoever signs vouches for the description; without a signature it must say what it said.
            let vouched = self.signature.is_some() || metadata::says_the_same(old, new);
            return self.is_metadata(id) && packed && vouched;
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
        let root = self.current.trailer.get(b"Root").and_then(Object::as_reference);
        root.is_ok_and(|root| root == id) && self.catalog_holds(old, new, proof)
    }

    /// The form with its new field, the store, and the names of the dialects used, which show nothing.
    fn catalog_holds(&self, old: &Dictionary, new: &Dictionary, proof: &Proof) -> bool {
        let mut keys: Vec<&[u8]> = vec![b"Extensions"];
        let form = |dict: &'_ Dictionary| dict.get(b"AcroForm").and_then(Object::as_dict).ok().cloned();
        if let (Some(before), Some(after)) = (form(old), form(new)) {
            keys.extend(self.form_holds(&before, &after, proof.widget).then_some(b"AcroForm".as_slice()));
        }
        let has_data = proof.data.is_some() && new.has(b"DSS");
        keys.extend(has_data.then_some(b"DSS".as_slice()));
        differs_only_in(old, new, &keys)
    }

    fn form_holds(&self, old: &Dictionary, new: &Dictionary, widget: Option<ObjectId>) -> bool {
        differs_only_in(old, new, &[b"Fields", b"SigFlags"]) && self.list_holds(old, new, b"Fields", widget)
    }

    /// A list inside a dictionary: the same, or with the new field at its end.
    fn list_holds(&self, old: &Dictionary, new: &Dictionary, key: &[u8], widget: Option<ObjectId>) -> bool {
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
        let is_on_page = |page| self.dict(page).is_some_and(|page| named(page, b"Annots"));
        // An array that is the list of pages too would let a field be a page.
        let uses = self.current.objects.values().flat_map(referred).filter(|to| *to == id).count();
        uses == 1 && (form || self.current.page_iter().any(is_on_page))
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

    /// A description where there was none, of nothing but when and by what it was saved.
    fn is_new_description(&self, id: ObjectId, new: &Object) -> bool {
        let info = self.current.trailer.get(b"Info").and_then(Object::as_reference);
        let says = |new: &Dictionary| new.iter().all(|(key, _)| RENEWED.contains(&key.as_slice()));
        info.is_ok_and(|info| info == id)
            && !self.previous.trailer.has(b"Info")
            && new.as_dict().is_ok_and(says)
    }

    /// The description of the document for catalogues (XMP), which shows nothing on any page.
    fn is_metadata(&self, id: ObjectId) -> bool {
        let metadata =
            |document: &Document| document.catalog().ok()?.get(b"Metadata").ok()?.as_reference().ok();
        let only = || validation_data::is_only_under(b"Metadata", self.current, &BTreeSet::new(), id);
        metadata(self.previous) == Some(id) && metadata(self.current) == Some(id) && only()
    }

    fn dict(&self, id: ObjectId) -> Option<&Dictionary> {
        self.current.get_dictionary(id).ok()
    }
}

fn is_lengthened(old: &[Object], new: &[Object], widget: Option<ObjectId>) -> bool {
    new.split_last()
        .is_some_and(|(last, rest)| rest == old && widget.is_some() && last.as_reference().ok() == widget)
}

fn differs_only_in(old: &Dictionary, new: &Dictionary, keys: &[&[u8]]) -> bool {
    let keys_of = old.iter().chain(new.iter()).map(|(key, _)| key.as_slice());
    let alike = |key: &[u8]| match (old.get(key), new.get(key)) {
        (Ok(old), Ok(new)) => change::same(old, new),
        (old, new) => old.is_err() && new.is_err(),
    };
    keys_of.into_iter().all(|key| keys.contains(&key) || alike(key))
}

/// No area, or marked as hidden or not to be viewed.
fn is_invisible(widget: &Dictionary) -> bool {
    let hidden = widget.get(b"F").and_then(Object::as_i64).is_ok_and(|flags| flags & (2 | 32) != 0);
    let flat = matches!(sides(widget).as_deref(), Some([left, bottom, right, top]) if left == right && bottom == top);
    hidden || flat
}

/// No larger than a stamp on paper; a field over half a page was never kept for a signature.
fn is_small(widget: &Dictionary) -> bool {
    matches!(sides(widget).as_deref(), Some([left, bottom, right, top])
        if (right - left).abs() * (top - bottom).abs() <= MAX_STAMP_AREA)
}

fn sides(widget: &Dictionary) -> Option<Vec<f32>> {
    widget.get(b"Rect").and_then(Object::as_array).ok()?.iter().map(|side| side.as_float().ok()).collect()
}

/// The page, from 1, whose list of notes and fields names `widget`.
pub(super) fn page_of(document: &Document, widget: ObjectId) -> Option<usize> {
    let names = |page: ObjectId| {
        let page = document.get_dictionary(page).ok()?;
        let listed = references(document, page, b"Annots").iter();
        listed.into_iter().any(|item| item.as_reference().ok() == Some(widget)).then_some(())
    };
    document.page_iter().position(|page| names(page).is_some()).map(|index| index + 1)
}

/// Whether `object` refers to `id`, at any depth.
pub(super) fn mentions(object: &Object, id: ObjectId) -> bool {
    referred(object).contains(&id)
}

/// Numbers of objects that `document` refers to and does not have.
fn awaited(document: &Document) -> HashSet<u32> {
    let trailer = document.trailer.iter().map(|(_, value)| value);
    let all = document.objects.values().chain(trailer).flat_map(referred);
    all.filter(|id| !document.objects.contains_key(id)).map(|(number, _)| number).collect()
}

fn referred(object: &Object) -> Vec<ObjectId> {
    let mut found = Vec::new();
    let mut waiting = vec![object];
    while let Some(object) = waiting.pop() {
        match object {
            Object::Reference(id) => found.push(*id),
            Object::Array(items) => waiting.extend(items),
            Object::Dictionary(dict) => waiting.extend(dict.iter().map(|(_, value)| value)),
            Object::Stream(stream) => waiting.extend(stream.dict.iter().map(|(_, value)| value)),
            _ => {}
        }
    }
    found
}
