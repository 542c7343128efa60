//! The head of a table: which row names the columns and what each of them holds.

use super::text::{has_any, norm, years};
use super::{Column, ColumnField, Merged, RawCell, RawTable, SheetKind};

/// The head is looked for in so many first rows.
const LOOK_IN: usize = 25;
/// A cell of a head is short.
const LONGEST: usize = 160;

/// A head that was found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Head {
    /// Its first row.
    pub(super) row: usize,
    /// How many rows it takes.
    pub(super) rows: usize,
    pub(super) kind: SheetKind,
    pub(super) columns: Vec<Column>,
}

/// What the words of a head mean, before it is known what the table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Code,
    Section,
    /// «Мероприятие», «Содержание деятельности».
    Event,
    /// «Наименование»: of an event or of an indicator.
    Name,
    /// «Показатель», «Индикатор».
    Indicator,
    Result,
    Term,
    Responsible,
    Evidence,
    Unit,
    /// «Базовое значение», «Итоговый», «2025 год».
    Stage,
    Ignore,
}

/// Stems of each meaning; where a cell has several, the one that stands first in the cell wins.
const STEMS: [(Word, &[&str]); 11] = [
    (Word::Code, &["№", "п/п", "п\\п", "номер", "код ", "#"]),
    (
        Word::Ignore,
        &[
            "финанс",
            "объем",
            "источник",
            "стоимост",
            "примечан",
            "отметка",
            "факт ",
            "контингент",
            "участник",
            "целевая групп",
            "категори",
            "место",
            "статус",
            "выполнен",
        ],
    ),
    (
        Word::Evidence,
        &[
            "документ",
            "подтвержд",
            "отчетн",
            "форма отчет",
            "форма представл",
            "форма завершен",
            "вид отчет",
            "способ контрол",
            "форма контрол",
        ],
    ),
    (
        Word::Responsible,
        &["ответствен", "исполнител", "кто отвеч", "кто провод", "кто выполн", "организатор"],
    ),
    (
        Word::Term,
        &["срок", "дата", "даты", "период", "месяц", "когда", "время провед", "начало", "окончан", "график"],
    ),
    (Word::Unit, &["единиц", "ед. изм", "ед.изм", "ед изм", "ед. "]),
    (
        Word::Event,
        &[
            "мероприят",
            "содержание",
            "действи",
            "виды деятельности",
            "вид деятельности",
            "деятельност",
            "шаги",
            "наименование работ",
            "что дела",
        ],
    ),
    (Word::Indicator, &["показател", "индикатор", "критери"]),
    (
        Word::Stage,
        &[
            "базов",
            "исходн",
            "стартов",
            "итогов",
            "промежуточн",
            "входн",
            "целев",
            "планов",
            "значени",
            "конечн",
        ],
    ),
    (Word::Result, &["результат", "эффект", "итог", "продукт", "выход"]),
    (Word::Section, &["направлени", "раздел", "задач", "блок", "этап"]),
];

fn meaning(text: &str) -> Option<Word> {
    let text = norm(text);
    if text.is_empty() || text.chars().count() > LONGEST {
        return None;
    }
    if matches!(text.as_str(), "n" | "n п/п" | "№" | "no" | "код" | "nn") {
        return Some(Word::Code);
    }
    let found = STEMS.iter().filter_map(|(word, stems)| {
        let at = stems.iter().filter_map(|stem| text.find(stem)).min()?;
        Some((at, *word))
    });
    let first = found.min_by_key(|(at, _)| *at).map(|(_, word)| word);
    match first {
        Some(Word::Stage) if has_any(&text, &["показател", "индикатор"]) && !has_any(&text, &["значени"]) => {
            Some(Word::Indicator)
        }
        // «Планируемый результат», «Плановый срок»: the noun says more than its adjective.
        Some(Word::Stage) if has_any(&text, &["результат"]) => Some(Word::Result),
        Some(Word::Stage) if has_any(&text, &["срок", "дата"]) => Some(Word::Term),
        // «Индикатор результата», «Показатель результата» beside an event are told apart later.
        Some(word) => Some(word),
        None if text.contains("наименован") || text.contains("название") => {
            Some(Word::Name)
        }
        None if !years(&text).is_empty() => Some(Word::Stage),
        None => None,
    }
    .map(|word| {
        if word == Word::Section && text.contains("наименование мер") {
            Word::Event
        } else {
            word
        }
    })
}

