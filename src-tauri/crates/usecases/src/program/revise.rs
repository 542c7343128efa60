//! The one way to change the programme: an edit of a copy becomes corrections with their reason, in one transaction.

use std::collections::BTreeMap;

use opora_domain::Id;
use opora_domain::authoring::AddedProgramme;
use opora_domain::program::{
    ChangeAction, Correction, FieldChange, Line, LineDiff, Past, ProgramChange, ProgramVersion, diff, rebuild,
};
use opora_domain::term::expand_with;
use opora_store::{Op, Tx};

use super::book::Book;
use super::{Recorded, frozen, views};
use crate::{App, Problems, Result, occurrences};

/// The programme being edited.
pub(super) struct Draft<'a> {
    pub(super) app: &'a App,
    pub(super) before: Book,
    pub(super) after: Book,
    /// What is wrong with the input.
    pub(super) problems: Problems,
    /// The programme file to be kept with the change.
    pub(super) file: Option<AddedProgramme>,
    /// What a row's correction says beside its fields.
    said: BTreeMap<Id, (ChangeAction, FieldChange)>,
}

impl Draft<'_> {
    /// A correction of this row is called so and tells this too.
    pub(super) fn say(&mut self, id: &str, action: ChangeAction, field: FieldChange) {
        self.said.insert(id.to_owned(), (action, field));
    }

    /// The approved programme binds: what is added to it makes no debts of the past.
    pub(super) fn past(&self) -> Past {
        if self.before.program.is_approved() { Past::NoMoreDebts } else { Past::All }
    }

    /// Plans the occurrences of an event by its term; what was begun stays.
    pub(super) fn replan(&mut self, event_id: &str, past: Past) -> Result<()> {
        let planned = self.after.planned(event_id);
        self.replan_from(event_id, &planned, past)
    }

    /// The same when some of the old occurrences were planned of other events.
    pub(super) fn replan_from(
        &mut self,
        event_id: &str,
        old: &[opora_domain::program::Planned],
        past: Past,
    ) -> Result<()> {
        let event = self.after.event(event_id)?;
        let calendar = crate::school::calendar_of(self.app)?;
        let new = if event.is_group {
            Vec::new()
        } else {
            expand_with(&event.term, self.after.program.period(), &calendar)
        };
        let plan = rebuild(old, new, self.app.today(), past);
        self.after.occurrences.retain(|occurrence| !plan.remove.contains(&occurrence.id));
        let added = plan.add.into_iter().map(|term| occurrences::of_term(self.app.new_id(), event_id, term));
        self.after.occurrences.extend(added);
        Ok(())
    }

    /// The corrections of the edit, in order, each with the words that the verb has for it.
    fn diffs(&self) -> Result<Vec<LineDiff>> {
        let calendar = crate::school::calendar_of(self.app)?;
        let after = self.after.lines(&calendar);
        let mut diffs = diff(&self.before.lines(&calendar), &after);
        let unseen =
            |line: &Line| self.said.contains_key(&line.id) && diffs.iter().all(|row| row.line.id != line.id);
        let unseen: Vec<Line> = after.into_iter().filter(unseen).collect();
        let told = |line| LineDiff { line, action: ChangeAction::Edited, fields: Vec::new() };
        diffs.splice(0..0, unseen.into_iter().map(told));
        for row in &mut diffs {
            if let Some((action, field)) = self.said.get(&row.line.id) {
                row.action = *action;
                row.fields.insert(0, field.clone());
            }
        }
        Ok(diffs)
    }
}

/// Edits the programme. Nothing is written and no reason asked when nothing differs.
///
/// # Errors
/// `Invalid` with all that is wrong with the input and the correction; `Refused` when no programme is adopted.
pub(super) fn revise(
    app: &mut App,
    op: Op,
    correction: &Correction,
    edit: impl FnOnce(&mut Draft<'_>) -> Result<()>,
) -> Result<Recorded> {
    let before = Book::load(app.read()?)?;
    let after = before.clone();
    let mut draft =
        Draft { app, before, after, problems: Problems::default(), file: None, said: BTreeMap::new() };
    edit(&mut draft)?;
    if draft.before != draft.after {
        check(&mut draft, correction);
    }
    draft.problems.finish()?;
    let changes = changes(&draft, correction)?;
    let origin = frozen::origin(app, &draft.before)?;
    let Draft { before, after, file, .. } = draft;
    app.transact(op, |tx| {
        write(tx, &before, &after, &changes, origin.as_ref())?;
        file.iter().try_for_each(|file| Ok(tx.insert(file)?))
    })?;
    Ok(Recorded { changes: changes.into_iter().map(views::change).collect() })
}

fn check(draft: &mut Draft<'_>, correction: &Correction) {
    let problems = correction.problems(draft.before.program.is_approved(), draft.app.today());
    for (field, message) in problems {
        draft.problems.check(true, &format!("correction.{field}"), message);
    }
}

fn changes(draft: &Draft<'_>, correction: &Correction) -> Result<Vec<ProgramChange>> {
    let known = draft.app.read()?.by::<ProgramChange>("program_id", &draft.before.program.id)?;
    let last = known.iter().map(|change| change.seq).max().unwrap_or_default();
    let change = |(row, seq): (LineDiff, i64)| ProgramChange {
        id: draft.app.new_id(),
        program_id: draft.before.program.id.clone(),
        seq,
        date: draft.app.today(),
        subject: row.line.kind,
        subject_id: row.line.id,
        code: row.line.code,
        title: row.line.title,
        action: row.action,
        fields: row.fields,
        reason: correction.reason.trim().to_owned(),
        basis: correction.basis.trim().to_owned(),
        basis_date: correction.basis_date,
        version: None,
    };
    Ok(draft.diffs()?.into_iter().zip(last + 1..).map(change).collect())
}

fn write(
    tx: &Tx<'_>,
    before: &Book,
    after: &Book,
    changes: &[ProgramChange],
    origin: Option<&ProgramVersion>,
) -> Result<()> {
    if let Some(origin) = origin.filter(|_| before != after) {
        tx.insert(origin)?;
    }
    after.write_over(before, tx)?;
    changes.iter().try_for_each(|change| Ok(tx.insert(change)?))
}
