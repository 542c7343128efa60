use opora_domain::program::ProgramVersion;

use super::{VersionCard, changes, views};
use crate::{App, Result, current};

/// The versions of the programme in force, the newest first.
pub fn versions(app: &mut App, _: ()) -> Result<Vec<VersionCard>> {
    cards(app)
}

/// The same for reading by other verbs.
pub(super) fn cards(app: &App) -> Result<Vec<VersionCard>> {
    let changes = changes::all(app)?;
    Ok(all(app)?.iter().map(|version| views::card(version, &changes)).collect())
}

/// All of them, the newest first; none without a programme.
pub(super) fn all(app: &App) -> Result<Vec<ProgramVersion>> {
    let read = app.read()?;
    let mut versions: Vec<ProgramVersion> = current::of(read, current::program(read)?.as_ref())?;
    versions.sort_by_key(|version| std::cmp::Reverse(version.number));
    Ok(versions)
}
