//! The demonstration school: who it is, on what day it lives, and what is in it.

mod file;
mod people;
mod plan;
mod progress;

use chrono::{Datelike, Days, NaiveDate};
use opora_domain::programme::Programme;
use opora_domain::school::SchoolStatus;

use crate::programme::AdoptPeriodInput;
use crate::school::SchoolInput;
use crate::{App, Result, programme};

/// How long the school of the demonstration has had its programme, days.
const ADOPTED_DAYS_BEFORE: u64 = 470;

/// Fills the fresh file of a demonstration school.
pub(crate) fn fill(app: &mut App, programme_id: &str) -> Result<()> {
    let today = app.today();
    app.live_on(today - Days::new(ADOPTED_DAYS_BEFORE));
    programme::adopt(app, AdoptPeriodInput { id: programme_id.to_owned(), period: None, from_today: false })?;
    app.live_on(today);
    let file = file::load(today)?;
    people::fill(app, &file)?;
    app.live_on(today);
    plan::fill(app)?;
    progress::fill(app)
}

/// The day on which the demonstration lives: the last December of the programme up to 2024.
pub(crate) fn today(programme: &Programme) -> NaiveDate {
    let wanted = december(2024);
    match programme.period.to {
        Some(last) if last < wanted => {
            (2000..2024).rev().map(december).find(|day| *day <= last).unwrap_or(last)
        }
        _ => wanted,
    }
}

fn december(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 12, 20).expect("20 December is in every year")
}

/// The card of an invented school of the programme's territory.
pub(crate) fn school(programme: &Programme) -> SchoolInput {
    let authority = match programme.act.authority.as_str() {
        "" => "Муниципальный орган управления образованием".to_owned(),
        named => named.to_owned(),
    };
    SchoolInput {
        full_name: "Муниципальное бюджетное общеобразовательное учреждение «Примерная средняя \
                    общеобразовательная школа»"
            .to_owned(),
        short_name: "МБОУ «Примерная СОШ»".to_owned(),
        territory: programme.territory.clone(),
        addressee: "Руководителю муниципального органа управления образованием".to_owned(),
        authority,
        director: "Соколова Марина Викторовна".to_owned(),
        deputy: "Белова Анна Сергеевна".to_owned(),
        school_year: today(programme).year(),
        site: String::new(),
        status: SchoolStatus::Shnor,
        status_basis: String::new(),
        pupils: Some(148),
    }
}
