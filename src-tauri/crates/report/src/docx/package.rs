//! Parts into one file.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::ReportError;
use crate::document::{Document, Metadata, Orientation};

use super::body::Body;
use super::header;
use super::styles::{STYLES, numbering};
use super::xml::Xml;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const TYPES: &str = include_str!("content_types.xml");
const ROOT_RELS: &str = include_str!("root_rels.xml");
const DOCUMENT_RELS: &str = include_str!("document_rels.xml");
const SETTINGS: &str = include_str!("settings.xml");
const SPACES: [(&str, &str); 4] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:v", "urn:schemas-microsoft-com:vml"),
    ("xmlns:o", "urn:schemas-microsoft-com:office:office"),
];

/// The finished file: parts in one order, no clock in the archive.
pub(super) fn pack(document: &Document, body: &Body) -> Result<Vec<u8>, ReportError> {
    let wide = header::running(document, Orientation::Landscape).finish();
    let upright = header::running(document, Orientation::Portrait).finish();
    let first = header::first(document).finish();
    let parts = [
        ("[Content_Types].xml", TYPES.to_owned()),
        ("_rels/.rels", ROOT_RELS.to_owned()),
        ("docProps/core.xml", core(&document.metadata)),
        ("word/document.xml", rooted("w:document", &format!("<w:body>{}</w:body>", body.xml))),
        ("word/_rels/document.xml.rels", DOCUMENT_RELS.to_owned()),
        ("word/styles.xml", STYLES.to_owned()),
        ("word/numbering.xml", rooted("w:numbering", &numbering(body.numbered))),
        ("word/settings.xml", SETTINGS.to_owned()),
        ("word/header1.xml", rooted("w:hdr", &upright)),
        ("word/header2.xml", rooted("w:hdr", &first)),
        ("word/header3.xml", rooted("w:hdr", &wide)),
    ];
    zip(&parts).map_err(|error| ReportError::Write(error.to_string()))
}

fn zip(parts: &[(&str, String)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, text) in parts {
        archive.start_file(*name, options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
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
