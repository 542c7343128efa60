use super::{StageView, view};
use crate::indicator::Board;
use crate::{App, Result};

/// The stages of the programme.
pub fn list(app: &mut App, _: ()) -> Result<Vec<StageView>> {
    let board = Board::load(app)?;
    board.stages.iter().map(|stage| view::card(app, &board, stage)).collect()
}
