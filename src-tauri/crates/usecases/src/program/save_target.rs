use opora_domain::indicator::IndicatorTarget;
use opora_domain::program::Origin;
use opora_domain::programme::CONST_STAGE;

use super::book::Book;
use super::revise::{Draft, revise};
use super::{Recorded, TargetInput};
use crate::{ApiError, App, Result, ops};

/// Sets, changes or takes out the target of an indicator at a stage. A changed municipal target becomes the school's own.
///
/// Closed stages keep the targets by which they were judged.
///
/// # Errors
/// `Frozen` when the stage is closed or the indicator is withdrawn; `Invalid` when the target says nothing.
pub fn save_target(app: &mut App, input: TargetInput) -> Result<Recorded> {
    revise(app, ops::SAVE_TARGET, &input.correction, |draft| save(draft, &input))
}

fn save(draft: &mut Draft<'_>, input: &TargetInput) -> Result<()> {
    check_place(&draft.before, input)?;
    let said_nothing =
        input.target.as_ref().is_some_and(|target| target.raw.trim().is_empty() && target.words().is_empty());
    draft.problems.check(said_nothing, "target", "Укажите целевое значение.");
    let here =
        |target: &&IndicatorTarget| target.indicator_id == input.indicator_id && target.stage == input.stage;
    let before = draft.before.targets.iter().find(here).cloned();
    let same = before.as_ref().filter(|it| it.is_in_plan()).map(|it| &it.target) == input.target.as_ref();
    if same {
        return Ok(());
    }
    if input.stage == CONST_STAGE {
        pin_closed_stages(draft, input);
    }
    let Some(record) = record(draft, input, before) else { return Ok(()) };
    draft.after.targets.retain(|target| target.id != record.id);
    draft.after.targets.push(record);
    draft.after.targets.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(())
}

/// The record after the change; none when there is nothing to take out.
fn record(
    draft: &Draft<'_>,
    input: &TargetInput,
    before: Option<IndicatorTarget>,
) -> Option<IndicatorTarget> {
    match (&input.target, before) {
        (Some(target), Some(before)) => {
            let origin = if *target == before.target { before.origin } else { Origin::Own };
            Some(IndicatorTarget { target: target.clone(), origin, withdrawn_on: None, ..before })
        }
        (Some(target), None) => Some(IndicatorTarget {
            id: draft.app.new_id(),
            indicator_id: input.indicator_id.clone(),
            stage: input.stage.clone(),
            target: target.clone(),
            origin: Origin::Own,
            withdrawn_on: None,
        }),
        (None, Some(before)) => Some(IndicatorTarget { withdrawn_on: Some(draft.app.today()), ..before }),
        (None, None) => None,
    }
}

/// What holds at all stages is written down for each closed one before it changes.
fn pin_closed_stages(draft: &mut Draft<'_>, input: &TargetInput) {
    let of_indicator: Vec<IndicatorTarget> =
        draft.before.targets.iter().filter(|it| it.indicator_id == input.indicator_id).cloned().collect();
    let held = of_indicator.iter().find(|target| target.stage == CONST_STAGE && target.is_in_plan());
    let Some(held) = held else { return };
    for stage in draft.before.stages.iter().filter(|stage| stage.closed_on.is_some()) {
        if !of_indicator.iter().any(|target| target.stage == stage.code && target.is_in_plan()) {
            let id = draft.app.new_id();
            draft.after.targets.push(IndicatorTarget { id, stage: stage.code.clone(), ..held.clone() });
        }
    }
}

fn check_place(book: &Book, input: &TargetInput) -> Result<()> {
    let indicator = book.indicator(&input.indicator_id)?;
    if !indicator.is_in_plan() {
        return Err(ApiError::frozen(
            format!("Показатель {} исключён из программы.", indicator.code),
            "Ничего не изменено. Сначала верните его в программу.",
        ));
    }
    let stage = book.stages.iter().find(|stage| stage.code == input.stage);
    match stage {
        None if input.stage != CONST_STAGE => Err(ApiError::not_found("этап мониторинга")),
        Some(stage) if stage.closed_on.is_some() => Err(ApiError::frozen(
            format!("Этап «{}» закрыт: его целевые значения заморожены.", stage.title),
            "Ничего не изменено. Изменить можно цели открытых этапов.",
        )),
        _ => Ok(()),
    }
}
