//! What one saved state changed against the one before it, object by object and in words.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::pdf;

/// Objects looked through to learn which page an object belongs to.
const MAX_VISITS: usize = 200_000;
/// How many objects are named in a sentence.
const MAX_NAMED: usize = 12;

/// Said of the first signature's own limits.
const BAN_SET: &str = "поставлен запрет изменений";

/// Said of a new or filled field.
const FORM_CHANGED: &str = "изменены поля формы";

/// Said of a store that appeared or grew.
pub(super) const VALIDATION_DATA_ADDED: &str =
    "добавлены сведения для проверки подписи через годы (сертификаты, списки отозванных)";

/// Said of a signature whose owner is not named yet.
pub(super) const SIGNATURE_ADDED: &str = "добавлена подпись";

/// Objects that differ between two states: in the later, in the earlier, or in both but unlike.
pub(super) fn between(previous: &Document, current: &Document) -> BTreeSet<ObjectId> {
    let ids = previous.objects.keys().chain(current.objects.keys()).copied();
    ids.filter(|id| match (previous.objects.get(id), current.objects.get(id)) {
        (Some(old), Some(new)) => !same(old, new),
        (None, Some(new)) => !is_container(new),
        (Some(old), None) => !is_container(old),
        (None, None) => false,
    })
    .collect()
}

/// Cross-references and object streams carry other objects and are none themselves.
pub(super) fn is_container(object: &Object) -> bool {
    object.as_stream().is_ok_and(|stream| stream.dict.has_type(b"XRef") || stream.dict.has_type(b"ObjStm"))
}

/// The same value, however a program wrote it: `60` and `60.0`, `(a)` and `<61>`.
pub(super) fn same(old: &Object, new: &Object) -> bool {
    match (old, new) {
        (Object::Stream(old), Object::Stream(new)) => {
            same_entries(&old.dict, &new.dict) && old.content == new.content
        }
        (Object::Dictionary(old), Object::Dictionary(new)) => same_entries(old, new),
        (Object::Array(old), Object::Array(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| same(old, new))
        }
        (Object::String(old, _), Object::String(new, _)) => old == new,
        (Object::Integer(_) | Object::Real(_), Object::Real(_) | Object::Integer(_)) if old != new => {
            number(old).is_some_and(|old| number(new) == Some(old))
        }
        _ => old == new,
    }
}

fn same_entries(old: &Dictionary, new: &Dictionary) -> bool {
    old.len() == new.len()
        && old.iter().all(|(key, value)| new.get(key).is_ok_and(|other| same(value, other)))
}

/// Only such whole numbers as a real holds exactly.
fn number(object: &Object) -> Option<f32> {
    match object {
        Object::Integer(whole) => i16::try_from(*whole).ok().map(f32::from),
        other => other.as_float().ok(),
    }
}

/// «12 0, 14 0»; a long list is cut.
pub(super) fn list(objects: &BTreeSet<ObjectId>) -> String {
    let names: Vec<String> =
        objects.iter().take(MAX_NAMED).map(|(id, generation)| format!("{id} {generation}")).collect();
    let rest = objects.len().saturating_sub(MAX_NAMED);
    let more = if rest > 0 { format!(" и ещё {rest}") } else { String::new() };
    format!("{}{more}", names.join(", "))
}

/// A change that comes with any signature and says nothing beside it.
pub(super) fn is_of_signing(words: &str) -> bool {
    let starts =
        ["заполнено или изменено поле", "изменён список пометок и полей", "изменены служебные объекты"];
    [SIGNATURE_ADDED, BAN_SET, FORM_CHANGED, "изменены сведения о документе"].contains(&words)
        || starts.iter().any(|start| words.starts_with(start))
}

/// The same in words, each kind of change once. `previous` is missing for a state that is only listed.
pub(super) fn words(
    changed: &BTreeSet<ObjectId>,
    previous: Option<&Document>,
    current: &Document,
) -> Vec<String> {
    let pages = pages_of_objects(current);
    let mut said = Vec::new();
    let mut unknown = 0;
    for id in changed {
        let old = previous.and_then(|previous| previous.objects.get(id));
        if let Some(catalog) = catalog(*id, current) {
            let fresh = catalog_words(old.and_then(dict_of), catalog).into_iter();
            said.extend(fresh.filter(|words| !words.is_empty()));
            continue;
        }
        match sentence(*id, old, current.objects.get(id), current, &pages) {
            Some(words) if said.contains(&words) => {}
            Some(words) if !words.is_empty() => said.push(words),
            Some(_) => {}
            None => unknown += 1,
        }
    }
    said.extend(previous.and_then(|previous| page_count(previous, current)));
    if said.is_empty() && unknown > 0 {
        said.push(format!("изменены служебные объекты: {unknown}"));
    }
    said
}

fn page_count(previous: &Document, current: &Document) -> Option<String> {
    let (was, is) = (previous.page_iter().count(), current.page_iter().count());
    (was != is).then(|| format!("изменено число страниц: было {was}, стало {is}"))
}

