use opora_domain::issued_report::ReportDraft;

use super::snapshot::{draft_of, quarter};
use super::{DraftInput, DraftView, PeriodInput, draft};
use crate::{App, Problems, Result, ops};

/// Longest hand-written text, characters.
const MAX_TEXT: usize = 20_000;

/// Keeps the hand-written part.
pub fn save_draft(app: &mut App, input: DraftInput) -> Result<DraftView> {
    let quarter = quarter(&input.period)?;
    let long = |text: &str| text.chars().count() > MAX_TEXT;
    Problems::default()
        .check(long(&input.conclusions), "conclusions", "Выводы длиннее 20 000 знаков: сократите текст.")
        .check(long(&input.requests), "requests", "Запрос длиннее 20 000 знаков: сократите текст.")
        .finish()?;
    let id = draft_of(app, quarter)?.map_or_else(|| app.new_id(), |kept| kept.id);
    let record = ReportDraft {
        id,
        period: quarter.to_string(),
        conclusions: input.conclusions,
        requests: input.requests,
    };
    app.transact(ops::SAVE_DRAFT, |tx| {
        tx.put(&record)?;
        Ok(())
    })?;
    draft(app, PeriodInput { period: record.period })
}
