//! Reads the text of a target. What it cannot read for certain stays raw: never a wrong number.

mod decide;
mod lex;
mod numbers;
mod words;
mod year;

pub use year::parse_by_year;

use super::{Target, Unit};

/// Reads a target; `unit` is what its indicator counts, where the text itself does not say.
pub fn parse(raw: &str, unit: Unit) -> Target {
    parse_titled(raw, unit, "")
}

/// As [`parse`]; the title of the indicator tells which way is meant where the target does not:
/// «не менее 30 % от данных стартовой диагностики» of «Снижение количества…» is a fall.
pub fn parse_titled(raw: &str, unit: Unit, title: &str) -> Target {
    let tokens = year::without_years(lex::tokens(raw));
    let title = lex::tokens(title);
    let (tokens, bracketed) = without_brackets(tokens);
    let mut target = decide::Decision { raw: raw.trim(), unit, tokens: &tokens, title: &title }.target();
    if bracketed && target.cmp != super::Cmp::Track {
        target.ambiguous = true;
        target.note = joined(&target.note, "число в скобках не учтено");
    }
    target
}

fn joined(note: &str, more: &str) -> String {
    if note.is_empty() { more.to_owned() } else { format!("{note}; {more}") }
}

/// The text outside brackets, and whether a number was left inside.
fn without_brackets(tokens: Vec<lex::Token>) -> (Vec<lex::Token>, bool) {
    use lex::Token;
    let (mut outside, mut depth, mut number) = (Vec::new(), 0_u32, false);
    for token in tokens {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') => depth = depth.saturating_sub(1),
            Token::Number(_) if depth > 0 => number = true,
            _ if depth > 0 => {}
            token => outside.push(token),
        }
    }
    (outside, number)
}
