//! The three sides of a comparison, brought into the same years.

use opora_domain::indicator::IndicatorValue;
use opora_domain::period::Period;
use opora_domain::programme::compare::{Difference, Row, RowKind, compare, rows};
use opora_domain::programme::{Programme, moved_period, shift};
use opora_domain::term::SchoolCalendar;

use super::ours;
use super::types::NewerFileInput;
use crate::program::book::Book;
use crate::programme::file::{self, SourceFile};
use crate::{ApiError, App, Result, school};

/// The school's programme, the file it adopted and the newer one.
pub(super) struct Sides {
    pub(super) book: Book,
    pub(super) values: Vec<IndicatorValue>,
    /// Days of the school quarters.
    pub(super) calendar: SchoolCalendar,
    /// The adopted file as it is.
    pub(super) adopted: Option<Programme>,
    /// The newer file as it is.
    pub(super) newer: SourceFile,
    /// The newer file in the years of the school's programme.
    pub(super) theirs: Programme,
    pub(super) differences: Vec<Difference>,
}

impl Sides {
    /// Reads all three and compares them.
    ///
    /// # Errors
    /// `NotFound` when there is no such file; `Invalid` with its places when it cannot be read; `Refused` when it is
    /// the adopted file itself.
    pub(super) fn load(app: &App, input: &NewerFileInput) -> Result<Self> {
        let newer = file::of_input(app, input.id.as_deref(), input.token.as_deref())?;
        let book = Book::load(app.read()?)?;
        if newer.sha256() == book.program.template_sha256 {
            return Err(ApiError::refused(
                "Это тот самый файл, по которому принята программа школы.",
                "Ничего не изменено. Выберите файл новой версии.",
            ));
        }
        let adopted = file::adopted(app, &book.program)?;
        let base = adopted.as_ref().map(|file| in_years_of(&book, file));
        let theirs = match &adopted {
            Some(adopted) => follow(&book, adopted, &newer.programme),
            None => newer.programme.clone(),
        };
        let ours = rows(&ours::programme(&book));
        let base = base.as_ref().map(rows);
        let differences = compare(base.as_deref(), &rows(&theirs), &ours);
        let differences = differences.into_iter().filter(|found| is_whole(found, &ours)).collect();
        Ok(Self {
            values: app.read()?.all()?,
            calendar: school::calendar_of(app)?,
            book,
            adopted,
            newer,
            theirs,
            differences,
        })
    }
}

/// Without the adopted file texts that the school does not keep cannot be compared.
fn is_whole(found: &Difference, ours: &[Row]) -> bool {
    found.kind != RowKind::Text
        || found.fields.iter().any(|field| field.base.is_some())
        || ours.iter().all(|row| row.kind != RowKind::Text)
}

/// The adopted file in the period that the school has moved it to.
fn in_years_of(book: &Book, file: &Programme) -> Programme {
    let period = book.program.period();
    if period == file.period {
        return file.clone();
    }
    Programme { period: moved(book, file, file.period), ..shift(file, period).programme }
}

/// The newer file moved as the adopted one was.
fn follow(book: &Book, adopted: &Programme, newer: &Programme) -> Programme {
    if book.program.period() == adopted.period {
        return newer.clone();
    }
    let period = moved(book, adopted, newer.period);
    let same = newer.period == adopted.period;
    let into = if same { book.program.period() } else { period };
    Programme { period, ..shift(newer, into).programme }
}

fn moved(book: &Book, adopted: &Programme, period: Period) -> Period {
    use chrono::Datelike;
    moved_period(period, book.program.period_from.year() - adopted.period.from.year())
}
