use super::{CloseInput, TandemView};
use crate::{App, Result};

/// Closes a tandem with a reason.
pub fn close(app: &mut App, input: CloseInput) -> Result<TandemView> {
    Err(app.unfinished("mentoring.close"))
}
