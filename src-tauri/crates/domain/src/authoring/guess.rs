//! Columns of a table without a head, guessed by what stands in them.

use super::text::{has_any, norm, years};
use super::{Column, ColumnField, RawTable};

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
