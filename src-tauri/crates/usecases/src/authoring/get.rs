use super::work::Work;
use super::{DraftView, view};
use crate::{App, Result};

/// The draft in the making; nothing when there is none.
pub fn get(app: &mut App, _: ()) -> Result<Option<DraftView>> {
    Ok(Work::of(app)?.map(|work| view::of(&work)))
}
