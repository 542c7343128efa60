//! A report in small, its signers, and the cuts that the cases make.

use chrono::{DateTime, FixedOffset, TimeZone};
use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, Stream, dictionary};
use opora_sign::{Field, Identity, NextRequest, SignRequest, Trust, sign, sign_next};

pub(crate) const DIRECTOR: Field<'_> = Field { name: "Director", page: 0, rect: [60.0, 60.0, 280.0, 130.0] };

const XMP: &[u8] = b"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/></x:xmpmeta>";

pub(crate) fn signed_at() -> DateTime<FixedOffset> {
    FixedOffset::east_opt(7 * 3600).unwrap().with_ymd_and_hms(2024, 12, 25, 10, 15, 0).unwrap()
}

pub(crate) fn person(name: &str) -> Identity {
    Identity::create(name, "Школа № 5", signed_at().to_utc() - chrono::Duration::days(90), 15).unwrap()
}

pub(crate) fn trusting(people: &[&Identity]) -> Trust {
    let certificates = people.iter().map(|one| one.certificate_der.clone()).collect();
    Trust { certificates, ..Trust::default() }
}

pub(crate) fn request(also: &'static [Field<'static>]) -> SignRequest<'static> {
    SignRequest {
        signed_at: signed_at(),
        reason: "Report",
        location: "Bogotol",
        field_name: "Deputy",
        page: 1,
        rect: [300.0, 60.0, 540.0, 130.0],
        also,
    }
}

pub(crate) fn signed(identity: &Identity) -> Vec<u8> {
    sign(&report(), identity, &request(&[])).unwrap()
}

/// Deputy first, director second.
pub(crate) fn signed_twice(deputy: &Identity, director: &Identity) -> [Vec<u8>; 2] {
    let once = sign(&report(), deputy, &request(&[DIRECTOR])).unwrap();
    let twice = sign_again(&once, director);
    [once, twice]
}

pub(crate) fn sign_again(pdf: &[u8], director: &Identity) -> Vec<u8> {
    let next = NextRequest { signed_at: signed_at(), reason: "", location: "", field_name: "Director" };
    sign_next(pdf, director, &next).unwrap()
}

/// Two pages, a font, XMP and an attachment, in a classic table so that every place can be cut at.
pub(crate) fn report() -> Vec<u8> {
    let mut document = document();
    document.reference_table.cross_reference_type = lopdf::xref::XrefType::CrossReferenceTable;
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// The same with object streams.
pub(crate) fn packed_report() -> Vec<u8> {
    let mut bytes = Vec::new();
    document().save_modern(&mut bytes).unwrap();
    bytes
}

fn document() -> Document {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let font = document
        .add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" });
    let kids: Vec<Object> =
        ["first", "second"].map(|text| page(&mut document, pages, font, text).into()).into();
    let size: Vec<Object> = vec![0.into(), 0.into(), 595.into(), 842.into()];
    document.set_object(
        pages,
        dictionary! { "Type" => "Pages", "Count" => 2, "Kids" => kids, "MediaBox" => size },
    );
    let xmp = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, XMP.to_vec());
    let xmp = document.add_object(xmp);
    let data = Stream::new(dictionary! { "Type" => "EmbeddedFile" }, b"{\"events\":17}".to_vec());
    let data = document.add_object(data);
    let name = Object::string_literal("opora-report.json");
    let spec = document.add_object(dictionary! {
        "Type" => "Filespec", "F" => name.clone(), "UF" => name.clone(), "EF" => dictionary! { "F" => data },
    });
    let catalog = document.add_object(dictionary! {
        "Type" => "Catalog", "Pages" => pages, "Metadata" => xmp,
        "Names" => dictionary! { "EmbeddedFiles" => dictionary! { "Names" => vec![name, spec.into()] } },
    });
    document.trailer.set("Root", catalog);
    document
}

