use opora_domain::paper::PaperSettings;
use opora_report::build::Making;
use opora_report::document::Profile;

use crate::{App, Result, school};

/// What every paper of the school is made for now: the layout that the school chose and the moment.
pub(crate) fn making(app: &App) -> Result<Making> {
    let PaperSettings { type_size, left_margin, spacing, code, .. } = school::settings(app)?;
    let profile = Profile { type_size, left_margin, spacing };
    Ok(Making { profile, coded: code, ..Making::plain(app.now()) })
}
