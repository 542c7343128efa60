use opora_domain::school::School;

use crate::{App, Result};

/// The school card.
pub fn get(app: &mut App, _: ()) -> Result<School> {
    app.school()
}
