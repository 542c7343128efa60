use super::{ResponseView, records};
use crate::person::IdInput;
use crate::{App, Result};

/// A response with its scores.
pub fn response(app: &mut App, input: IdInput) -> Result<ResponseView> {
    let response = app.read()?.need(&input.id)?;
    records::view(app, response)
}
