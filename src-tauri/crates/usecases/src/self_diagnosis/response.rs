use super::ResponseView;
use crate::person::IdInput;
use crate::{App, Result};

/// A response with its scores.
pub fn response(app: &mut App, input: IdInput) -> Result<ResponseView> {
    Err(app.unfinished("self_diagnosis.response"))
}
