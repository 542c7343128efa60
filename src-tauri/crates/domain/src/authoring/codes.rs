//! Numbers of rows and headings, as people write them: «1.», «1.1)», «II.», «Задача 3:».

use super::text::norm;

/// A number at the beginning of a text and what follows it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Numbered<'a> {
    pub(super) code: String,
    pub(super) rest: &'a str,
}

/// A code in a cell of its own: «1.1.» is 1.1; a date that Excel has made of 1.2 is 1.2 again.
pub(super) fn of_cell(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches(['№', '#']).trim();
    if let Some(day) = day_and_month(text) {
        return Some(day);
    }
    let dense: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let code = dense.trim_end_matches(['.', ')', ':', ',', ';']).replace(',', ".");
    let fits = !code.is_empty()
        && code.chars().count() <= 12
        && code
            .split('.')
            .all(|part| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-'));
    let counted = code.starts_with(|c: char| c.is_ascii_digit()) || roman(&code).is_some();
    (fits && counted).then_some(code)
}

/// «02.01.2026» out of Excel.
fn day_and_month(text: &str) -> Option<String> {
    let mut parts = text.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    if parts.next().is_some() || !digits(day, 2) || !digits(month, 2) || !digits(year, 4) {
        return None;
    }
    Some(format!("{}.{}", day.trim_start_matches('0'), month.trim_start_matches('0')))
}

/// A dotted number before the words of a title: «1.1.1.1 диагностика», «2.3. Создание».
pub(super) fn before_title(text: &str) -> Option<Numbered<'_>> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let code = number.trim_end_matches('.');
    let parts: Vec<&str> = code.split('.').collect();
    let plain = parts.iter().all(|part| (1..=3).contains(&part.len()));
    let parted = number.ends_with('.') || rest.starts_with([' ', '\n', ')', '\t']);
    let rest = rest.trim_start_matches([')', ' ', '\n', '\t']);
    let dated = rest.starts_with(|c: char| c.is_ascii_digit());
    if !plain || !parted || dated || rest.is_empty() || (parts.len() == 1 && !number.ends_with('.')) {
        return None;
    }
    Some(Numbered { code: code.to_owned(), rest })
}

/// Words that name a heading.
const HEADINGS: [&str; 13] = [
    "раздел",
    "задача",
    "направление",
    "блок",
    "этап",
    "модуль",
    "цель",
    "подпрограмма",
    "глава",
    "часть",
    "шаг",
    "приоритет",
    "мероприятия по",
];

/// The text calls itself a heading: «Раздел 1. …», «II. …».
pub(super) fn is_heading(text: &str) -> bool {
    let plain = norm(text);
    let named = HEADINGS.iter().any(|word| plain.starts_with(word) && plain.len() > word.len());
    named || before_roman(text).is_some()
}

/// The code and the title of a heading: «Задача 0: Создание» is 0 and «Создание».
pub(super) fn heading(text: &str) -> (Option<String>, String) {
    let whole = || text.trim().to_owned();
    if let Some(numbered) = before_title(text).or_else(|| before_roman(text)) {
        return (Some(numbered.code), numbered.rest.trim().to_owned());
    }
    let plain = norm(text);
    let Some(word) = HEADINGS.iter().find(|word| plain.starts_with(**word)) else { return (None, whole()) };
    let after = &text[text.char_indices().nth(word.chars().count()).map_or(text.len(), |(at, _)| at)..];
    let after = after.trim_start().trim_start_matches('№').trim_start();
    let end = after.find(|c: char| !c.is_alphanumeric() && c != '.').unwrap_or(after.len());
    let (number, rest) = after.split_at(end);
    let number = number.trim_end_matches('.');
    let code = roman(number).or_else(|| number.parse::<u16>().is_ok().then(|| number.to_owned()));
    let code = code.or_else(|| dotted(number).then(|| number.to_owned()));
    let rest = rest.trim_start_matches([' ', '.', ':', '-', '–', '—', '\n', ')']).trim();
    match code {
        Some(code) if !rest.is_empty() => (Some(code), rest.to_owned()),
        code => (code, whole()),
    }
}

fn dotted(number: &str) -> bool {
    number.contains('.') && number.split('.').all(|part| part.parse::<u16>().is_ok())
}

fn before_roman(text: &str) -> Option<Numbered<'_>> {
    let end = text.find(['.', ')', ' ']).filter(|end| *end > 0)?;
    let after = text[end..].trim_start_matches(['.', ')']);
    let parted = text[end..].starts_with(['.', ')']);
    let code = roman(&text[..end]).filter(|_| parted)?;
    (!after.trim().is_empty()).then(|| Numbered { code, rest: after.trim_start() })
}

/// «IV» as «4»; also in Russian letters «І», «Х», «У».
fn roman(text: &str) -> Option<String> {
    let value = |c: char| match c {
        'I' | 'І' | 'Ι' => Some(1),
        'V' => Some(5),
        'X' | 'Х' => Some(10),
        _ => None,
    };
    let digits: Option<Vec<i32>> = text.chars().map(value).collect();
    let digits = digits.filter(|digits| !digits.is_empty() && digits.len() <= 6)?;
    let signed = |(at, digit): (usize, &i32)| match digits.get(at + 1) {
        Some(next) if next > digit => -digit,
        _ => *digit,
    };
    Some(digits.iter().enumerate().map(signed).sum::<i32>().to_string())
}

/// How deep a code stands: «1.1.1» is 3.
pub(super) fn depth(code: &str) -> usize {
    code.split('.').count()
}

/// Whether a code stands under another: 1.1.1 under 1.1.
pub(super) fn is_under(code: &str, above: &str) -> bool {
    code.strip_prefix(above).is_some_and(|rest| rest.starts_with('.'))
}

/// Excel shows 1.10 as 1.1: after 1.9 it is 1.10 again, after 1.19 the next one is 1.20.
pub(super) fn after_nine(code: &str, previous: Option<&str>) -> Option<String> {
    let (stem, last) = previous?.rsplit_once('.')?;
    let next = last.parse::<u32>().ok()? + 1;
    let (same, shown) = code.rsplit_once('.')?;
    let lost = next % 10 == 0 && shown.parse::<u32>().ok()? * 10 == next;
    (same == stem && lost).then(|| format!("{stem}.{next}"))
}
