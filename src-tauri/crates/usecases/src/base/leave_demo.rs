use super::{Status, demo, files};
use crate::{App, Result};

/// Goes back from the demonstration to the real school; one with a password asks for it.
pub fn leave_demo(app: &mut App, _: ()) -> Result<Status> {
    if app.in_demo {
        demo::leave(app)?;
    }
    files::status(app)
}
