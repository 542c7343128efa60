//! The objects of a signature in a PDF: its dictionary, its field, the identifier of its revision.

use chrono::{DateTime, FixedOffset};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::Field;
use super::hole::OFFSET;
use crate::certificate::Parsed;
use crate::pdf;

/// What every signature says of itself, the first and the next.
pub(super) struct Claim<'a> {
    pub(super) certificate: &'a Parsed,
    pub(super) signed_at: DateTime<FixedOffset>,
    pub(super) reason: &'a str,
    pub(super) location: &'a str,
    /// Bytes left for the CMS.
    pub(super) room: usize,
}

impl Claim<'_> {
    /// With holes for the range and the CMS.
    pub(super) fn dictionary(&self) -> Dictionary {
        let hole = Object::Integer(OFFSET);
        let mut dict = dictionary! {
            "Type" => "Sig",
            "Filter" => "Adobe.PPKLite",
            "SubFilter" => "ETSI.CAdES.detached",
            "ByteRange" => vec![Object::Integer(0), hole.clone(), hole.clone(), hole],
            "Contents" => Object::String(vec![0; self.room], StringFormat::Hexadecimal),
            "M" => pdf::date(&self.signed_at),
            "Name" => pdf::text(&self.certificate.info().subject),
        };
        for (key, value) in [("Reason", self.reason), ("Location", self.location)] {
            if !value.is_empty() {
                dict.set(key, pdf::text(value));
            }
        }
        dict
    }

    /// Not random, so that the same input gives the same bytes. The identifier of the revision before stands for its
    /// bytes; a file without one is taken whole.
    pub(super) fn revision_id(&self, document: &Document, pdf: &[u8]) -> Vec<u8> {
        let before = document.trailer.get(b"ID").and_then(Object::as_array).ok();
        let last = before.and_then(|id| id.last()).and_then(|last| last.as_str().ok());
        let hash = Sha256::new()
            .chain_update((pdf.len() as u64).to_be_bytes())
            .chain_update(last.unwrap_or(pdf))
            .chain_update(&self.certificate.der)
            .chain_update(self.signed_at.to_rfc3339());
        hash.finalize()[..16].to_vec()
    }
}

/// DocMDP. P = 1: whatever is appended later breaks the certification; P = 2: only the waiting fields may be signed.
pub(super) fn certification(waiting: bool) -> Dictionary {
    dictionary! {
        "Type" => "SigRef",
        "TransformMethod" => "DocMDP",
        "TransformParams" => dictionary! {
            "Type" => "TransformParams",
            "P" => if waiting { 2 } else { 1 },
            "V" => Object::Name(b"1.2".to_vec()),
        },
    }
}

/// The report has drawn the stamp already; the widget lies over it and paints nothing.
pub(super) fn empty_appearance(rect: [f32; 4]) -> Stream {
    let [left, bottom, right, top] = rect;
    let dict = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => vec![0.into(), 0.into(), (right - left).into(), (top - bottom).into()],
        "Resources" => Dictionary::new(),
    };
    Stream::new(dict, Vec::new())
}

/// A field and its place on the page in one; it has no value yet.
pub(super) fn widget(field: &Field<'_>, page: ObjectId, appearance: ObjectId) -> Dictionary {
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => pdf::text(field.name),
        "TU" => pdf::text("Электронная подпись"),
        "F" => 132, // print, locked
        "Rect" => field.rect.iter().map(|&side| side.into()).collect::<Vec<Object>>(),
        "P" => page,
        "AP" => dictionary! { "N" => appearance },
    }
}

/// The first half of /ID names the document, the second this revision; PDF/A wants both.
pub(super) fn set_id(document: &mut Document, second: Vec<u8>) {
    let first = match document.trailer.get(b"ID").and_then(Object::as_array).map(|id| id.first().cloned()) {
        Ok(Some(first)) => first,
        _ => Object::String(second.clone(), StringFormat::Hexadecimal),
    };
    document.trailer.set("ID", vec![first, Object::String(second, StringFormat::Hexadecimal)]);
}
