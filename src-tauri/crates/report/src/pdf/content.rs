//! The content of a page, an operator a line; `finish::content` says it shorter.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::fonts::Glyph;

/// Glyphs used of each face, with the text that they stand for.
pub(crate) type Used = BTreeMap<usize, BTreeMap<u16, String>>;

/// A corner or a handle of a curve.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Knot {
    /// Where, as PDF counts.
    pub(crate) at: [f32; 2],
    /// A handle of the curve that ends at the next corner; they come in pairs.
    pub(crate) handle: bool,
}

/// What is drawn on a page.
#[derive(Debug, Default)]
pub(crate) struct Content {
    /// Operators.
    pub(crate) said: String,
    /// Glyphs shown.
    used: Used,
    /// The face of the string that is open.
    face: Option<usize>,
}

/// The name of a face in the resources of pages.
pub(crate) fn face_name(face: usize) -> String {
    format!("F{face}")
}

impl Content {
    /// A page after others, which used some glyphs already.
    pub(crate) fn new(used: Used) -> Self {
        Self { used, ..Self::default() }
    }

    /// The operators, and the glyphs used so far.
    pub(crate) fn into_parts(self) -> (String, Used) {
        (self.said, self.used)
    }

    /// An operator with its numbers.
    pub(crate) fn op(&mut self, numbers: &[f32], operator: &str) {
        for value in numbers {
            number(*value, &mut self.said);
            self.said.push(' ');
        }
        self.line(operator);
    }

    /// A line as it is.
    pub(crate) fn line(&mut self, line: &str) {
        self.said.push_str(line);
        self.said.push('\n');
    }

    /// Begins a piece that belongs to an element.
    pub(crate) fn begin_marked(&mut self, role: &str, mcid: usize) {
        // Writing into a string cannot fail.
        let _ = writeln!(self.said, "/{role} <</MCID {mcid}>> BDC");
    }

    /// A filled or outlined shape.
    pub(crate) fn polygon(&mut self, rings: &[Vec<Knot>], paint: &str) {
        for ring in rings {
            self.ring(ring);
        }
        self.line("h");
        self.line(paint);
    }

    fn ring(&mut self, ring: &[Knot]) {
        let mut knots = ring.iter();
        let Some(first) = knots.next() else { return };
        self.op(&first.at, "m");
        while let Some(knot) = knots.next() {
            match (knot.handle, knots.as_slice()) {
                (true, [second, end, ..]) => {
                    self.op(&[knot.at, second.at, end.at].concat(), "c");
                    knots.nth(1);
                }
                _ => self.op(&knot.at, "l"),
            }
        }
    }

    /// Begins a line of text.
    pub(crate) fn begin_text(&mut self, [x, y]: [f32; 2]) {
        self.line("BT");
        self.op(&[1.0, 0.0, 0.0, 1.0, x, y], "Tm");
    }

    /// Shows a glyph.
    pub(crate) fn glyph(&mut self, face: usize, size: f32, glyph: &Glyph) {
        self.open(face, size);
        let shown = self.used.entry(face).or_default();
        shown.entry(glyph.gid).or_insert_with(|| glyph.text.clone());
        for shift in [12, 8, 4, 0] {
            let nibble = u32::from(glyph.gid >> shift & 15);
            self.said.push(char::from_digit(nibble, 16).unwrap_or('0'));
        }
        if glyph.kern != 0 {
            self.said.push('>');
            number(glyph.kern as f32, &mut self.said);
            self.said.push('<');
        }
    }

    /// Opens a string of a face.
    fn open(&mut self, face: usize, size: f32) {
        if self.face != Some(face) {
            self.close();
            let _ = writeln!(self.said, "/{} {size} Tf", face_name(face));
            self.said.push_str("[<");
            self.face = Some(face);
        }
    }

    fn close(&mut self) {
        if self.face.take().is_some() {
            match self.said.strip_suffix('<').map(str::len) {
                Some(length) => self.said.truncate(length),
                None => self.said.push('>'),
            }
            self.line("] TJ");
        }
    }

    /// Ends a line of text.
    pub(crate) fn end_text(&mut self) {
        self.close();
        self.line("ET");
    }
}

/// A number in as few digits as tell it.
fn number(value: f32, out: &mut String) {
    let whole = value as i32;
    if value == whole as f32 {
        let _ = write!(out, "{whole}");
    } else {
        let _ = write!(out, "{value}");
    }
}
