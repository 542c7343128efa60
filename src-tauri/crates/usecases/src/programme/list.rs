use chrono::NaiveDate;
use opora_domain::programme::suggested_period;

use super::ProgrammeCard;
use super::file::{self, SourceFile};
use crate::program::renewal::preview;
use crate::{App, Result};

/// The municipal programmes: those that come with the program and those that were added, the newest of each.
pub fn list(app: &mut App, _: ()) -> Result<Vec<ProgrammeCard>> {
    Ok(file::all(app)?.iter().map(|file| card(file, app.today())).collect())
}

/// A programme on its card.
pub(crate) fn card(file: &SourceFile, today: NaiveDate) -> ProgrammeCard {
    let programme = &file.programme;
    let suggested = suggested_period(programme.period, today);
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
        origin: file.origin,
        past: programme.period.to.is_some_and(|to| to < today),
        suggested_period: suggested,
        suggested_label: suggested.map(preview::period).unwrap_or_default(),
    }
}
