//! Title, district, act, goal and period, guessed from the words around the tables.

use chrono::NaiveDate;

use super::text::{has_any, line, norm, years};
use super::{Block, DraftMeta, RowBody, RowKind, Source, act, calendar, territory};

/// So many first paragraphs are looked at: the rest is the text of the act.
const LOOK_IN: usize = 60;
const LONGEST_TITLE: usize = 400;

pub(super) fn of(source: &Source, rows: &[RowBody]) -> DraftMeta {
    let lines = lines(source);
    let whole = lines.join("\n");
    let title = passport(source, &["наименование программ", "наименование проект", "полное наименование"])
        .or_else(|| title(&lines))
        .unwrap_or_default();
    let (from, to) = period(&lines, &title, source, rows);
    DraftMeta {
        territory: of_passport(source).or_else(|| territory::of(&whole)).unwrap_or_default(),
        act: act::of(&lines.join(" ")).unwrap_or_default(),
        goal: passport(source, &["цель", "цели"]).or_else(|| goal(&lines)).unwrap_or_default(),
        title,
        from,
        to,
    }
}

/// The text may be the title of a programme.
pub(super) fn is_title(text: &str) -> bool {
    const STARTS: [&str; 11] = [
        "муниципальная программа",
        "программа",
        "дорожная карта",
        "план",
        "муниципальный проект",
        "план-график",
        "план - график",
        "план работы",
        "комплекс мер",
        "муниципальная \"дорожная",
        "план (",
    ];
    const KINDS: [&str; 9] = [
        "муниципальн",
        "комплексн",
        "районн",
        "городск",
        "единый",
        "единая",
        "перспективн",
        "годовой",
        "целев",
    ];
    let plain = norm(text);
    let plain = plain.trim_start_matches(['«', '"']);
    let named = |text: &str| STARTS.iter().any(|start| text.starts_with(start));
    let mut rest = plain;
    while let Some((_, tail)) =
        rest.split_once(' ').filter(|(word, _)| KINDS.iter().any(|k| word.starts_with(k)))
    {
        rest = tail;
    }
    named(plain) || named(rest)
}

/// «Таблица 2», «Приложение № 1»: names no section.
pub(super) fn is_caption(text: &str) -> bool {
    let plain = norm(text);
    ["таблица", "приложение", "продолжение", "утвержд", "к приказу", "от "]
        .iter()
        .any(|start| plain.starts_with(start))
}

fn lines(source: &Source) -> Vec<String> {
    let mut lines = Vec::new();
    for block in &source.blocks {
        match block {
            Block::Text(text) => lines.push(line(text)),
            // On a sheet of Excel and in a table of layout the title stands in the first rows.
            Block::Table(table) => {
                for row in table.rows.iter().take(8) {
                    let mut filled =
                        row.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty());
                    if let (Some(text), None) = (filled.next(), filled.next()) {
                        lines.push(line(text));
                    }
                }
            }
        }
        if lines.len() > LOOK_IN {
            break;
        }
    }
    lines
}

/// A row of the passport: «Цель программы | …».
fn passport(source: &Source, starts: &[&str]) -> Option<String> {
    let tables = source.blocks.iter().filter_map(|block| match block {
        Block::Table(table) if (2..=3).contains(&table.width()) => Some(table),
        _ => None,
    });
    let rows = tables.flat_map(|table| &table.rows);
    let found = rows.filter_map(|row| {
        let name = row.iter().rev().nth(1)?;
        let value = row.last()?;
        let named = starts.iter().any(|start| norm(&name.text).starts_with(start));
        (named && name.text.chars().count() < 80 && !value.text.is_empty()).then(|| line(&value.text))
    });
    found.into_iter().next()
}

/// «Территория | Рябиновский муниципальный район».
fn of_passport(source: &Source) -> Option<String> {
    let said = passport(source, &["территория", "муниципальное образование", "муниципалитет"])?;
    territory::of(&said).or_else(|| (said.chars().count() < 100).then_some(said))
}

