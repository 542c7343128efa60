//! Plan-grids: a column is a month, a quarter or a year, and a mark in it is a term.

use super::guess::looks_dated;
use super::text::{has_any, norm, words, years};
use super::{ColumnField, Merged, RawCell, Sheet};

const MONTHS: [(&str, &str); 12] = [
    ("январь", "января"),
    ("февраль", "февраля"),
    ("март", "марта"),
    ("апрель", "апреля"),
    ("май", "мая"),
    ("июнь", "июня"),
    ("июль", "июля"),
    ("август", "августа"),
    ("сентябрь", "сентября"),
    ("октябрь", "октября"),
    ("ноябрь", "ноября"),
    ("декабрь", "декабря"),
];
const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
/// Words that may stand in the head of a grid beside the month itself.
const FILLERS: [&str; 16] = [
    "срок",
    "реализац",
    "исполнен",
    "выполнен",
    "проведен",
    "график",
    "период",
    "дат",
    "год",
    "г",
    "гг",
    "уч",
    "учебн",
    "по",
    "календарн",
    "план",
];

/// A stretch of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Span {
    Year,
    Half(usize),
    Quarter(usize),
    Month(usize),
}

/// What the head of a column of a grid names.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Moment {
    span: Span,
    years: Vec<i32>,
}

/// Several cells of the row name months or quarters: it is the head of a grid.
pub(super) fn is_head(cells: &[RawCell]) -> bool {
    cells.iter().filter(|cell| is_column(&cell.text)).count() >= 2
}

/// The head names a month, a quarter or a half of a year.
pub(super) fn is_column(head: &str) -> bool {
    moment(head).is_some_and(|moment| moment.span != Span::Year)
}

/// Years named by a text over the table: one calendar year, or the two of a school year.
pub(super) fn years_said(text: &str) -> Vec<i32> {
    let plain = norm(text);
    if !has_any(&plain, &["год", "г.", "уч."]) {
        return Vec::new();
    }
    let dateless: Vec<&str> = plain.split_whitespace().filter(|word| !is_date(word)).collect();
    let said = years(&dateless.join(" "));
    let school = has_any(&plain, &["учебн", "уч."]);
    match said[..] {
        [from, to] if to == from + 1 && school => said,
        [year] if school => vec![year, year + 1],
        [_] => said,
        _ => Vec::new(),
    }
}

/// «03.02.2025» is the day of an act.
fn is_date(word: &str) -> bool {
    word.matches('.').count() >= 2
}

/// The term of a row by its columns of terms: marks under months, years, a first and a last day.
pub(super) fn term(sheet: &Sheet, at: usize, parts: &[(usize, String)]) -> String {
    let filled: Vec<&(usize, String)> = parts.iter().filter(|(_, text)| !text.is_empty()).collect();
    if parts.len() < 2 {
        return filled.first().map(|(_, text)| text.clone()).unwrap_or_default();
    }
    if let [(from, first), (to, last)] = &filled[..]
        && !names_time(sheet, *from)
        && !names_time(sheet, *to)
    {
        return if first == last { first.clone() } else { format!("{first} – {last}") };
    }
    let said: Vec<String> = filled.iter().map(|(column, text)| said(sheet, at, *column, text)).collect();
    let mut kept: Vec<String> = Vec::new();
    for text in said {
        if !kept.contains(&text) {
            kept.push(text);
        }
    }
    kept.join("; ")
}

fn names_time(sheet: &Sheet, column: usize) -> bool {
    let head = &sheet.columns[column].head;
    is_column(head) || !years(head).is_empty()
}

/// The term of a row under a heading «Сентябрь»: the month itself, or a day of it.
pub(super) fn under(heading: &str, text: &str, above: &[i32]) -> String {
    match moment(heading) {
        Some(moment) if text.is_empty() => moment.words(above),
        Some(moment) if matches!(moment.span, Span::Month(_)) && names_day(text) => moment.with(text, above),
        _ => text.to_owned(),
    }
}

