//! What a cell is: the words of the document, and the number or the day behind them.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

use super::cell_text;
use crate::document::Kind;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A number with so many decimals.
    Number(f64, usize),
    /// A percentage with so many decimals; the number is a share of one.
    Percent(f64, usize),
    /// A day.
    Date(NaiveDate),
}

impl Value {
    /// Reads a cell of a column; what does not read as a whole stays words.
    pub(super) fn of(text: &str, kind: Kind) -> Self {
        let text = cell_text(text);
        let read = match kind {
            Kind::Text => None,
            Kind::Number => number(&text),
            Kind::Date => day(&text).map(Self::Date),
        };
        read.unwrap_or(if text.is_empty() { Self::Empty } else { Self::Text(text) })
    }
}

/// «30.12.2024»; days before 1900 are none to a table of an office.
fn day(text: &str) -> Option<NaiveDate> {
    let day = NaiveDate::parse_from_str(text, "%d.%m.%Y").ok()?;
    (1900..=9999).contains(&day.year()).then_some(day)
}

/// «1 234», «−3,75», «62,5 %».
fn number(text: &str) -> Option<Value> {
    let (digits, percent) = match text.strip_suffix('%') {
        Some(digits) => (digits.trim_end_matches([' ', '\u{a0}']), true),
        None => (text, false),
    };
    let plain = digits.replace(['\u{a0}', '\u{202f}'], "").replace('−', "-").replace(',', ".");
    let unsigned = plain.strip_prefix('-').unwrap_or(&plain);
    let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let all_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    // More than fifteen digits would lose their tail, and «007» its zeros.
    let faithful = plain.len() <= 15 && (whole == "0" || !whole.starts_with('0'));
    if whole.is_empty() || !all_digits(whole) || !all_digits(part) || !faithful || digits.contains('.') {
        return None;
    }
    let value: f64 = plain.parse().ok()?;
    Some(if percent { Value::Percent(value / 100.0, part.len()) } else { Value::Number(value, part.len()) })
}

/// Writes a cell as what it is. Text that looks like a formula is marked as text for good.
pub(super) fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Value,
    format: &Format,
) -> Result<(), XlsxError> {
    let decimals = |zero: &str, count: usize| match count {
        0 => zero.to_owned(),
        count => format!("{zero}.{}", "0".repeat(count)),
    };
    let numeric = |code: String| format.clone().set_num_format(code).set_align(FormatAlign::Right);
    match value {
        Value::Empty => sheet.write_blank(row, column, format)?,
        Value::Text(text) if text.starts_with(['=', '+', '-', '@', '\t']) => {
            sheet.write_string_with_format(row, column, text, &format.clone().set_quote_prefix())?
        }
        Value::Text(text) => sheet.write_string_with_format(row, column, text, format)?,
        Value::Number(number, count) => {
            sheet.write_number_with_format(row, column, *number, &numeric(decimals("0", *count)))?
        }
        Value::Percent(share, count) => {
            let code = format!("{}\u{a0}%", decimals("0", *count));
            sheet.write_number_with_format(row, column, *share, &numeric(code))?
        }
        Value::Date(day) => {
            let dated = format.clone().set_num_format("dd.mm.yyyy").set_align(FormatAlign::Left);
            sheet.write_datetime_with_format(row, column, day, &dated)?
        }
    };
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_only_where_nothing_is_lost() {
        for (text, expected) in [
            ("12", Some(Value::Number(12.0, 0))),
            ("1\u{a0}234", Some(Value::Number(1234.0, 0))),
            ("−3,75", Some(Value::Number(-3.75, 2))),
            ("62,5 %", Some(Value::Percent(0.625, 1))),
            ("0", Some(Value::Number(0.0, 0))),
            ("007", None),
            ("1.10", None),
            ("5 из 8", None),
            ("—", None),
            ("", None),
            ("12345678901234567890", None),
        ] {
            assert_eq!(number(text), expected, "{text}");
        }
    }

    #[test]
    fn a_column_of_text_never_holds_numbers() {
        assert_eq!(Value::of("1.10", Kind::Text), Value::Text("1.10".to_owned()));
        assert_eq!(Value::of("5", Kind::Text), Value::Text("5".to_owned()));
        assert_eq!(Value::of("31.12.2024", Kind::Text), Value::Text("31.12.2024".to_owned()));
    }
}
