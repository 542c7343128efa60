use opora_domain::evidence::Evidence;
use opora_domain::occurrence::OccurrenceStatus;

use super::plan::Plan;
use crate::person::IdInput;
use crate::{ApiError, App, Result, ops};

/// Removes a document.
///
/// # Errors
/// `Refused` when it is the only proof of something done that the plan demands proof of.
pub fn delete_evidence(app: &mut App, input: IdInput) -> Result<()> {
    let evidence = app.read()?.need::<Evidence>(&input.id)?;
    if is_only_proof(&Plan::load(app)?, &evidence)? {
        return Err(ApiError::refused(
            "Это единственный документ исполненного мероприятия, а программа его требует.",
            "Ничего не изменено. Сначала добавьте другой документ или верните мероприятие в работу.",
        ));
    }
    app.transact(ops::DELETE_EVIDENCE, |tx| {
        tx.delete::<Evidence>(&input.id)?;
        Ok(())
    })
}

fn is_only_proof(plan: &Plan, evidence: &Evidence) -> Result<bool> {
    let (event, occurrence) = plan.occurrence(&evidence.occurrence_id)?;
    let demanded = !event.evidence_required.trim().is_empty() && occurrence.reason.is_empty();
    let done = occurrence.status == OccurrenceStatus::Done;
    Ok(demanded && done && plan.evidence_of(&occurrence.id).len() == 1)
}
