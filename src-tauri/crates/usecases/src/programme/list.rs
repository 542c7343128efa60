use opora_domain::authoring::ProgrammeOrigin;
use opora_domain::programme::Programme;

use super::ProgrammeCard;
use crate::assets::PROGRAMME_FILES;
use crate::{App, Result};

/// The municipal programmes that come with the program.
pub fn list(_: &mut App, _: ()) -> Result<Vec<ProgrammeCard>> {
    Ok(PROGRAMME_FILES.iter().map(|file| card(&file.programme)).collect())
}

fn card(programme: &Programme) -> ProgrammeCard {
    ProgrammeCard {
        id: programme.id.clone(),
        title: programme.title.clone(),
        short_title: programme.short_title.clone(),
        territory: programme.territory.clone(),
        act: programme.act.text.clone(),
        from: programme.period.from,
        to: programme.period.to,
        counts: programme.counts(),
        notes: programme.notes.len(),
        version: programme.version,
        origin: ProgrammeOrigin::Shipped,
    }
}