/// «15», «до 15», «5-10»: a day without its month.
fn names_day(text: &str) -> bool {
    !looks_dated(text) && text.split_whitespace().last().is_some_and(is_day)
}

/// The head of the last column that a cell covers.
fn last_covered(sheet: &Sheet, at: usize, column: usize) -> Option<Moment> {
    let row = &sheet.table.rows[at];
    let last = (column + 1..row.len()).take_while(|&next| row[next].merged == Merged::Left).last()?;
    moment(&sheet.columns[last].head)
}

/// A mark drawn over several quarters or years is a mark in each of them; over months it is a stretch.
pub(super) fn covered_mark(sheet: &Sheet, at: usize, column: usize) -> Option<String> {
    let row = &sheet.table.rows[at];
    if row[column].merged != Merged::Left || !names_time(sheet, column) {
        return None;
    }
    let owner = (0..column).rev().find(|&left| row[left].merged != Merged::Left)?;
    let of_grid = sheet.columns[owner].field == ColumnField::Term && names_time(sheet, owner);
    let months =
        moment(&sheet.columns[owner].head).is_some_and(|moment| matches!(moment.span, Span::Month(_)));
    (of_grid && !months && is_mark(&row[owner].text)).then(|| row[owner].text.clone())
}

fn said(sheet: &Sheet, at: usize, column: usize, text: &str) -> String {
    let head = &sheet.columns[column].head;
    let wide = sheet.table.rows[at].get(column + 1).is_some_and(|cell| cell.merged == Merged::Left);
    match moment(head) {
        Some(moment) if is_mark(text) && wide => moment.until(last_covered(sheet, at, column), &sheet.years),
        Some(moment) if is_mark(text) => moment.words(&sheet.years),
        Some(_) if wide => text.to_owned(),
        Some(moment) => moment.with(text, &sheet.years),
        None => by_edge(head, text),
    }
}

/// «начало» and «окончание» of which only one is filled.
fn by_edge(head: &str, text: &str) -> String {
    let plain = norm(head);
    let day = text.starts_with(|c: char| c.is_ascii_digit());
    if day && has_any(&plain, &["оконч", "заверш", "конец", "конча"]) {
        format!("до {text}")
    } else if day && plain.contains("начал") {
        format!("с {text}")
    } else {
        with_year(text, years(head).first().copied())
    }
}

fn is_mark(text: &str) -> bool {
    let plain = norm(text);
    let drawn = |c: char| "+*vхx✓✔√☑•●■▪◼○".contains(c) || c.is_whitespace();
    !plain.is_empty() && (plain == "да" || plain.chars().all(drawn))
}

fn with_year(text: &str, year: Option<i32>) -> String {
    match year {
        Some(year) if years(text).is_empty() => format!("{text} {year} г."),
        _ => text.to_owned(),
    }
}

impl Moment {
    /// The year of this stretch: its own, else the one named over the table.
    fn year(&self, above: &[i32]) -> Option<i32> {
        let known = if self.years.is_empty() { above } else { &self.years[..] };
        match (known, self.span) {
            ([year], _) => Some(*year),
            ([from, to], Span::Month(month)) => Some(if month >= 8 { *from } else { *to }),
            _ => None,
        }
    }

    fn words(&self, above: &[i32]) -> String {
        let bare = match (self.span, &self.years[..]) {
            (Span::Year, [from, to]) => return format!("{from}/{to} учебный год"),
            (Span::Year, years) => {
                return years.first().map(|year| format!("{year} год")).unwrap_or_default();
            }
            (Span::Half(number), _) => format!("{} полугодие", ROMAN[number - 1]),
            (Span::Quarter(number), _) => format!("{} квартал", ROMAN[number - 1]),
            (Span::Month(number), _) => MONTHS[number - 1].0.to_owned(),
        };
        let known = if self.years.is_empty() { above } else { &self.years[..] };
        if let (Span::Half(_), [from, to]) = (self.span, known) {
            return format!("{bare} {from}/{to} учебного года");
        }
        with_year(&bare, self.year(above))
    }

