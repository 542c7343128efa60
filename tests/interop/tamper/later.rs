//! Savings after the signature: incremental updates, wrapping, shadows, crooked cross-references.

use lopdf::{Object, Stream, dictionary};
use opora_sign::{Identity, Trust, Verdict, sign};

use crate::Case;
use crate::surgery::*;

pub(crate) fn cases() -> Vec<Case> {
    let identity = person("Ёлкина Мария Петровна");
    let trust = trusting(&[&identity]);
    let good = signed(&identity);
    let mut cases = Vec::new();
    let mut bad = |name, pdf, words| cases.push(Case::new(name, pdf, &trust, Verdict::Modified, words));
    let plus = |tail: &[u8]| [good.as_slice(), tail].concat();
    bad("дописан мусор", plus(b"garbage"), "дописано 7 байт");
    bad("дописана пустая строка", plus(b"\n"), "дописано 1 байт");
    bad("второй %%EOF", plus(b"%%EOF\n"), "дописано 6 байт");
    edits(&good, &mut bad);
    wrapping(&good, &mut bad);
    cases.extend(shadows(&identity, &trust));
    cases
}

fn edits(good: &[u8], bad: &mut impl FnMut(&'static str, Vec<u8>, &'static str)) {
    let page = first_page(good);
    let note = |update: &mut lopdf::IncrementalDocument| {
        update.new_document.add_object(dictionary! {
            "Type" => "Annot", "Subtype" => "FreeText", "Rect" => vec![0.into(), 0.into(), 500.into(), 800.into()],
            "Contents" => Object::string_literal("Approved"), "F" => 4,
        })
    };
    bad("заменена страница", with_content(good, b"1 0 0 rg 0 0 600 850 re f"), "изменена страница 1");
    let annotated = revise(good, |update| {
        let note = note(update);
        update.opt_clone_object_to_new_document(page).unwrap();
        update.new_document.get_dictionary_mut(page).unwrap().set("Annots", vec![note.into()]);
    });
    bad("примечание поверх страницы", annotated, "примечания на странице 1");
    let file = of_type(good, b"EmbeddedFile");
    let swapped = revise(good, |update| {
        let stream = Stream::new(dictionary! { "Type" => "EmbeddedFile" }, b"{\"events\":99}".to_vec());
        update.new_document.set_object(file, stream);
    });
    bad("подменено вложение", swapped, "заменено вложение");
    let root = catalog(good);
    let change = |key: &'static [u8]| redefine(good, root, |dict| drop(dict.remove(key)));
    bad("Perms снят следующим сохранением", change(b"Perms"), "запрет изменений");
    bad("поле подписи убрано", change(b"AcroForm"), "поля формы");
    let script = redefine(good, root, |dict| {
        dict.set(
            "OpenAction",
            dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") },
        );
    });
    bad("добавлен сценарий", script, "действие при открытии");
    let empty = redefine(good, root, |dict| dict.set("Lang", Object::string_literal("ru")));
    bad("безобидное сохранение", empty, "сохранены изменения");
}

pub(crate) fn with_content(pdf: &[u8], content: &[u8]) -> Vec<u8> {
    let page = first_page(pdf);
    revise(pdf, |update| {
        let content = update.new_document.add_object(Stream::new(dictionary! {}, content.to_vec()));
        update.opt_clone_object_to_new_document(page).unwrap();
        update.new_document.get_dictionary_mut(page).unwrap().set("Contents", content);
    })
}

