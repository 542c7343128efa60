use opora_domain::person::Person;

use super::IdInput;
use crate::{App, Result, ops};

/// Brings a teacher back.
pub fn restore(app: &mut App, input: IdInput) -> Result<Person> {
    let person = Person { archived_on: None, ..app.read()?.need(&input.id)? };
    app.transact(ops::RESTORE_PERSON, |tx| {
        tx.update(&person)?;
        Ok(person.clone())
    })
}