fn title(lines: &[String]) -> Option<String> {
    let at = lines.iter().position(|text| is_title(text))?;
    let mut title = lines[at].clone();
    for next in &lines[at + 1..] {
        let goes_on = super::text::begins_small(next)
            || next.starts_with(['«', '('])
            || is_loud(next) && is_loud(&title);
        if !goes_on
            || title.chars().count() + next.chars().count() > LONGEST_TITLE
            || is_caption(next)
            || calendar::is_column(next)
        {
            break;
        }
        title = format!("{title} {next}");
    }
    Some(title.chars().take(LONGEST_TITLE).collect())
}

/// Capital letters only, as titles over several lines are.
pub(super) fn is_loud(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}

fn goal(lines: &[String]) -> Option<String> {
    let found = lines.iter().find(|text| {
        let plain = norm(text);
        plain.starts_with("цель:") || plain.starts_with("цель программы") || plain.starts_with("цель -")
    })?;
    let (_, goal) = found.split_once([':', '–', '—'])?;
    let goal = goal.trim();
    (!goal.is_empty()).then(|| goal.to_owned())
}

type Ends = (Option<NaiveDate>, Option<NaiveDate>);

/// The passport says it, or the title, or a line above the table; at last the terms themselves.
fn period(lines: &[String], title: &str, source: &Source, rows: &[RowBody]) -> Ends {
    let said = passport(source, &["срок реализ", "сроки реализ", "период реализ", "сроки и этапы", "срок"]);
    let of = |text: &str| stretch(text);
    let in_lines =
        || lines.iter().filter(|line| has_any(&norm(line), &["срок", "период"])).find_map(|line| of(line));
    let in_titles = || {
        lines.iter().filter(|line| is_title(line) || norm(line).starts_with("на ")).find_map(|line| of(line))
    };
    let found = said.as_deref().and_then(of).or_else(|| of(title)).or_else(in_titles).or_else(in_lines);
    match found.or_else(|| by_terms(rows)) {
        Some((from, to)) => (Some(from), Some(to)),
        None => (None, None),
    }
}

/// «2024-2026 годы» is from 1 January to 31 December, «2024/2025 учебный год» from September to August.
fn stretch(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let plain = norm(text);
    let school = has_any(&plain, &["учебн", "уч."]);
    let said = years(&plain);
    let from = *said.first()?;
    let to = said.iter().copied().max()?.max(short_year(&plain).unwrap_or(from));
    if to < from || to - from > 15 {
        return None;
    }
    match school {
        true if to > from => Some((day(from, 9, 1)?, day(to, 8, 31)?)),
        true => Some((day(from, 9, 1)?, day(from + 1, 8, 31)?)),
        false => Some((day(from, 1, 1)?, day(to, 12, 31)?)),
    }
}

/// «2026/27»: the second half of a school year written short.
fn short_year(text: &str) -> Option<i32> {
    let ends = text.match_indices('/').filter_map(|(at, _)| {
        let year = text.get(at.checked_sub(4)?..at)?.parse::<i32>().ok()?;
        let short: String = text[at + 1..].chars().take_while(char::is_ascii_digit).collect();
        let next = short.parse::<i32>().ok().filter(|_| short.len() == 2)?;
        (next == (year + 1) % 100).then_some(year + 1)
    });
    ends.max()
}

fn by_terms(rows: &[RowBody]) -> Option<(NaiveDate, NaiveDate)> {
    let terms = rows.iter().filter_map(|row| match &row.kind {
        RowKind::Event(event) => Some(&event.term),
        RowKind::Indicator(_) => None,
    });
    let said: Vec<i32> = terms.flat_map(|term| years(term)).collect();
    Some((day(*said.iter().min()?, 1, 1)?, day(*said.iter().max()?, 12, 31)?))
}

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}
