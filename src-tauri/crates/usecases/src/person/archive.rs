use opora_domain::person::Person;

use super::ArchiveInput;
use crate::{App, Result, ops};

/// Takes a teacher out of the count, keeping her history.
pub fn archive(app: &mut App, input: ArchiveInput) -> Result<Person> {
    let archived_on = Some(input.date.unwrap_or_else(|| app.today()));
    let person = Person { archived_on, ..app.read()?.need(&input.id)? };
    app.transact(ops::ARCHIVE_PERSON, |tx| {
        tx.update(&person)?;
        Ok(person.clone())
    })
}