/// `None`: nothing to say of this object alone; empty: it belongs to something said elsewhere.
fn sentence(
    id: ObjectId,
    old: Option<&Object>,
    new: Option<&Object>,
    document: &Document,
    pages: &BTreeMap<ObjectId, usize>,
) -> Option<String> {
    let Some(new) = new else { return Some("удалены объекты файла".into()) };
    let dict = dict_of(new)?;
    let is = |kind: &[u8]| dict.has_type(kind);
    let page = pages.get(&id);
    if is(b"Sig") || dict.has(b"ByteRange") {
        return Some(SIGNATURE_ADDED.into());
    }
    if dict.get(b"FT").is_ok()
        || dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Widget")
    {
        let place = page.map(|page| format!(" на странице {page}")).unwrap_or_default();
        return Some(format!("заполнено или изменено поле «{}»{place}", field_name(dict)));
    }
    if is(b"Annot") || (dict.has(b"Subtype") && dict.has(b"Rect")) {
        return Some(match page {
            Some(page) => format!("добавлены или изменены примечания на странице {page}"),
            None => "добавлены или изменены примечания".into(),
        });
    }
    if is(b"Page") {
        return page_words(old, dict, page);
    }
    if is(b"EmbeddedFile") || is(b"Filespec") || dict.has(b"EF") {
        return Some(
            if old.is_some() {
                "заменено вложение"
            } else {
                "добавлено вложение"
            }
            .into(),
        );
    }
    if is(b"Metadata")
        || document.trailer.get(b"Info").and_then(Object::as_reference).is_ok_and(|info| info == id)
    {
        return Some("изменены сведения о документе".into());
    }
    page.filter(|_| old.is_some()).map(|page| format!("изменена страница {page}"))
}

/// A page whose notes alone differ is not changed itself.
fn page_words(old: Option<&Object>, new: &Dictionary, page: Option<&usize>) -> Option<String> {
    let old = old.and_then(dict_of)?;
    let without = |dict: &Dictionary| {
        let mut dict = dict.clone();
        dict.remove(b"Annots");
        dict.remove(b"Tabs");
        dict
    };
    let number = page.map_or_else(String::new, |page| format!(" {page}"));
    Some(match without(old) == without(new) {
        true => format!("изменён список пометок и полей на странице{number}"),
        false => format!("изменена страница{number}"),
    })
}

fn catalog(id: ObjectId, document: &Document) -> Option<&Dictionary> {
    let dict = dict_of(document.objects.get(&id)?)?;
    dict.has_type(b"Catalog").then_some(dict)
}

fn catalog_words(old: Option<&Dictionary>, new: &Dictionary) -> Vec<String> {
    let differs = |key: &[u8]| old.is_some_and(|old| old.get(key).ok() != new.get(key).ok());
    let is_new_ban = old.is_some_and(|old| !old.has(b"Perms"));
    let said = [
        (b"Pages".as_slice(), "заменён состав страниц"),
        (b"OpenAction", "изменено действие при открытии"),
        (b"AA", "изменены действия документа"),
        (b"Names", "изменены вложения или имена"),
        (b"OCProperties", "изменены слои"),
        (
            b"Perms",
            if is_new_ban {
                BAN_SET
            } else {
                "снят или изменён запрет изменений"
            },
        ),
        (b"AcroForm", FORM_CHANGED),
        (b"DSS", VALIDATION_DATA_ADDED),
    ];
    let said = said.into_iter().filter(|(key, _)| differs(key));
    let said: Vec<String> = said.map(|(_, words)| words.to_owned()).collect();
    let silent = old.is_some_and(|old| {
        old.iter().chain(new.iter()).all(|(key, _)| key == b"Extensions" || !differs(key))
    });
    match said.is_empty() && !silent {
        true => vec!["изменён корень документа".into()],
        false => said,
    }
}

fn field_name(dict: &Dictionary) -> String {
    dict.get(b"T").and_then(Object::as_str).map(pdf::decode_text).unwrap_or_default()
}

fn dict_of(object: &Object) -> Option<&Dictionary> {
    object.as_dict().ok().or_else(|| object.as_stream().ok().map(|stream| &stream.dict))
}

/// Which page, from 1, every object reached from a page belongs to; the first one wins.
fn pages_of_objects(document: &Document) -> BTreeMap<ObjectId, usize> {
    let mut pages = BTreeMap::new();
    let mut visits = 0;
    let ids: Vec<ObjectId> = document.page_iter().take(10_000).collect();
    for (index, id) in ids.iter().enumerate() {
        pages.insert(*id, index + 1);
    }
    for (index, id) in ids.iter().enumerate() {
        let mut waiting: Vec<&Object> = document.objects.get(id).into_iter().collect();
        let mut seen = HashSet::new();
        while let Some(object) = waiting.pop() {
            visits += 1;
            if visits > MAX_VISITS {
                return pages;
            }
            match object {
                Object::Reference(next) => {
                    let fresh = !pages.contains_key(next) && seen.insert(*next);
                    if let Some(target) = document.objects.get(next).filter(|_| fresh) {
                        pages.insert(*next, index + 1);
                        waiting.push(target);
                    }
                }
                Object::Array(items) => waiting.extend(items),
                _ => waiting.extend(dict_of(object).into_iter().flat_map(downward)),
            }
        }
    }
    pages
}

/// Values of a dictionary that do not lead back up to other pages.
fn downward(dict: &Dictionary) -> impl Iterator<Item = &Object> {
    let up: [&[u8]; 5] = [b"Parent", b"P", b"StructParents", b"Dest", b"A"];
    dict.iter().filter(move |(key, _)| !up.contains(&key.as_slice())).map(|(_, value)| value)
}
