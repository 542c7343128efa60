use opora_domain::program::Event;
use opora_domain::term::Term;

use super::plan::Plan;
use super::{SettleTermInput, plan};
use crate::{ApiError, App, Result, ops};

/// Accepts the reading of an ambiguous term: its dates stay, and it is asked about no more.
///
/// # Errors
/// `Refused` when the term is not ambiguous.
pub fn settle_term(app: &mut App, input: SettleTermInput) -> Result<super::EventView> {
    let event = Plan::load(app)?.event(&input.event_id)?.clone();
    if !event.term.ambiguous {
        return Err(ApiError::refused(
            "Срок этого мероприятия уже уточнён.",
            "Ничего не изменено. Если срок понят неверно, измените его в плане школы.",
        ));
    }
    let term = Term { ambiguous: false, ..event.term.clone() };
    app.transact(ops::SETTLE_TERM, |tx| Ok(tx.update(&Event { term, ..event.clone() })?))?;
    plan::event_view_of(app, &input.event_id)
}
