use super::work::Work;
use crate::{App, Result, ops};

/// Throws the draft away; it can be undone.
pub fn discard(app: &mut App, _: ()) -> Result<()> {
    let Some(work) = Work::of(app)? else { return Ok(()) };
    app.transact(ops::DISCARD_DRAFT, |tx| work.erase(tx))
}
