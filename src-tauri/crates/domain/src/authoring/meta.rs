//! Title, district, act, goal and period, guessed from the words around the tables.

use chrono::NaiveDate;

use super::text::{has_any, line, norm, words, years};
use super::{Block, DraftMeta, RowBody, RowKind, Source};

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
        territory: territory(&whole).unwrap_or_default(),
        act: act(&lines.join(" ")).unwrap_or_default(),
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
    let plain = norm(text);
    let plain = plain.trim_start_matches(['«', '"']);
    STARTS.iter().any(|start| plain.starts_with(start))
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

fn title(lines: &[String]) -> Option<String> {
    let at = lines.iter().position(|text| is_title(text))?;
    let mut title = lines[at].clone();
    for next in &lines[at + 1..] {
        let goes_on = super::text::begins_small(next)
            || next.starts_with(['«', '('])
            || is_loud(next) && is_loud(&title);
        if !goes_on || title.chars().count() + next.chars().count() > LONGEST_TITLE || is_caption(next) {
            break;
        }
        title = format!("{title} {next}");
    }
    Some(title.chars().take(LONGEST_TITLE).collect())
}

/// Capital letters only, as titles over several lines are.
fn is_loud(text: &str) -> bool {
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

/// «Сосновского муниципального района», «города Енисейска», with the region when it is named.
fn territory(text: &str) -> Option<String> {
    let lines = text.lines().filter(|line| !norm(line).contains("министерств"));
    let district = lines.clone().find_map(district)?;
    let region = lines.into_iter().find_map(region);
    Some(match region {
        Some(region) => format!("{district}, {region}"),
        None => district,
    })
}

fn district(line: &str) -> Option<String> {
    let clean: Vec<&str> = line.split_whitespace().map(trimmed).collect();
    let kinds = [("район", "район"), ("округ", "округ")];
    for (at, word) in clean.iter().enumerate() {
        let low = norm(word);
        let Some((_, kind)) = kinds.iter().find(|(stem, _)| low.starts_with(stem)) else { continue };
        let adjectives: Vec<&str> =
            clean[..at].iter().rev().take_while(|word| is_adjective(word)).copied().collect();
        let proper = adjectives.iter().position(|word| word.chars().next().is_some_and(char::is_uppercase));
        if let Some(proper) = proper {
            let names: Vec<String> =
                adjectives[..=proper].iter().rev().map(|word| nominative(word)).collect();
            return Some(format!("{} {kind}", names.join(" ")));
        }
    }
    let city = clean.windows(2).find(|pair| matches!(norm(pair[0]).as_str(), "город" | "города" | "г"));
    let city = city.filter(|pair| pair[1].chars().next().is_some_and(char::is_uppercase))?;
    Some(format!("г. {}", city_name(city[1])))
}

fn region(line: &str) -> Option<String> {
    let clean: Vec<&str> = line.split_whitespace().map(trimmed).collect();
    let at = clean.iter().position(|word| has_any(&norm(word), &["област", "края", "край"]))?;
    let name = clean.get(at.checked_sub(1)?)?;
    if !name.chars().next()?.is_uppercase() || !is_adjective(name) {
        return None;
    }
    let low = norm(clean[at]);
    let stem = name.strip_suffix("ого").or_else(|| name.strip_suffix("ой")).unwrap_or(name);
    if low.starts_with("област") {
        let name = if stem == *name { (*name).to_owned() } else { format!("{stem}ая") };
        Some(format!("{name} область"))
    } else {
        Some(format!("{} край", nominative(name)))
    }
}

fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_adjective(word: &str) -> bool {
    ["ого", "его", "ий", "ый", "ой", "ом", "ая", "ую"].iter().any(|end| norm(word).ends_with(end))
}

/// «Сосновского» is «Сосновский», «муниципального» is «муниципальный».
fn nominative(word: &str) -> String {
    let low = word.to_lowercase();
    let soft = ["ского", "цкого", "нского", "ском", "цком"].iter().any(|end| low.ends_with(end));
    let stem = word.strip_suffix("ого").or_else(|| word.strip_suffix("ом"));
    match stem {
        Some(stem) if soft => format!("{stem}ий"),
        Some(stem) => format!("{stem}ый"),
        None => word.to_owned(),
    }
}

/// «Енисейска» is «Енисейск»; other endings are left as they are written.
fn city_name(word: &str) -> String {
    let cut = word
        .strip_suffix('а')
        .filter(|stem| ["ск", "рг", "ов", "ин", "ль", "ад"].iter().any(|end| stem.ends_with(end)));
    cut.unwrap_or(word).to_owned()
}

/// «приказом Управления образования от 05.09.2024 № 58» is «приказ Управления образования от …».
fn act(text: &str) -> Option<String> {
    const KINDS: [&str; 3] = ["приказ", "постановлени", "распоряжени"];
    let low = text.to_lowercase();
    let mut best = None;
    for kind in KINDS {
        for (at, _) in low.match_indices(kind) {
            let Some(found) = act_at(text, &low, at) else { continue };
            if best.as_ref().is_none_or(|(known, _)| at < *known) {
                best = Some((at, found));
            }
        }
    }
    best.map(|(_, act)| act)
}

fn act_at(text: &str, low: &str, at: usize) -> Option<String> {
    // Lower case may differ in bytes only for letters that no act has.
    let tail: String = text.get(at..)?.chars().take(260).collect();
    let low_tail: String = low.get(at..)?.chars().take(260).collect();
    let number = low_tail.find('№')?;
    let dated = low_tail[..number].find(" от ").is_some_and(|from| from < number)
        || low_tail[number..].contains(" от ");
    if !dated || low_tail[..number].contains(". ") && low_tail[..number].len() > 200 {
        return None;
    }
    let after = tail.get(number..)?;
    let value: String =
        after.trim_start_matches(['№', ' ']).split([' ', ',', ';', '«', '"']).next()?.to_owned();
    let mut said = format!("{}№ {}", tail.get(..number)?, value.trim_end_matches(['.', ')']));
    if !low_tail[..number].contains(" от ") {
        let (_, date) = after.split_once(" от ")?;
        said = format!("{said} от {}", date.split([' ', ',', ';']).next()?.trim_end_matches('.'));
    }
    Some(line(&nominative_kind(&said)))
}

fn nominative_kind(said: &str) -> String {
    const FORMS: [(&str, &str); 8] = [
        ("приказом", "приказ"),
        ("приказу", "приказ"),
        ("приказа", "приказ"),
        ("приказ", "приказ"),
        ("постановлени", "постановление"),
        ("распоряжени", "распоряжение"),
        ("Приказ", "приказ"),
        ("", ""),
    ];
    let (first, rest) = said.split_once(char::is_whitespace).unwrap_or((said, ""));
    let low = first.to_lowercase();
    let form = FORMS.iter().find(|(stem, _)| low.starts_with(&stem.to_lowercase()));
    format!("{} {rest}", form.map_or(first, |(_, word)| word))
}

/// The day of an act: «от 05.09.2024», «от 5 сентября 2024 г.».
pub(super) fn act_date(act: &str) -> Option<NaiveDate> {
    let low = norm(act);
    let tail = low.split(" от ").nth(1).unwrap_or(&low);
    let numbers: Vec<&str> = words(tail).collect();
    numbers.windows(3).find_map(|three| {
        let day: u32 = three[0].parse().ok()?;
        let month = three[1].parse().ok().or_else(|| month(three[1]))?;
        let year: i32 = three[2].parse().ok()?;
        let year = if (0..100).contains(&year) { year + 2000 } else { year };
        NaiveDate::from_ymd_opt(year, month, day).filter(|_| (1990..=2100).contains(&year))
    })
}

fn month(word: &str) -> Option<u32> {
    const STEMS: [&str; 12] = [
        "январ",
        "феврал",
        "март",
        "апрел",
        "ма",
        "июн",
        "июл",
        "август",
        "сентябр",
        "октябр",
        "ноябр",
        "декабр",
    ];
    let at = STEMS.iter().position(|stem| word.starts_with(stem))?;
    u32::try_from(at + 1).ok()
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
