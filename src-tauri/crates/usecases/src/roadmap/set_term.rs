use opora_domain::occurrence::Occurrence;

use super::plan::{self, Plan};
use super::{OccurrenceView, TermInput, window};
use crate::{ApiError, App, Result, ops};

/// Gives dates to an occurrence without a term, or corrects dates given so.
///
/// # Errors
/// `Refused` when the programme itself names the dates; `Invalid` when they do not fit.
pub fn set_term(app: &mut App, input: TermInput) -> Result<OccurrenceView> {
    let plan = Plan::load(app)?;
    let (event, before) = plan.open_occurrence(&input.id)?;
    if !plan::takes_term(event, before) {
        return Err(ApiError::refused(
            "Срок этого мероприятия задан программой.",
            "Ничего не изменено. Если исполнить в срок нельзя, перенесите мероприятие и укажите причину.",
        ));
    }
    window::check(plan.program.as_ref(), input.from, input.to)?;
    let occurrence = Occurrence {
        window_from: Some(input.from),
        window_to: Some(input.to),
        due: Some(input.to),
        ..before.clone()
    };
    app.transact(ops::SET_TERM, |tx| Ok(tx.update(&occurrence)?))?;
    plan::view_of(app, &input.id)
}
