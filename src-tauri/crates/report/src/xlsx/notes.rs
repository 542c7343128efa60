//! Footnotes: a raised number in the words, the notes under the text.

use crate::document::Run;

/// Notes met so far.
#[derive(Debug, Default)]
pub(super) struct Notes(Vec<String>);

impl Notes {
    /// The words of runs with the numbers of their notes.
    pub(super) fn said(&mut self, runs: &[Run]) -> String {
        let mut said = String::new();
        for run in runs {
            said += &run.text;
            if let Some(note) = &run.footnote {
                self.0.push(note.clone());
                said += &raised(self.0.len());
            }
        }
        said
    }

    /// «¹ Приказ …», one a line.
    pub(super) fn lines(&self) -> Vec<String> {
        self.0.iter().enumerate().map(|(i, note)| format!("{} {note}", raised(i + 1))).collect()
    }
}

fn raised(number: usize) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digits = number.to_string();
    digits.chars().filter_map(|digit| digit.to_digit(10)).map(|digit| DIGITS[digit as usize]).collect()
}