fn page(document: &mut Document, parent: ObjectId, font: ObjectId, text: &str) -> ObjectId {
    let content = format!("BT /F1 12 Tf 72 700 Td (The {text} page) Tj ET");
    let content = document.add_object(Stream::new(Dictionary::new(), content.into_bytes()));
    document.add_object(dictionary! {
        "Type" => "Page", "Parent" => parent, "Contents" => content,
        "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
    })
}

/// Append a saving made by `change`, as an editor does.
pub(crate) fn revise(pdf: &[u8], change: impl FnOnce(&mut IncrementalDocument)) -> Vec<u8> {
    let document = Document::load_mem(pdf).unwrap();
    let mut update = IncrementalDocument::create_from(pdf.to_vec(), document);
    change(&mut update);
    let mut bytes = Vec::new();
    update.save_to(&mut bytes).unwrap();
    bytes
}

/// Append a saving that changes one dictionary.
pub(crate) fn redefine(pdf: &[u8], id: ObjectId, change: impl FnOnce(&mut Dictionary)) -> Vec<u8> {
    revise(pdf, |update| {
        update.opt_clone_object_to_new_document(id).unwrap();
        change(update.new_document.get_dictionary_mut(id).unwrap());
    })
}

pub(crate) fn catalog(pdf: &[u8]) -> ObjectId {
    Document::load_mem(pdf).unwrap().trailer.get(b"Root").unwrap().as_reference().unwrap()
}

pub(crate) fn first_page(pdf: &[u8]) -> ObjectId {
    Document::load_mem(pdf).unwrap().page_iter().next().unwrap()
}

/// The object whose dictionary has this `/Type`.
pub(crate) fn of_type(pdf: &[u8], kind: &[u8]) -> ObjectId {
    let document = Document::load_mem(pdf).unwrap();
    let dict =
        |object: &Object| object.as_dict().cloned().or_else(|_| object.as_stream().map(|s| s.dict.clone()));
    let found =
        document.objects.iter().find(|(_, object)| dict(object).is_ok_and(|dict| dict.has_type(kind)));
    *found.unwrap().0
}

pub(crate) fn find(pdf: &[u8], what: &str) -> usize {
    pdf.windows(what.len())
        .position(|window| window == what.as_bytes())
        .unwrap_or_else(|| panic!("no {what}"))
}

pub(crate) fn rfind(pdf: &[u8], what: &str) -> usize {
    pdf.windows(what.len())
        .rposition(|window| window == what.as_bytes())
        .unwrap_or_else(|| panic!("no {what}"))
}

pub(crate) fn overwrite(pdf: &[u8], at: usize, with: &[u8]) -> Vec<u8> {
    let mut bytes = pdf.to_vec();
    bytes[at..at + with.len()].copy_from_slice(with);
    bytes
}

pub(crate) fn flip(pdf: &[u8], at: usize) -> Vec<u8> {
    overwrite(pdf, at, &[pdf[at] ^ 1])
}

/// The last hex string of `/Contents` with its angle brackets.
pub(crate) fn hole(pdf: &[u8]) -> (usize, usize) {
    let start = rfind(pdf, "/Contents<") + "/Contents".len();
    (start, start + find(&pdf[start..], ">") + 1)
}

/// Put `cms` into the last hole, as wide as it was.
pub(crate) fn fill(pdf: &[u8], cms: &[u8]) -> Vec<u8> {
    let (open, close) = hole(pdf);
    let hex: String = cms.iter().map(|byte| format!("{byte:02x}")).collect();
    let padding = "0".repeat(close - open - 2 - hex.len());
    overwrite(pdf, open + 1, format!("{hex}{padding}").as_bytes())
}

/// Replace the numbers of the last `/ByteRange`, padded to the width they had.
pub(crate) fn with_range(pdf: &[u8], numbers: &str) -> Vec<u8> {
    let start = rfind(pdf, "/ByteRange[") + "/ByteRange[".len();
    let width = find(&pdf[start..], "]");
    assert!(numbers.len() <= width, "{numbers} is too long");
    overwrite(pdf, start, format!("{numbers:<width$}").as_bytes())
}