/// Finds the head of a table, from `start`.
pub(super) fn find(table: &RawTable, start: usize) -> Option<Head> {
    let last = table.rows.len().min(start + LOOK_IN);
    (start..last).find_map(|row| at(table, row))
}

/// The head that begins in this row, if one does.
pub(super) fn at(table: &RawTable, row: usize) -> Option<Head> {
    let cells = table.rows.get(row)?;
    let texts = cells.iter().filter(|cell| !cell.text.is_empty());
    let known = texts.clone().filter(|cell| meaning(&cell.text).is_some()).count();
    let numbered = texts.clone().any(|cell| is_row_number(&cell.text));
    if known < 2 || known * 2 < texts.count() || numbered {
        return None;
    }
    let rows = height(table, row);
    let heads = heads(table, row, rows);
    let kind = kind_of(&heads)?;
    Some(Head { row, rows, kind, columns: columns(&heads, kind) })
}

/// A head inside a table, where a row of the plan may have the same words: every cell of it is understood and short.
pub(super) fn inside(table: &RawTable, row: usize) -> Option<Head> {
    let cells = table.rows.get(row)?.iter().filter(|cell| !cell.text.is_empty());
    let plain = |cell: &RawCell| cell.text.chars().count() < 70 && meaning(&cell.text).is_some();
    if cells.clone().count() < 3 || !cells.clone().all(plain) {
        return None;
    }
    at(table, row)
}

/// «1.2» begins a row of the plan; «2025» may name a column.
fn is_row_number(text: &str) -> bool {
    super::codes::of_cell(text).is_some() && years(text).is_empty()
}

/// The row repeats the head after a page break.
pub(super) fn repeats(columns: &[Column], row: &[RawCell]) -> bool {
    let filled = row.iter().enumerate().filter(|(_, cell)| !cell.text.is_empty());
    let same = |(at, cell): &(usize, &RawCell)| {
        let (head, text) = (columns.get(*at).map_or("", |column| &column.head), norm(&cell.text));
        let head = norm(head);
        head == text || (text.chars().count() > 2 && (head.starts_with(&text) || head.ends_with(&text)))
    };
    filled.clone().count() >= 2 && filled.clone().all(|pair| same(&pair))
}

/// Rows below that only part the columns further: «Этапы: стартовый | итоговый».
fn height(table: &RawTable, row: usize) -> usize {
    let mut rows = 1;
    while rows < 3
        && table.rows.get(row + rows).is_some_and(|next| continues(&table.rows[row + rows - 1], next))
    {
        rows += 1;
    }
    rows
}

fn continues(above: &[RawCell], next: &[RawCell]) -> bool {
    let filled: Vec<usize> = (0..next.len()).filter(|&at| !next[at].text.is_empty()).collect();
    if filled.is_empty() || filled.iter().any(|&at| next[at].text.chars().count() > 60) {
        return false;
    }
    if is_column_numbers(next) {
        return false;
    }
    let merged_down = next.iter().filter(|cell| cell.merged == Merged::Up).count();
    let under_wide = |at: usize| {
        above[at].merged == Merged::Left || above.get(at + 1).is_some_and(|cell| cell.merged == Merged::Left)
    };
    if merged_down > 0 {
        return filled.iter().all(|&at| under_wide(at) || above[at].text.is_empty());
    }
    // Without merged cells: the first columns stay empty and a nameless column gets its name.
    let first_empty = next.iter().take(2).all(|cell| cell.text.is_empty());
    let names = filled.iter().any(|&at| above[at].text.is_empty());
    first_empty && names
}

