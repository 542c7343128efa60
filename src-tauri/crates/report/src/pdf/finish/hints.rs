//! Fonts without the programs that once fitted outlines to coarse screens; the outlines stay as they are.

/// Tables of nothing but such programs and their numbers.
const HINTS: [&[u8]; 3] = [b"cvt ", b"fpgm", b"prep"];
/// Flags of a part of a glyph made of others (OpenType, «glyf»).
const WORDS: u16 = 0x1;
const SCALES: [(u16, usize); 3] = [(0x8, 2), (0x40, 4), (0x80, 8)];
const MORE: u16 = 0x20;
const INSTRUCTED: u16 = 0x100;

/// The font without its hints; none when it is not built as expected.
pub(super) fn without(font: &[u8]) -> Option<Vec<u8>> {
    let mut tables = tables(font)?;
    tables.retain(|(tag, _)| !HINTS.contains(&&tag[..]));
    let long = u16_at(table(&tables, b"head")?, 50)? == 1;
    let places = places(table(&tables, b"loca")?, long);
    let (mut glyf, mut loca) = (Vec::new(), Vec::new());
    let old = table(&tables, b"glyf")?;
    for glyph in places.windows(2) {
        place(glyf.len(), long, &mut loca);
        glyf.extend(bare(old.get(glyph[0]..glyph[1])?)?);
        if !long {
            glyf.resize(glyf.len().next_multiple_of(2), 0); // short places count by two
        }
    }
    place(glyf.len(), long, &mut loca);
    for (tag, bytes) in &mut tables {
        match &tag[..] {
            b"glyf" => *bytes = std::mem::take(&mut glyf),
            b"loca" => *bytes = std::mem::take(&mut loca),
            b"head" => bytes.get_mut(8..12)?.fill(0), // the sum of the file comes last
            b"maxp" => bytes.get_mut(26..28)?.fill(0), // the longest program
            _ => {}
        }
    }
    assemble(font.get(..4)?, &tables)
}

type Table = ([u8; 4], Vec<u8>);

fn tables(font: &[u8]) -> Option<Vec<Table>> {
    let table = |record: &[u8]| {
        let (from, length) = (u32_at(record, 8)? as usize, u32_at(record, 12)? as usize);
        Some((record.get(..4)?.try_into().ok()?, font.get(from..from + length)?.to_vec()))
    };
    let count = usize::from(u16_at(font, 4)?);
    font.get(12..12 + count * 16)?.chunks_exact(16).map(table).collect()
}

fn table<'a>(tables: &'a [Table], wanted: &[u8; 4]) -> Option<&'a [u8]> {
    tables.iter().find(|(tag, _)| tag == wanted).map(|(_, bytes)| bytes.as_slice())
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// Where each glyph begins, and where the last one ends.
fn places(loca: &[u8], long: bool) -> Vec<usize> {
    match long {
        true => (0..loca.len() / 4).filter_map(|i| u32_at(loca, i * 4)).map(|at| at as usize).collect(),
        false => {
            (0..loca.len() / 2).filter_map(|i| u16_at(loca, i * 2)).map(|at| usize::from(at) * 2).collect()
        }
    }
}

fn place(at: usize, long: bool, loca: &mut Vec<u8>) {
    match long {
        true => loca.extend((at as u32).to_be_bytes()),
        false => loca.extend((at as u16 / 2).to_be_bytes()),
    }
}

/// A glyph without its program.
fn bare(glyph: &[u8]) -> Option<Vec<u8>> {
    let Some(contours) = u16_at(glyph, 0) else { return Some(Vec::new()) };
    if contours > i16::MAX as u16 {
        return composite(glyph);
    }
    let at = 10 + usize::from(contours) * 2;
    let program = usize::from(u16_at(glyph, at)?);
    let points = match contours {
        0 => 0,
        _ => usize::from(u16_at(glyph, at - 2)?) + 1, // the last end of a contour
    };
    let outline = glyph.get(at + 2 + program..)?;
    Some([glyph.get(..at)?, &[0, 0], outline.get(..outline_length(outline, points)?)?].concat())
}

