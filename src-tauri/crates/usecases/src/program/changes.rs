use opora_domain::program::ProgramChange;

use super::{ChangeView, ChangesInput, views};
use crate::{App, Result, current};

/// The corrections of the programme in force, the newest first («Лист изменений»).
pub fn changes(app: &mut App, input: ChangesInput) -> Result<Vec<ChangeView>> {
    let subject =
        |change: &ProgramChange| input.subject_id.as_ref().is_none_or(|id| change.subject_id == *id);
    let version = |change: &ProgramChange| match input.version {
        Some(0) => change.version.is_none(),
        Some(number) => change.version == Some(number),
        None => true,
    };
    let passing = all(app)?.into_iter().filter(|change| subject(change) && version(change));
    Ok(passing.map(views::change).collect())
}

/// All of them, the newest first; none without a programme.
pub(super) fn all(app: &App) -> Result<Vec<ProgramChange>> {
    let read = app.read()?;
    let mut changes: Vec<ProgramChange> = current::of(read, current::program(read)?.as_ref())?;
    changes.sort_by_key(|change| std::cmp::Reverse(change.seq));
    Ok(changes)
}
