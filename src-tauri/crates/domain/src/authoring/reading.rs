//! From a source to the rows of a draft.

use std::collections::BTreeMap;

use super::events::Plan;
use super::indicators::Indicators;
use super::{DraftMeta, RowBody, RowKind, Sheet, SheetKind, Skipped, Source, codes, meta, sheets};
use crate::programme::CodedText;

/// Heading of a plan that has none.
const PLAN: &str = "Мероприятия";
/// Heading of indicators that have none.
const INDICATORS: &str = "Показатели";

/// What was read out of a source.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What is known of the programme as a whole.
    pub meta: DraftMeta,
    /// Headings of the plan.
    pub sections: Vec<CodedText>,
    /// Headings of the indicators.
    pub indicator_sections: Vec<CodedText>,
    /// Tables and how they are understood.
    pub sheets: Vec<Sheet>,
    /// Rows of the plan, then indicators.
    pub rows: Vec<RowBody>,
    /// What was left out.
    pub skipped: Vec<Skipped>,
}

/// Reads a source from the beginning.
pub fn read(source: &Source) -> Reading {
    let sheets = sheets::of(source);
    let mut reading = reread(sheets);
    reading.meta = meta::of(source, &reading.rows);
    let remarks = source.remarks.iter().map(|remark| Skipped {
        place: "Файл".to_owned(),
        text: String::new(),
        why: remark.clone(),
    });
    reading.skipped.extend(remarks);
    reading
}

/// Reads the tables with the columns as they are understood now; nothing is known of the whole.
pub fn reread(sheets: Vec<Sheet>) -> Reading {
    let (mut plan, mut indicators) = (Plan::default(), Indicators::default());
    let titled = titled(&sheets);
    for (number, sheet) in sheets.iter().enumerate() {
        match sheet.kind {
            SheetKind::Events => plan.sheet(number, sheet, titled.contains(&number)),
            SheetKind::Indicators => indicators.sheet(number, sheet),
            SheetKind::Other => {}
        }
    }
    settle(&mut plan.sections, &mut plan.rows, &mut plan.skipped, PLAN);
    settle(&mut indicators.sections, &mut indicators.rows, &mut indicators.skipped, INDICATORS);
    let mut skipped = plan.skipped;
    skipped.extend(indicators.skipped);
    skipped.extend(sheets.iter().filter(|sheet| sheet.kind == SheetKind::Other).map(left_alone));
    let rows = plan.rows.into_iter().chain(indicators.rows).collect();
    let (sections, indicator_sections) = (plan.sections, indicators.sections);
    Reading { meta: DraftMeta::default(), sections, indicator_sections, sheets, rows, skipped }
}

/// Several tables of events: the text above each names its section. Text above the only table is a title.
fn titled(sheets: &[Sheet]) -> Vec<usize> {
    let events = || sheets.iter().enumerate().filter(|(_, sheet)| sheet.kind == SheetKind::Events);
    let many = events().count() > 1;
    let names = |sheet: &Sheet| !sheet.heading.is_empty() && (many || codes::is_heading(&sheet.heading));
    let first = events().next().map(|(number, _)| number);
    let fits = |(number, sheet): &(usize, &Sheet)| {
        let title = meta::is_title(&sheet.heading) && Some(*number) == first;
        names(sheet) && !title && !meta::is_caption(&sheet.heading)
    };
    events().filter(fits).map(|(number, _)| number).collect()
}

fn left_alone(sheet: &Sheet) -> Skipped {
    let first = sheet.table.rows.iter().flatten().find(|cell| !cell.text.is_empty());
    Skipped {
        place: sheet.table.place.clone(),
        text: first.map(|cell| super::text::brief(&cell.text)).unwrap_or_default(),
        why: "таблица не похожа на план или показатели".to_owned(),
    }
}

/// Gives every row a code and a heading.
fn settle(sections: &mut Vec<CodedText>, rows: &mut [RowBody], skipped: &mut Vec<Skipped>, default: &str) {
    restore_tens(rows);
    distinguish(sections, rows);
    number(rows);
    mark_groups(rows);
    head_by_groups(sections, rows);
    unheaded(sections, rows, default);
    let is_used = |section: &CodedText| rows.iter().any(|row| row.section == section.code);
    skipped.extend(sections.iter().filter(|section| !is_used(section)).map(|section| Skipped {
        place: "Заголовки".to_owned(),
        text: super::text::brief(&section.title),
        why: "заголовок, под которым нет строк".to_owned(),
    }));
    sections.retain(is_used);
    make_unique(rows);
}

fn restore_tens(rows: &mut [RowBody]) {
    for at in 1..rows.len() {
        let (before, here) = rows.split_at_mut(at);
        let repeated = before.iter().any(|row| row.code == here[0].code);
        if repeated && let Some(code) = codes::after_nine(&here[0].code, Some(&before[at - 1].code)) {
            here[0].code = code;
        }
    }
}

