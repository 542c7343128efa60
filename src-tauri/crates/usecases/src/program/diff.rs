use opora_domain::program::{ChangeAction, LineDiff};
use opora_domain::words::Words;

use super::book::Book;
use super::frozen::State;
use super::{DiffInput, DiffRow, ProgramDiff, frozen, version, versions, views};
use crate::{App, Result, school};

/// What differs between two versions, or between a version and the programme as it stands now.
///
/// # Errors
/// `NotFound` when there is no such version.
pub fn diff(app: &mut App, input: DiffInput) -> Result<ProgramDiff> {
    let (from, before) = state(app, Some(input.from))?;
    let (to, after) = state(app, input.to)?;
    let rows: Vec<DiffRow> = before.diff(&after).into_iter().map(row).collect();
    Ok(ProgramDiff { from, to, summary: summary(&rows), rows })
}

/// A state by its name and its rows. Before the first correction version 0 is the programme itself.
fn state(app: &App, number: Option<i64>) -> Result<(String, State)> {
    let present = || {
        let book = Book::load(app.read()?)?;
        Ok(("как сейчас".to_owned(), State::of(&book, &school::calendar_of(app)?)))
    };
    match number {
        None => present(),
        Some(0) if versions::all(app)?.is_empty() => present(),
        Some(number) => {
            let version = version::find(app, number)?;
            Ok((views::title(&version), frozen::state(&version)?))
        }
    }
}

fn row(found: LineDiff) -> DiffRow {
    let text = found.words();
    DiffRow {
        kind: found.line.kind,
        kind_label: found.line.kind.label().to_owned(),
        id: found.line.id,
        code: found.line.code,
        title: found.line.title,
        action: found.action,
        action_label: found.action.label().to_owned(),
        fields: found.fields,
        text,
    }
}

/// «добавлено 2, исключено 1, изменено 7, перемещено 1».
fn summary(rows: &[DiffRow]) -> String {
    let counted = |word: &str, actions: &[ChangeAction]| {
        let n = rows.iter().filter(|row| actions.contains(&row.action)).count();
        (n > 0).then(|| format!("{word} {n}"))
    };
    use ChangeAction::{
        Added, Assigned, Edited, Merged, Moved, Restored, Split, TargetChanged, TermSet, Withdrawn,
    };
    let edited = [Edited, TermSet, Assigned, TargetChanged, Split, Merged];
    let parts = [
        counted("добавлено", &[Added]),
        counted("исключено", &[Withdrawn]),
        counted("возвращено", &[Restored]),
        counted("изменено", &edited),
        counted("перемещено", &[Moved]),
    ];
    let parts = parts.into_iter().flatten().collect::<Vec<_>>();
    if parts.is_empty() { "различий нет".to_owned() } else { parts.join(", ") }
}
