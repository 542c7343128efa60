//! A text measured once, whatever the type and the width it will be set in.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::fit;
use super::{Item, Line, Setting, hyphens};
use crate::pdf::fonts::Fonts;
use crate::pdf::text::{CALL, NBSP, Part, Text};

/// How a line ends after a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// At a space.
    Space,
    /// After a hyphen or a dash of the word itself.
    Bare,
    /// With a hyphen put in; the word has so many bytes.
    Hyphen(u16),
    /// At a space that holds: only where nothing else fits.
    Glue,
    /// Between letters: only where nothing else fits.
    Letters,
    /// Always.
    Line,
}

/// What stands between two places where a line may end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    /// First byte.
    pub(super) start: usize,
    /// Byte after the last one, without the space.
    pub(super) end: usize,
    /// Width, thousandths of an em.
    pub(super) width: i32,
    /// Width of the space that follows, thousandths of an em.
    pub(super) space: i32,
    /// What ends the line here.
    pub(super) how: End,
}

/// A measured text.
#[derive(Debug, Clone)]
pub(crate) struct Pieces {
    pub(super) pieces: Vec<Piece>,
    /// Width of a hyphen, thousandths of an em.
    pub(super) hyphen: i32,
}

/// A glued group up to so many characters is never broken to make a column narrower.
const GLUED_AT_MOST: usize = 14;
/// Bytes of a word that is worth breaking in a narrow cell: ten Russian letters.
const LONG_WORD: u16 = 20;
/// Characters of a word that are shaped together; longer ones are no words.
const LONGEST: usize = 200;

impl Pieces {
    /// Measures a text.
    pub(crate) fn new(fonts: &mut Fonts, text: &Text) -> Self {
        let mut maker = Maker { fonts, text, pieces: Vec::new() };
        let mut start = 0;
        for (end, opportunity) in linebreaks(&text.string) {
            if opportunity == BreakOpportunity::Allowed && joins(&text.string, end) {
                continue;
            }
            let mandatory = opportunity == BreakOpportunity::Mandatory && end < text.string.len();
            maker.token(start, end, mandatory);
            start = end;
        }
        let pieces = maker.pieces;
        Self { pieces, hyphen: fonts.width("-", false) }
    }

    /// Breaks into lines.
    pub(crate) fn lines(&self, fonts: &mut Fonts, text: &Text, setting: Setting) -> Vec<Line> {
        let room = setting.width * 1000.0 / setting.size;
        let wide = |piece: &Piece| piece.width as f32 > room;
        let letters: Option<Vec<Piece>> = self.pieces.iter().any(wide).then(|| {
            self.pieces
                .iter()
                .flat_map(|piece| if wide(piece) { letters(fonts, text, *piece) } else { vec![*piece] })
                .collect()
        });
        let pieces = letters.as_ref().unwrap_or(&self.pieces);
        let breaks = fit::fit(pieces, self.hyphen, setting);
        let mut lines = Vec::with_capacity(breaks.len());
        let mut first = 0;
        for last in breaks {
            let items = items(fonts, text, &pieces[first..=last]);
            lines.push(line(
                items,
                setting,
                first == 0,
                last + 1 == pieces.len() || pieces[last].how == End::Line,
            ));
            first = last + 1;
        }
        if lines.is_empty() {
            lines.push(line(Vec::new(), setting, true, true));
        }
        lines
    }

    /// Width of the longest part that cannot be broken, thousandths of an em.
    pub(crate) fn least(&self, text: &Text, hyphenate: bool) -> i32 {
        let mut least = 0;
        let mut run: Option<Piece> = None;
        for piece in &self.pieces {
            let mut piece = *piece;
            if let Some(before) = run.take() {
                piece =
                    Piece { start: before.start, width: before.width + before.space + piece.width, ..piece };
            }
            let joined = match piece.how {
                End::Hyphen(bytes) => !hyphenate || bytes <= LONG_WORD + 4,
                End::Glue => {
                    text.string[piece.start..]
                        .chars()
                        .take(GLUED_AT_MOST + 1)
                        .take_while(|c| *c != ' ')
                        .count()
                        <= GLUED_AT_MOST
                }
                _ => false,
            };
            let hyphen = if matches!(piece.how, End::Hyphen(_)) { self.hyphen } else { 0 };
            match joined {
                true => run = Some(piece),
                false => least = least.max(piece.width + hyphen),
            }
        }
        least.max(run.map_or(0, |piece| piece.width))
    }

    /// Widths of the lines when nothing is broken but where it must, thousandths of an em.
    pub(crate) fn unbroken(&self) -> Vec<i32> {
        let (mut all, mut width) = (Vec::new(), 0);
        for (i, piece) in self.pieces.iter().enumerate() {
            if piece.how == End::Line || i + 1 == self.pieces.len() {
                all.push(width + piece.width);
            }
            width = if piece.how == End::Line { 0 } else { width + piece.width + piece.space };
        }
        all
    }

    /// Width of the longest of them.
    pub(crate) fn widest(&self) -> i32 {
        self.unbroken().into_iter().max().unwrap_or(0)
    }
}

/// «5–8», «108-ОД», «24-1187», «2024/2025», «км/ч»: a mark beside a digit does not end a line.
fn joins(string: &str, at: usize) -> bool {
    let mut before = string[..at].chars().rev();
    let mark = matches!(before.next(), Some('-' | '–' | '/'));
    let digits = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    mark && (digits(before.next()) || digits(string[at..].chars().next()))
}

