//! The first signature: one incremental update with every signature field of the document, its own and the waiting.
//!
//! Agreed with the report: it draws its marks with empty fields over them, `Signature1`, `Signature2` in the order of
//! the signers, each inside a «Form» of the structure tree (PDF/UA-1, 7.18.4). A field that is there already is given
//! its value and nothing else; only in a document without one a field is made here.

use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, dictionary};

use super::fields::{fields, waits};
use super::hole::Hole;
use super::parts::{Claim, certification, empty_appearance, set_id, widget};
use super::{Field, SignRequest};
use crate::verify::raw::carries_signature;
use crate::{MAX_PDF_BYTES, SignError, pdf};

/// The document with its fields, the final `/ByteRange` and an empty `/Contents`.
pub(super) fn prepare(
    pdf: &[u8],
    claim: &Claim<'_>,
    request: &SignRequest<'_>,
) -> Result<Vec<u8>, SignError> {
    if pdf.len() > MAX_PDF_BYTES {
        return Err(SignError::TooLarge);
    }
    if carries_signature(pdf) {
        return Err(SignError::AlreadySigned);
    }
    let previous = pdf::open(pdf).ok_or(SignError::UnreadablePdf)?;
    let own = Field { name: request.field_name, page: request.page, rect: request.rect };
    let wanted: Vec<Field<'_>> = std::iter::once(own).chain(request.also.iter().copied()).collect();
    let drawn = drawn(&previous, &wanted)?;
    let pages = pages(&previous, &wanted)?;
    let mut update = IncrementalDocument::create_from(pdf.to_vec(), previous);
    let places: Vec<Place<'_>> = wanted.into_iter().zip(pages.into_iter().zip(drawn)).collect();
    add_signature(&mut update, claim, &places).map_err(|_| SignError::UnreadablePdf)?;
    let id = claim.revision_id(&update.new_document, pdf);
    set_id(&mut update.new_document, id);
    write(&mut update, pdf.len(), claim.room)
}

/// Write the update and make its range final.
pub(super) fn write(
    update: &mut IncrementalDocument,
    appended_at: usize,
    room: usize,
) -> Result<Vec<u8>, SignError> {
    let mut out = Vec::with_capacity(appended_at + 4 * room);
    update.save_to(&mut out).map_err(|_| SignError::Internal("запись"))?;
    if !out.ends_with(b"\n") {
        out.push(b'\n'); // a further revision begins a line of its own, and this one covers all of its end
    }
    Hole::carve(&mut out, appended_at, room).ok_or(SignError::Internal("место для подписи"))?;
    Ok(out)
}

/// A wanted field, its page, and the object of the empty field if the document has it already.
type Place<'a> = (Field<'a>, (ObjectId, Option<ObjectId>));

/// For each wanted field the empty one of this name that the document brings along.
fn drawn(previous: &Document, wanted: &[Field<'_>]) -> Result<Vec<Option<ObjectId>>, SignError> {
    let existing = fields(previous).ok_or(SignError::UnreadablePdf)?;
    let find = |(index, field): (usize, &Field<'_>)| {
        let earlier = wanted[..index].iter().any(|other| other.name == field.name);
        let mut same = existing.iter().filter(|(name, _)| name == field.name);
        match (earlier, same.next(), same.next()) {
            (false, None, _) => Ok(None),
            (false, Some((_, id)), None) if waits(previous, *id) => Ok(Some(*id)),
            _ => Err(SignError::DuplicateField(field.name.to_owned())),
        }
    };
    wanted.iter().enumerate().map(find).collect()
}

fn pages(previous: &Document, wanted: &[Field<'_>]) -> Result<Vec<ObjectId>, SignError> {
    let page = |number| previous.page_iter().nth(number).ok_or(SignError::NoSuchPage(number));
    wanted.iter().map(|field| page(field.page)).collect()
}

fn add_signature(
    update: &mut IncrementalDocument,
    claim: &Claim<'_>,
    places: &[Place<'_>],
) -> lopdf::Result<()> {
    let mut dict = claim.dictionary();
    dict.set("Reference", vec![certification(places.len() > 1).into()]);
    let signature = update.new_document.add_object(dict);
    let mut made = Vec::new();
    for (index, (field, (page, drawn))) in places.iter().enumerate() {
        let id = match drawn {
            Some(id) => *id,
            None => {
                let appearance = update.new_document.add_object(empty_appearance(field.rect));
                let id = update.new_document.add_object(widget(field, *page, appearance));
                add_to_page(update, *page, id)?;
                made.push(id.into());
                id
            }
        };
        if index == 0 {
            update.opt_clone_object_to_new_document(id)?;
            update.new_document.get_dictionary_mut(id)?.set("V", signature);
        }
    }
    add_to_catalog(update, made, signature)
}

fn add_to_page(update: &mut IncrementalDocument, page: ObjectId, widget: ObjectId) -> lopdf::Result<()> {
    update.opt_clone_object_to_new_document(page)?;
    let mut annotations = match update.new_document.get_dictionary(page)?.get(b"Annots") {
        Ok(Object::Array(here)) => here.clone(),
        Ok(elsewhere) => update.get_prev_documents().dereference(elsewhere)?.1.as_array()?.clone(),
        Err(_) => Vec::new(),
    };
    annotations.push(widget.into());
    update.new_document.get_dictionary_mut(page)?.set("Annots", annotations);
    Ok(())
}

fn add_to_catalog(
    update: &mut IncrementalDocument,
    widgets: Vec<Object>,
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
    fields.extend(widgets);
    form.set("Fields", fields);
    form.set("SigFlags", 3); // signatures exist; append only
    update.opt_clone_object_to_new_document(catalog)?;
    let catalog = update.new_document.get_dictionary_mut(catalog)?;
    catalog.set("AcroForm", form);
    catalog.set("Perms", dictionary! { "DocMDP" => signature });
    Ok(())
}
