//! What printpdf does not write: subset fonts, structure tree, XMP, intent, attachments, ids.

mod attach;
mod content;
mod fonts;
mod form;
mod hints;
mod outline;
mod rules;
mod save;
mod structure;
mod xmp;

use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::content::Used;
use super::fonts::Fonts;
use super::pages::Pages;
use super::tags::Tree;
use crate::ReportError;
use crate::document::Document;

/// sRGB in 480 bytes, see `assets/icc/sRGB.txt`.
const SRGB: &[u8] = include_bytes!("../../../../../../assets/icc/sRGB.icc");

/// Makes a PDF/A-3a and PDF/UA-1 of printpdf's document.
pub(crate) fn finish(
    mut pdf: lopdf::Document,
    document: &Document,
    fonts: &Fonts,
    used: &Used,
    contents: &[String],
    tree: &Tree,
    laid: &Pages,
) -> Result<Vec<u8>, ReportError> {
    pdf.version = "1.7".to_owned();
    fonts::subset(&mut pdf, fonts, used)?;
    let pages: Vec<ObjectId> = pdf.get_pages().into_values().collect();
    tidy_pages(&mut pdf, &pages)?;
    content::write(&mut pdf, &pages, contents).map_err(broken)?;
    let widgets = form::reserve(&mut pdf, &laid.marks);
    let mut catalog = Dictionary::new();
    catalog.set("Type", "Catalog");
    catalog.set("Pages", pdf.catalog().and_then(|old| old.get(b"Pages")).map_err(broken)?.clone());
    catalog.set("Lang", Object::string_literal("ru-RU"));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("StructTreeRoot", structure::write(&mut pdf, tree, &pages, &widgets));
    form::write(&mut pdf, &mut catalog, document, &widgets, &pages).map_err(broken)?;
    catalog.set("OutputIntents", vec![intent(&mut pdf)]);
    catalog.set("Metadata", xmp::write(&mut pdf, &document.metadata));
    attach::write(&mut pdf, &mut catalog, document);
    outline::write(&mut pdf, &mut catalog, &laid.bookmarks, &pages);
    let root = pdf.add_object(catalog);
    let info = pdf.add_object(xmp::info(&document.metadata));
    drop_old(&mut pdf);
    pdf.trailer.set("Root", root);
    pdf.trailer.set("Info", info);
    let id = Object::String(fingerprint(&pdf), StringFormat::Hexadecimal);
    pdf.trailer.set("ID", vec![id.clone(), id]);
    save::save(pdf)
}

fn broken(error: lopdf::Error) -> ReportError {
    ReportError::Write(error.to_string())
}

/// UTF-16BE with its mark, as PDF wants text outside ASCII.
pub(crate) fn text(value: &str) -> Object {
    let units = std::iter::once(0xfeff).chain(value.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}

/// Takes out of the pages what printpdf leaves empty and tells where their structure is.
fn tidy_pages(pdf: &mut lopdf::Document, pages: &[ObjectId]) -> Result<(), ReportError> {
    let mut shared = None;
    for (i, id) in pages.iter().enumerate() {
        let page = pdf.get_dictionary_mut(*id).map_err(broken)?;
        page.remove(b"Annots");
        page.remove(b"TrimBox");
        page.remove(b"CropBox");
        page.set("StructParents", i as i64);
        page.set("Tabs", "S");
        let resources = page.get(b"Resources").and_then(Object::as_reference).map_err(broken)?;
        page.set("Resources", shared.unwrap_or(resources));
        match shared {
            Some(_) => drop(pdf.objects.remove(&resources)),
            None => shared = Some(resources),
        }
    }
    let Some(resources) = shared else { return Ok(()) };
    [&b"XObject"[..], b"ExtGState", b"Shading"].iter().try_for_each(|key| drop_empty(pdf, resources, key))
}

/// A resource dictionary with nothing in it is taken out.
fn drop_empty(pdf: &mut lopdf::Document, resources: ObjectId, key: &[u8]) -> Result<(), ReportError> {
    let dictionary = pdf.get_dictionary(resources).map_err(broken)?;
    let Ok(named) = dictionary.get(key).and_then(Object::as_reference) else { return Ok(()) };
    if pdf.get_dictionary(named).map_err(broken)?.is_empty() {
        pdf.get_dictionary_mut(resources).map_err(broken)?.remove(key);
        pdf.objects.remove(&named);
    }
    Ok(())
}

/// The catalog and the properties that printpdf wrote.
fn drop_old(pdf: &mut lopdf::Document) {
    for key in [&b"Root"[..], b"Info"] {
        if let Ok(id) = pdf.trailer.get(key).and_then(Object::as_reference) {
            pdf.objects.remove(&id);
        }
    }
}

fn intent(pdf: &mut lopdf::Document) -> Object {
    let profile = pdf.add_object(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
    Object::Dictionary(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    })
}

/// Sixteen bytes that depend on everything shown and carried: pages, fonts, properties, attachments.
fn fingerprint(pdf: &lopdf::Document) -> Vec<u8> {
    let mut hash = Sha256::new();
    for object in pdf.objects.values() {
        if let Object::Stream(stream) = object {
            hash.update((stream.content.len() as u64).to_be_bytes());
            hash.update(&stream.content);
        }
    }
    hash.finalize()[..16].to_vec()
}
