//! The signature fields of a document by name.

use lopdf::{Document, Object, ObjectId};

use crate::pdf;

/// A form of ours has two or three fields.
const MAX_FIELDS: usize = 1_000;

/// Names and objects of the top fields; `None` if the form is malformed. Fields of ours have no kids.
pub(crate) fn fields(document: &Document) -> Option<Vec<(String, ObjectId)>> {
    let Ok(form) = document.catalog().ok()?.get(b"AcroForm") else { return Some(Vec::new()) };
    let form = document.dereference(form).ok()?.1.as_dict().ok()?;
    let Ok(list) = form.get(b"Fields") else { return Some(Vec::new()) };
    let list = document.dereference(list).ok()?.1.as_array().ok()?;
    list.iter().take(MAX_FIELDS).map(|reference| field(document, reference)).collect()
}

fn field(document: &Document, reference: &Object) -> Option<(String, ObjectId)> {
    let id = reference.as_reference().ok()?;
    let dict = document.get_dictionary(id).ok()?;
    let name = dict.get(b"T").and_then(|name| document.dereference(name)).map(|(_, name)| name.as_str());
    Some((name.ok().and_then(Result::ok).map(pdf::decode_text).unwrap_or_default(), id))
}

/// Whether a field is one for a signature and has none yet.
pub(crate) fn waits(document: &Document, id: ObjectId) -> bool {
    document.get_dictionary(id).is_ok_and(|field| {
        let kind = field.get(b"FT").and_then(Object::as_name);
        kind.is_ok_and(|kind| kind == b"Sig") && !field.has(b"V")
    })
}
