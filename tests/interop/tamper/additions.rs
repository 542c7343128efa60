//! Data for long validation brought after the signature: alone they are good, and nothing hides behind them.

use lopdf::{IncrementalDocument, Object, ObjectId, Stream, dictionary};
use opora_sign::{Verdict, sign};

use crate::Case;
use crate::surgery::*;

/// What is done together with the store; the data in it is an object of its own.
type Deed = fn(&mut IncrementalDocument, ObjectId);

const DEEDS: [(&str, Deed); 6] = [
    ("DSS: данные показаны страницей", |update, data| {
        let page = update.get_prev_documents().page_iter().next().unwrap();
        update.opt_clone_object_to_new_document(page).unwrap();
        update.new_document.get_dictionary_mut(page).unwrap().set("Contents", data);
    }),
    ("DSS: данные — рисунок", |update, data| {
        let stream = update.new_document.get_object_mut(data).unwrap().as_stream_mut().unwrap();
        stream.dict.set("Subtype", "Form");
    }),
    ("DSS: рядом посторонний объект", |update, _| {
        update.new_document.add_object(dictionary! { "Type" => "Annot" });
    }),
    ("DSS: действие при открытии", |update, _| {
        let action = dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("1") };
        let root = root(update);
        update.new_document.get_dictionary_mut(root).unwrap().set("OpenAction", action);
    }),
    ("DSS: чужой ключ в хранилище", |update, data| store(update).set("Pages", data)),
    ("DSS: вложение стало данными", |update, _| {
        let objects = &update.get_prev_documents().objects;
        let is_file =
            |object: &Object| object.as_stream().is_ok_and(|stream| stream.dict.has_type(b"EmbeddedFile"));
        let file = *objects.iter().find(|(_, object)| is_file(object)).unwrap().0;
        update.new_document.set_object(file, Stream::new(dictionary! {}, b"{}".to_vec()));
    }),
];

pub(crate) fn cases() -> Vec<Case> {
    let identity = person("Ёлкина Мария Петровна");
    let trust = trusting(&[&identity]);
    let good = signed(&identity);
    let case = |name, pdf, verdict| Case::new(name, pdf, &trust, verdict, "");
    let mut cases =
        vec![case("DSS: только данные для проверки", with_store(&good, |_, _| {}), Verdict::Valid)];
    cases.extend(DEEDS.map(|(name, deed)| case(name, with_store(&good, deed), Verdict::Modified)));
    let (waiting, brought) = brought_later(&identity);
    cases.push(case("страница ждёт объекта, которого нет", waiting, Verdict::Valid));
    cases.push(case("DSS: принесён объект, которого ждала страница", brought, Verdict::Modified));
    cases
}

fn with_store(pdf: &[u8], extra: impl FnOnce(&mut IncrementalDocument, ObjectId)) -> Vec<u8> {
    revise(pdf, |update| {
        let data = update.new_document.add_object(Stream::new(dictionary! {}, vec![0x30, 0x03, 2, 1, 1]));
        let store = dictionary! { "Type" => "DSS", "Certs" => vec![Object::Reference(data)] };
        let store = update.new_document.add_object(store);
        let root = root(update);
        update.opt_clone_object_to_new_document(root).unwrap();
        update.new_document.get_dictionary_mut(root).unwrap().set("DSS", store);
        extra(update, data);
    })
}

fn root(update: &IncrementalDocument) -> ObjectId {
    update.get_prev_documents().trailer.get(b"Root").unwrap().as_reference().unwrap()
}

fn store(update: &mut IncrementalDocument) -> &mut lopdf::Dictionary {
    let mut dicts = update.new_document.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
    dicts.find(|dict| dict.has_type(b"DSS")).unwrap()
}

/// A signed page that waits for an object which is not there, and the object brought later: it writes upon the page.
fn brought_later(identity: &opora_sign::Identity) -> (Vec<u8>, Vec<u8>) {
    let mut waiting = lopdf::Document::load_mem(&report()).unwrap();
    let missing = (waiting.max_id + 40, 0);
    let page = waiting.page_iter().next().unwrap();
    waiting.get_dictionary_mut(page).unwrap().set("Contents", missing);
    let mut bytes = Vec::new();
    waiting.save_modern(&mut bytes).unwrap();
    let signed = sign(&bytes, identity, &request(&[])).unwrap();
    let brought = with_store(&signed, |update, data| {
        let content = Stream::new(dictionary! {}, b"1 0 0 rg 0 0 600 800 re f".to_vec());
        update.new_document.set_object(missing, content);
        store(update).set("CRLs", vec![Object::Reference(missing), Object::Reference(data)]);
    });
    (signed, brought)
}
