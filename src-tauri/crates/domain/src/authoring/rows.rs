//! Rows of a table by the meaning of their columns, before it is known what they are.

use super::text::{has_word, is_blank, norm};
use super::{ColumnField, Merged, RawTable, Sheet};
use super::{calendar, head};

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

    /// Its words, when it is a line of totals or a signature, and which of the two.
    pub(super) fn foreign(&self) -> Option<(&str, &'static str)> {
        if let Some(only) = &self.only {
            return Some((only, is_foreign(only)?));
        }
        let (code, title) = (self.text(ColumnField::Code), self.text(ColumnField::Title));
        let first = if title.is_empty() || is_total(code) { code } else { title };
        let bare = self.text(ColumnField::Term).is_empty() && self.text(ColumnField::Responsible).is_empty();
        (bare && is_total(first)).then_some((first, TOTAL))
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
    let mut terms: Vec<(usize, String)> = Vec::new();
    for (number, column) in sheet.columns.iter().enumerate() {
        if matches!(column.field, ColumnField::Ignore | ColumnField::Target) {
            continue;
        }
        let text = text_of(table, at, number, column.field);
        if column.field == ColumnField::Term {
            terms.push((number, calendar::covered_mark(sheet, at, number).unwrap_or(text)));
            continue;
        }
        match texts.iter_mut().find(|(known, _)| *known == column.field) {
            Some((_, known)) if known.is_empty() => *known = text,
            Some((_, known)) if !text.is_empty() && *known != text => *known = format!("{known} {text}"),
            Some(_) => {}
            None => texts.push((column.field, text)),
        }
    }
    texts.push((ColumnField::Term, calendar::term(sheet, at, &terms)));
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

const TOTAL: &str = "строка итогов";

fn is_total(text: &str) -> bool {
    let plain = norm(text);
    ["итого", "всего"].iter().any(|word| plain.starts_with(word))
}

/// Totals and signatures are no rows of a plan.
pub(super) fn is_foreign(text: &str) -> Option<&'static str> {
    let plain = norm(text);
    if is_total(text) {
        return Some(TOTAL);
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
