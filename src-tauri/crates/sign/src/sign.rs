//! Signing: an incremental update with a signature field, then the CMS into the hole left for it.

use chrono::{DateTime, FixedOffset, Utc};
use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use crate::certificate::Parsed;
use crate::verify::raw::carries_signature;
use crate::{Identity, MAX_PDF_BYTES, SignError, Trust, Verdict, cms, pdf, verify};

/// Room for the CMS, in bytes: ours needs about 1 000, one with a time stamp and a chain about 6 000.
const CMS_BYTES: usize = 8192;
/// As wide as any offset in a file of [`MAX_PDF_BYTES`] can be.
const OFFSET_HOLE: i64 = 9_999_999_999;

/// How to sign.
#[derive(Debug, Clone, Copy)]
pub struct SignRequest<'a> {
    /// The moment claimed in the signature (`/M`): the clock of the signer, not an independent proof.
    pub signed_at: DateTime<FixedOffset>,
    /// Why, e.g. «Утверждаю»; may be empty.
    pub reason: &'a str,
    /// Where, e.g. the settlement; may be empty.
    pub location: &'a str,
    /// Name of the signature field, without dots; unique in the document.
    pub field_name: &'a str,
    /// Page of the field, 0-based.
    pub page: usize,
    /// Left, bottom, right, top of the drawn stamp in points; the field itself paints nothing.
    pub rect: [f32; 4],
}

/// Sign `pdf`: PAdES B-B (`ETSI.CAdES.detached`) as a certification that permits no change afterwards (DocMDP,
/// P = 1). The input bytes stay as they are at the head of the output. The result has passed [`verify`].
pub fn sign(pdf: &[u8], identity: &Identity, request: &SignRequest<'_>) -> Result<Vec<u8>, SignError> {
    if pdf.len() > MAX_PDF_BYTES {
        return Err(SignError::TooLarge);
    }
    check_certificate(identity, request.signed_at.to_utc())?;
    if carries_signature(pdf) {
        return Err(SignError::AlreadySigned);
    }
    let mut signed = prepare(pdf, identity, request)?;
    let holes = Holes::find(&signed, pdf.len()).ok_or(SignError::Internal("место для подписи"))?;
    holes.write_byte_range(&mut signed);
    let digest = holes.digest(&signed);
    let container = cms::build(identity, &digest).map_err(|_| SignError::Internal("контейнер подписи"))?;
    holes.write_contents(&mut signed, &container)?;
    self_check(signed, identity)
}

fn check_certificate(identity: &Identity, at: DateTime<Utc>) -> Result<(), SignError> {
    let info = identity.certificate();
    if at < info.not_before {
        return Err(SignError::NotYetValid(info.not_before));
    }
    if at > info.not_after {
        return Err(SignError::Expired(info.not_after));
    }
    match Parsed::read(&identity.certificate_der)?.may_sign_documents() {
        true => Ok(()),
        false => Err(SignError::WrongKeyUsage),
    }
}

fn self_check(signed: Vec<u8>, identity: &Identity) -> Result<Vec<u8>, SignError> {
    let trust = Trust { certificates: vec![identity.certificate_der.clone()], ..Trust::default() };
    let verification = verify(&signed, &trust);
    match verification.verdict {
        Verdict::Valid => Ok(signed),
        _ => Err(SignError::SelfCheck(verification.reasons.join("; "))),
    }
}

/// The document with the signature field and holes for `/ByteRange` and `/Contents`.
fn prepare(pdf: &[u8], identity: &Identity, request: &SignRequest<'_>) -> Result<Vec<u8>, SignError> {
    let previous = pdf::open(pdf).ok_or(SignError::UnreadablePdf)?;
    let page = previous.page_iter().nth(request.page).ok_or(SignError::NoSuchPage(request.page))?;
    let second_id = second_id(pdf, identity, request);
    let mut update = IncrementalDocument::create_from(pdf.to_vec(), previous);
    let signature = update.new_document.add_object(signature_dictionary(identity, request));
    let appearance = update.new_document.add_object(empty_appearance(request.rect));
    let widget = update.new_document.add_object(widget(request, page, signature, appearance));
    add_to_page(&mut update, page, widget).map_err(|_| SignError::UnreadablePdf)?;
    add_to_catalog(&mut update, widget, signature).map_err(|_| SignError::UnreadablePdf)?;
    set_id(&mut update.new_document, second_id);
    let mut out = Vec::with_capacity(pdf.len() + 4 * CMS_BYTES);
    update.save_to(&mut out).map_err(|_| SignError::Internal("запись"))?;
    Ok(out)
}

fn signature_dictionary(identity: &Identity, request: &SignRequest<'_>) -> Dictionary {
    let hole = Object::Integer(OFFSET_HOLE);
    let mut dict = dictionary! {
        "Type" => "Sig",
        "Filter" => "Adobe.PPKLite",
        "SubFilter" => "ETSI.CAdES.detached",
        "ByteRange" => vec![Object::Integer(0), hole.clone(), hole.clone(), hole],
        "Contents" => Object::String(vec![0; CMS_BYTES], StringFormat::Hexadecimal),
        "M" => pdf::date(&request.signed_at),
        "Name" => pdf::text(&identity.certificate().subject),
        "Reference" => vec![no_changes_allowed().into()],
    };
    for (key, value) in [("Reason", request.reason), ("Location", request.location)] {
        if !value.is_empty() {
            dict.set(key, pdf::text(value));
        }
    }
    dict
}

/// DocMDP with P = 1: whatever is appended later breaks the certification.
fn no_changes_allowed() -> Dictionary {
    dictionary! {
        "Type" => "SigRef",
        "TransformMethod" => "DocMDP",
        "TransformParams" => dictionary! { "Type" => "TransformParams", "P" => 1, "V" => Object::Name(b"1.2".to_vec()) },
    }
}

