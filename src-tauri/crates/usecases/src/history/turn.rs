use opora_store::{By, Store, StoreError, Undone};

use crate::{ApiError, App, Code, Result};

/// Runs undo or redo on the open file and notes what changed; `None` when there is nothing to turn.
pub(super) fn turn(
    app: &mut App,
    run: impl FnOnce(&mut Store, By<'_>) -> opora_store::Result<Option<Undone>>,
) -> Result<Option<Undone>> {
    app.read()?;
    let now = app.now();
    let store = app.store.as_mut().ok_or_else(|| ApiError::internal("no open file"))?;
    let turned = run(store, By { now, who: "завуч" }).map_err(words)?;
    if let Some(undone) = &turned {
        app.note_changes(undone.changed.iter().cloned());
    }
    Ok(turned)
}

fn words(error: StoreError) -> ApiError {
    match error {
        StoreError::Conflict(_) => ApiError::new(
            Code::Refused,
            "Это изменение уже нельзя отменить или вернуть: записи с тех пор изменились.",
            "Ничего не изменено. Внесите правку обычным способом.",
        ),
        other => other.into(),
    }
}
