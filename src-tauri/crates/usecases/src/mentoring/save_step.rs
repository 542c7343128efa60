use opora_domain::mentoring::MentoringStep;

use super::{StepInput, TandemView, records};
use crate::{ApiError, App, Problems, Result, ops};

/// Adds or changes a step.
///
/// # Errors
/// `Frozen` when the tandem is closed, `Invalid` when a day is out of place.
pub fn save_step(app: &mut App, input: StepInput) -> Result<TandemView> {
    let tandem = records::active(app, &input.tandem_id)?;
    if let Some(id) = &input.id {
        let before: MentoringStep = app.read()?.need(id)?;
        if before.tandem_id != tandem.id {
            return Err(ApiError::not_found("шаг программы этой пары"));
        }
    }
    let early = |day: Option<chrono::NaiveDate>| day.is_some_and(|day| day < tandem.started_on);
    Problems::default()
        .check(input.title.trim().is_empty(), "title", "Напишите, что сделать.")
        .check(early(input.due), "due", "Срок шага не может быть раньше начала работы пары.")
        .check(early(input.done_on), "done_on", "Шаг не может быть выполнен раньше начала работы пары.")
        .check(
            input.done_on.is_some_and(|day| day > app.today()),
            "done_on",
            "Дата выполнения не может быть позже сегодняшней.",
        )
        .finish()?;
    let step = MentoringStep {
        id: input.id.unwrap_or_else(|| app.new_id()),
        tandem_id: input.tandem_id,
        title: input.title.trim().into(),
        due: input.due,
        done_on: input.done_on,
    };
    app.transact(ops::SAVE_STEP, |tx| Ok(tx.put(&step)?))?;
    records::view(app, tandem)
}
