use super::{TandemInput, TandemView};
use crate::{App, Result};

/// Makes a tandem.
pub fn create(app: &mut App, input: TandemInput) -> Result<TandemView> {
    Err(app.unfinished("mentoring.create"))
}
