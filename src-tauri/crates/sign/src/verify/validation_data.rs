//! Data for long validation (the DSS of PAdES): certificates and lists of the revoked laid beside the document.
//! It is walked strictly, so that nothing that a page could show hides in it.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::step::mentions;

/// More certificates and lists than any document needs.
const MAX_OBJECTS: usize = 10_000;
/// What a bare stream of bytes may say of itself.
const STREAM_KEYS: [&[u8]; 3] = [b"Length", b"Filter", b"DecodeParms"];

/// The objects of the store, empty without one; `None` if it holds anything that does not belong there.
pub(super) fn objects(document: &Document) -> Option<BTreeSet<ObjectId>> {
    let mut walk = Walk { document, seen: BTreeSet::new() };
    if let Ok(store) = document.catalog().ok()?.get(b"DSS") {
        walk.store(store)?;
    }
    Some(walk.seen)
}

/// Nothing but `family` and the entry `key` of the document's root leads to `id`: changing it changes them alone.
pub(super) fn is_only_under(
    key: &[u8],
    document: &Document,
    family: &BTreeSet<ObjectId>,
    id: ObjectId,
) -> bool {
    let root = document.trailer.get(b"Root").and_then(Object::as_reference).ok();
    document.objects.iter().filter(|(other, _)| !family.contains(other)).all(|(other, object)| {
        match object.as_dict().ok().filter(|_| Some(*other) == root) {
            Some(catalog) => catalog.iter().all(|(other, value)| other == key || !mentions(value, id)),
            None => !mentions(object, id),
        }
    })
}

struct Walk<'a> {
    document: &'a Document,
    seen: BTreeSet<ObjectId>,
}

impl<'a> Walk<'a> {
    fn store(&mut self, value: &'a Object) -> Option<()> {
        let store = self.dictionary(value)?;
        store.iter().try_for_each(|(key, value)| match key.as_slice() {
            b"Type" => value.as_name().ok().map(|_| ()),
            b"Certs" | b"OCSPs" | b"CRLs" => self.streams(value),
            b"VRI" => {
                let mut records = self.dictionary(value)?.iter();
                records.try_for_each(|(_, record)| self.record(record))
            }
            _ => None,
        })
    }

    /// What belongs to one signature.
    fn record(&mut self, value: &'a Object) -> Option<()> {
        let record = self.dictionary(value)?;
        record.iter().try_for_each(|(key, value)| match key.as_slice() {
            b"Type" => value.as_name().ok().map(|_| ()),
            b"TU" => value.as_str().ok().map(|_| ()),
            b"TS" => self.stream(value),
            b"Cert" | b"OCSP" | b"CRL" => self.streams(value),
            _ => None,
        })
    }

    fn streams(&mut self, value: &'a Object) -> Option<()> {
        let list = self.resolve(value)?.as_array().ok()?;
        list.iter().try_for_each(|item| self.stream(item))
    }

    fn stream(&mut self, value: &'a Object) -> Option<()> {
        value.as_reference().ok()?;
        let stream = self.resolve(value)?.as_stream().ok()?;
        let plain = |(key, value): (&Vec<u8>, &Object)| {
            STREAM_KEYS.contains(&key.as_slice()) && value.as_reference().is_err()
        };
        stream.dict.iter().all(plain).then_some(())
    }

    fn dictionary(&mut self, value: &'a Object) -> Option<&'a Dictionary> {
        self.resolve(value)?.as_dict().ok()
    }

    fn resolve(&mut self, value: &'a Object) -> Option<&'a Object> {
        let Object::Reference(id) = value else { return Some(value) };
        self.seen.insert(*id);
        let target = self.document.objects.get(id)?;
        (self.seen.len() <= MAX_OBJECTS && target.as_reference().is_err()).then_some(target)
    }
}
