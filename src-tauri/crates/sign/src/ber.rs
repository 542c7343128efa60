//! Signatures of other programs are often written in BER: lengths left open, strings in pieces. Here they become DER.

/// Nesting of a CMS with a time stamp and a chain is about 20.
const MAX_DEPTH: usize = 40;

/// The value that `ber` starts with, as DER, and its length as it came.
pub(crate) fn first(ber: &[u8]) -> Option<(Vec<u8>, usize)> {
    let mut out = Vec::with_capacity(ber.len());
    let rest = copy(ber, &mut out, 0)?;
    Some((out, ber.len() - rest.len()))
}

/// The same value with every length stated and every octet string in one piece; `None` if it is not whole, nests too
/// deep or is followed by anything.
pub(crate) fn to_der(ber: &[u8]) -> Option<Vec<u8>> {
    first(ber).filter(|(_, length)| *length == ber.len()).map(|(der, _)| der)
}

/// What a value starts with.
struct Head<'a> {
    tag: &'a [u8],
    /// `None`: until two zero bytes.
    length: Option<usize>,
    rest: &'a [u8],
}

fn head(bytes: &[u8]) -> Option<Head<'_>> {
    let many = bytes.first()? & 0x1f == 0x1f;
    let tag_length = match many {
        true => 2 + bytes[1..].iter().take(4).position(|byte| byte & 0x80 == 0)?,
        false => 1,
    };
    let (tag, rest) = bytes.split_at_checked(tag_length)?;
    let (&first, rest) = rest.split_first()?;
    match first {
        0x80 => Some(Head { tag, length: None, rest }),
        0..=0x7f => Some(Head { tag, length: Some(usize::from(first)), rest }),
        0x81..=0x84 => {
            let (digits, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
            let length = digits.iter().fold(0, |sum, &byte| sum << 8 | usize::from(byte));
            Some(Head { tag, length: Some(length), rest })
        }
        _ => None,
    }
}

/// Copy one value; what follows it is returned.
fn copy<'a>(bytes: &'a [u8], out: &mut Vec<u8>, depth: usize) -> Option<&'a [u8]> {
    if depth > MAX_DEPTH {
        return None;
    }
    let Head { tag, length, rest } = head(bytes)?;
    let constructed = tag[0] & 0x20 != 0;
    if !constructed {
        let (body, after) = rest.split_at_checked(length?)?;
        put(tag, body, out);
        return Some(after);
    }
    let mut body = Vec::new();
    let after = match length {
        Some(length) => {
            let (inside, after) = rest.split_at_checked(length)?;
            copy_all(inside, &mut body, depth)?;
            after
        }
        None => copy_open(rest, &mut body, depth)?,
    };
    match tag {
        [0x24] => put(&[0x04], &joined(&body)?, out),
        _ => put(tag, &body, out),
    }
    Some(after)
}

fn copy_all(mut inside: &[u8], out: &mut Vec<u8>, depth: usize) -> Option<()> {
    while !inside.is_empty() {
        inside = copy(inside, out, depth + 1)?;
    }
    Some(())
}

fn copy_open<'a>(mut rest: &'a [u8], out: &mut Vec<u8>, depth: usize) -> Option<&'a [u8]> {
    loop {
        if let [0, 0, after @ ..] = rest {
            return Some(after);
        }
        rest = copy(rest, out, depth + 1)?;
    }
}

/// The pieces of an octet string, already whole themselves.
fn joined(mut pieces: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    while !pieces.is_empty() {
        let Head { tag, length, rest } = head(pieces)?;
        let (body, after) = rest.split_at_checked(length?)?;
        if tag != [0x04] {
            return None;
        }
        out.extend_from_slice(body);
        pieces = after;
    }
    Some(out)
}

fn put(tag: &[u8], body: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(tag);
    let length = body.len().to_be_bytes();
    let digits = &length[length.iter().position(|&byte| byte != 0).unwrap_or(length.len())..];
    match body.len() {
        0..=0x7f => out.push(body.len() as u8),
        _ => {
            out.push(0x80 | digits.len() as u8);
            out.extend_from_slice(digits);
        }
    }
    out.extend_from_slice(body);
}
