use opora_domain::person::Person;

use super::PersonInput;
use crate::{App, Problems, Result, ops};

/// Adds or changes a teacher.
///
/// # Errors
/// `Invalid` when the name is empty or a number is out of range.
pub fn save(app: &mut App, input: PersonInput) -> Result<Person> {
    check(&input)?;
    let before = match &input.id {
        Some(id) => Some(app.read()?.need::<Person>(id)?),
        None => None,
    };
    let person = Person {
        id: input.id.unwrap_or_else(|| app.new_id()),
        fio: tidy(&input.fio),
        post: tidy(&input.post),
        subjects: input.subjects,
        category: input.category,
        experience_years: input.experience_years,
        weekly_load: input.weekly_load,
        archived_on: before.and_then(|person| person.archived_on),
    };
    app.transact(ops::SAVE_PERSON, |tx| {
        tx.put(&person)?;
        Ok(person.clone())
    })
}

fn check(input: &PersonInput) -> Result<()> {
    let outside = |value: Option<i64>, max| value.is_some_and(|value| !(0..=max).contains(&value));
    Problems::default()
        .check(input.fio.trim().is_empty(), "fio", "Укажите фамилию, имя и отчество.")
        .check(input.fio.chars().count() > 150, "fio", "Слишком длинное имя: не больше 150 знаков.")
        .check(input.post.trim().is_empty(), "post", "Укажите должность.")
        .check(outside(input.experience_years, 70), "experience_years", "Стаж — от 0 до 70 лет.")
        .check(outside(input.weekly_load, 6000), "weekly_load", "Нагрузка — от 0 до 60 часов в неделю.")
        .finish()
}

/// One space between words, none around.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
