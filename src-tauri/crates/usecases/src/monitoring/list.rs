use super::{StageView, view};
use crate::indicator::Board;
use crate::{App, Result};

/// The stages of the programme.
pub fn list(app: &mut App, _: ()) -> Result<Vec<StageView>> {
    cards(app, &Board::load(app)?)
}

/// The same by indicators that have been read already.
pub(crate) fn cards(app: &App, board: &Board) -> Result<Vec<StageView>> {
    board.stages.iter().map(|stage| view::card(app, board, stage)).collect()
}