/// The families of pdf-insecurity.org and their kin.
fn wrapping(good: &[u8], bad: &mut impl FnMut(&'static str, Vec<u8>, &'static str)) {
    let signature = of_type(good, b"Sig");
    let unreadable = redefine(good, signature, |dict| drop(dict.remove(b"ByteRange")));
    bad("USF: подпись без ByteRange", unreadable, "сохранены изменения");
    let nulled = redefine(good, signature, |dict| dict.set("Contents", Object::Null));
    bad("USF: подпись без Contents", nulled, "");
    let isa = with_content(good, b"0 1 0 rg 0 0 600 850 re f");
    let bare = isa[..rfind(&isa, "startxref")].to_vec();
    bad("ISA: сохранение без startxref", bare, "дописано");
    bad("SWA: подписанное отодвинуто", moved(good), "");
    let hidden = revise(good, |update| {
        update.new_document.add_object(dictionary! { "Type" => "Sig", "Filter" => "Adobe.PPKLite" });
    });
    bad("вторая подпись спрятана", hidden, "сохранены изменения");
    let twin = revise(good, |update| {
        let (_, dict) = (signature, update.get_prev_documents().get_dictionary(signature).unwrap().clone());
        update.new_document.add_object(dict);
    });
    bad("копия подписи другим объектом", twin, "");
    let field = redefine(good, catalog(good), |dict| {
        let form = dict.get_mut(b"AcroForm").unwrap().as_dict_mut().unwrap();
        let fields = form.get_mut(b"Fields").unwrap().as_array_mut().unwrap();
        fields.push(fields[0].clone());
    });
    bad("поле подписи дважды", field, "поля формы");
    let offset = rfind(good, "trailer");
    bad("гибридная таблица ссылок", tail(good, &format!("/XRefStm {offset}"), None), "дописано");
    bad("таблица ссылок по кругу", tail(good, "", Some(good.len())), "дописано");
    bad("объект поверх объекта", over(good), "дописано");
}

/// A saving with nothing but a table and a trailer.
fn tail(good: &[u8], extra: &str, previous: Option<usize>) -> Vec<u8> {
    let start = good.len();
    let mark = rfind(good, "startxref") + 10;
    let last = String::from_utf8_lossy(&good[mark..]).lines().next().unwrap().to_owned();
    let previous = previous.map_or(last, |at| at.to_string());
    let root = catalog(good).0;
    let text = format!(
        "xref\n0 0\ntrailer\n<</Size 99/Root {root} 0 R/Prev {previous}{extra}>>\nstartxref\n{start}\n%%EOF\n"
    );
    [good, text.as_bytes()].concat()
}

/// An object stream that redefines the first page.
fn over(good: &[u8]) -> Vec<u8> {
    let page = first_page(good).0;
    let head = format!("{page} 0 ");
    let body = format!("{head}<</Type/Page>>");
    let stream = format!(
        "98 0 obj\n<</Type/ObjStm/N 1/First {}/Length {}>>\nstream\n{body}\nendstream\nendobj\n",
        head.len(),
        body.len()
    );
    [good, stream.as_bytes(), b"startxref\n0\n%%EOF\n"].concat()
}

/// The second part of the range moved away, something else put between.
fn moved(good: &[u8]) -> Vec<u8> {
    let (open, close) = hole(good);
    let filler = b"/Extra(forged)";
    let rest = good.len() - close;
    let bytes = [&good[..close], filler, &good[close..]].concat();
    with_range(&bytes, &format!("0 {open} {} {rest}", close + filler.len()))
}

/// Prepared before signing, switched on after.
fn shadows(identity: &Identity, trust: &Trust) -> Vec<Case> {
    let plain = report();
    let page = first_page(&plain);
    let prepared = revise(&plain, |update| {
        let cover = Stream::new(dictionary! {}, b"1 g 0 0 600 850 re f".to_vec());
        let cover = update.new_document.add_object(cover);
        update.opt_clone_object_to_new_document(page).unwrap();
        let dict = update.new_document.get_dictionary_mut(page).unwrap();
        let below = dict.get(b"Contents").unwrap().clone();
        dict.set("Contents", vec![below, cover.into()]);
    });
    let signed = sign(&prepared, identity, &request(&[])).unwrap();
    let content = revise(&signed, |update| {
        let dict = update.get_prev_documents().get_dictionary(page).unwrap();
        let cover = dict.get(b"Contents").unwrap().as_array().unwrap()[1].as_reference().unwrap();
        update.new_document.set_object(cover, Object::Null);
    });
    let replaced = with_content(&signed, b"BT ET");
    let both = with_content(&content, b"BT /F1 9 Tf (x) Tj ET");
    let case = |name, pdf| Case::new(name, pdf, trust, Verdict::Modified, "сохранены изменения");
    vec![
        case("тень: покров снят (hide)", content),
        case("тень: содержимое заменено (replace)", replaced),
        case("тень: снят и заменено (hide-and-replace)", both),
    ]
}
