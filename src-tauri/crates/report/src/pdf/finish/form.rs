//! Empty signature fields over the drawn marks.
//!
//! Agreed with the signing crate: PDF/UA-1 (7.18.4) wants every widget inside a «Form» element, and a signature may
//! not touch the structure tree. So the fields are made here, named [`field_name`] in the order of the signers, each
//! with its widget, its words and its element; signing only gives the field of that name its value.

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::text;
use crate::document::{Block, Document, Mark, Signature};

/// The name of the field of a signer, counted from 0.
fn field_name(signer: usize) -> String {
    format!("Signature{}", signer + 1)
}

/// A widget to be written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Widget {
    /// Its object.
    pub(super) id: ObjectId,
    /// Index of its page.
    pub(super) page: usize,
    /// Left, bottom, right, top.
    rect: [f32; 4],
}

/// Room for the widgets over the marks.
pub(super) fn reserve(pdf: &mut lopdf::Document, marks: &[(usize, [f32; 4])]) -> Vec<Widget> {
    marks.iter().map(|(page, rect)| Widget { id: pdf.new_object_id(), page: *page, rect: *rect }).collect()
}

/// Writes the fields and hangs them on their pages.
pub(super) fn write(
    pdf: &mut lopdf::Document,
    catalog: &mut Dictionary,
    document: &Document,
    widgets: &[Widget],
    pages: &[ObjectId],
) -> lopdf::Result<()> {
    if widgets.is_empty() {
        return Ok(());
    }
    let mut signers = document.blocks.iter().filter_map(signer);
    for (n, widget) in widgets.iter().enumerate() {
        let appearance = pdf.add_object(empty_appearance(widget.rect));
        let mut field = dictionary! {
            "Type" => "Annot",
            "Subtype" => "Widget",
            "FT" => "Sig",
            "T" => Object::string_literal(field_name(n)),
            "TU" => text(&signers.next().map_or_else(|| "Подпись".to_owned(), said)),
            "F" => 132, // print, locked
            "P" => pages[widget.page],
            "AP" => dictionary! { "N" => appearance },
            "StructParent" => (pages.len() + n) as i64,
        };
        field.set("Rect", widget.rect.map(Object::from).to_vec());
        pdf.objects.insert(widget.id, Object::Dictionary(field));
        let page = pdf.get_dictionary_mut(pages[widget.page])?;
        match page.get_mut(b"Annots").and_then(Object::as_array_mut) {
            Ok(others) => others.push(widget.id.into()),
            Err(_) => page.set("Annots", vec![Object::from(widget.id)]),
        }
    }
    let fields: Vec<Object> = widgets.iter().map(|widget| widget.id.into()).collect();
    // Bit 1 says that signature fields exist, bit 2 comes with the first signature.
    catalog.set("AcroForm", dictionary! { "Fields" => fields, "SigFlags" => 1 });
    Ok(())
}

fn signer(block: &Block) -> Option<&Signature> {
    match block {
        Block::Signature(signature) if matches!(signature.mark, Mark::Electronic(_)) => Some(signature),
        _ => None,
    }
}

/// What is said of the field aloud.
fn said(signature: &Signature) -> String {
    format!("Электронная подпись: {}, {}", signature.name, signature.post)
}

/// The mark is drawn on the page already; the widget paints nothing.
fn empty_appearance([left, bottom, right, top]: [f32; 4]) -> Stream {
    let header = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => vec![0.into(), 0.into(), (right - left).into(), (top - bottom).into()],
        "Resources" => Dictionary::new(),
    };
    Stream::new(header, Vec::new()).with_compression(false)
}