/// Bytes after the marks that join the parts of a file's name or of an address: a hyphen put in would change it.
fn joints(word: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let letters: Vec<(usize, char)> = word.char_indices().collect();
    for three in letters.windows(3) {
        let [(_, before), (_, mark), (next, after)] = [three[0], three[1], three[2]];
        if matches!(mark, '_' | '@') && before.is_alphanumeric() && after.is_alphanumeric() {
            found.push(next);
        }
    }
    found
}

struct Maker<'a> {
    fonts: &'a mut Fonts,
    text: &'a Text,
    pieces: Vec<Piece>,
}

impl Maker<'_> {
    /// What stands between two opportunities, with the space or line end after it.
    fn token(&mut self, start: usize, end: usize, mandatory: bool) {
        let whole = &self.text.string[start..end];
        let word = whole.trim_end_matches([' ', '\n']);
        let stop = start + word.len();
        let space =
            if whole[word.len()..].contains(' ') { self.fonts.space(self.text.is_bold(stop)) } else { 0 };
        let how = match (mandatory, space) {
            (true, _) => End::Line,
            (false, 0) => End::Bare,
            (false, _) => End::Space,
        };
        let mut from = start;
        for (i, _) in word.match_indices(NBSP) {
            let space = self.fonts.space(self.text.is_bold(start + i));
            self.word(from, start + i, space, End::Glue);
            from = start + i + NBSP.len_utf8();
        }
        self.word(from, stop, space, how);
    }

    /// A word without spaces, cut where it may be divided.
    fn word(&mut self, start: usize, end: usize, space: i32, how: End) {
        let mut cuts = self.cuts(start, end);
        cuts.push((end, how));
        let long = end - start > LONGEST;
        let whole = if long { Vec::new() } else { items_of(self.fonts, self.text, start, end) };
        let mut from = start;
        for (to, how) in cuts {
            let width = match long {
                true => items_of(self.fonts, self.text, from, to).iter().map(Item::width).sum(),
                false => part(&whole, from - start, to - start),
            };
            let space = if to == end { space } else { 0 };
            self.pieces.push(Piece { start: from, end: to, width, space, how });
            from = to;
        }
    }

    fn cuts(&self, start: usize, end: usize) -> Vec<(usize, End)> {
        let word = &self.text.string[start..end];
        if word.len() > LONGEST {
            let ends = word.char_indices().map(|(i, _)| i).skip(LONGEST).step_by(LONGEST);
            return ends.map(|i| (start + i, End::Letters)).collect();
        }
        let joints = joints(word);
        if !joints.is_empty() {
            return joints.into_iter().map(|at| (start + at, End::Bare)).collect();
        }
        let how = End::Hyphen(word.len() as u16);
        let soft = &self.text.soft;
        let soft = &soft[soft.partition_point(|at| *at <= start)..soft.partition_point(|at| *at < end)];
        match soft {
            [] => hyphens::points(word).into_iter().map(|at| (start + at, how)).collect(),
            soft => soft.iter().map(|at| (*at, how)).collect(),
        }
    }
}

/// Width of a part of a word, between two of its bytes, as it stands inside the word.
fn part(word: &[Item], from: usize, to: usize) -> i32 {
    let (mut at, mut width) = (0, 0);
    let mut add = |item: i32, bytes: usize| {
        width += if (from..to).contains(&at) { item } else { 0 };
        at += bytes;
    };
    for item in word {
        match item {
            Item::Word(segments) => {
                let glyphs = segments.iter().flat_map(|segment| &segment.glyphs);
                glyphs.for_each(|glyph| add(glyph.width, usize::from(glyph.bytes)));
            }
            other => add(other.width(), CALL.len_utf8()),
        }
    }
    width
}

/// A piece wider than the column, cut between letters.
fn letters(fonts: &mut Fonts, text: &Text, piece: Piece) -> Vec<Piece> {
    let mut cut = Vec::new();
    let mut from = piece.start;
    let ends = text.string[piece.start..piece.end].char_indices().skip(1).map(|(i, _)| piece.start + i);
    for to in ends.chain([piece.end]) {
        let width = items_of(fonts, text, from, to).iter().map(Item::width).sum();
        let last = to == piece.end;
        let (space, how) = if last { (piece.space, piece.how) } else { (0, End::Letters) };
        cut.push(Piece { start: from, end: to, width, space, how });
        from = to;
    }
    cut
}

fn items_of(fonts: &mut Fonts, text: &Text, from: usize, to: usize) -> Vec<Item> {
    let parts = text.parts(from, to).into_iter();
    parts
        .map(|part| match part {
            Part::Word(word, bold) => Item::Word(fonts.word(word, bold)),
            Part::Space(bold) => Item::Space(bold, fonts.space(bold)),
            Part::Call(number) => Item::Call(number, fonts.word(&number.to_string(), false)),
        })
        .collect()
}

fn items(fonts: &mut Fonts, text: &Text, pieces: &[Piece]) -> Vec<Item> {
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return Vec::new() };
    let mut items = items_of(fonts, text, first.start, last.end);
    if matches!(last.how, End::Hyphen(_)) {
        items.push(Item::Word(fonts.word("-", text.is_bold(last.end.saturating_sub(1)))));
    }
    items
}

fn line(items: Vec<Item>, setting: Setting, first: bool, last: bool) -> Line {
    let mut line = Line::of(items, setting.size);
    line.indent = if first { setting.indent } else { 0.0 };
    let spaces = line.items.iter().filter(|item| matches!(item, Item::Space(..))).count();
    let slack = setting.width - line.indent - line.width;
    if setting.justify && spaces > 0 && (slack < 0.0 || !last) {
        let stretch = slack / spaces as f32;
        line.stretch = if stretch < 1.5 * setting.size { stretch } else { 0.0 };
    }
    line
}
