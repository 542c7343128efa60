use opora_domain::registers::{Assessment, Resolution};
use opora_domain::report::quarterly::{DecisionRow, LowResults, MeetingRow, ProcedureResult};
use opora_domain::words::Words;

use crate::report::facts::Facts;

/// Section 7: assessments of the quarter.
pub(in crate::report) fn results(facts: &Facts) -> Vec<ProcedureResult> {
    let mut held = facts.assessments.iter().filter(|result| facts.within(result.date)).collect::<Vec<_>>();
    held.sort_by_key(|result| result.date);
    held.into_iter().map(row).collect()
}

/// The forecast by the rule of low results, as known at the end of the period.
pub(in crate::report) fn low_results(facts: &Facts) -> Option<LowResults> {
    opora_domain::low_results::explained(&facts.assessments, facts.last_day())
}

fn row(result: &Assessment) -> ProcedureResult {
    ProcedureResult {
        kind: result.kind.label().to_owned(),
        subject: result.subject.label().to_owned(),
        grade: Some(result.grade),
        date: result.date,
        participants: result.participants,
        below_minimum: Some(result.failed),
        passed: Some(result.participants - result.failed),
        quality: Some(result.good),
        region: result.region.clone(),
    }
}

/// Section 13: meetings of the working group in the quarter.
pub(in crate::report) fn meetings(facts: &Facts) -> Vec<MeetingRow> {
    let mut held = facts.meetings.iter().filter(|meeting| facts.within(meeting.date)).collect::<Vec<_>>();
    held.sort_by_key(|meeting| meeting.date);
    let decision = |said: Resolution| DecisionRow {
        text: said.text,
        responsible: said.responsible,
        due: said.due,
        done_on: said.done_on.filter(|day| *day <= facts.last_day()),
    };
    let row = |meeting: &opora_domain::registers::Meeting| MeetingRow {
        number: meeting.number.clone(),
        date: meeting.date,
        agenda: meeting.agenda.clone(),
        decisions: meeting.resolved().into_iter().map(decision).collect(),
    };
    held.into_iter().map(row).collect()
}
