use opora_domain::indicator::IndicatorValue;

use super::board::Board;
use super::set_fact::frozen;
use crate::person::IdInput;
use crate::{App, Result, ops};

/// Removes a fact of an open stage.
///
/// # Errors
/// `Frozen` when the stage is closed.
pub fn clear_fact(app: &mut App, input: IdInput) -> Result<()> {
    let value: IndicatorValue = app.read()?.need(&input.id)?;
    if Board::load(app)?.stage(&value.stage)?.closed_on.is_some() {
        return Err(frozen());
    }
    app.transact(ops::CLEAR_FACT, |tx| Ok(tx.delete::<IndicatorValue>(&value.id).map(drop)?))
}