/// The words above each column, those of a wide cell over all that it covers.
fn heads(table: &RawTable, row: usize, rows: usize) -> Vec<String> {
    let of_column = |column: usize| {
        let mut parts: Vec<&str> = Vec::new();
        for at in row..row + rows {
            let lower = table.rows.get(at + 1).filter(|_| at + 1 < row + rows);
            let parted = lower.is_some_and(|lower| !lower[column].text.is_empty());
            let text = shown(&table.rows[at], column, parted);
            if !text.is_empty() && !parts.contains(&text) {
                parts.push(text);
            }
        }
        super::text::line(&parts.join(" "))
    };
    (0..table.width()).map(of_column).collect()
}

/// The text over a column: its own, or that of the wide cell which covers it.
fn shown(row: &[RawCell], column: usize, parted: bool) -> &str {
    let owner = match row[column].merged {
        Merged::Up => None,
        Merged::Left => (0..column).rev().find(|&at| row[at].merged == Merged::Whole),
        // Where the source keeps no merged cells, a nameless column with a name below is a part of its left one.
        Merged::Whole if row[column].text.is_empty() && parted => {
            (0..column).rev().find(|&at| !row[at].text.is_empty())
        }
        Merged::Whole => Some(column),
    };
    owner.map_or("", |at| &row[at].text)
}

fn kind_of(heads: &[String]) -> Option<SheetKind> {
    let words: Vec<Word> = heads.iter().filter_map(|head| meaning(head)).collect();
    let has = |word: Word| words.contains(&word);
    let many = words.iter().filter(|word| **word == Word::Stage).count();
    let events = has(Word::Event) || has(Word::Name) || has(Word::Section);
    let of_plan = has(Word::Term) || has(Word::Responsible) || has(Word::Evidence);
    if has(Word::Indicator) && !has(Word::Event) && (has(Word::Unit) || many > 0 || !of_plan) {
        return Some(SheetKind::Indicators);
    }
    if has(Word::Name) && many > 1 && !of_plan {
        return Some(SheetKind::Indicators);
    }
    if events && (of_plan || (has(Word::Event) && (has(Word::Result) || has(Word::Code)))) {
        return Some(SheetKind::Events);
    }
    None
}

fn columns(heads: &[String], kind: SheetKind) -> Vec<Column> {
    let mut fields: Vec<ColumnField> = heads.iter().map(|head| field(meaning(head), head, kind)).collect();
    if !fields.contains(&ColumnField::Title) {
        promote(&mut fields, heads);
    }
    keep_first(&mut fields, heads, ColumnField::Title, ColumnField::Result);
    keep_first(&mut fields, heads, ColumnField::Code, ColumnField::Ignore);
    keep_first(&mut fields, heads, ColumnField::Section, ColumnField::Ignore);
    heads.iter().zip(fields).map(|(head, field)| Column { head: head.clone(), field }).collect()
}

fn field(word: Option<Word>, head: &str, kind: SheetKind) -> ColumnField {
    let events = kind == SheetKind::Events;
    match word {
        Some(Word::Code) => ColumnField::Code,
        Some(Word::Section) => ColumnField::Section,
        Some(Word::Event) if events => ColumnField::Title,
        Some(Word::Name) => ColumnField::Title,
        Some(Word::Indicator) if events => ColumnField::Result,
        Some(Word::Indicator) => ColumnField::Title,
        Some(Word::Result) if events => ColumnField::Result,
        Some(Word::Term) if events => ColumnField::Term,
        Some(Word::Responsible) if events => ColumnField::Responsible,
        Some(Word::Evidence) if events => ColumnField::Evidence,
        Some(Word::Unit) => ColumnField::Unit,
        Some(Word::Stage) if events && !years(head).is_empty() => ColumnField::Term,
        Some(Word::Stage | Word::Result) if !events => ColumnField::Target,
        Some(Word::Term) if !events && !years(head).is_empty() => ColumnField::Target,
        _ => ColumnField::Ignore,
    }
}

