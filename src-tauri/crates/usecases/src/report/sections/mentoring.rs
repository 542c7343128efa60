use opora_domain::mentoring::{Tandem, TandemScope};
use opora_domain::report::quarterly::{ClosedTandem, Mentoring};
use opora_domain::words::Words;

use crate::report::facts::Facts;

/// Section 6: tandems that worked in the quarter, without names.
pub(in crate::report) fn mentoring(facts: &Facts) -> Mentoring {
    let worked = facts.tandems.iter().filter(|tandem| worked(facts, tandem)).collect::<Vec<_>>();
    let scope = |scope| worked.iter().filter(|tandem| tandem.scope == scope).count() as i64;
    let held = facts.mentoring_meetings.iter().filter(|meeting| facts.within(meeting.date));
    Mentoring {
        internal: scope(TandemScope::Internal),
        network: scope(TandemScope::Network),
        pairs: worked.len() as i64,
        groups: 0,
        meetings_held: held.count() as i64,
        steps_done: facts.steps.iter().filter(|step| facts.within_opt(step.done_on)).count() as i64,
        steps_planned: facts.steps.iter().filter(|step| facts.within_opt(step.due)).count() as i64,
        closed: worked.iter().filter_map(|tandem| closed(facts, tandem)).collect(),
    }
}

fn worked(facts: &Facts, tandem: &Tandem) -> bool {
    let begun = tandem.started_on <= facts.to;
    begun && tandem.closed_on.is_none_or(|day| day >= facts.from)
}

fn closed(facts: &Facts, tandem: &Tandem) -> Option<ClosedTandem> {
    let closed_on = tandem.closed_on.filter(|day| facts.within(*day))?;
    Some(ClosedTandem {
        topic: tandem.topic.clone(),
        reason: tandem.close_reason.map(|reason| reason.label().to_owned()).unwrap_or_default(),
        closed_on,
        outcome: tandem.outcome.clone(),
    })
}