    /// A line drawn from this month to another: «февраль – май 2025 г.».
    fn until(&self, last: Option<Self>, above: &[i32]) -> String {
        let Some(last) =
            last.filter(|last| matches!((self.span, last.span), (Span::Month(_), Span::Month(_))))
        else {
            return self.words(above);
        };
        let (from, to) = (self.words(above), last.words(above));
        match (self.year(above), last.year(above)) {
            (Some(year), Some(same)) if year == same => {
                format!("{} – {to}", from.trim_end_matches(&format!(" {year} г.")))
            }
            _ => format!("{from} – {to}"),
        }
    }

    /// Words in a cell of the grid: «15» and «до 15» under «сентябрь», «март» under «2025».
    fn with(&self, text: &str, above: &[i32]) -> String {
        let year = self.year(above);
        if let Span::Month(month) = self.span
            && let Some(day) = text.split_whitespace().last().filter(|day| is_day(day))
        {
            let before = text.trim_end_matches(day);
            return with_year(
                &format!("{before}{} {}", day.trim_end_matches('.'), MONTHS[month - 1].1),
                year,
            );
        }
        if looks_dated(text) {
            return with_year(text, year);
        }
        format!("{} ({text})", self.words(above))
    }
}

fn is_day(text: &str) -> bool {
    text.trim_end_matches('.').parse::<u32>().is_ok_and(|day| (1..=31).contains(&day))
}

/// The stretch a head names, when all its words speak of time.
fn moment(head: &str) -> Option<Moment> {
    let plain = norm(head);
    let (mut month, mut number, mut kind) = (None, None, None);
    let mut said: Vec<i32> = Vec::new();
    for word in words(&plain) {
        if let Some(found) = month_of(word) {
            month = Some(found);
        } else if let Some(found) = ["месяц", "кв", "полугод"].iter().position(|stem| word.starts_with(stem))
        {
            kind = Some(found);
        } else if let [year] = years(word)[..] {
            said.push(year);
        } else if said.last().is_some_and(|year| word == format!("{:02}", (year + 1) % 100)) {
            said.push(said[said.len() - 1] + 1);
        } else if let Some(found) = number_of(word) {
            number = Some(found);
        } else if !FILLERS.iter().any(|stem| {
            word.starts_with(stem)
                && (stem.len() > 4 || word == *stem || *stem == "год" || *stem == "дат" || *stem == "срок")
        }) {
            return None;
        }
    }
    if said.len() > 2 || (said.len() == 2 && said[1] != said[0] + 1) {
        return None;
    }
    let span = match (month, number, kind) {
        (Some(month), None, None | Some(0)) => Span::Month(month),
        (None, Some(number), Some(0)) => Span::Month(number),
        (None, Some(number @ 1..=4), Some(1)) => Span::Quarter(number),
        (None, Some(number @ 1..=2), Some(2)) => Span::Half(number),
        (None, Some(number), None) if !said.is_empty() && plain.contains('.') => Span::Month(number),
        (None, None, None) if !said.is_empty() => Span::Year,
        _ => return None,
    };
    Some(Moment { span, years: said })
}

/// «сентябрь», «сент», «сен.», «сентября».
fn month_of(word: &str) -> Option<usize> {
    let long = word.chars().count() >= 3;
    let is = |(name, of): &(&str, &str)| name.starts_with(word) || of.starts_with(word);
    MONTHS.iter().position(|month| long && is(month)).map(|at| at + 1)
}

/// «2», «II», «2-й».
fn number_of(word: &str) -> Option<usize> {
    let roman = word.to_uppercase().replace('Х', "X").replace('І', "I");
    let known = ROMAN.iter().position(|known| *known == roman).map(|at| at + 1);
    known.or_else(|| word.parse().ok()).filter(|number| (1..=12).contains(number))
}