/// Bytes of the flags and coordinates of so many points, without what fills the glyph up.
fn outline_length(outline: &[u8], points: usize) -> Option<usize> {
    const REPEATED: u8 = 0x8;
    // A coordinate takes a byte when short, none when it is the one before it, else two.
    let bytes = |flags: u8, short: u8, same: u8| match (flags & short != 0, flags & same != 0) {
        (true, _) => 1,
        (false, true) => 0,
        (false, false) => 2,
    };
    let (mut at, mut seen, mut coordinates) = (0, 0, 0);
    while seen < points {
        let flags = *outline.get(at)?;
        let times = if flags & REPEATED == 0 { 1 } else { 1 + usize::from(*outline.get(at + 1)?) };
        at += if flags & REPEATED == 0 { 1 } else { 2 };
        seen += times;
        coordinates += times * (bytes(flags, 0x2, 0x10) + bytes(flags, 0x4, 0x20));
    }
    Some(at + coordinates)
}

/// A glyph made of others: its program, if any, comes after the last of them.
fn composite(glyph: &[u8]) -> Option<Vec<u8>> {
    let mut bare = glyph.to_vec();
    let mut at = 10;
    loop {
        let flags = u16_at(glyph, at)?;
        bare.get_mut(at..at + 2)?.copy_from_slice(&(flags & !INSTRUCTED).to_be_bytes());
        let scale: usize = SCALES.iter().filter(|(flag, _)| flags & flag != 0).map(|(_, bytes)| bytes).sum();
        at += if flags & WORDS == 0 { 6 } else { 8 } + scale;
        if flags & MORE == 0 {
            bare.truncate(at);
            return Some(bare);
        }
    }
}

/// A font file of tables, with its sums.
fn assemble(version: &[u8], tables: &[Table]) -> Option<Vec<u8>> {
    let count = u16::try_from(tables.len()).ok()?;
    let power = count.checked_ilog2()?;
    let range = 16 << power;
    let mut out = [version, &count.to_be_bytes(), &u16::to_be_bytes(range)].concat();
    out.extend([power as u16, count * 16 - range].iter().flat_map(|value| value.to_be_bytes()));
    let mut body = Vec::new();
    let start = out.len() + tables.len() * 16;
    let mut head = None;
    for (tag, bytes) in tables {
        let at = start + body.len();
        if tag == b"head" {
            head = Some(at);
        }
        out.extend(tag);
        out.extend([sum(bytes), at as u32, bytes.len() as u32].iter().flat_map(|value| value.to_be_bytes()));
        body.extend(bytes);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    out.extend(body);
    let whole = 0xB1B0_AFBA_u32.wrapping_sub(sum(&out));
    out.get_mut(head? + 8..head? + 12)?.copy_from_slice(&whole.to_be_bytes());
    Some(out)
}

/// The sum of a table as the format wants it.
fn sum(bytes: &[u8]) -> u32 {
    let word = |chunk: &[u8]| {
        let mut word = [0; 4];
        word[..chunk.len()].copy_from_slice(chunk);
        u32::from_be_bytes(word)
    };
    bytes.chunks(4).map(word).fold(0, u32::wrapping_add)
}

#[cfg(test)]
mod tests {
    use harfrust::Font;
    use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathElement};

    use super::*;
    use crate::pdf::fonts::Fonts;

    fn outlines(bytes: &[u8]) -> Vec<Vec<PathElement>> {
        let font = Font::new(bytes.to_vec(), 0).expect("a font");
        let glyphs = font.outline_glyphs();
        let outline = |gid: u32| {
            let mut path = Vec::new();
            let glyph = glyphs.get(gid.into())?;
            glyph.draw(&DrawOptions::new(), DrawMemory::Scratch, &mut path).ok()?;
            Some(path)
        };
        (0..3000).map_while(outline).collect()
    }

    #[test]
    fn outlines_stay_and_the_file_is_no_longer() {
        for face in Fonts::load().expect("the fonts are whole").faces {
            let bare = without(face.bytes).expect("built as expected");
            assert!(bare.len() <= face.bytes.len().next_multiple_of(4), "{}", face.name);
            assert!(outlines(&bare) == outlines(face.bytes) && !outlines(&bare).is_empty(), "{}", face.name);
            assert_eq!(sum(&bare), 0xB1B0_AFBA, "{}", face.name);
        }
    }
}
