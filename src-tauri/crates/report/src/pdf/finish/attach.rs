//! Files carried inside.

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::{text, xmp};
use crate::document::{Attachment, Document};

/// Embeds the attachments and names them in the catalog.
pub(super) fn write(pdf: &mut lopdf::Document, catalog: &mut Dictionary, document: &Document) {
    if document.attachments.is_empty() {
        return;
    }
    let date = xmp::pdf_date(&document.metadata.created);
    let mut specs: Vec<(String, Object)> = Vec::new();
    for attachment in &document.attachments {
        let spec = embed(pdf, attachment, &date);
        specs.push((attachment.name.clone(), spec));
    }
    specs.sort_by(|a, b| a.0.cmp(&b.0));
    catalog.set("AF", specs.iter().map(|(_, spec)| spec.clone()).collect::<Vec<_>>());
    let names: Vec<Object> =
        specs.into_iter().flat_map(|(name, spec)| [Object::string_literal(name), spec]).collect();
    catalog.set("Names", dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } });
}

fn embed(pdf: &mut lopdf::Document, attachment: &Attachment, date: &str) -> Object {
    let header = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => Object::Name(attachment.mime.clone().into_bytes()),
        "Params" => dictionary! {
            "Size" => attachment.bytes.len() as i64,
            "ModDate" => Object::string_literal(date),
        },
    };
    let file = pdf.add_object(Stream::new(header, attachment.bytes.clone()));
    let spec = pdf.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => Object::string_literal(attachment.name.as_str()),
        "UF" => text(&attachment.name),
        "Desc" => text(&attachment.description),
        "AFRelationship" => "Data",
        "EF" => dictionary! { "F" => file, "UF" => file },
    });
    Object::Reference(spec)
}
