//! Page content said shorter: the same marks in fewer bytes.
//!
//! The painter writes an operator a line. What a line sets again as it is already is left out, and hex becomes bytes.

use lopdf::{Document, Object, ObjectId};

use super::rules;

/// Operators that set a state which stays until it is set again.
const STATES: [&[u8]; 6] = [b" g", b" rg", b" G", b" RG", b" w", b" Tf"];

/// Puts the content of all pages in its place.
pub(super) fn write(pdf: &mut Document, pages: &[ObjectId], contents: &[String]) -> lopdf::Result<()> {
    for (page, content) in pages.iter().zip(contents) {
        let stream = pdf.get_dictionary(*page)?.get(b"Contents").and_then(Object::as_reference)?;
        pdf.get_object_mut(stream).and_then(Object::as_stream_mut)?.set_content(shorter(content));
    }
    Ok(())
}

fn shorter(content: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(content.len());
    let mut set: [&[u8]; 4] = [b""; 4];
    let mut before: &[u8] = b"";
    for line in rules::gather(content).into_iter().map(str::as_bytes) {
        if matches!(line, b"q" | b"Q") {
            set = [b""; 4];
        }
        if let Some(state) = state(line)
            && std::mem::replace(&mut set[state], line) == line
        {
            continue;
        }
        match line.strip_prefix(b"1 0 0 1 ").and_then(|rest| rest.strip_suffix(b" Tm")) {
            // At the beginning of a text object the two are the same.
            Some(place) if before == b"BT" => {
                out.extend_from_slice(place);
                out.extend_from_slice(b" Td");
            }
            _ if line.ends_with(b"] TJ") => strings(line, &mut out),
            _ => out.extend_from_slice(line),
        }
        out.push(b'\n');
        before = line;
    }
    out
}

/// What a line sets: the colour of fills, of lines, the width of lines, the type.
fn state(line: &[u8]) -> Option<usize> {
    let found = STATES.iter().position(|operator| line.ends_with(operator))?;
    Some([0, 0, 1, 1, 2, 3][found])
}

/// `[<03C503EF>25<03F1>] TJ` with strings of bytes.
fn strings(line: &[u8], out: &mut Vec<u8>) {
    let mut inside = false;
    let mut rest = line;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'<' => inside = true,
            b'>' => {
                inside = false;
                out.push(b')');
                continue;
            }
            _ if inside => {
                let low = after.first().copied().unwrap_or(b'0');
                rest = after.get(1..).unwrap_or_default();
                push(nibble(*byte) << 4 | nibble(low), out);
                continue;
            }
            other => out.push(*other),
        }
        if *byte == b'<' {
            out.push(b'(');
        }
    }
}

fn nibble(digit: u8) -> u8 {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok()).unwrap_or(0)
}

/// A byte of a string; those that mean something in one are marked (ISO 32000-1, 7.3.4.2).
fn push(byte: u8, out: &mut Vec<u8>) {
    match byte {
        b'(' | b')' | b'\\' => out.extend([b'\\', byte]),
        b'\r' => out.extend(b"\\r"),
        b'\n' => out.extend(b"\\n"),
        other => out.push(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_is_said_in_fewer_bytes() {
        let long = "0 g\nBT\n1 0 0 1 5 6.5 Tm\n/F1 9.5 Tf\n[<03410342>-25<0028>] TJ\nET\n0 g\nBT\n\
                     1 0 0 1 7 8 Tm\n/F1 9.5 Tf\n[<000A>] TJ\nET\nq\n0 g\n";
        let said = b"0 g\nBT\n5 6.5 Td\n/F1 9.5 Tf\n[(\x03A\x03B)-25(\x00\\()] TJ\nET\nBT\n7 8 Td\n\
                     [(\x00\\n)] TJ\nET\nq\n0 g\n";
        let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert_eq!(shown(&shorter(long)), shown(said));
    }
}
