//! The shipped programmes say what their acts say: word for word, nothing added, nothing lost.
#![allow(clippy::unwrap_used)]

use crate::common::programme;
use opora_domain::programme::{CONST_STAGE, Event, Indicator, Programme};
use std::collections::BTreeMap;
use std::sync::LazyLock;

const SEEDS: [(&str, &str); 5] = [
    ("bogotol", include_str!("../../../../../tests/fixtures/seeds/bogotol.txt")),
    ("yeniseysk", include_str!("../../../../../tests/fixtures/seeds/yeniseysk.txt")),
    ("strezhevoy", include_str!("../../../../../tests/fixtures/seeds/strezhevoy.txt")),
    ("zhigalovo", include_str!("../../../../../tests/fixtures/seeds/zhigalovo.txt")),
    ("yakovlevka", include_str!("../../../../../tests/fixtures/seeds/yakovlevka.txt")),
];

/// Rows whose cells the text breaks: their words are compared as a heap, together.
const BROKEN: [(&str, &str, &[&str]); 7] = [
    // the row stands on two pages, its cells in halves
    ("bogotol", "event", &["5"]),
    ("bogotol", "indicator", &["7.4"]),
    ("strezhevoy", "indicator", &["3.3"]),
    ("zhigalovo", "event", &["2.6"]),
    ("yakovlevka", "event", &["5.9"]),
    // the cell of results stands in three rows of the table
    ("yeniseysk", "event", &["3.4"]),
    // the number of 4.2 stands on the next page, below the beginning of its own title
    ("zhigalovo", "event", &["4.1", "4.2"]),
];

/// A table of the text: where it starts, the beginnings of lines that end a row, and lines of a repeated header.
struct Table {
    start: &'static str,
    stops: &'static [&'static str],
    headers: &'static [&'static str],
}

fn plan(id: &str) -> Option<Table> {
    Some(match id {
        "bogotol" => Table {
            start: "№п/п\tМероприятие", stops: &["Направление "], headers: &[]
        },
        "yeniseysk" => {
            Table { start: "№\tМероприятия", stops: &["Задача "], headers: &[] }
        }
        "zhigalovo" => Table {
            start: "5. Комплексный план",
            stops: &["6. Определение"],
            headers: &["№\tНаименование\tПериод"],
        },
        "yakovlevka" => Table {
            start: "№\tМероприятия",
            stops: &["1.\t", "2.\t", "3.\t", "4.\t", "5.\t", "6.\t", "Состав муниципальной"],
            headers: &[],
        },
        _ => return None,
    })
}

fn indicators(id: &str) -> Option<Table> {
    Some(match id {
        "bogotol" => Table {
            start: "№п/п\tПоказатели",
            stops: &["1. ", "2. ", "5. ", "6. ", "7. ", "Показатели, хар", "Раздел 5."],
            headers: &[],
        },
        "strezhevoy" => Table {
            start: "№ п/п\tНаименование показателя",
            stops: &["Задача ", "Единица измерения", "В целях повышения"],
            headers: &["№ п/п\tНаименование показателя", "\t\t\tСтартовый\tИтоговый"],
        },
        "zhigalovo" => Table {
            start: "Программы\n\nЗадача 1. Доля", stops: &["Срок"], headers: &[]
        },
        _ => return None,
    })
}

/// The texts without the marks of their typesetting.
static PLAIN: LazyLock<BTreeMap<&str, String>> =
    LazyLock::new(|| SEEDS.iter().map(|(id, text)| (*id, plain(text))).collect());

fn seed(id: &str) -> &'static str {
    &PLAIN[id]
}

fn plain(text: &str) -> String {
    let mut in_tag = false;
    let is_text = |c: &char| {
        let was_in_tag = in_tag;
        in_tag = *c == '<' || (in_tag && *c != '>');
        !in_tag && !was_in_tag && !matches!(c, '*' | '#')
    };
    text.chars().filter(is_text).map(|c| if c == '\u{a0}' { ' ' } else { c }).collect()
}

