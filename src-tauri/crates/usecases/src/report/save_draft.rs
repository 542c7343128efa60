use std::collections::BTreeMap;

use opora_domain::Id;
use opora_domain::issued_report::ReportDraft;
use opora_domain::report::quarterly::RiskMeasure;

use super::snapshot::{draft_of, drawn_up, period};
use super::{DraftInput, DraftView, PeriodInput, draft, written};
use crate::{App, Problems, Result, ops};

/// Longest hand-written text, characters.
const MAX_TEXT: usize = 20_000;

/// Keeps the hand-written part.
pub fn save_draft(app: &mut App, input: DraftInput) -> Result<DraftView> {
    let period = period(&input.period)?;
    let long = |text: &str| text.chars().count() > MAX_TEXT;
    Problems::default()
        .check(long(&input.conclusions), "conclusions", "Выводы длиннее 20 000 знаков: сократите текст.")
        .check(
            input.sections.values().any(|text| long(text)),
            "sections",
            "Текст раздела длиннее 20 000 знаков: сократите текст.",
        )
        .check(
            input.risks.iter().flatten().any(|row| row.risk.trim().is_empty()),
            "risks",
            "В строке не назван риск: впишите его или удалите строку.",
        )
        .check(long(&input.requests), "requests", "Запрос длиннее 20 000 знаков: сократите текст.")
        .finish()?;
    let kept = draft_of(app, period)?;
    let suggested = drawn_up(app, period, "")?.1.as_kept();
    let id = kept.as_ref().map_or_else(|| app.new_id(), |kept| kept.id.clone());
    let record = edited(kept, id, period.to_string(), input, suggested);
    app.transact(ops::SAVE_DRAFT, |tx| {
        tx.put(&record)?;
        Ok(())
    })?;
    draft(app, PeriodInput { period: record.period })
}

/// What is kept now: of every edited text also what the rules suggested at that moment.
fn edited(
    kept: Option<ReportDraft>,
    id: Id,
    period: String,
    input: DraftInput,
    suggested: BTreeMap<String, String>,
) -> ReportDraft {
    let (before, mut notes, risks, then) = kept
        .map(|kept| (kept.conclusions, kept.notes, (kept.risks, kept.no_risks), kept.suggested))
        .unwrap_or_default();
    let corrections = notes.get(written::CORRECTIONS).cloned();
    notes.extend(input.sections);
    notes.retain(|_, text| !text.trim().is_empty());
    let edited = risks_after(&risks, input.risks, input.no_risks);
    let same = [
        (written::CONCLUSIONS, input.conclusions.is_empty(), input.conclusions == before),
        (written::RISKS, edited.0.is_empty() && !edited.1, edited == risks),
        (
            written::CORRECTIONS,
            !notes.contains_key(written::CORRECTIONS),
            notes.get(written::CORRECTIONS) == corrections.as_ref(),
        ),
    ];
    let mut basis = BTreeMap::new();
    for (key, empty, same) in same {
        let reread = input.reread.iter().any(|one| one == key);
        let said = if same && !reread { then.get(key) } else { suggested.get(key) };
        if let Some(said) = said.filter(|_| !empty) {
            basis.insert(key.to_owned(), said.clone());
        }
    }
    let (conclusions, requests) = (input.conclusions, input.requests);
    let (risks, no_risks) = edited;
    ReportDraft { id, period, conclusions, requests, notes, risks, no_risks, suggested: basis }
}

/// The risks, and whether there are said to be none: a row named takes that back.
fn risks_after(
    before: &(Vec<RiskMeasure>, bool),
    risks: Option<Vec<RiskMeasure>>,
    none: Option<bool>,
) -> (Vec<RiskMeasure>, bool) {
    match (none, risks) {
        (Some(true), _) => (Vec::new(), true),
        (none, Some(rows)) => {
            let none = none.unwrap_or(before.1) && rows.is_empty();
            (rows, none)
        }
        (none, None) => (before.0.clone(), none.unwrap_or(before.1)),
    }
}