/// A plan whose events stand in the column «Направление деятельности» or «Задача».
fn promote(fields: &mut [ColumnField], heads: &[String]) {
    let sections = fields.iter().filter(|field| **field == ColumnField::Section).count();
    let candidate = match sections {
        0 => (0..fields.len()).find(|&at| fields[at] == ColumnField::Ignore && !heads[at].is_empty()),
        _ => fields.iter().rposition(|field| *field == ColumnField::Section),
    };
    if let Some(at) = candidate {
        fields[at] = ColumnField::Title;
    }
}

/// Of several columns of one meaning the first keeps it; a wide head over two columns is one.
fn keep_first(fields: &mut [ColumnField], heads: &[String], field: ColumnField, other: ColumnField) {
    let Some(first) = fields.iter().position(|known| *known == field) else { return };
    for at in first + 1..fields.len() {
        if fields[at] == field && heads[at] != heads[first] {
            fields[at] = other;
        }
    }
}

/// «1 | 2 | 3 | 4»: numbers of columns under the head.
pub(super) fn is_column_numbers(row: &[RawCell]) -> bool {
    let texts: Vec<&str> = row.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect();
    let number = |text: &str| text.trim_end_matches('.').parse::<usize>().ok();
    texts.len() >= 2 && texts.iter().enumerate().all(|(at, text)| number(text) == Some(at + 1))
}

/// Guesses the columns of a table without a head by what stands in them.
pub(super) fn by_content(table: &RawTable) -> Option<Vec<Column>> {
    let width = table.width();
    if !(3..=12).contains(&width) || table.rows.len() < 2 {
        return None;
    }
    let share = |column: usize, is: &dyn Fn(&str) -> bool| {
        let texts = table.rows.iter().map(|row| row[column].text.as_str()).filter(|text| !text.is_empty());
        let (all, fit) = texts.fold((0, 0), |(all, fit), text| (all + 1, fit + usize::from(is(text))));
        all > 0 && fit * 5 >= all * 3
    };
    let mut fields = vec![ColumnField::Ignore; width];
    let is_term = |text: &str| text.chars().count() < 80 && looks_dated(text);
    let is_code = |text: &str| super::codes::of_cell(text).is_some();
    let is_who = |text: &str| {
        text.chars().count() < 200 && super::level_of(text) != crate::programme::EventLevel::Unassigned
    };
    let free = |fields: &[ColumnField], is: &dyn Fn(&str) -> bool| {
        (0..width).find(|&at| fields[at] == ColumnField::Ignore && share(at, is))
    };
    if let Some(at) = free(&fields, &is_code) {
        fields[at] = ColumnField::Code;
    }
    let term = free(&fields, &is_term)?;
    fields[term] = ColumnField::Term;
    let length = |at: usize| table.rows.iter().map(|row| row[at].text.chars().count()).sum::<usize>();
    let title = (0..width).filter(|&at| fields[at] == ColumnField::Ignore && length(at) > 0).min()?;
    fields[title] = ColumnField::Title;
    if let Some(at) =
        (title + 1..width).rev().find(|&at| fields[at] == ColumnField::Ignore && share(at, &is_who))
    {
        fields[at] = ColumnField::Responsible;
    }
    if let Some(at) = free(&fields, &|text: &str| !text.is_empty()) {
        fields[at] = ColumnField::Result;
    }
    Some(fields.into_iter().map(|field| Column { head: String::new(), field }).collect())
}

/// The text may be a term: it names a month, a year, a quarter or a pace.
pub(super) fn looks_dated(text: &str) -> bool {
    const STEMS: [&str; 22] = [
        "январ",
        "феврал",
        "март",
        "апрел",
        "май",
        "мая",
        "июн",
        "июл",
        "август",
        "сентябр",
        "октябр",
        "ноябр",
        "декабр",
        "ежегодно",
        "ежемесячно",
        "ежеквартально",
        "постоянно",
        "в течение",
        "квартал",
        "раз в",
        "весь период",
        "по мере",
    ];
    has_any(&norm(text), &STEMS) || !years(text).is_empty()
}
