use super::InstrumentCard;
use crate::{App, Result};

/// The questionnaires that come with the program.
pub fn instruments(app: &mut App, _: ()) -> Result<Vec<InstrumentCard>> {
    Err(app.unfinished("self_diagnosis.instruments"))
}
