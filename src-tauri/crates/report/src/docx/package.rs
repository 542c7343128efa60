//! Parts into one file.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::ReportError;
use crate::document::{Document, Metadata, Orientation};

use super::body::Body;
use super::header;
use super::section::Sheet;
use super::styles::{numbering, styles};
use super::xml::Xml;
use super::{footnotes, picture::Picture};

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const TYPES: &str = include_str!("content_types.xml");
const ROOT_RELS: &str = include_str!("root_rels.xml");
const DOCUMENT_RELS: &str = include_str!("document_rels.xml");
const SETTINGS: &str = include_str!("settings.xml");
const SPACES: [(&str, &str); 7] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:v", "urn:schemas-microsoft-com:vml"),
    ("xmlns:o", "urn:schemas-microsoft-com:office:office"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
];

/// The finished file: parts in one order, no clock in the archive.
pub(super) fn pack(document: &Document, body: &Body<'_>) -> Result<Vec<u8>, ReportError> {
    let filing = document.profile.left_margin;
    let running = |orientation| header::running(document, Sheet { orientation, filing }).finish();
    let first = header::first(document).finish();
    let parts = [
        ("[Content_Types].xml", TYPES.to_owned()),
        ("_rels/.rels", ROOT_RELS.to_owned()),
        ("docProps/core.xml", core(&document.metadata)),
        ("word/document.xml", rooted("w:document", &format!("<w:body>{}</w:body>", body.xml))),
        ("word/_rels/document.xml.rels", relations(&body.pictures)),
        ("word/styles.xml", styles(document.profile)),
        ("word/numbering.xml", rooted("w:numbering", &numbering(&body.numbered))),
        ("word/settings.xml", SETTINGS.to_owned()),
        ("word/footnotes.xml", rooted("w:footnotes", &footnotes::write(&body.footnotes))),
        ("word/header1.xml", rooted("w:hdr", &running(Orientation::Portrait))),
        ("word/header2.xml", rooted("w:hdr", &first)),
        ("word/header3.xml", rooted("w:hdr", &running(Orientation::Landscape))),
    ];
    zip(&parts, &body.pictures).map_err(|error| ReportError::Write(error.to_string()))
}

fn zip(parts: &[(&str, String)], pictures: &[Picture<'_>]) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    let deflated = options.compression_method(CompressionMethod::Deflated);
    for (name, text) in parts {
        archive.start_file(*name, deflated)?;
        archive.write_all(text.as_bytes())?;
    }
    for (number, picture) in (1..).zip(pictures) {
        let stored = options.compression_method(CompressionMethod::Stored);
        archive.start_file(format!("word/media/{}", picture.name(number)), stored)?;
        archive.write_all(picture.bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The parts that the text calls for.
fn relations(pictures: &[Picture<'_>]) -> String {
    let mut xml = Xml::default();
    for (number, picture) in (1..).zip(pictures) {
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
        let (id, target) = (format!("rIdImage{number}"), format!("media/{}", picture.name(number)));
        xml.empty("Relationship", &[("Id", &id), ("Type", kind), ("Target", &target)]);
    }
    DOCUMENT_RELS.replace("</Relationships>", &format!("{}</Relationships>", xml.finish()))
}

fn rooted(root: &str, inside: &str) -> String {
    let spaces: String = SPACES.iter().map(|(key, value)| format!(" {key}=\"{value}\"")).collect();
    format!("{DECLARATION}<{root}{spaces}>{inside}</{root}>")
}

/// Properties of the file.
fn core(metadata: &Metadata) -> String {
    let mut xml = Xml::default();
    let spaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let created = metadata.created.to_utc().format("%Y-%m-%dT%H:%M:%SZ").to_string();
    xml.element("cp:coreProperties", &spaces, |xml| {
        xml.element("dc:title", &[], |xml| xml.text(&metadata.title));
        xml.element("dc:subject", &[], |xml| xml.text(&metadata.subject));
        xml.element("dc:creator", &[], |xml| xml.text(&metadata.author));
        xml.element("dc:language", &[], |xml| xml.text("ru-RU"));
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.element(name, &[("xsi:type", "dcterms:W3CDTF")], |xml| xml.text(&created));
        }
    });
    format!("{DECLARATION}{}", xml.finish())
}
