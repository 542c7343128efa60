use crate::Result;

/// Puts the answer of another program (CMS as DER, PEM or base64) into the PDF prepared for it.
///
/// # Errors
/// One sentence per cause: another file was signed, another certificate, a damaged answer …
pub fn embed(prepared: &[u8], answer: &[u8], certificate: &[u8]) -> Result<Vec<u8>> {
    Ok(opora_sign::embed(prepared, answer, certificate)?)
}
