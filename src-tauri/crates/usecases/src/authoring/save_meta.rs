use opora_domain::authoring::DraftMeta;

use super::work::Work;
use super::{TableDraftView, view};
use crate::{App, Problems, Result, ops};

/// Title, territory, act, goal, period. Terms are read anew with the period.
///
/// # Errors
/// `Invalid` when the last day is before the first.
pub fn save_meta(app: &mut App, input: DraftMeta) -> Result<TableDraftView> {
    let mut work = Work::need(app)?;
    let reversed = matches!((input.from, input.to), (Some(from), Some(to)) if to < from);
    Problems::default().check(reversed, "to", "Последний день не может быть раньше первого.").finish()?;
    work.draft.meta = input;
    app.transact(ops::SAVE_DRAFT_META, |tx| Ok(tx.update(&work.draft)?))?;
    Ok(view::of(&work))
}
