//! Signing: an incremental update with a signature field, then the CMS into the hole left for it.
//!
//! With an own key the steps run at once ([`sign`], [`sign_next`]); with another program's key they are walked one by
//! one ([`prepare`](crate::prepare) and [`embed`](crate::embed)). Every function is pure: there is no half-done state.

mod fields;
mod first;
pub(crate) mod hole;
mod next;
mod parts;

use chrono::{DateTime, FixedOffset};

use crate::certificate::Parsed;
use crate::identity::check_certificate;
use crate::{Identity, SignError, Trust, cms, verify};
pub(crate) use fields::fields;
use hole::Hole;
use parts::Claim;

/// A place for a signature: an empty field over a stamp that the report has drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Field<'a> {
    /// Name, without dots; unique in the document.
    pub name: &'a str,
    /// Page, 0-based.
    pub page: usize,
    /// Left, bottom, right, top of the drawn stamp in points; the field itself paints nothing.
    pub rect: [f32; 4],
}

/// How to put the first signature.
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
    /// The fields that wait for other signers. Empty: the signature permits no change at all (DocMDP, P = 1);
    /// otherwise it permits signing these and nothing more (P = 2).
    pub also: &'a [Field<'a>],
}

/// How to put a further signature into a field that waits for it.
#[derive(Debug, Clone, Copy)]
pub struct NextRequest<'a> {
    /// The moment claimed in the signature (`/M`).
    pub signed_at: DateTime<FixedOffset>,
    /// Why; may be empty.
    pub reason: &'a str,
    /// Where; may be empty.
    pub location: &'a str,
    /// One of the fields that the first signature left waiting.
    pub field_name: &'a str,
}

/// Sign `pdf`: PAdES B-B (`ETSI.CAdES.detached`) as a certification. The input bytes stay as they are at the head of
/// the output. The result has passed [`verify`](crate::verify).
pub fn sign(pdf: &[u8], identity: &Identity, request: &SignRequest<'_>) -> Result<Vec<u8>, SignError> {
    let certificate = Parsed::read(&identity.certificate_der)?;
    finish(prepare_first(pdf, &certificate, request, own_room(identity))?, identity)
}

/// Sign a waiting field of `pdf`, which others have signed before: the earlier signatures stay valid.
pub fn sign_next(pdf: &[u8], identity: &Identity, request: &NextRequest<'_>) -> Result<Vec<u8>, SignError> {
    let certificate = Parsed::read(&identity.certificate_der)?;
    finish(prepare_further(pdf, &certificate, request, own_room(identity))?, identity)
}

/// Names of the fields that still wait for a signature, in the order of the form; empty if the file is unreadable.
pub fn waiting_fields(pdf: &[u8]) -> Vec<String> {
    let Some(document) = crate::pdf::open(pdf) else { return Vec::new() };
    let all = fields(&document).unwrap_or_default();
    let waits = |id| fields::waits(&document, id);
    all.into_iter().filter(|(_, id)| waits(*id)).map(|(name, _)| name).collect()
}

pub(crate) fn prepare_first(
    pdf: &[u8],
    certificate: &Parsed,
    request: &SignRequest<'_>,
    room: usize,
) -> Result<Vec<u8>, SignError> {
    let SignRequest { signed_at, reason, location, .. } = *request;
    check_certificate(certificate, signed_at.to_utc())?;
    first::prepare(pdf, &Claim { certificate, signed_at, reason, location, room }, request)
}

pub(crate) fn prepare_further(
    pdf: &[u8],
    certificate: &Parsed,
    request: &NextRequest<'_>,
    room: usize,
) -> Result<Vec<u8>, SignError> {
    let NextRequest { signed_at, reason, location, .. } = *request;
    check_certificate(certificate, signed_at.to_utc())?;
    next::prepare(pdf, &Claim { certificate, signed_at, reason, location, room }, request)
}

fn own_room(identity: &Identity) -> usize {
    hole::room(identity.chain.iter().map(Vec::len).sum())
}

fn finish(mut prepared: Vec<u8>, identity: &Identity) -> Result<Vec<u8>, SignError> {
    let hole = Hole::empty(&prepared)?;
    let container = cms::build(identity, &hole.covered(&prepared), None)?;
    hole.fill(&mut prepared, &container)?;
    self_check(prepared, &identity.certificate_der)
}

/// Nothing is given out that our own verifier does not find whole and signed last by this very certificate.
pub(crate) fn self_check(signed: Vec<u8>, certificate_der: &[u8]) -> Result<Vec<u8>, SignError> {
    let trust = Trust { certificates: vec![certificate_der.to_vec()], ..Trust::default() };
    let found = verify(&signed, &trust);
    let ours = found.certificate_der.as_deref() == Some(certificate_der);
    match found.verdict.is_intact() && ours {
        true => Ok(signed),
        false => Err(SignError::SelfCheck(found.reasons.join("; "))),
    }
}
