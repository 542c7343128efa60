use opora_domain::registers::Assessment;
use opora_domain::report::quarterly::{DecisionRow, MeetingRow, ProcedureResult};
use opora_domain::words::Words;

use crate::report::facts::Facts;

/// Section 7: assessments of the quarter.
pub(in crate::report) fn results(facts: &Facts) -> Vec<ProcedureResult> {
    let mut held = facts.assessments.iter().filter(|result| facts.within(result.date)).collect::<Vec<_>>();
    held.sort_by_key(|result| result.date);
    held.into_iter().map(row).collect()
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
        region: String::new(),
    }
}

/// Section 13: meetings of the working group in the quarter.
pub(in crate::report) fn meetings(facts: &Facts) -> Vec<MeetingRow> {
    let mut held = facts.meetings.iter().filter(|meeting| facts.within(meeting.date)).collect::<Vec<_>>();
    held.sort_by_key(|meeting| meeting.date);
    let decisions = |text: &str| {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(|line| DecisionRow { text: line.to_owned(), due: None, done_on: None }).collect()
    };
    let row = |meeting: &opora_domain::registers::Meeting| MeetingRow {
        number: meeting.number.clone(),
        date: meeting.date,
        agenda: meeting.agenda.clone(),
        decisions: decisions(&meeting.decisions),
    };
    held.into_iter().map(row).collect()
}
