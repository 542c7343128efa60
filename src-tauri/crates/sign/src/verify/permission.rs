//! What the first signature permits later (DocMDP): checked against what is there.

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::Fault;
use super::raw::Signature;
use super::structure::dictionary;

/// Only the first signature may certify; the catalog must name it; «no changes» means no second signature. Time stamps
/// of the document come after at any level (ISO 32000-2, 12.8.2.2.2) and permit nothing themselves.
pub(super) fn check(document: &Document, signatures: &[Signature<'_>]) -> Result<(), Fault> {
    let permissions: Vec<Option<i64>> = signatures
        .iter()
        .map(|signature| of(document, signature.id))
        .collect::<Option<_>>()
        .ok_or_else(|| Fault::modified("Разрешения в подписи (DocMDP) записаны с ошибками."))?;
    let named = certified(document);
    let first = signatures.iter().position(|signature| !signature.is_time_stamp()).unwrap_or_default();
    let persons = signatures.iter().filter(|signature| !signature.is_time_stamp()).count();
    let certifies = permissions.get(first).copied().flatten();
    let first = signatures.get(first).map(|signature| signature.id);
    if permissions.iter().filter(|level| level.is_some()).count() > usize::from(certifies.is_some()) {
        return Err(Fault::modified("Разрешения в документе задаёт не первая подпись: так быть не может."));
    }
    match (certifies, named) {
        (None, None) => Ok(()),
        (Some(_), Some(id)) if Some(id) != first => {
            Err(Fault::modified("Запрет изменений в документе ссылается на другую подпись."))
        }
        (Some(1), Some(_)) if persons > 1 => Err(Fault::modified(
            "Первая подпись запрещает любые изменения, а в документ после неё добавлена ещё одна подпись.",
        )),
        (Some(_), Some(_)) => Ok(()),
        (Some(_), None) => {
            Err(Fault::modified("Запрет изменений, о котором говорит подпись, в документе снят."))
        }
        (None, Some(_)) => {
            Err(Fault::modified("В документе есть запрет изменений, которого в самой подписи нет."))
        }
    }
}

/// P of the DocMDP reference of a signature: `Some(None)` without one, `None` if it is malformed.
#[allow(clippy::option_option, reason = "absent and malformed are different answers")]
fn of(document: &Document, signature: ObjectId) -> Option<Option<i64>> {
    let signature = document.get_dictionary(signature).ok()?;
    let Ok(references) = signature.get(b"Reference") else { return Some(None) };
    let references = document.dereference(references).ok()?.1.as_array().ok()?;
    let mut found = None;
    for reference in references {
        let reference = dictionary(document, reference)?;
        if reference.get(b"TransformMethod").and_then(Object::as_name).ok()? != b"DocMDP" {
            continue;
        }
        if found.replace(level(document, reference)?).is_some() {
            return None;
        }
    }
    Some(found)
}

/// Without P it is 2.
fn level(document: &Document, reference: &Dictionary) -> Option<i64> {
    let Ok(parameters) = reference.get(b"TransformParams") else { return Some(2) };
    match dictionary(document, parameters)?.get(b"P") {
        Ok(level) => level.as_i64().ok().filter(|level| (1..=3).contains(level)),
        Err(_) => Some(2),
    }
}

fn certified(document: &Document) -> Option<ObjectId> {
    let permissions = dictionary(document, document.catalog().ok()?.get(b"Perms").ok()?)?;
    permissions.get(b"DocMDP").ok()?.as_reference().ok()
}
