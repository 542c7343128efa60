use opora_domain::program::{ChangeAction, FieldChange};

use super::apply::{Decisions, apply};
use super::sides::Sides;
use super::types::{MergeFileInput, Merged};
use super::{compare, rows};
use crate::program::revise::revise;
use crate::programme::file;
use crate::{App, Result, ops};

/// Takes the newer file over as decided: facts stay, what has vanished is left out of the plan and never deleted.
///
/// # Errors
/// As for the comparison; `Invalid` when the reason or the basis does not fit.
pub fn merge(app: &mut App, input: MergeFileInput) -> Result<Merged> {
    let sides = Sides::load(app, &input.file)?;
    let decisions = Decisions::of(app, &sides, &input.choices);
    let record = file::record_of(app, &sides.newer)?;
    let recorded = revise(app, ops::MERGE_PROGRAMME, &input.correction, |draft| {
        apply(draft, &sides, &decisions)?;
        let newer = &sides.newer.programme;
        let id = draft.after.program.id.clone();
        draft.say(&id, ChangeAction::Edited, base(&sides));
        let program = &mut draft.after.program;
        program.template_id = newer.id.clone();
        program.template_version = newer.version.into();
        program.template_sha256 = sides.newer.sha256();
        draft.file = record;
        Ok(())
    })?;
    Ok(Merged { summary: summary(&sides, &decisions), recorded })
}

/// The sheet of corrections names the new file even when nothing of it was taken: later files are compared with it.
fn base(sides: &Sides) -> FieldChange {
    FieldChange {
        field: "template".into(),
        label: "Муниципальная программа".into(),
        before: compare::base_title(sides),
        after: compare::title(&sides.newer.programme),
    }
}

fn summary(sides: &Sides, decisions: &Decisions) -> String {
    let decided = sides.differences.iter().filter(|found| !rows::goes_with_indicator(sides, found));
    let (mut taken, mut left) = (0, 0);
    for found in decided {
        let any = if found.was_code.is_some() && found.code.is_some() {
            found.fields.iter().any(|field| decisions.takes_field(found, field))
        } else {
            decisions.takes(found)
        };
        if any { taken += 1 } else { left += 1 }
    }
    format!("Принято изменений: {taken}, оставлено своё: {left}.")
}
