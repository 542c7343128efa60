//! Text made ready for breaking: cleaned, and glued where a line may not end.

mod glue;

use unicode_normalization::UnicodeNormalization;

use crate::document::Run;

/// A space at which no line ends.
pub(crate) const NBSP: char = '\u{a0}';
/// Stands where a footnote is called for; nothing breaks before it.
pub(crate) const CALL: char = '\u{2060}';

/// Characters with their weights.
#[derive(Debug, Clone, Default)]
pub(crate) struct Text {
    /// The characters as one string.
    pub(crate) string: String,
    /// Ends of the stretches of one weight, in bytes.
    weights: Vec<(usize, bool)>,
    /// Bytes at which the writer allowed a hyphen.
    pub(crate) soft: Vec<usize>,
    /// Footnotes, in the order of their calls.
    pub(crate) notes: Vec<String>,
    /// Number of the first of them.
    pub(crate) first_note: usize,
}

/// A piece of text as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part<'a> {
    /// A word of a weight.
    Word(&'a str, bool),
    /// A space of a weight.
    Space(bool),
    /// The call of a footnote.
    Call(usize),
}

impl Text {
    /// Cleans and glues; footnotes are numbered from one.
    pub(crate) fn new(runs: &[Run]) -> Self {
        Self::noted(runs, 1)
    }

    /// The same with footnotes numbered from some number on.
    pub(crate) fn noted(runs: &[Run], first_note: usize) -> Self {
        let mut maker = Maker::default();
        for run in runs {
            maker.run(run);
        }
        let text = maker.finish();
        Self { first_note, ..text }
    }

    /// Text of one weight.
    pub(crate) fn of(text: &str, bold: bool) -> Self {
        Self::new(&[Run { text: text.to_owned(), bold, footnote: None }])
    }

    /// Weight at a byte.
    pub(crate) fn is_bold(&self, at: usize) -> bool {
        let stretch = self.weights.partition_point(|(end, _)| *end <= at);
        self.weights.get(stretch).is_some_and(|(_, bold)| *bold)
    }

    /// Words, spaces and calls of a byte range.
    pub(crate) fn parts(&self, from: usize, to: usize) -> Vec<Part<'_>> {
        let mut parts = Vec::new();
        let mut start = from;
        while start < to {
            let stretch = self.weights.partition_point(|(end, _)| *end <= start);
            let (end, bold) = self.weights.get(stretch).copied().unwrap_or((to, false));
            self.stretch(start, end.min(to), bold, &mut parts);
            start = end.min(to);
        }
        parts
    }

    fn stretch<'a>(&'a self, from: usize, to: usize, bold: bool, parts: &mut Vec<Part<'a>>) {
        let mut word = from;
        let text = &self.string[from..to];
        for (i, c) in text.match_indices([' ', NBSP, CALL]) {
            let at = from + i;
            if word < at {
                parts.push(Part::Word(&self.string[word..at], bold));
            }
            parts.push(match c.starts_with(CALL) {
                true => Part::Call(self.call_at(at)),
                false => Part::Space(bold),
            });
            word = at + c.len();
        }
        if word < to {
            parts.push(Part::Word(&self.string[word..to], bold));
        }
    }

    /// Number of the footnote that is called for at a byte.
    fn call_at(&self, at: usize) -> usize {
        self.first_note + self.string[..at].matches(CALL).count()
    }
}

/// Characters gathered before they are glued.
#[derive(Debug, Default)]
struct Maker {
    chars: Vec<(char, bool)>,
    /// Indices of characters before which a hyphen is allowed.
    soft: Vec<usize>,
    notes: Vec<String>,
}

impl Maker {
    fn run(&mut self, run: &Run) {
        for c in run.text.nfc() {
            self.push(c, run.bold);
        }
        let Some(note) = &run.footnote else { return };
        let spaces = self.chars.iter().rev().take_while(|(c, _)| *c == ' ').count();
        self.chars.insert(self.chars.len() - spaces, (CALL, run.bold));
        self.notes.push(note.clone());
    }

