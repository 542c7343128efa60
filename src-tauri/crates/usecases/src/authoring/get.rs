use super::work::Work;
use super::{TableDraftView, view};
use crate::{App, Result};

/// The draft in the making; nothing when there is none.
pub fn get(app: &mut App, _: ()) -> Result<Option<TableDraftView>> {
    Ok(Work::of(app)?.map(|work| view::of(&work)))
}