/// Words and numbers, without punctuation.
fn words(text: &str) -> Vec<String> {
    let is_word = |c: char| c.is_alphanumeric() || c == '%' || c == '+';
    text.split(|c| !is_word(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Everything but white space: cells are wrapped as the page was.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// One row of the file: its number in the text and its cells in the order of the columns.
struct Row {
    code: String,
    number: String,
    cells: Vec<String>,
    /// Parts of cells that stand apart in the file: the documents within a result.
    within: Vec<String>,
}

fn event_row(id: &str, event: &Event) -> Row {
    let e = event.clone();
    let (number, cells, within) = match id {
        "bogotol" => (e.code, vec![e.title, e.result, e.responsible, e.evidence, e.term.raw], vec![]),
        "yeniseysk" => {
            let number = e.code.split('.').nth(1).unwrap().to_owned();
            (number, vec![e.title, e.result, e.term.raw, e.responsible], vec![e.evidence])
        }
        "zhigalovo" => (e.code, vec![e.title, e.term.raw], vec![e.result, e.responsible, e.evidence]),
        _ => (e.code, vec![e.title, e.term.raw, e.responsible, e.result], vec![e.evidence]),
    };
    Row { code: event.code.clone(), number, cells, within }
}

fn indicator_row(programme: &Programme, indicator: &Indicator) -> Row {
    let target = |stage: &str| indicator.targets.get(stage).map(|target| target.raw.clone());
    let mut cells = vec![indicator.title.clone()];
    match programme.id.as_str() {
        "zhigalovo" => cells.extend(target("final")),
        "bogotol" if target(CONST_STAGE).is_none() => {
            cells.extend(indicator.targets.iter().flat_map(|(year, t)| [year.clone(), t.raw.clone()]));
        }
        _ => {
            cells.extend(target(CONST_STAGE));
            cells.extend(programme.stages.iter().filter_map(|stage| target(&stage.code)));
        }
    }
    let number = if programme.id == "zhigalovo" {
        format!("Задача {}", indicator.code)
    } else {
        indicator.code.clone()
    };
    Row { code: indicator.code.clone(), number, cells, within: vec![] }
}

/// The stretch of text of each row, by its number (empty when it is not there), and lines that no row has.
fn regions(text: &str, table: &Table, rows: &[Row]) -> (Vec<String>, Vec<String>) {
    let mut text = text[text.find(table.start).expect("the table is in the text")..].to_owned();
    for header in table.headers {
        let line = text.lines().find(|line| line.starts_with(header)).unwrap().to_owned();
        text = text.replace(&format!("\n{line}"), "\n");
    }
    let lines: Vec<&str> = text.split('\n').collect();
    let mut from = 0;
    let mut starts = Vec::new();
    for row in rows {
        let found = (from..lines.len()).find(|n| begins_with(lines[*n], &row.number));
        from = found.map_or(from, |found| found + 1);
        starts.push(found);
    }
    let stops = |line: &str| table.stops.iter().any(|stop| line.trim_start().starts_with(stop));
    let mut taken = vec![false; lines.len()];
    let mut region = |index: usize| {
        let Some(start) = starts[index] else { return String::new() };
        let next = starts[index + 1..].iter().flatten().next().copied().unwrap_or(lines.len());
        let end = (start + 1..next).find(|n| stops(lines[*n])).unwrap_or(next);
        taken[start..end].fill(true);
        lines[start..end].join("\n")
    };
    let regions = (0..rows.len()).map(&mut region).collect();
    let last = starts.iter().flatten().last().copied().unwrap_or(0);
    let is_left = |n: &usize| !taken[*n] && !lines[*n].trim().is_empty() && !stops(lines[*n]);
    (regions, (1..last).filter(is_left).map(|n| lines[n].to_owned()).collect())
}

fn begins_with(line: &str, number: &str) -> bool {
    let Some(rest) = line.trim_start().strip_prefix(number) else { return false };
    rest.strip_prefix('.').unwrap_or(rest).starts_with(['\t', ' '])
}

/// What differs between the rows of the file and the rows of the text.
fn differences(id: &str, kind: &str, table: &Table, rows: &[Row]) -> Vec<String> {
    let (regions, left) = regions(seed(id), table, rows);
    let broken = |code: &str| BROKEN.iter().find(|(i, k, c)| (*i, *k) == (id, kind) && c.contains(&code));
    let mut faults: Vec<String> =
        left.iter().map(|line| format!("{id}, {kind}: no row says: {line}")).collect();
    let mut heaps: BTreeMap<&str, [Vec<String>; 2]> = BTreeMap::new();
    for (row, region) in rows.iter().zip(&regions) {
        let said = words(&format!("{} {}", row.number, row.cells.join(" ")));
        if let Some((_, _, codes)) = broken(&row.code) {
            let [text, file] = heaps.entry(codes[0]).or_default();
            text.extend(words(region));
            file.extend(said);
            continue;
        }
        let text = bare(region);
        let lost = row.cells.iter().chain(&row.within).filter(|cell| !text.contains(&bare(cell)));
        faults.extend(lost.map(|cell| format!("{id}, {kind} {}: not in the text: {cell}", row.code)));
        if words(region) != said {
            faults.push(format!("{id}, {kind} {}: the row of the text has other words", row.code));
        }
    }
    for (code, [mut text, mut file]) in heaps {
        text.sort();
        file.sort();
        if text != file {
            faults.push(format!("{id}, {kind} {code}: the broken rows have other words"));
        }
    }
    faults
}

fn plan_differences(programme: &Programme) -> Vec<String> {
    let id = programme.id.as_str();
    let Some(table) = plan(id) else { return vec![] };
    let rows: Vec<Row> = programme.events.iter().map(|event| event_row(id, event)).collect();
    differences(id, "event", &table, &rows)
}

fn indicator_differences(programme: &Programme) -> Vec<String> {
    let id = programme.id.as_str();
    let Some(table) = indicators(id) else { return vec![] };
    let rows: Vec<Row> = programme.indicators.iter().map(|i| indicator_row(programme, i)).collect();
    differences(id, "indicator", &table, &rows)
}

/// Words of the file that must stand in the text as they are, line by line.
fn sayings(programme: &Programme) -> Vec<&str> {
    let p = programme;
    let mut all: Vec<&str> = vec![&p.title, &p.goal, &p.act.number];
    all.extend(
        [&p.tasks, &p.groups, &p.indicator_groups].into_iter().flatten().map(|item| item.title.as_str()),
    );
    if indicators(&p.id).is_none() {
        all.extend(p.indicators.iter().map(|indicator| indicator.title.as_str()));
    }
    all.extend(p.indicators.iter().flat_map(|i| i.targets.values()).map(|target| target.raw.as_str()));
    all.extend(p.measured_results.iter().flat_map(|result| [result.title.as_str(), &result.target.raw]));
    all.extend(p.criteria.iter().flat_map(|list| &list.items).map(String::as_str));
    all.extend(p.criteria.iter().map(|list| list.title.as_str()));
    all.extend(p.risks.iter().flat_map(|risk| [risk.text.as_str(), &risk.mitigation]));
    all.extend(p.risk_factors.iter().map(String::as_str));
    all.extend(
        p.expected_results.iter().flat_map(|r| [&r.text].into_iter().chain(&r.parts)).map(String::as_str),
    );
    all.extend(p.effects.iter().flat_map(|effect| [effect.result.as_str(), &effect.effect]));
    all.extend(p.rules.iter().map(|rule| rule.text.as_str()));
    for section in &p.sections {
        all.push(&section.intro);
        for item in &section.items {
            all.extend([item.code.as_str(), &item.title, &item.text]);
            all.extend(item.parts.iter().chain(item.by_stage.values()).map(String::as_str));
        }
    }
    all.into_iter().flat_map(str::lines).collect()
}

/// Words that the text has otherwise, and why.
const REWORDED: [(&str, &str, &str); 0] = [];

fn lost_sayings(programme: &Programme) -> Vec<String> {
    let id = programme.id.as_str();
    let text = bare(seed(id));
    let known = |said: &str| REWORDED.iter().any(|(of, words, _)| *of == id && said == *words);
    let lost = |said: &&str| !known(said) && !text.contains(&bare(&said.replace('*', "")));
    sayings(programme).into_iter().filter(lost).map(|said| format!("{id}: {said}")).collect()
}

fn all_differences(programme: &Programme) -> Vec<String> {
    [plan_differences(programme), indicator_differences(programme), lost_sayings(programme)].concat()
}

#[test]
fn programmes_say_what_their_acts_say() {
    let found: Vec<_> = SEEDS.iter().flat_map(|(id, _)| all_differences(&programme(id))).collect();
    assert!(found.is_empty(), "{found:#?}");
}

/// Changes one word of each text field of each row in turn: every change must be noticed.
#[test]
fn a_changed_word_is_noticed() {
    for (id, _) in SEEDS.iter().filter(|(id, _)| *id != "strezhevoy") {
        let whole = programme(id);
        for index in 0..whole.events.len() {
            for field in 0..5 {
                let mut changed = whole.clone();
                let event = &mut changed.events[index];
                let text = match field {
                    0 => &mut event.title,
                    1 => &mut event.result,
                    2 => &mut event.evidence,
                    3 => &mut event.responsible,
                    _ => &mut event.term.raw,
                };
                let Some(last) = words(text).pop() else { continue };
                *text = text.replacen(&last, &format!("{last}ъ"), 1);
                let code = &whole.events[index].code;
                assert!(
                    !plan_differences(&changed).is_empty(),
                    "{id} {code}: field {field} of another wording"
                );
            }
        }
    }
}

#[test]
fn a_changed_indicator_or_target_is_noticed() {
    for id in ["bogotol", "strezhevoy", "zhigalovo"] {
        let whole = programme(id);
        for index in 0..whole.indicators.len() {
            let mut changed = whole.clone();
            changed.indicators[index].title += " и ещё";
            assert!(!indicator_differences(&changed).is_empty(), "{id}, title {index}");
            let mut changed = whole.clone();
            let target = changed.indicators[index].targets.values_mut().last().unwrap();
            target.raw = target.raw.replace(['1', '2', '3', '4', '5', '7', '8'], "6") + "0";
            assert!(!indicator_differences(&changed).is_empty(), "{id}, target {index}");
        }
    }
}

#[test]
fn a_lost_row_is_noticed() {
    for id in ["bogotol", "yeniseysk", "zhigalovo", "yakovlevka"] {
        let whole = programme(id);
        for index in 0..whole.events.len() {
            let mut changed = whole.clone();
            let code = changed.events.remove(index).code;
            assert!(!plan_differences(&changed).is_empty(), "{id} {code}");
        }
    }
}

/// The yearly targets of Жигалово stand in section 6, a year a cell, in the order of the years.
#[test]
fn yearly_targets_of_zhigalovo_stand_in_its_yearly_goals() {
    let text = seed("zhigalovo");
    let text = &text[text.find("6. Определение целевых").unwrap()..];
    let indicator =
        |code: &str| programme("zhigalovo").indicators.into_iter().find(|i| i.code == code).unwrap();
    for (code, key) in [
        ("1", "подвергнутых анализу"),
        ("2", "вовлечённых в сетевое"),
        ("4", "удовлетворённых уровнем"),
        ("5", "удовлетворённых качеством"),
        ("6", "в которых повысился уровень"),
        ("7", "повысивших качество"),
    ] {
        let found: Vec<String> = text.match_indices(key).map(|(at, _)| percent_after(&text[at..])).collect();
        let targets = indicator(code).targets;
        let said: Vec<String> = ["2020", "2021", "2022"].map(|year| bare(&targets[year].raw)).to_vec();
        assert_eq!(found, said, "indicator {code}");
    }
    // The cells of indicator 3 are torn by a page: the shares stand below all three titles.
    let tail = &text[text.find("разработавших школьные программы").unwrap()..];
    let raws: Vec<String> = ["2020", "2021", "2022"].map(|y| bare(&indicator("3").targets[y].raw)).to_vec();
    let shares = tail.match_indices("образования, - ").map(|(at, _)| percent_after(&tail[at..]));
    assert_eq!(shares.take(3).collect::<Vec<_>>(), raws);
}

/// «80-100%» of «…качества образования, - 80-100%».
fn percent_after(text: &str) -> String {
    let share = &text[..=text.find('%').unwrap()];
    let is_share = |c: char| c.is_ascii_digit() || c == '-' || c == '%' || c == ' ';
    let start = share.char_indices().rev().take_while(|(_, c)| is_share(*c)).last().unwrap().0;
    bare(&share[start..]).trim_start_matches('-').to_owned()
}

#[test]
fn no_text_names_an_official() {
    for (id, text) in SEEDS {
        let initials = |word: &&str| {
            let c: Vec<char> = word.chars().collect();
            c.len() == 4 && c[0].is_uppercase() && c[1] == '.' && c[2].is_uppercase() && c[3] == '.'
        };
        let found: Vec<_> = text.split([' ', '\t', '\n', ',']).filter(initials).collect();
        assert!(found.is_empty(), "{id}: {found:?}");
    }
}
