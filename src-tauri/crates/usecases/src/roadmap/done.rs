use opora_domain::occurrence::{Occurrence, OccurrenceStatus};
use opora_domain::program::Event;

use super::document::{self, Document};
use super::plan::{self, Plan};
use super::{DoneInput, OccurrenceView};
use crate::{App, Problems, Result, ops};

/// Marks an occurrence done, with its document.
///
/// # Errors
/// `Invalid` when the day lies ahead, or the plan demands a document and there is neither one nor a reason.
pub fn done(app: &mut App, input: DoneInput) -> Result<OccurrenceView> {
    let plan = Plan::load(app)?;
    let (event, before) = plan.open_occurrence(&input.id)?;
    check(app, &input, event, !plan.evidence_of(&input.id).is_empty())?;
    let occurrence = Occurrence {
        status: OccurrenceStatus::Done,
        done_on: Some(input.done_on),
        result: input.result.trim().to_owned(),
        reason: input.reason.trim().to_owned(),
        ..before.clone()
    };
    let document = match input.evidence {
        Some(evidence) => Some(Document::of(app, &input.id, evidence)?),
        None => None,
    };
    app.transact(ops::MARK_DONE, |tx| {
        tx.update(&occurrence)?;
        if let Some(document) = &document {
            document.keep(tx)?;
        }
        Ok(())
    })?;
    plan::view_of(app, &input.id)
}

fn check(app: &App, input: &DoneInput, event: &Event, has_evidence: bool) -> Result<()> {
    let demanded = event.evidence_required.trim();
    let proved = has_evidence || input.evidence.is_some() || !input.reason.trim().is_empty();
    let mut problems = Problems::default();
    problems.check(input.done_on > app.today(), "done_on", "Дата исполнения не может быть в будущем.").check(
        !demanded.is_empty() && !proved,
        "evidence",
        &format!("По программе нужен документ: {demanded}. Добавьте его или укажите, почему документа нет."),
    );
    if let Some(evidence) = &input.evidence {
        document::check(app, evidence, &mut problems);
    }
    problems.finish()
}
