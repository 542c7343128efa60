//! Rows of a table by the meaning of their columns, before it is known what they are.

use super::head;
use super::text::{has_word, is_blank, norm};
use super::{ColumnField, Merged, RawTable, Sheet};

/// A row with its texts by meaning.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// Number within the table.
    pub(super) at: usize,
    pub(super) place: String,
    texts: Vec<(ColumnField, String)>,
    /// Its title is a part of the cell above.
    pub(super) title_continues: bool,
    /// The only filled cell, when there is one.
    pub(super) only: Option<String>,
    /// That cell covers other columns.
    pub(super) wide: bool,
}

impl Row {
    pub(super) fn text(&self, field: ColumnField) -> &str {
        self.texts.iter().find(|(known, _)| *known == field).map_or("", |(_, text)| text)
    }

    /// All columns but these are empty.
    pub(super) fn only_has(&self, fields: &[ColumnField]) -> bool {
        self.texts.iter().all(|(field, text)| text.is_empty() || fields.contains(field))
    }
}

/// The rows under the head that say something.
pub(super) fn of(sheet: &Sheet) -> Vec<Row> {
    let table = &sheet.table;
    let mut rows = Vec::new();
    for at in sheet.head_rows..table.rows.len() {
        let cells = &table.rows[at];
        let blank = cells.iter().all(|cell| cell.text.trim().is_empty());
        let head = head::is_column_numbers(cells) || head::repeats(&sheet.columns, cells);
        if !blank && !head {
            rows.push(row(sheet, at));
        }
    }
    rows
}

fn row(sheet: &Sheet, at: usize) -> Row {
    let table = &sheet.table;
    let mut texts: Vec<(ColumnField, String)> = Vec::new();
    for (number, column) in sheet.columns.iter().enumerate() {
        if matches!(column.field, ColumnField::Ignore | ColumnField::Target) {
            continue;
        }
        let text = text_of(table, at, number, column.field);
        let text = dated_by_head(sheet, number, &text);
        match texts.iter_mut().find(|(known, _)| *known == column.field) {
            Some((ColumnField::Term, known)) if !known.is_empty() && !text.is_empty() => {
                let dash = if sheet.columns[number].head.chars().any(|c| c.is_ascii_digit()) {
                    "; "
                } else {
                    " – "
                };
                *known = format!("{known}{dash}{text}");
            }
            Some((_, known)) if known.is_empty() => *known = text,
            Some((_, known)) if !text.is_empty() && *known != text => *known = format!("{known} {text}"),
            Some(_) => {}
            None => texts.push((column.field, text)),
        }
    }
    let filled: Vec<usize> = (0..table.width()).filter(|&n| !table.rows[at][n].text.is_empty()).collect();
    let only = (filled.len() == 1).then(|| table.rows[at][filled[0]].text.clone());
    let wide = filled.len() == 1
        && table.rows[at].get(filled[0] + 1).is_some_and(|cell| cell.merged == Merged::Left);
    let title = sheet.columns.iter().position(|column| column.field == ColumnField::Title);
    let title_continues = title.is_some_and(|n| table.rows[at][n].merged == Merged::Up);
    Row { at, place: table.row_place(at), texts, title_continues, only, wide }
}

/// The text of a cell; what is said once for several rows holds for each of them.
fn text_of(table: &RawTable, at: usize, column: usize, field: ColumnField) -> String {
    let shared = matches!(
        field,
        ColumnField::Term | ColumnField::Responsible | ColumnField::Section | ColumnField::Unit
    );
    let cell = &table.rows[at][column];
    if cell.merged == Merged::Up && shared {
        let owner = (0..at).rev().find(|&row| table.rows[row][column].merged != Merged::Up);
        return owner.map(|row| table.rows[row][column].text.clone()).unwrap_or_default();
    }
    if cell.merged == Merged::Whole && is_blank(&cell.text) { String::new() } else { cell.text.clone() }
}

/// A column «2025» of terms: a mark in it means the year, a month in it means the month of that year.
fn dated_by_head(sheet: &Sheet, column: usize, text: &str) -> String {
    let known = &sheet.columns[column];
    let years = super::text::years(&known.head);
    let many = sheet.columns.iter().filter(|column| column.field == ColumnField::Term).count() > 1;
    if known.field != ColumnField::Term || years.is_empty() || !many || text.is_empty() {
        return text.to_owned();
    }
    let mark = matches!(norm(text).as_str(), "+" | "v" | "х" | "x" | "✓" | "да" | "*");
    let year = years[0];
    match mark {
        true => format!("{year} год"),
        false if super::text::years(text).is_empty() => format!("{text} {year} г."),
        false => text.to_owned(),
    }
}

/// Totals and signatures are no rows of a plan.
pub(super) fn is_foreign(text: &str) -> Option<&'static str> {
    let plain = norm(text);
    let totals = ["итого", "всего"];
    if totals.iter().any(|word| plain.starts_with(word)) {
        return Some("строка итогов");
    }
    let signs = ["согласован", "утвержда", "исполнитель", "м.п.", "подпись", "примечани", "тел."];
    let signed = signs.iter().any(|word| plain.starts_with(word)) || text.contains("____");
    let chief =
        has_word(&plain, &["директор", "начальник", "руководитель", "заведующий"]) && text.contains("/");
    if signed || (chief && plain.chars().count() < 120) {
        return Some("подпись или примечание");
    }
    (plain.starts_with('*')).then_some("сноска")
}
