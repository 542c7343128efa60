//! A table made into a programme at once, without a school's file: for the command line and for tests.

use std::path::Path;

use chrono::NaiveDate;
use opora_domain::authoring::DraftMeta;
use opora_domain::programme::Programme;
use opora_exchange::{MAX_TABLE_BYTES, read_file, read_table};

use super::finish::{made, text};
use super::work::Work;
use super::{DraftView, view};
use crate::{ApiError, Result};

/// A table as it was read.
#[derive(Debug, Clone)]
pub struct ReadTable {
    /// Rows, doubts, what was left out.
    pub view: DraftView,
    /// The programme and the text of its file, or what it lacks.
    pub programme: std::result::Result<(Programme, String), ApiError>,
}

/// What the caller knows better than the text; empty fields are guessed.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// Id of the programme.
    pub id: Option<String>,
    /// Title, territory, act, goal, period.
    pub meta: DraftMeta,
}

/// Reads a file with a table.
///
/// # Errors
/// The errors of reading; what the programme lacks is told inside.
pub fn import(path: &Path, given: Given, today: NaiveDate) -> Result<ReadTable> {
    let source = read_table(&read_file(path, MAX_TABLE_BYTES)?)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut work = Work::blank("draft".to_owned(), "", today);
    work.draft.meta = given.meta;
    let number = std::cell::Cell::new(0_usize);
    work.add(&name, &source, &|| {
        number.set(number.get() + 1);
        format!("row{:05}", number.get())
    });
    let programme = made(&work, |_| false).and_then(|mut programme| {
        if let Some(id) = given.id {
            programme.id = id;
        }
        let text = text(&programme)?;
        Ok((programme, text))
    });
    Ok(ReadTable { view: view::of(&work), programme })
}