/// The report has drawn the stamp already; the widget lies over it and paints nothing.
fn empty_appearance(rect: [f32; 4]) -> Stream {
    let [left, bottom, right, top] = rect;
    let dict = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => vec![0.into(), 0.into(), (right - left).into(), (top - bottom).into()],
        "Resources" => Dictionary::new(),
    };
    Stream::new(dict, Vec::new())
}

fn widget(
    request: &SignRequest<'_>,
    page: ObjectId,
    signature: ObjectId,
    appearance: ObjectId,
) -> Dictionary {
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => pdf::text(request.field_name),
        "F" => 132, // print, locked
        "Rect" => request.rect.iter().map(|&side| side.into()).collect::<Vec<Object>>(),
        "P" => page,
        "V" => signature,
        "AP" => dictionary! { "N" => appearance },
    }
}

fn add_to_page(update: &mut IncrementalDocument, page: ObjectId, widget: ObjectId) -> lopdf::Result<()> {
    let mut annotations = inherited_array(update, page, b"Annots")?;
    annotations.push(widget.into());
    update.opt_clone_object_to_new_document(page)?;
    update.new_document.get_dictionary_mut(page)?.set("Annots", annotations);
    Ok(())
}

fn add_to_catalog(
    update: &mut IncrementalDocument,
    widget: ObjectId,
    signature: ObjectId,
) -> lopdf::Result<()> {
    let previous = update.get_prev_documents();
    let catalog = previous.trailer.get(b"Root")?.as_reference()?;
    let mut form = match previous.get_dictionary(catalog)?.get(b"AcroForm") {
        Ok(form) => previous.dereference(form)?.1.as_dict()?.clone(),
        Err(_) => Dictionary::new(),
    };
    let mut fields = match form.get(b"Fields") {
        Ok(fields) => previous.dereference(fields)?.1.as_array()?.clone(),
        Err(_) => Vec::new(),
    };
    fields.push(widget.into());
    form.set("Fields", fields);
    form.set("SigFlags", 3); // signatures exist; append only
    update.opt_clone_object_to_new_document(catalog)?;
    let catalog = update.new_document.get_dictionary_mut(catalog)?;
    catalog.set("AcroForm", form);
    catalog.set("Perms", dictionary! { "DocMDP" => signature });
    Ok(())
}

fn inherited_array(update: &IncrementalDocument, owner: ObjectId, key: &[u8]) -> lopdf::Result<Vec<Object>> {
    let previous = update.get_prev_documents();
    match previous.get_dictionary(owner)?.get(key) {
        Ok(value) => Ok(previous.dereference(value)?.1.as_array()?.clone()),
        Err(_) => Ok(Vec::new()),
    }
}

/// The first half of /ID names the document, the second this revision; PDF/A wants both.
fn set_id(document: &mut Document, second: Vec<u8>) {
    let first = match document.trailer.get(b"ID").and_then(Object::as_array).map(|id| id.first().cloned()) {
        Ok(Some(first)) => first,
        _ => Object::String(second.clone(), StringFormat::Hexadecimal),
    };
    document.trailer.set("ID", vec![first, Object::String(second, StringFormat::Hexadecimal)]);
}

/// Not random, so that the same input gives the same bytes.
fn second_id(pdf: &[u8], identity: &Identity, request: &SignRequest<'_>) -> Vec<u8> {
    let hash = Sha256::new()
        .chain_update(pdf)
        .chain_update(&identity.certificate_der)
        .chain_update(request.signed_at.to_rfc3339());
    hash.finalize()[..16].to_vec()
}

/// Where the numbers of `/ByteRange` and the hex of `/Contents` go.
struct Holes {
    /// First byte of `[` and the byte after `]`.
    byte_range: (usize, usize),
    /// First byte of `<` and the byte after `>`.
    contents: (usize, usize),
    length: usize,
}

impl Holes {
    /// Only the appended part is searched: the report's own bytes may hold anything.
    fn find(signed: &[u8], appended_at: usize) -> Option<Holes> {
        let hole = format!("[0 {OFFSET_HOLE} {OFFSET_HOLE} {OFFSET_HOLE}]");
        let byte_range = find_from(signed, appended_at, hole.as_bytes())?;
        let hex = format!("<{}>", "00".repeat(CMS_BYTES));
        let contents = find_from(signed, appended_at, hex.as_bytes())?;
        Some(Holes {
            byte_range: (byte_range, byte_range + hole.len()),
            contents: (contents, contents + hex.len()),
            length: signed.len(),
        })
    }

    fn write_byte_range(&self, signed: &mut [u8]) {
        let (start, end) = self.contents;
        let numbers = format!("[0 {start} {end} {}", self.length - end);
        let (from, to) = self.byte_range;
        let padded = format!("{numbers:<width$}]", width = to - from - 1);
        signed[from..to].copy_from_slice(padded.as_bytes());
    }

    fn digest(&self, signed: &[u8]) -> [u8; 32] {
        let (start, end) = self.contents;
        Sha256::new().chain_update(&signed[..start]).chain_update(&signed[end..]).finalize().into()
    }

    fn write_contents(&self, signed: &mut [u8], container: &[u8]) -> Result<(), SignError> {
        if container.len() > CMS_BYTES {
            return Err(SignError::Internal("подпись длиннее отведённого места"));
        }
        let hex = crate::certificate::hex_lower(container);
        let start = self.contents.0 + 1;
        signed[start..start + hex.len()].copy_from_slice(hex.as_bytes());
        Ok(())
    }
}

fn find_from(bytes: &[u8], from: usize, what: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes.get(from..)?, what).map(|at| from + at)
}
