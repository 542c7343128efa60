//! Text into lines: greedy, hyphenated by the rules of Russian.

use std::rc::Rc;

use hypher::{Lang, hyphenate_bounded};
use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::fonts::{Fonts, Segment};
use super::text::Text;

/// How a block of text is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting {
    /// Type, points.
    pub(crate) size: f32,
    /// Width of lines, points.
    pub(crate) width: f32,
    /// Indent of the first line, points.
    pub(crate) indent: f32,
    /// Both edges straight.
    pub(crate) justify: bool,
    /// May words be broken.
    pub(crate) hyphenate: bool,
}

/// A line ready to be shown.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// Words and spaces.
    pub(crate) items: Vec<Item>,
    /// Type, points.
    pub(crate) size: f32,
    /// Width without stretching, points.
    pub(crate) width: f32,
    /// Indent from the left edge of the block, points.
    pub(crate) indent: f32,
    /// Added to each space, points.
    pub(crate) stretch: f32,
}

/// Part of a line.
#[derive(Debug, Clone)]
pub(crate) enum Item {
    /// A word.
    Word(Rc<[Segment]>),
    /// A space of a weight.
    Space(bool),
}

/// What stands between two places where a line may end.
#[derive(Debug, Clone, Copy)]
struct Token {
    start: usize,
    end: usize,
    /// A space follows.
    space: bool,
    /// The line must end here.
    newline: bool,
}

/// A token or its part laid into the line.
#[derive(Debug, Clone, Copy)]
struct Part {
    start: usize,
    end: usize,
    hyphen: bool,
    space_before: bool,
}

/// A glued group up to so many characters is never broken to make a column narrower.
const GLUED_AT_MOST: usize = 14;
/// Bytes of a word that is worth breaking in a narrow cell: ten Russian letters.
const LONG_WORD: usize = 20;
/// Characters of a word that are looked at together; longer ones are no words.
const LONGEST_PIECE: usize = 400;
/// At most so many lines in a row end with a hyphen.
const HYPHENS_IN_A_ROW: usize = 3;

/// Breaks a text into lines.
pub(crate) fn break_lines(fonts: &mut Fonts, text: &Text, setting: Setting) -> Vec<Line> {
    let mut breaker =
        Breaker { fonts, text, setting, parts: Vec::new(), filled: 0.0, hyphens: 0, lines: Vec::new() };
    let mut tokens = tokens(&text.string);
    tokens.reverse();
    let mut space = false;
    while let Some(token) = tokens.pop() {
        match breaker.place(token, space) {
            None => space = token.space && !token.newline,
            Some(rest) => {
                tokens.push(rest);
                space = false;
            }
        }
    }
    breaker.finish_line(true);
    breaker.lines
}

/// Width of the longest part that cannot be broken, points.
pub(crate) fn least_width(fonts: &mut Fonts, text: &Text, size: f32, hyphenate: bool) -> f32 {
    let mut least = 0.0_f32;
    for token in tokens(&text.string) {
        let mut cuts = if hyphenate && token.end - token.start > LONG_WORD + 4 {
            hyphen_points(&text.string, token)
        } else {
            Vec::new()
        };
        let word = &text.string[token.start..token.end];
        if word.chars().count() > GLUED_AT_MOST {
            cuts.extend(word.match_indices('\u{a0}').map(|(i, _)| token.start + i));
        }
        cuts.push(token.end);
        cuts.sort_unstable();
        let mut start = token.start;
        for cut in cuts {
            let width =
                measure(fonts, text, start, cut) + if cut < token.end { fonts.width("-", false) } else { 0 };
            least = least.max(width as f32 * size / 1000.0);
            start = cut;
        }
    }
    least
}

fn tokens(string: &str) -> Vec<Token> {
    let mut start = 0;
    let mut found = Vec::new();
    for (end, opportunity) in linebreaks(string) {
        if opportunity == BreakOpportunity::Allowed && joins_number(string, end) {
            continue;
        }
        let word = string[start..end].trim_end_matches([' ', '\n']);
        let newline = opportunity == BreakOpportunity::Mandatory && end < string.len();
        let space = string[start + word.len()..end].contains(' ');
        let mut cuts = long_word_cuts(word);
        let last = cuts.pop().unwrap_or(word.len());
        let mut from = start;
        for cut in cuts {
            found.push(Token { start: from, end: start + cut, space: false, newline: false });
            from = start + cut;
        }
        found.push(Token { start: from, end: start + last, space, newline });
        start = end;
    }
    found
}

