//! RFC 3161 time stamps without a network: a request goes out as a file, the answer comes back as a file.
//!
//! The stamp says that the signature existed at a moment, by the word of an authority. It is put into the hole of the
//! signature, so nothing that was signed changes.

pub(crate) mod token;

use ::cms::signed_data::SignerInfo;
use const_oid::ObjectIdentifier;
use const_oid::db::rfc5912::ID_SHA_256;
use der::asn1::{Any, Int, OctetString};
use der::{Decode, Encode};
use sha2::{Digest, Sha256};
use spki::AlgorithmIdentifierOwned;

use crate::cms::{SignedData, attribute};
use crate::sign::fields;
use crate::sign::hole::Hole;
use crate::verify::check_stamp;
use crate::{SignError, Trust, armour, ber, cms, pdf, verify};
use token::{Imprint, Request};

/// id-aa-timeStampToken, RFC 3161 appendix A.
pub(crate) const TIME_STAMP_TOKEN: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.14");

/// A request (`.tsq`) for the last signature of a PDF, whose field is `field`, or for a detached signature (then
/// `field` does not matter). The same signature gives the same request.
pub fn request(signed: &[u8], field: &str) -> Result<Vec<u8>, SignError> {
    let (data, _) = open(signed, field)?;
    let value = signature_value(&data)?;
    let imprint = imprint(value).map_err(|_| SignError::Internal("запрос метки времени"))?;
    let request =
        Request { version: 1, imprint, policy: None, nonce: Some(nonce(value)?), certificates: true };
    request.to_der().map_err(|_| SignError::Internal("запрос метки времени"))
}

/// Put the authority's answer (`.tsr`, or the bare token) into the signature it was asked for. The stamped file has
/// the same signed bytes and has passed [`verify`](crate::verify).
pub fn attach(signed: &[u8], field: &str, response: &[u8]) -> Result<Vec<u8>, SignError> {
    let (mut data, hole) = open(signed, field)?;
    let token = token::read(response)?;
    check_token(&token, signature_value(&data)?)?;
    let stamped = add(&mut data, &token.der)?;
    let Some(hole) = hole else { return Ok(stamped) };
    let mut pdf = signed.to_vec();
    hole.fill(&mut pdf, &stamped).map_err(|error| match error {
        SignError::TooLong(length, room) => SignError::TimestampTooLong(length, room),
        other => other,
    })?;
    let found = verify(&pdf, &Trust::default());
    match found.verdict.is_intact() {
        true => Ok(pdf),
        false => Err(SignError::SelfCheck(found.reasons.join("; "))),
    }
}

/// The container to be stamped; for a PDF also the hole it stands in.
fn open(signed: &[u8], field: &str) -> Result<(SignedData, Option<Hole>), SignError> {
    let (data, hole) = match signed.starts_with(b"%PDF-") {
        true => open_pdf(signed, field).map(|(data, hole)| (data, Some(hole)))?,
        false => {
            let der = armour::unwrap(signed).and_then(|der| ber::to_der(&der));
            let der = der.ok_or(SignError::NotASignature)?;
            (cms::unwrap(&der).ok_or(SignError::NotASignature)?, None)
        }
    };
    let info = only_signer(&data)?;
    let stamped = info.unsigned_attrs.iter().flat_map(|all| all.iter()).any(|a| a.oid == TIME_STAMP_TOKEN);
    if stamped { Err(SignError::AlreadyStamped) } else { Ok((data, hole)) }
}

fn open_pdf(signed: &[u8], field: &str) -> Result<(SignedData, Hole), SignError> {
    let hole = Hole::last(signed).ok_or(SignError::NotASignature)?;
    if !is_last(signed, field, &hole)? {
        return Err(SignError::NotLastSignature(field.to_owned()));
    }
    let content = hole.content(signed).ok_or(SignError::NotASignature)?;
    let der = Any::from_der(trimmed(&content)).and_then(|any| any.to_der());
    let data = der.ok().and_then(|der| cms::unwrap(&der)).ok_or(SignError::NotASignature)?;
    Ok((data, hole))
}

