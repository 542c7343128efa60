use opora_domain::school::School;

use super::SchoolInput;
use crate::{App, Problems, Result, ops};

/// Changes the school card.
///
/// # Errors
/// `Invalid` when a name that reports need is empty.
pub fn save(app: &mut App, input: SchoolInput) -> Result<School> {
    let before = app.school()?;
    let school = to_school(input, before.id)?;
    let school = School { demo_today: before.demo_today, ..school };
    app.transact(ops::SAVE_SCHOOL, |tx| {
        tx.update(&school)?;
        Ok(school.clone())
    })
}

/// The card out of what was entered.
pub(crate) fn to_school(input: SchoolInput, id: String) -> Result<School> {
    check(&input)?;
    Ok(School {
        id,
        full_name: input.full_name.trim().into(),
        short_name: input.short_name.trim().into(),
        territory: input.territory.trim().into(),
        authority: input.authority.trim().into(),
        addressee: input.addressee.trim().into(),
        director: input.director.trim().into(),
        deputy: input.deputy.trim().into(),
        school_year: input.school_year,
        site: input.site.trim().into(),
        status: input.status,
        status_basis: input.status_basis.trim().into(),
        pupils: input.pupils,
        demo_today: None,
    })
}

fn check(input: &SchoolInput) -> Result<()> {
    let empty = |text: &str| text.trim().is_empty();
    Problems::default()
        .check(empty(&input.full_name), "full_name", "Укажите полное наименование, как в уставе.")
        .check(empty(&input.short_name), "short_name", "Укажите краткое наименование.")
        .check(empty(&input.territory), "territory", "Укажите муниципалитет и регион.")
        .check(empty(&input.authority), "authority", "Укажите орган управления образованием.")
        .check(empty(&input.addressee), "addressee", "Укажите, кому направляются отчёты.")
        .check(empty(&input.director), "director", "Укажите ФИО директора.")
        .check(empty(&input.deputy), "deputy", "Укажите ФИО заместителя директора.")
        .check(!(2000..=2100).contains(&input.school_year), "school_year", "Год — от 2000 до 2100.")
        .check(
            input.pupils.is_some_and(|n| !(0..=10_000).contains(&n)),
            "pupils",
            "Число обучающихся — от 0 до 10 000.",
        )
        .finish()
}
