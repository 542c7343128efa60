//! The saved states of a file: each «Сохранить» of an editor appends one, and every older one stays readable.

use memchr::memmem;

/// A file saved more often is not taken apart.
const MAX_REVISIONS: usize = 64;
/// What stands between `startxref` and `%%EOF`: a number and two line ends.
const FOOTER_BYTES: usize = 48;

/// Where each saved state ends: after `startxref`, a number, `%%EOF` and the end of that line.
pub(super) fn ends(pdf: &[u8]) -> Vec<usize> {
    let marks = memmem::find_iter(pdf, b"%%EOF");
    marks
        .filter(|&mark| has_footer(&pdf[..mark]))
        .map(|mark| line_end(pdf, mark + 5))
        .take(MAX_REVISIONS)
        .collect()
}

/// A linearized file says `startxref 0` in its middle: that is not the end of a state.
fn has_footer(before: &[u8]) -> bool {
    let tail = &before[before.len().saturating_sub(FOOTER_BYTES)..];
    let Some(at) = memmem::rfind(tail, b"startxref") else { return false };
    let number = tail[at + 9..].trim_ascii();
    !number.is_empty() && number != b"0" && number.iter().all(u8::is_ascii_digit)
}

fn line_end(pdf: &[u8], at: usize) -> usize {
    match &pdf[at..] {
        [b'\r', b'\n', ..] => at + 2,
        [b'\r' | b'\n', ..] => at + 1,
        _ => at,
    }
}

/// The file as it was in its saved state `number` (from 1, as in [`Verification::revisions`]), so that a person can
/// look at exactly what was signed. `None` if there is no such state.
///
/// [`Verification::revisions`]: crate::Verification::revisions
pub fn read_revision(pdf: &[u8], number: usize) -> Option<Vec<u8>> {
    let end = *ends(pdf).get(number.checked_sub(1)?)?;
    Some(pdf[..end].to_vec())
}