/// The one DER value that the content of a hole starts with: the rest is zeros.
fn trimmed(content: &[u8]) -> &[u8] {
    use der::{Header, SliceReader};
    let length = SliceReader::new(content).and_then(|mut reader| {
        let header = Header::decode(&mut reader)?;
        usize::try_from((header.encoded_len()? + header.length)?).map_err(|_| der::ErrorKind::Overflow.into())
    });
    length.ok().and_then(|length| content.get(..length)).unwrap_or(content)
}

/// Whether the value of the field is the signature with that hole.
fn is_last(signed: &[u8], field: &str, hole: &Hole) -> Result<bool, SignError> {
    let document = pdf::open(signed).ok_or(SignError::UnreadablePdf)?;
    let all = fields(&document).ok_or(SignError::UnreadablePdf)?;
    let named = all.into_iter().find(|(name, _)| name == field);
    let (_, id) = named.ok_or_else(|| SignError::NoSuchField(field.to_owned()))?;
    let value = document.get_dictionary(id).and_then(|dict| dict.get(b"V")?.as_reference());
    let range = value.and_then(|id| document.get_dictionary(id)?.get(b"ByteRange")?.as_array());
    let numbers: Vec<i64> =
        range.map(|list| list.iter().filter_map(|n| n.as_i64().ok()).collect()).unwrap_or_default();
    let (start, end) = hole.bounds();
    let same = |number: Option<&i64>, bound| number.is_some_and(|&n| usize::try_from(n) == Ok(bound));
    Ok(same(numbers.get(1), start) && same(numbers.get(2), end))
}

fn check_token(token: &token::Token, value: &[u8]) -> Result<(), SignError> {
    let imprint = &token.says.imprint;
    let same_hash = imprint.algorithm.oid == ID_SHA_256;
    if !same_hash || imprint.hash.as_bytes() != Sha256::digest(value).as_slice() {
        return Err(SignError::TimestampOfOther);
    }
    if token.says.nonce.as_ref() != Some(&nonce(value)?) {
        return Err(SignError::TimestampNonce);
    }
    check_stamp(&token.der, value).map_err(SignError::BadTimestamp)
}

fn add(data: &mut SignedData, token: &[u8]) -> Result<Vec<u8>, SignError> {
    let info = only_signer(data)?.clone();
    stamped(info, token)
        .and_then(|info| {
            data.signer_infos = cms::signer_infos(info)?;
            cms::wrap(data)
        })
        .map_err(|_| SignError::Internal("метка времени в подписи"))
}

fn stamped(info: SignerInfo, token: &[u8]) -> der::Result<SignerInfo> {
    let mut unsigned = info.unsigned_attrs.unwrap_or_default();
    unsigned.insert(attribute(TIME_STAMP_TOKEN, Any::from_der(token)?)?)?;
    Ok(SignerInfo { unsigned_attrs: Some(unsigned), ..info })
}

fn only_signer(data: &SignedData) -> Result<&SignerInfo, SignError> {
    match data.signer_infos.0.as_slice() {
        [info] => Ok(info),
        _ => Err(SignError::NotASignature),
    }
}

fn signature_value(data: &SignedData) -> Result<&[u8], SignError> {
    Ok(only_signer(data)?.signature.as_bytes())
}

fn imprint(value: &[u8]) -> der::Result<Imprint> {
    let algorithm = AlgorithmIdentifierOwned { oid: ID_SHA_256, parameters: Some(Any::null()) };
    Ok(Imprint { algorithm, hash: OctetString::new(Sha256::digest(value).to_vec())? })
}

/// Not random, so that the answer can be checked when nothing of the request was kept: 8 bytes, positive, not zero.
fn nonce(value: &[u8]) -> Result<Int, SignError> {
    let hash = Sha256::new().chain_update(b"opora time stamp request\0").chain_update(value).finalize();
    let mut bytes: Vec<u8> = hash[..8].to_vec();
    bytes[0] = bytes[0] & 0x3f | 0x40;
    Int::new(&bytes).map_err(|_| SignError::Internal("запрос метки времени"))
}
