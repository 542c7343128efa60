use opora_domain::authoring::{Decision, DraftRow, EventBody, IndicatorBody, RowKind, TargetText};
use opora_domain::programme::CodedText;

use super::work::Work;
use super::{IndicatorRowInput, RowInput, TableDraftView, view};
use crate::{App, Problems, Result, ops};

const MAX_TITLE: usize = 4000;

/// Corrects an event and confirms it; the term is read anew.
///
/// # Errors
/// `NotFound` when there is no such event, `Invalid` when a field does not fit.
pub fn save_row(app: &mut App, input: RowInput) -> Result<TableDraftView> {
    let mut work = Work::need(app)?;
    let sections = work.draft.sections.clone();
    check(&work, &input.id, (&input.code, &input.title, &input.section), &sections, true)?;
    let row = work.row(&input.id)?;
    row.body.kind = RowKind::Event(EventBody {
        result: input.result.trim().to_owned(),
        term: input.term.trim().to_owned(),
        responsible: input.responsible.trim().to_owned(),
        evidence: input.evidence.trim().to_owned(),
        level: input.level,
        is_group: input.is_group,
    });
    settle(row, &input.code, &input.section, &input.title);
    write(app, &work, &input.id)
}

/// Corrects an indicator and confirms it; the targets are read anew.
///
/// # Errors
/// `NotFound` when there is no such indicator, `Invalid` when a field does not fit.
pub fn save_indicator(app: &mut App, input: IndicatorRowInput) -> Result<TableDraftView> {
    let mut work = Work::need(app)?;
    let sections = work.draft.indicator_sections.clone();
    check(&work, &input.id, (&input.code, &input.title, &input.section), &sections, false)?;
    let filled = |target: &TargetText| !target.raw.trim().is_empty();
    let targets = input.targets.into_iter().filter(filled).collect();
    let row = work.row(&input.id)?;
    row.body.kind =
        RowKind::Indicator(IndicatorBody { unit: input.unit, projection: input.projection, targets });
    settle(row, &input.code, &input.section, &input.title);
    write(app, &work, &input.id)
}

/// A corrected row has no doubts left but those of its new words.
fn settle(row: &mut DraftRow, code: &str, section: &str, title: &str) {
    row.body.code = code.trim().to_owned();
    row.body.section = section.to_owned();
    row.body.title = title.trim().to_owned();
    row.body.doubts.clear();
    row.body.decision = Decision::Confirmed;
    row.body.edited = true;
}

fn check(
    work: &Work,
    id: &str,
    (code, title, section): (&str, &str, &str),
    sections: &[CodedText],
    event: bool,
) -> Result<()> {
    let row = work.rows.iter().find(|row| row.id == id && row.body.is_event() == event);
    let row = row.ok_or_else(|| crate::ApiError::not_found("строка программы"))?;
    let same = |other: &DraftRow| {
        other.id != row.id
            && other.body.is_event() == event
            && other.body.decision != Decision::Dropped
            && other.body.code == code.trim()
    };
    Problems::default()
        .check(title.trim().is_empty(), "title", "Напишите название.")
        .check(title.chars().count() > MAX_TITLE, "title", "Слишком длинное название.")
        .check(code.trim().is_empty(), "code", "Укажите номер.")
        .check(work.rows.iter().any(same), "code", "Такой номер уже есть.")
        .check(!sections.iter().any(|known| known.code == section), "section", "Выберите раздел.")
        .finish()
}

fn write(app: &mut App, work: &Work, id: &str) -> Result<TableDraftView> {
    let row = work.rows.iter().find(|row| row.id == id);
    app.transact(ops::SAVE_DRAFT_ROW, |tx| {
        row.map_or(Ok(()), |row| tx.update(row))?;
        Ok(())
    })?;
    Ok(view::of(work))
}
