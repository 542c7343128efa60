//! Stages of monitoring: open ones follow the file.

use opora_domain::monitoring::Stage;
use opora_domain::programme::compare::{Difference, RowChange};

use super::Decisions;
use crate::program::merging::sides::Sides;
use crate::program::renewal::stage_record;
use crate::program::revise::Draft;

/// One stage that differs.
pub(super) fn stage(draft: &mut Draft<'_>, sides: &Sides, decisions: &Decisions, found: &Difference) {
    let newer = sides.theirs.stages.iter().find(|stage| Some(&stage.code) == found.code.as_ref());
    match (found.change, newer) {
        (RowChange::Vanished, _) if decisions.takes(found) => {
            draft.after.stages.retain(|own| Some(&own.code) != found.was_code.as_ref());
        }
        (RowChange::Added, Some(newer)) if decisions.takes(found) => {
            let record = stage_record(draft.app.new_id(), &draft.before.program.id, newer, 0);
            let before = sides.theirs.stages.iter().take_while(|stage| stage.code != newer.code).last();
            let place =
                before.and_then(|before| draft.after.stages.iter().position(|own| own.code == before.code));
            draft.after.stages.insert(place.map_or(0, |place| place + 1), record);
        }
        (RowChange::Changed | RowChange::Renumbered, Some(newer)) => {
            let fields = decisions.fields(found);
            let own = draft.after.stages.iter_mut().find(|own| Some(&own.code) == found.was_code.as_ref());
            if let Some(own) = own {
                rewrite(own, newer, &fields);
            }
        }
        _ => {}
    }
    for (place, own) in draft.after.stages.iter_mut().enumerate() {
        if own.closed_on.is_none() {
            own.sort = place as i64;
        }
    }
}

fn rewrite(own: &mut Stage, newer: &opora_domain::programme::Stage, fields: &[&str]) {
    for field in fields {
        match *field {
            "title" => own.title = newer.title.clone(),
            "from" => own.planned_from = newer.from,
            "to" => own.planned_to = newer.to,
            _ => {}
        }
    }
}
