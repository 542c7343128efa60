use opora_domain::program::ProgramVersion;
use opora_domain::words::Words;

use super::{VersionInput, VersionLine, VersionView, changes, frozen, versions, views};
use crate::{ApiError, App, Result};

/// A version as it was frozen, with the corrections that went into it.
///
/// # Errors
/// `NotFound` when there is none with this number; `Damaged` when its text is not the one that was frozen.
pub fn version(app: &mut App, input: VersionInput) -> Result<VersionView> {
    let version = find(app, input.number)?;
    let all = changes::all(app)?;
    let card = views::card(&version, &all);
    let own = all.into_iter().rev().filter(|change| change.version == Some(version.number));
    let lines = frozen::state(&version)?.lines.into_iter();
    Ok(VersionView {
        card,
        lines: lines.map(|line| VersionLine { kind_label: line.kind.label().into(), line }).collect(),
        changes: own.map(views::change).collect(),
    })
}

/// The version with this number.
pub(super) fn find(app: &App, number: i64) -> Result<ProgramVersion> {
    let found = versions::all(app)?.into_iter().find(|version| version.number == number);
    found.ok_or_else(|| ApiError::not_found(&format!("версия {number} программы")))
}
