//! Signatures come as DER, as PEM and as bare base64: programs differ, the content does not.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The DER inside `bytes`; `None` if they are neither DER nor base64 of it.
pub(crate) fn unwrap(bytes: &[u8]) -> Option<Cow<'_, [u8]>> {
    if bytes.first() == Some(&0x30) {
        return Some(Cow::Borrowed(bytes));
    }
    let text = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}');
    let lines = text.lines().map(str::trim).filter(|line| !line.starts_with("-----"));
    let joined: String = lines.flat_map(str::split_whitespace).collect();
    let der = STANDARD.decode(joined).ok()?;
    (der.first() == Some(&0x30)).then_some(Cow::Owned(der))
}
