//! A small report-like PDF, identities and the few PDF surgeries that the tests of this room share.
#![allow(dead_code, unreachable_pub)] // each test binary uses its own part
#![allow(clippy::unwrap_used)] // helpers of tests fail as tests do

pub mod desk;

use chrono::{DateTime, FixedOffset, TimeZone, Utc};
use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, Stream, dictionary};
use opora_sign::{Identity, SignRequest, Trust, Verification, sign, verify};

pub const SIGNER: &str = "Ёлкина Мария Петровна";
pub const SCHOOL: &str = "МБОУ «Школа № 5»";
pub const DATA: &[u8] = br#"{"school":"5","events":17}"#;

pub fn start() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2024, 9, 1, 0, 0, 0).unwrap()
}

/// Novosibirsk time, an hour when Moscow still has the day before.
pub fn signed_at() -> DateTime<FixedOffset> {
    let zone = FixedOffset::east_opt(7 * 3600).unwrap();
    zone.with_ymd_and_hms(2024, 12, 25, 1, 30, 0).unwrap()
}

pub fn identity() -> Identity {
    Identity::create(SIGNER, SCHOOL, start(), 3).unwrap()
}

pub fn trust(identity: &Identity) -> Trust {
    Trust { certificates: vec![identity.certificate_der.clone()], ..Trust::default() }
}

pub fn request() -> SignRequest<'static> {
    SignRequest {
        signed_at: signed_at(),
        reason: "Утверждаю (отчёт)",
        location: "г. Боготол",
        field_name: "Подпись1",
        page: 1,
        rect: [300.0, 60.0, 540.0, 130.0],
        also: &[],
    }
}

pub fn signed(identity: &Identity) -> Vec<u8> {
    sign(&report(), identity, &request()).unwrap()
}

pub fn verdict(pdf: &[u8], identity: &Identity) -> Verification {
    verify(pdf, &trust(identity))
}

/// Two pages, one attachment, object streams: the shape of what the report room hands over.
pub fn report() -> Vec<u8> {
    let mut bytes = Vec::new();
    document().save_modern(&mut bytes).unwrap();
    bytes
}

/// The same with a classic cross-reference table.
pub fn classic_report() -> Vec<u8> {
    let mut document = document();
    document.reference_table.cross_reference_type = lopdf::xref::XrefType::CrossReferenceTable;
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

pub fn document() -> Document {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let kids: Vec<Object> =
        ["first page", "second page"].map(|text| page(&mut document, pages, text).into()).into();
    document.set_object(
        pages,
        dictionary! { "Type" => "Pages", "Count" => 2, "Kids" => kids, "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()] },
    );
    let spec = attach(&mut document, "opora-report.json", DATA);
    let catalog = document.add_object(dictionary! {
        "Type" => "Catalog",
        "Pages" => pages,
        "AF" => vec![spec.into()],
        "Names" => dictionary! { "EmbeddedFiles" => dictionary! {
            "Names" => vec![Object::string_literal("opora-report.json"), spec.into()],
        } },
    });
    document.trailer.set("Root", catalog);
    let id = Object::string_literal("0123456789abcdef");
    document.trailer.set("ID", vec![id.clone(), id]);
    document
}

pub fn page(document: &mut Document, parent: ObjectId, text: &str) -> ObjectId {
    let content = format!("% {text}\n0 0 1 rg 100 100 200 50 re f");
    let content = document.add_object(Stream::new(Dictionary::new(), content.into_bytes()));
    document.add_object(dictionary! {
        "Type" => "Page", "Parent" => parent, "Contents" => content, "Resources" => Dictionary::new(),
    })
}

pub fn attach(document: &mut Document, name: &str, data: &[u8]) -> ObjectId {
    let mut stream =
        Stream::new(dictionary! { "Type" => "EmbeddedFile", "Subtype" => "application/json" }, data.to_vec());
    stream.compress().unwrap();
    let file = document.add_object(stream);
    document.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => Object::string_literal(name),
        "UF" => Object::string_literal(name),
        "AFRelationship" => "Data",
        "EF" => dictionary! { "F" => file, "UF" => file },
    })
}

/// Append a revision made by `change`, as an editor does with «Сохранить».
pub fn revise(pdf: &[u8], change: impl FnOnce(&mut IncrementalDocument)) -> Vec<u8> {
    let document = Document::load_mem(pdf).unwrap();
    let mut update = IncrementalDocument::create_from(pdf.to_vec(), document);
    change(&mut update);
    let mut bytes = Vec::new();
    update.save_to(&mut bytes).unwrap();
    bytes
}

pub fn find(pdf: &[u8], what: &str) -> usize {
    memchr::memmem::find(pdf, what.as_bytes()).unwrap_or_else(|| panic!("no {what} in the file"))
}

pub fn rfind(pdf: &[u8], what: &str) -> usize {
    memchr::memmem::rfind(pdf, what.as_bytes()).unwrap_or_else(|| panic!("no {what} in the file"))
}

/// Overwrite bytes at `at` without changing the length.
pub fn overwrite(pdf: &[u8], at: usize, with: &[u8]) -> Vec<u8> {
    let mut bytes = pdf.to_vec();
    bytes[at..at + with.len()].copy_from_slice(with);
    bytes
}

/// The place of the hex string: its `<` and the byte after its `>`.
pub fn contents(pdf: &[u8]) -> (usize, usize) {
    let start = find(pdf, "/Contents<") + "/Contents".len();
    (start, start + memchr::memchr(b'>', &pdf[start..]).unwrap() + 1)
}

/// Replace the text of `/ByteRange[…]` in place, padded to the same width.
pub fn with_byte_range(pdf: &[u8], numbers: &str) -> Vec<u8> {
    let start = find(pdf, "/ByteRange[") + "/ByteRange[".len();
    let width = memchr::memchr(b']', &pdf[start..]).unwrap();
    overwrite(pdf, start, format!("{numbers:<width$}").as_bytes())
}

/// Reproducible noise for the mutation tests (xorshift64*).
pub struct Noise(pub u64);

impl Noise {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }
}
