//! A table made into a programme at once, without a school's file: for the command line and for tests.

use std::cell::Cell;
use std::path::Path;

use chrono::NaiveDate;
use opora_domain::programme::Programme;
use opora_exchange::{MAX_TABLE_BYTES, read_file, read_table};

use super::finish::{made, text};
use super::work::Work;
use super::{TableDraftView, view};
use crate::{ApiError, Code, Result};

/// A table as it was read.
#[derive(Debug, Clone)]
pub struct ReadTable {
    /// Rows, doubts, what was left out.
    pub view: TableDraftView,
    /// What was not found in the text and had to be assumed, in words.
    pub assumed: Vec<String>,
    /// The programme and the text of its file, or what it lacks.
    pub programme: std::result::Result<(Programme, String), ApiError>,
}

/// What the caller knows better than the text; what is empty is guessed.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// Id of the programme.
    pub id: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// District or town.
    pub territory: Option<String>,
    /// The act in words.
    pub act: Option<String>,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

/// Reads a file with a table.
///
/// # Errors
/// The errors of reading; what the programme lacks is told inside.
pub fn import(path: &Path, given: Given, today: NaiveDate) -> Result<ReadTable> {
    let source = read_table(&read_file(path, MAX_TABLE_BYTES)?)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut work = Work::blank("draft".to_owned(), "", today);
    let number = Cell::new(0_usize);
    work.add(&name, &source, &|| {
        number.set(number.get() + 1);
        format!("row{:05}", number.get())
    });
    let assumed = settle(&mut work, &given, path);
    let programme = made(&work, |_| false).and_then(|mut programme| {
        if let Some(id) = given.id {
            programme.id = id;
        }
        refuse_bad_id(&programme)?;
        let text = text(&programme)?;
        Ok((programme, text))
    });
    Ok(ReadTable { view: view::of(&work), assumed, programme })
}

/// Takes what was given, and says what had to be assumed.
fn settle(work: &mut Work, given: &Given, path: &Path) -> Vec<String> {
    let meta = &mut work.draft.meta;
    let texts = [
        (&mut meta.title, &given.title),
        (&mut meta.territory, &given.territory),
        (&mut meta.act, &given.act),
    ];
    for (known, given) in texts {
        if let Some(given) = given {
            given.trim().clone_into(known);
        }
    }
    if given.from.is_some() || given.to.is_some() {
        meta.from = given.from.or(meta.from);
        meta.to = given.to.or(meta.to);
    }
    let mut assumed = Vec::new();
    if meta.title.is_empty() {
        meta.title = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        assumed.push("Название в тексте не найдено, взято имя файла. Можно задать: --title.".to_owned());
    }
    if meta.territory.is_empty() {
        meta.territory = "Территория не указана".to_owned();
        assumed.push("Район, округ или город в тексте не найден. Можно задать: --territory.".to_owned());
    }
    assumed
}

fn refuse_bad_id(programme: &Programme) -> Result<()> {
    let problems = programme.validate();
    let Some(problem) = problems.into_iter().next() else { return Ok(()) };
    Err(ApiError::new(
        Code::Invalid,
        format!("{}: {}.", problem.place, problem.message),
        "Ничего не записано.",
    ))
}
