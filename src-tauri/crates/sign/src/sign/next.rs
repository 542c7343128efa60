//! A further signature: one incremental update of a waiting field and a new signature dictionary, nothing else. That
//! is all the certification of the first signature permits, and all that our verifier forgives.

use lopdf::{Document, IncrementalDocument};

use super::NextRequest;
use super::fields::fields;
use super::first::write;
use super::parts::{Claim, set_id};
use crate::verify::raw::carries_signature;
use crate::{MAX_PDF_BYTES, SignError, Trust, pdf, verify};

/// The document with the value of one more field, the final `/ByteRange` and an empty `/Contents`.
pub(super) fn prepare(
    pdf: &[u8],
    claim: &Claim<'_>,
    request: &NextRequest<'_>,
) -> Result<Vec<u8>, SignError> {
    check_earlier(pdf)?;
    let previous = pdf::open(pdf).ok_or(SignError::UnreadablePdf)?;
    if forbids_changes(&previous) {
        return Err(SignError::AlreadySigned);
    }
    let fields = fields(&previous).ok_or(SignError::UnreadablePdf)?;
    let name = || request.field_name.to_owned();
    let (_, field) = fields
        .into_iter()
        .find(|(field, _)| field == request.field_name)
        .ok_or_else(|| SignError::NoSuchField(name()))?;
    if previous.get_dictionary(field).is_ok_and(|dict| dict.has(b"V")) {
        return Err(SignError::FieldTaken(name()));
    }
    let mut update = IncrementalDocument::create_from(pdf.to_vec(), previous);
    let signature = update.new_document.add_object(claim.dictionary());
    update.opt_clone_object_to_new_document(field).map_err(|_| SignError::UnreadablePdf)?;
    let widget = update.new_document.get_dictionary_mut(field).map_err(|_| SignError::UnreadablePdf)?;
    widget.set("V", signature);
    let id = claim.revision_id(&update.new_document, pdf);
    set_id(&mut update.new_document, id);
    write(&mut update, pdf.len(), claim.room)
}

/// Nobody signs below a signature that does not hold.
fn check_earlier(pdf: &[u8]) -> Result<(), SignError> {
    if pdf.len() > MAX_PDF_BYTES {
        return Err(SignError::TooLarge);
    }
    if !carries_signature(pdf) {
        return Err(SignError::NotSignedYet);
    }
    let found = verify(pdf, &Trust::default());
    match found.verdict.is_intact() {
        true => Ok(()),
        false => Err(SignError::EarlierSignatureBroken(found.reasons.into_iter().next().unwrap_or_default())),
    }
}

/// A certification of DocMDP level 1; a document without one was signed by another program and forbids nothing.
fn forbids_changes(document: &Document) -> bool {
    let level = || {
        let perms = document.dereference(document.catalog()?.get(b"Perms")?)?.1.as_dict()?;
        let signature = document.dereference(perms.get(b"DocMDP")?)?.1.as_dict()?;
        let reference =
            signature.get(b"Reference")?.as_array()?.first().ok_or(lopdf::Error::Unimplemented(""))?;
        let reference = document.dereference(reference)?.1.as_dict()?;
        document.dereference(reference.get(b"TransformParams")?)?.1.as_dict()?.get(b"P")?.as_i64()
    };
    level().is_ok_and(|level: i64| level == 1)
}
