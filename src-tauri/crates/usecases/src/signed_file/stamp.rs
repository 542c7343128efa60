use super::FIELD;
use crate::Result;

/// The request for a time stamp (RFC 3161) of a signed PDF or a `.sig`, to be carried to an authority.
///
/// # Errors
/// When the file carries no such signature.
pub fn stamp_request(signed: &[u8]) -> Result<Vec<u8>> {
    Ok(opora_sign::timestamp::request(signed, FIELD)?)
}

/// Puts the authority's response into the signature it was asked for.
///
/// # Errors
/// One sentence per cause: a refusal of the authority, a response to another file …
pub fn stamp(signed: &[u8], response: &[u8]) -> Result<Vec<u8>> {
    Ok(opora_sign::timestamp::attach(signed, FIELD, response)?)
}