/// Ends of the pieces of a word: one, unless it is so long that measuring it again for each line would be felt.
fn long_word_cuts(word: &str) -> Vec<usize> {
    let ends = word.char_indices().map(|(i, _)| i).skip(LONGEST_PIECE).step_by(LONGEST_PIECE);
    ends.chain([word.len()]).collect()
}

/// «5–8», «108-ОД», «24-1187»: a dash beside a digit does not end a line.
fn joins_number(string: &str, at: usize) -> bool {
    let mut before = string[..at].chars().rev();
    let dash = matches!(before.next(), Some('-' | '–'));
    let digits = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    dash && (digits(before.next()) || digits(string[at..].chars().next()))
}

fn measure(fonts: &mut Fonts, text: &Text, from: usize, to: usize) -> i32 {
    let mut width = 0;
    for (piece, bold) in text.runs(from, to) {
        for (i, word) in piece.split([' ', '\u{a0}']).enumerate() {
            width += if i > 0 { fonts.space(bold) } else { 0 } + fonts.width(word, bold);
        }
    }
    width
}

/// Bytes inside the token after which a hyphen may be put: two letters before, three after.
fn hyphen_points(string: &str, token: Token) -> Vec<usize> {
    let word = &string[token.start..token.end];
    let mut points = Vec::new();
    let mut start = 0;
    for part in word.split_inclusive(|c: char| !c.is_alphabetic()) {
        let letters = part.trim_end_matches(|c: char| !c.is_alphabetic());
        if is_breakable(letters) {
            let mut at = token.start + start;
            for syllable in hyphenate_bounded(letters, Lang::Russian, 2, 3) {
                at += syllable.len();
                points.push(at);
            }
            points.pop();
        }
        start += part.len();
    }
    points
}

/// A Russian word of five letters or more that is not an abbreviation.
fn is_breakable(word: &str) -> bool {
    word.chars().count() >= 5
        && word.chars().all(|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'))
        && word.chars().filter(|c| c.is_uppercase()).count() <= 1
}

struct Breaker<'a> {
    fonts: &'a mut Fonts,
    text: &'a Text,
    setting: Setting,
    parts: Vec<Part>,
    /// Points taken in the current line.
    filled: f32,
    /// Lines in a row that ended with a hyphen.
    hyphens: usize,
    lines: Vec<Line>,
}