/// Numbers that begin anew in each section get the number of the section: 3 of section 2 is 2.3.
fn distinguish(sections: &[CodedText], rows: &mut [RowBody]) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let begins_anew = rows.iter().filter(|row| !row.code.is_empty()).any(|row| {
        let first = *seen.entry(row.code.as_str()).or_insert(row.section.as_str());
        first != row.section
    });
    let known = |code: &str| sections.iter().any(|section| section.code == code);
    if begins_anew {
        for row in rows.iter_mut().filter(|row| !row.code.is_empty() && known(&row.section)) {
            row.code = format!("{}.{}", row.section, row.code);
        }
    }
}

/// Rows without a number get the one after the row above, or the next one of their section.
fn number(rows: &mut [RowBody]) {
    let dotted = rows.iter().any(|row| row.code.contains('.')) || rows.iter().all(|row| row.code.is_empty());
    for at in 0..rows.len() {
        if !rows[at].code.is_empty() {
            continue;
        }
        let section = rows[at].section.clone();
        if let Some(code) = under_colon(rows, at) {
            rows[at].code = code;
            continue;
        }
        let above = at.checked_sub(1).map(|above| &rows[above]).filter(|row| row.section == section);
        let (stem, after) = match above.map(|row| stem_and_number(&row.code)) {
            Some((stem, number)) => (stem, number),
            None if section.is_empty() || !dotted => (String::new(), 0),
            None => (format!("{section}."), 0),
        };
        let taken = |code: &str| rows.iter().any(|row| row.code == code);
        let free = (after + 1..).map(|n| format!("{stem}{n}")).find(|code| !taken(code));
        rows[at].code = free.unwrap_or_default();
    }
}

/// Rows with dashes under «Провести:» are parts of it: 1.2 has 1.2.1 and 1.2.2.
fn under_colon(rows: &[RowBody], at: usize) -> Option<String> {
    let dashed = |row: &RowBody| row.title.starts_with(['-', '–', '—', '•', '·']);
    let owner = rows[..at].iter().rposition(|row| !dashed(row))?;
    let opens = rows[owner].title.ends_with(':') && rows[owner].section == rows[at].section;
    (dashed(&rows[at]) && opens).then(|| format!("{}.{}", rows[owner].code, at - owner))
}

/// «2.3» is «2.» and 3.
fn stem_and_number(code: &str) -> (String, usize) {
    let digits = code.chars().rev().take_while(char::is_ascii_digit).count();
    let (stem, number) = code.split_at(code.len() - digits);
    (stem.to_owned(), number.parse().unwrap_or_default())
}

fn mark_groups(rows: &mut [RowBody]) {
    for at in 0..rows.len() {
        let code = rows[at].code.clone();
        let has_children = rows[at + 1..].iter().any(|row| codes::is_under(&row.code, &code));
        if let RowKind::Event(event) = &mut rows[at].kind {
            event.is_group = has_children;
        }
    }
}

/// A tree without headings: its top rows are the headings.
fn head_by_groups(sections: &mut Vec<CodedText>, rows: &mut [RowBody]) {
    let top = |row: &RowBody| codes::depth(&row.code) == 1;
    let is_group = |row: &RowBody| matches!(&row.kind, RowKind::Event(event) if event.is_group);
    let orphans = rows.iter().any(|row| row.section.is_empty());
    if !sections.is_empty() || !orphans || !rows.iter().any(|row| top(row) && is_group(row)) {
        return;
    }
    let mut section = String::new();
    for row in rows.iter_mut() {
        if codes::depth(&row.code) == 1 {
            section = row.code.clone();
            sections.push(CodedText { code: row.code.clone(), title: row.title.clone() });
        }
        row.section = section.clone();
    }
}

/// Rows above the first heading, or all when there is none.
fn unheaded(sections: &mut Vec<CodedText>, rows: &mut [RowBody], default: &str) {
    let taken = |code: &str| sections.iter().any(|section| section.code == code);
    if rows.iter().all(|row| !row.section.is_empty()) {
        return;
    }
    let code = (1..).map(|n: usize| n.to_string()).find(|code| !taken(code)).unwrap_or_default();
    rows.iter_mut().filter(|row| row.section.is_empty()).for_each(|row| row.section = code.clone());
    sections.insert(0, CodedText { code, title: default.to_owned() });
}

/// A code that stands twice gets a letter, and the row is to be looked at.
fn make_unique(rows: &mut [RowBody]) {
    const LETTERS: [char; 8] = ['а', 'б', 'в', 'г', 'д', 'е', 'ж', 'з'];
    for at in 1..rows.len() {
        let code = rows[at].code.clone();
        if !rows[..at].iter().any(|row| row.code == code) {
            continue;
        }
        let taken = |code: &str| rows.iter().any(|row| row.code == code);
        let letters = LETTERS.iter().map(|letter| format!("{code}{letter}"));
        let numbers = (2..).map(|n: usize| format!("{code}-{n}"));
        let free = letters.chain(numbers).find(|code| !taken(code)).unwrap_or_default();
        rows[at].doubts.push(format!("Номер {code} уже занят, этой строке дан номер {free}."));
        rows[at].code = free;
    }
}
