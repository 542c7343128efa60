//! The document around a signature whose bytes hold: is this signature the one, and the only one, it shows?

use std::collections::HashSet;

use lopdf::xref::XrefEntry;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::Fault;
use super::raw::Signature;
use crate::pdf;

/// How many form fields are walked; a form with more is refused.
const MAX_FIELDS: usize = 10_000;

pub(super) struct Structure {
    /// Features a report of ours never has: the reader should know of them.
    pub(super) remarks: Vec<String>,
}

/// Prove that the last revision's form has one signed field and that its value is `signature`, at its very offset.
pub(super) fn check(pdf: &[u8], signature: &Signature<'_>) -> Result<Structure, Fault> {
    let document = pdf::open(pdf).ok_or_else(|| {
        Fault::not_signed(
            "Подпись и контрольная сумма верны, но строение файла с ошибками или зашифровано: программа за его вид не ручается.",
        )
    })?;
    check_place(&document, signature)?;
    check_values(&document, signature)?;
    check_hidden(&document, signature)?;
    check_kind(signature)?;
    Ok(Structure { remarks: remarks(&document) })
}

/// The parser must have read the signature from the same bytes as we did.
fn check_place(document: &Document, signature: &Signature<'_>) -> Result<(), Fault> {
    let same_place = matches!(document.reference_table.get(signature.id.0),
        Some(XrefEntry::Normal { offset, generation })
            if usize::try_from(*offset) == Ok(signature.offset) && *generation == signature.id.1);
    let same_keys = document.get_dictionary(signature.id).is_ok_and(|dict| dict.len() == signature.keys());
    match same_place && same_keys {
        true => Ok(()),
        false => {
            Err(Fault::modified("Запись о подписи подменена: документ ссылается на другое место файла."))
        }
    }
}

fn check_values(document: &Document, signature: &Signature<'_>) -> Result<(), Fault> {
    let values = signed_fields(document)
        .ok_or_else(|| Fault::modified("Поля подписи в документе записаны с ошибками."))?;
    match values.as_slice() {
        [only] if *only == signature.id => Ok(()),
        [] => Err(Fault::modified("Подпись спрятана: в документе нет поля, которое на неё ссылается.")),
        _ => Err(Fault::modified("Поля подписи ссылаются не на ту подпись, которой подписан файл.")),
    }
}

/// Values of all fields of type `Sig` that have one.
fn signed_fields(document: &Document) -> Option<Vec<ObjectId>> {
    let Ok(form) = document.catalog().ok()?.get(b"AcroForm") else { return Some(Vec::new()) };
    let form = dictionary(document, form)?;
    let mut waiting: Vec<(&Object, bool)> =
        references(document, form, b"Fields").iter().map(|f| (f, false)).collect();
    let mut seen = HashSet::new();
    let mut values = Vec::new();
    while let Some((reference, inherited)) = waiting.pop() {
        let id = reference.as_reference().ok()?;
        if !seen.insert(id) || seen.len() > MAX_FIELDS {
            return None;
        }
        let field = document.get_dictionary(id).ok()?;
        let is_signature =
            field.get(b"FT").map_or(inherited, |kind| kind.as_name().is_ok_and(|name| name == b"Sig"));
        if let (true, Ok(value)) = (is_signature, field.get(b"V")) {
            values.push(value.as_reference().ok()?);
        }
        waiting.extend(references(document, field, b"Kids").iter().map(|kid| (kid, is_signature)));
    }
    Some(values)
}

/// A signature dictionary that no field shows is a trick, even if nobody looks at it.
fn check_hidden(document: &Document, signature: &Signature<'_>) -> Result<(), Fault> {
    let hidden = document.objects.iter().any(|(id, object)| {
        let dict = object.as_dict().ok();
        *id != signature.id && dict.is_some_and(|dict| dict.has(b"ByteRange") || dict.has_type(b"Sig"))
    });
    match hidden {
        true => Err(Fault::modified("В файле спрятана ещё одна подпись.")),
        false => Ok(()),
    }
}

fn check_kind(signature: &Signature<'_>) -> Result<(), Fault> {
    match signature.name(b"SubFilter") {
        Some(b"ETSI.CAdES.detached" | b"adbe.pkcs7.detached") => Ok(()),
        _ => Err(Fault::not_signed("Вид подписи в файле этой программе не известен.")),
    }
}

fn remarks(document: &Document) -> Vec<String> {
    let Ok(catalog) = document.catalog() else { return Vec::new() };
    let names = catalog.get(b"Names").ok().and_then(|names| dictionary(document, names));
    // A plain destination («открыть на странице 1») is an array or a GoTo and runs nothing.
    let opening = catalog.get(b"OpenAction").ok().and_then(|action| dictionary(document, action));
    let runs = opening.is_some_and(|action| action.get(b"S").and_then(Object::as_name).ok() != Some(b"GoTo"));
    let mut remarks = Vec::new();
    if runs || catalog.has(b"AA") || names.is_some_and(|names| names.has(b"JavaScript")) {
        remarks.push(
            "В документе есть действия, которые выполняются при открытии: от них может зависеть вид страниц."
                .into(),
        );
    }
    if catalog.has(b"OCProperties") {
        remarks.push(
            "В документе есть переключаемые слои: в разных программах он может выглядеть по-разному.".into(),
        );
    }
    remarks
}

fn references<'a>(document: &'a Document, dict: &'a Dictionary, key: &[u8]) -> &'a [Object] {
    let value = dict.get(key).ok().and_then(|value| document.dereference(value).ok());
    value.and_then(|(_, value)| value.as_array().ok()).map_or(&[], Vec::as_slice)
}

fn dictionary<'a>(document: &'a Document, value: &'a Object) -> Option<&'a Dictionary> {
    document.dereference(value).ok()?.1.as_dict().ok()
}
