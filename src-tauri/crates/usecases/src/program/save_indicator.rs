use opora_domain::indicator::Indicator;
use opora_domain::program::Origin;

use super::revise::{Draft, revise};
use super::{IndicatorInput, Recorded, fields};
use crate::{ApiError, App, Result, ops};

/// Changes the wording of an indicator, or adds one of the school's own at the end.
///
/// # Errors
/// `Invalid` when the code or title is empty or the code is in use; `Refused` when the unit of an indicator with
/// values would change; `Frozen` when it is withdrawn.
pub fn save_indicator(app: &mut App, input: IndicatorInput) -> Result<Recorded> {
    revise(app, ops::SAVE_INDICATOR, &input.correction, |draft| save(draft, &input))
}

fn save(draft: &mut Draft<'_>, input: &IndicatorInput) -> Result<()> {
    let before = match &input.id {
        Some(id) => draft.before.indicator(id)?.clone(),
        None => blank(draft, input),
    };
    check_kept(draft, input, &before)?;
    if let Some(task) = &input.task_id {
        draft.before.task(task)?;
    }
    let (code, title) = (fields::tidy(&input.code), fields::tidy(&input.title));
    let taken = draft.after.indicators.iter().any(|other| other.id != before.id && other.code == code);
    draft
        .problems
        .check(code.is_empty(), "code", "Укажите номер показателя.")
        .check(taken && !code.is_empty(), "code", "Показатель с таким номером уже есть.")
        .check(title.is_empty(), "title", "Укажите название показателя.");
    let task_id = input.task_id.clone();
    let indicator =
        Indicator { code, title, task_id, unit: input.unit, projection: input.projection, ..before };
    match draft.after.indicators.iter_mut().find(|known| known.id == indicator.id) {
        Some(known) => *known = indicator,
        None => draft.after.indicators.push(indicator),
    }
    Ok(())
}

/// What has values keeps their kind; what is withdrawn is brought back first.
fn check_kept(draft: &Draft<'_>, input: &IndicatorInput, before: &Indicator) -> Result<()> {
    if !before.is_in_plan() {
        return Err(ApiError::frozen(
            format!("Показатель {} исключён из программы.", before.code),
            "Ничего не изменено. Сначала верните его в программу.",
        ));
    }
    let changed = input.unit != before.unit || input.projection != before.projection;
    if changed && draft.before.values(&before.id) > 0 {
        return Err(ApiError::refused(
            format!("По показателю {} уже внесены значения: единицу измерения сменить нельзя.", before.code),
            "Ничего не изменено. Исключите показатель и добавьте новый.",
        ));
    }
    Ok(())
}

fn blank(draft: &Draft<'_>, input: &IndicatorInput) -> Indicator {
    Indicator {
        id: draft.app.new_id(),
        program_id: draft.before.program.id.clone(),
        task_id: None,
        code: String::new(),
        title: String::new(),
        unit: input.unit,
        projection: input.projection,
        auto: None,
        measured_result: false,
        sort: draft.before.indicators.last().map_or(0, |last| last.sort + 1),
        origin: Origin::Own,
        template_code: None,
        withdrawn_on: None,
    }
}
