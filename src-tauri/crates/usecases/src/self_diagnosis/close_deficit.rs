use opora_domain::self_diagnosis::Deficit;

use super::CloseDeficitInput;
use crate::{ApiError, App, Problems, Result, ops};

/// Closes a deficit with a word on how.
///
/// # Errors
/// `Refused` when it is closed already, `Invalid` without a word or with a day out of place.
pub fn close_deficit(app: &mut App, input: CloseDeficitInput) -> Result<Deficit> {
    let deficit: Deficit = app.read()?.need(&input.id)?;
    if deficit.closed_on.is_some() {
        return Err(ApiError::refused(
            format!("Дефицит «{}» уже закрыт.", deficit.topic),
            "Ничего не изменено. Обновите экран.",
        ));
    }
    let day = input.date.unwrap_or_else(|| app.today());
    Problems::default()
        .check(input.note.trim().is_empty(), "note", "Напишите, как закрыт дефицит.")
        .check(day > app.today(), "date", "Дата не может быть позже сегодняшней.")
        .check(day < deficit.found_on, "date", "Дефицит нельзя закрыть раньше, чем он выявлен.")
        .finish()?;
    let deficit = Deficit { closed_on: Some(day), closed_note: input.note.trim().into(), ..deficit };
    app.transact(ops::CLOSE_DEFICIT, |tx| {
        tx.update(&deficit)?;
        Ok(deficit.clone())
    })
}
