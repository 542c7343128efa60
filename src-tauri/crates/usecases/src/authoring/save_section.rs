use opora_domain::programme::CodedText;

use super::work::Work;
use super::{SectionInput, TableDraftView, view};
use crate::{ApiError, App, Problems, Result, ops};

/// Adds or renames a heading.
///
/// # Errors
/// `Invalid` without a title, `NotFound` when there is no such heading.
pub fn save_section(app: &mut App, input: SectionInput) -> Result<TableDraftView> {
    let mut work = Work::need(app)?;
    let title = input.title.trim().to_owned();
    Problems::default().check(title.is_empty(), "title", "Напишите название раздела.").finish()?;
    let sections =
        if input.indicators { &mut work.draft.indicator_sections } else { &mut work.draft.sections };
    match input.code {
        Some(code) => {
            let known = sections.iter_mut().find(|section| section.code == code);
            known.ok_or_else(|| ApiError::not_found("раздел"))?.title = title;
        }
        None => {
            let code = free_code(sections);
            sections.push(CodedText { code, title });
        }
    }
    app.transact(ops::SAVE_DRAFT_META, |tx| Ok(tx.update(&work.draft)?))?;
    Ok(view::of(&work))
}

/// The next number that no heading has.
pub(super) fn free_code(sections: &[CodedText]) -> String {
    let taken = |code: &String| sections.iter().any(|section| section.code == *code);
    let mut codes = (sections.len() + 1..).map(|number| number.to_string());
    codes.find(|code| !taken(code)).unwrap_or_default()
}
