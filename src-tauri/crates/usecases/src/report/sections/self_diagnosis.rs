use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use opora_domain::person::Subject;
use opora_domain::report::quarterly::{Coverage, DeficitTopic, SelfDiagnosis, SubjectCoverage};
use opora_domain::self_diagnosis::Deficit;
use opora_domain::words::Words;

use crate::report::facts::Facts;

/// The five subjects in which the programmes ask for self-diagnosis (Боготол 5.2, 5.3).
const SUBJECTS: [Subject; 5] =
    [Subject::Russian, Subject::Math, Subject::Physics, Subject::Geography, Subject::Social];

/// How many deficits the section names.
const TOP: usize = 5;

/// Section 4: coverage, the commonest deficits, what was closed. Topics and counts, no names.
pub(in crate::report) fn self_diagnosis(facts: &Facts, target_percent: Option<i64>) -> SelfDiagnosis {
    let passed = passed(facts);
    let staff = facts.staff().collect::<Vec<_>>();
    let by_subject = SUBJECTS.into_iter().filter_map(|subject| {
        let of = staff.iter().filter(|person| person.subjects.contains(&subject)).collect::<Vec<_>>();
        let done = of.iter().filter(|person| passed.contains(person.id.as_str())).count();
        (!of.is_empty()).then(|| SubjectCoverage {
            subject: subject.label().to_owned(),
            passed: done as i64,
            total: of.len() as i64,
        })
    });
    let open = facts.deficits.iter().filter(|deficit| open_at_end(facts, deficit));
    let closed = facts.deficits.iter().filter(|deficit| facts.within_opt(deficit.closed_on));
    SelfDiagnosis {
        coverage: Coverage {
            passed: staff.iter().filter(|person| passed.contains(person.id.as_str())).count() as i64,
            total: staff.len() as i64,
            target_year: target_percent.map(|_| facts.quarter.year()),
            target_percent,
        },
        by_subject: by_subject.collect(),
        top_deficits: topics(open).into_iter().take(TOP).collect(),
        closed: topics(closed),
    }
}

/// Teachers who completed a questionnaire in the year of the report, up to the end of the quarter.
fn passed(facts: &Facts) -> BTreeSet<&str> {
    let in_time = |day: chrono::NaiveDate| day.year() == facts.quarter.year() && day <= facts.quarter.end();
    let responses = facts.responses.iter().filter(|response| response.completed_on.is_some_and(in_time));
    responses.map(|response| response.person_id.as_str()).collect()
}

fn open_at_end(facts: &Facts, deficit: &Deficit) -> bool {
    deficit.found_on <= facts.quarter.end() && deficit.closed_on.is_none_or(|day| day > facts.quarter.end())
}

fn topics<'a>(deficits: impl Iterator<Item = &'a Deficit>) -> Vec<DeficitTopic> {
    let mut people = BTreeMap::<&str, BTreeSet<&str>>::new();
    for deficit in deficits {
        people.entry(&deficit.topic).or_default().insert(&deficit.person_id);
    }
    let topic = |(topic, people): (&str, BTreeSet<&str>)| DeficitTopic {
        topic: topic.to_owned(),
        subject: String::new(),
        teachers: people.len() as i64,
    };
    let mut topics = people.into_iter().map(topic).collect::<Vec<_>>();
    topics.sort_by_key(|topic| -topic.teachers);
    topics
}