impl Breaker<'_> {
    /// Places a token; what did not fit comes back.
    fn place(&mut self, token: Token, space: bool) -> Option<Token> {
        let space_before = space && !self.parts.is_empty();
        let gap = if space_before { self.points(self.fonts.space(false)) } else { 0.0 };
        let room = self.available() - self.filled - gap;
        let width = self.measure(token.start, token.end);
        if width <= room + 0.01 {
            self.push(Part { start: token.start, end: token.end, hyphen: false, space_before });
            if token.newline {
                self.finish_line(true);
            }
            return None;
        }
        if let Some(end) = self.hyphen_within(token, room) {
            return self.cut(token, end, !self.text.string[..end].ends_with('-'), space_before);
        }
        if !self.parts.is_empty() {
            self.finish_line(false);
            return Some(token);
        }
        let (end, next) = self.force(token, room);
        self.cut(token, end, false, false);
        (next < token.end).then_some(Token { start: next, ..token })
    }

    fn cut(&mut self, token: Token, end: usize, hyphen: bool, space_before: bool) -> Option<Token> {
        self.push(Part { start: token.start, end, hyphen, space_before });
        self.finish_line(false);
        Some(Token { start: end, ..token })
    }

    /// The last hyphen that fits, if a hyphen is wanted here.
    fn hyphen_within(&mut self, token: Token, room: f32) -> Option<usize> {
        if !self.wants_hyphen(token, room) {
            return None;
        }
        let hyphen = self.fonts.width("-", false);
        let points = hyphen_points(&self.text.string, token);
        points.into_iter().rev().find(|end| self.measure(token.start, *end) + self.points(hyphen) <= room)
    }

    /// A word is broken only where the line would else be loose.
    fn wants_hyphen(&self, token: Token, room: f32) -> bool {
        if self.parts.is_empty() {
            return true;
        }
        if !self.setting.hyphenate {
            return false;
        }
        let spaces = self.parts.iter().filter(|part| part.space_before).count().max(1);
        let loose = room / spaces as f32 / self.setting.size;
        match self.setting.justify {
            true => loose > 0.9 || (loose > 0.22 && self.hyphens < HYPHENS_IN_A_ROW),
            false => token.end - token.start >= LONG_WORD && room > 0.45 * self.setting.width,
        }
    }

    /// Where an unbreakable token is broken all the same: at a glued space, else between letters.
    fn force(&mut self, token: Token, room: f32) -> (usize, usize) {
        let word = &self.text.string[token.start..token.end];
        let glued = word.rmatch_indices('\u{a0}').map(|(i, m)| (token.start + i, token.start + i + m.len()));
        for (end, next) in glued {
            if self.measure(token.start, end) <= room {
                return (end, next);
            }
        }
        let ends: Vec<usize> = word.char_indices().skip(1).map(|(i, _)| token.start + i).collect();
        let fitting = ends.partition_point(|end| self.measure(token.start, *end) <= room);
        let end = ends.get(fitting.saturating_sub(1)).copied().unwrap_or(token.end);
        (end, end)
    }

    fn push(&mut self, part: Part) {
        let hyphen = if part.hyphen { self.fonts.width("-", false) } else { 0 };
        let space = if part.space_before { self.fonts.space(false) } else { 0 };
        self.filled += self.measure(part.start, part.end) + self.points(hyphen + space);
        self.parts.push(part);
    }

    fn finish_line(&mut self, last: bool) {
        let parts = std::mem::take(&mut self.parts);
        if parts.is_empty() && !self.lines.is_empty() && last {
            return;
        }
        self.hyphens = if parts.last().is_some_and(|part| part.hyphen) { self.hyphens + 1 } else { 0 };
        let items = parts.iter().flat_map(|part| self.items(*part)).collect::<Vec<_>>();
        let spaces = items.iter().filter(|item| matches!(item, Item::Space(_))).count();
        let slack = self.available() - self.filled;
        let stretch = if spaces > 0 { slack / spaces as f32 } else { 0.0 };
        let justify = self.setting.justify && !last && stretch < 1.5 * self.setting.size;
        self.lines.push(Line {
            items,
            size: self.setting.size,
            width: self.filled,
            indent: self.indent(),
            stretch: if justify { stretch } else { 0.0 },
        });
        self.filled = 0.0;
    }

    fn items(&mut self, part: Part) -> Vec<Item> {
        let mut items = Vec::new();
        if part.space_before {
            items.push(Item::Space(self.text.is_bold(part.start)));
        }
        for (piece, bold) in self.text.runs(part.start, part.end) {
            for (i, word) in piece.split([' ', '\u{a0}']).enumerate() {
                if i > 0 {
                    items.push(Item::Space(bold));
                }
                if !word.is_empty() {
                    items.push(Item::Word(self.fonts.word(word, bold)));
                }
            }
        }
        if part.hyphen {
            items.push(Item::Word(self.fonts.word("-", self.text.is_bold(part.end.saturating_sub(1)))));
        }
        items
    }

    fn indent(&self) -> f32 {
        if self.lines.is_empty() { self.setting.indent } else { 0.0 }
    }

    fn available(&self) -> f32 {
        self.setting.width - self.indent()
    }

    fn measure(&mut self, from: usize, to: usize) -> f32 {
        let width = measure(self.fonts, self.text, from, to);
        self.points(width)
    }

    fn points(&self, thousandths: i32) -> f32 {
        thousandths as f32 * self.setting.size / 1000.0
    }
}
