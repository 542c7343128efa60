use opora_domain::person::Person;

use crate::{App, Result};

/// All teachers, archived ones too, by name.
pub fn list(app: &mut App, _: ()) -> Result<Vec<Person>> {
    let mut people = app.read()?.all::<Person>()?;
    people.sort_by_key(|person| sort_key(&person.fio));
    Ok(people)
}

/// ё stands beside е, as a Russian reader expects.
fn sort_key(fio: &str) -> String {
    fio.to_lowercase().replace('ё', "е")
}
