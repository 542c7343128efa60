use opora_domain::person::Person;
use opora_domain::registers::IomStep;
use opora_domain::self_diagnosis::Deficit;

use super::IomInput;
use crate::{App, Problems, Result, ops};

/// Adds or changes a step.
///
/// # Errors
/// `Invalid` when the title is empty, the days do not follow each other or the deficit is another teacher's.
pub fn save_iom(app: &mut App, input: IomInput) -> Result<IomStep> {
    check(app, &input)?;
    let step = IomStep {
        id: input.id.unwrap_or_else(|| app.new_id()),
        person_id: input.person_id,
        deficit_id: input.deficit_id,
        form: input.form,
        title: input.title.trim().into(),
        provider: input.provider.trim().into(),
        hours: input.hours,
        started_on: input.started_on,
        due: input.due,
        done_on: input.done_on,
        document: input.document.trim().into(),
        introduced_on: input.introduced_on,
    };
    app.transact(ops::SAVE_IOM, |tx| {
        tx.put(&step)?;
        Ok(step.clone())
    })
}

fn check(app: &App, input: &IomInput) -> Result<()> {
    let read = app.read()?;
    let today = app.today();
    read.need::<Person>(&input.person_id)?;
    if let Some(id) = &input.id {
        read.need::<IomStep>(id)?;
    }
    let deficit = input.deficit_id.as_deref().map(|id| read.need::<Deficit>(id)).transpose()?;
    let before_start = |day: Option<chrono::NaiveDate>| day.is_some_and(|day| day < input.started_on);
    let to_come = |day: Option<chrono::NaiveDate>| day.is_some_and(|day| day > today);
    Problems::default()
        .check(
            deficit.is_some_and(|deficit| deficit.person_id != input.person_id),
            "deficit_id",
            "Это дефицит другого педагога.",
        )
        .check(input.title.trim().is_empty(), "title", "Укажите название.")
        .check(
            input.hours.is_some_and(|hours| !(1..=2000).contains(&hours)),
            "hours",
            "Объём — от 1 до 2000 часов.",
        )
        .check(before_start(input.due), "due", "Срок не может быть раньше начала.")
        .check(before_start(input.done_on), "done_on", "Окончание не может быть раньше начала.")
        .check(to_come(input.done_on), "done_on", "Дата окончания не может быть позже сегодняшней.")
        .check(before_start(input.introduced_on), "introduced_on", "Внедрение не может быть раньше начала.")
        .check(
            to_come(input.introduced_on),
            "introduced_on",
            "Дата внедрения не может быть позже сегодняшней.",
        )
        .finish()
}
