use opora_domain::mentoring::{Tandem, TandemStatus};

use super::{TandemView, records};
use crate::{App, Result};

/// All tandems, active first, the newest first.
pub fn list(app: &mut App, _: ()) -> Result<Vec<TandemView>> {
    let mut tandems: Vec<Tandem> = app.read()?.all()?;
    tandems.sort_by_key(|tandem| {
        let newest = std::cmp::Reverse((tandem.started_on, tandem.id.clone()));
        (tandem.status != TandemStatus::Active, newest)
    });
    tandems.into_iter().map(|tandem| records::view(app, tandem)).collect()
}