    /// Appends a character, or what stands for it on paper; control and direction marks vanish.
    fn push(&mut self, c: char, bold: bool) {
        let c = match c {
            '\t'
            | '\u{1680}'
            | '\u{2000}'..='\u{2006}'
            | '\u{2008}'..='\u{200a}'
            | '\u{205f}'
            | '\u{3000}' => ' ',
            '\u{2007}' | '\u{202f}' => NBSP,
            '\u{2010}' => '-',
            '\u{2028}' | '\u{2029}' | '\r' | '\u{85}' => '\n',
            '\u{ad}' => return self.soft.push(self.chars.len()),
            c if vanishes(c) => return,
            c => c,
        };
        let doubled = c == ' ' && matches!(self.chars.last(), None | Some((' ' | '\n', _)));
        if !doubled {
            self.chars.push((c, bold));
        }
    }

    fn finish(self) -> Text {
        let mut text = Text { notes: self.notes, ..Text::default() };
        let plain: String = self.chars.iter().map(|(c, _)| *c).collect();
        let glued = glue::glued(&plain);
        let mut soft = self.soft.iter().peekable();
        let mut next = glued.iter().peekable();
        let mut at = 0;
        for (i, (c, bold)) in self.chars.iter().enumerate() {
            while soft.next_if(|index| **index <= i).is_some() {
                text.soft.push(text.string.len());
            }
            let sticks = next.next_if(|byte| **byte == at).is_some();
            at += c.len_utf8();
            text.string.push(if sticks { NBSP } else { *c });
            match text.weights.last_mut() {
                Some((end, last)) if last == bold => *end = text.string.len(),
                _ => text.weights.push((text.string.len(), *bold)),
            }
        }
        text
    }
}

/// Marks that no reader sees and that would only confuse a search.
fn vanishes(c: char) -> bool {
    let hidden = matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e0fff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{61c}' | '\u{180e}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{3164}');
    hidden || (c.is_control() && c != '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_where_a_line_may_not_end_are_glued() {
        for (plain, glued) in [
            ("директор Е. В. Ёлкина", "директор Е.~В.~Ёлкина"),
            ("Ёлкина Е. В.", "Ёлкина~Е.~В."),
            ("приказ № 5 от", "приказ №~5 от"),
            ("в 2024 г. и 70 % школ", "в~2024~г. и~70~% школ"),
            ("IV квартал", "IV~квартал"),
            ("итог — да", "итог~— да"),
            ("приказ от 05.05.2022, копия", "приказ от~05.05.2022, копия"),
            ("приказ от 01.09.2024 № 15 о том", "приказ от~01.09.2024~№~15 о~том"),
            ("парных — 2", "парных~—~2"),
            ("ст. 5 и п. 3, т. д.", "ст.~5 и~п.~3, т.~д."),
            ("всего 5 000 руб. и 12 мм", "всего 5~000~руб. и~12~мм"),
            ("г. Боготол, ул. Ленина, д. 5", "г.~Боготол, ул.~Ленина, д.~5"),
            ("им. А. С. Пушкина", "им.~А.~С.~Пушкина"),
            ("10 из 12 школ", "10 из 12~школ"),
        ] {
            assert_eq!(Text::of(plain, false).string.replace(NBSP, "~"), glued);
        }
    }

    #[test]
    fn hidden_characters_do_not_reach_paper() {
        assert_eq!(Text::of("и\u{306}од\u{202e}\u{7}  а\u{200b}б", false).string, "йод аб");
    }

    #[test]
    fn soft_hyphen_is_no_character_but_a_place() {
        let text = Text::of("ша\u{ad}хматы", false);
        assert_eq!((text.string.as_str(), text.soft), ("шахматы", vec![4]));
    }

    #[test]
    fn footnote_is_called_for_before_the_space() {
        let text = Text::noted(&[Run::plain("слово ").noted("сноска"), Run::plain("дальше")], 7);
        assert_eq!(
            text.parts(0, text.string.len()),
            [Part::Word("слово", false), Part::Call(7), Part::Space(false), Part::Word("дальше", false)]
        );
    }
}
