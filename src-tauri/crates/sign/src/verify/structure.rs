//! The document around a signature whose bytes hold: is this signature the one, and the only one, it shows?

use std::collections::HashSet;

use lopdf::xref::XrefEntry;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::raw::Signature;
use super::step::page_of;
use super::{Fault, permission};
use crate::pdf;

/// How many form fields are walked; a form with more is refused.
const MAX_FIELDS: usize = 10_000;
/// The longest full name of a field, in bytes.
const MAX_NAME: usize = 1_000;

/// What the document itself says of its signatures.
pub(super) struct Shown {
    /// The field of each signature, in their order.
    pub(super) fields: Vec<String>,
    /// The page of each signature from 1, 0 without one.
    pub(super) pages: Vec<usize>,
    /// Features a report of ours never has: the reader should know of them.
    pub(super) remarks: Vec<String>,
}

/// A signed field: its full name and the object that is its value.
type Field = (String, ObjectId);

pub(super) fn open(pdf: &[u8]) -> Result<Document, Fault> {
    pdf::open(pdf).ok_or_else(|| {
        Fault::not_signed(
            "Подпись и контрольная сумма верны, но строение файла с ошибками или зашифровано: программа за его вид не ручается.",
        )
    })
}

/// Prove that the signed fields of the last revision show exactly `signatures`, each at its very offset.
pub(super) fn check(document: &Document, signatures: &[Signature<'_>]) -> Result<Shown, Fault> {
    for signature in signatures {
        check_place(document, signature)?;
    }
    let fields = check_values(document, signatures)?;
    check_hidden(document, signatures)?;
    for signature in signatures {
        check_kind(signature)?;
    }
    permission::check(document, signatures)?;
    let pages = signatures.iter().map(|signature| page(document, signature)).collect();
    Ok(Shown { fields, pages, remarks: remarks(document) })
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

/// Where the field of a signature stands.
fn page(document: &Document, signature: &Signature<'_>) -> usize {
    let shows = |object: &Object| {
        let value = object.as_dict().ok().and_then(|dict| dict.get(b"V").ok());
        value.and_then(|value| value.as_reference().ok()) == Some(signature.id)
    };
    let mut fields = document.objects.iter().filter(|(_, object)| shows(object));
    fields.find_map(|(id, _)| page_of(document, *id)).unwrap_or_default()
}

/// One field for each signature, one signature for each field, no two fields of one name.
fn check_values(document: &Document, signatures: &[Signature<'_>]) -> Result<Vec<String>, Fault> {
    let fields = signed_fields(document)
        .ok_or_else(|| Fault::modified("Поля подписи в документе записаны с ошибками."))?;
    if fields.is_empty() {
        return Err(Fault::modified("Подпись спрятана: в документе нет поля, которое на неё ссылается."));
    }
    let name = |signature: &Signature<'_>| {
        let mut own = fields.iter().filter(|(_, value)| *value == signature.id).map(|(name, _)| name.clone());
        own.next().filter(|_| own.next().is_none())
    };
    let names: Option<Vec<String>> = signatures.iter().map(name).collect();
    let distinct = |names: &[String]| names.iter().collect::<HashSet<_>>().len() == names.len();
    match names {
        Some(names) if fields.len() == names.len() && distinct(&names) => Ok(names),
        _ => Err(Fault::modified("Поля подписи ссылаются не на ту подпись, которой подписан файл.")),
    }
}

/// All fields of type `Sig` that have a value.
fn signed_fields(document: &Document) -> Option<Vec<Field>> {
    let Ok(form) = document.catalog().ok()?.get(b"AcroForm") else { return Some(Vec::new()) };
    let form = dictionary(document, form)?;
    let roots = references(document, form, b"Fields").iter();
    let mut waiting: Vec<(&Object, bool, String)> =
        roots.map(|field| (field, false, String::new())).collect();
    let mut seen = HashSet::new();
    let mut values = Vec::new();
    while let Some((reference, inherited, parent)) = waiting.pop() {
        let id = reference.as_reference().ok()?;
        if !seen.insert(id) || seen.len() > MAX_FIELDS {
            return None;
        }
        let field = document.get_dictionary(id).ok()?;
        let name = full_name(document, field, &parent)?;
        let is_signature =
            field.get(b"FT").map_or(inherited, |kind| kind.as_name().is_ok_and(|name| name == b"Sig"));
        if let (true, Ok(value)) = (is_signature, field.get(b"V")) {
            values.push((name.clone(), value.as_reference().ok()?));
        }
        waiting
            .extend(references(document, field, b"Kids").iter().map(|kid| (kid, is_signature, name.clone())));
    }
    Some(values)
}

/// Names of parents and children are joined by dots; `None` for a name longer than any honest one.
fn full_name(document: &Document, field: &Dictionary, parent: &str) -> Option<String> {
    let own = field.get(b"T").ok().and_then(|name| document.dereference(name).ok());
    let own = own.and_then(|(_, name)| name.as_str().ok()).map(pdf::decode_text);
    let name = match (parent, own) {
        (parent, None) => parent.to_owned(),
        ("", Some(own)) => own,
        (parent, Some(own)) => format!("{parent}.{own}"),
    };
    (name.len() <= MAX_NAME).then_some(name)
}

/// A signature dictionary that no field shows is a trick, even if nobody looks at it.
fn check_hidden(document: &Document, signatures: &[Signature<'_>]) -> Result<(), Fault> {
    let hidden = document.objects.iter().any(|(id, object)| {
        let dict = object.as_dict().ok();
        signatures.iter().all(|signature| *id != signature.id)
            && dict.is_some_and(|dict| dict.has(b"ByteRange") || dict.has_type(b"Sig"))
    });
    match hidden {
        true => Err(Fault::modified("В файле спрятана ещё одна подпись.")),
        false => Ok(()),
    }
}

fn check_kind(signature: &Signature<'_>) -> Result<(), Fault> {
    match signature.name(b"SubFilter") {
        Some(b"ETSI.CAdES.detached" | b"adbe.pkcs7.detached" | b"ETSI.RFC3161") => Ok(()),
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

pub(super) fn references<'a>(document: &'a Document, dict: &'a Dictionary, key: &[u8]) -> &'a [Object] {
    let value = dict.get(key).ok().and_then(|value| document.dereference(value).ok());
    value.and_then(|(_, value)| value.as_array().ok()).map_or(&[], Vec::as_slice)
}

pub(super) fn dictionary<'a>(document: &'a Document, value: &'a Object) -> Option<&'a Dictionary> {
    document.dereference(value).ok()?.1.as_dict().ok()
}
