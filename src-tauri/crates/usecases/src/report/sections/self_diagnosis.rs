use std::collections::{BTreeMap, BTreeSet};

use opora_domain::person::{Person, Subject};
use opora_domain::report::quarterly::{Coverage, DeficitTopic, SelfDiagnosis, SubjectCoverage};
use opora_domain::self_diagnosis::Deficit;
use opora_domain::words::Words;

use crate::report::facts::Facts;
use crate::self_diagnosis::coverage_in;

/// The five subjects in which the programmes ask for self-diagnosis (Боготол 5.2, 5.3).
const SUBJECTS: [Subject; 5] =
    [Subject::Russian, Subject::Math, Subject::Physics, Subject::Geography, Subject::Social];

/// How many deficits the section names.
const TOP: usize = 5;

/// Section 4: coverage, the commonest deficits, what was closed. Topics and counts, no names.
pub(in crate::report) fn self_diagnosis(facts: &Facts, target_percent: Option<i64>) -> SelfDiagnosis {
    let (passed, total) = coverage(facts, |_| true);
    let by_subject = SUBJECTS.into_iter().filter_map(|subject| {
        let (passed, total) = coverage(facts, |person| person.subjects.contains(&subject));
        (total > 0).then(|| SubjectCoverage { subject: subject.label().to_owned(), passed, total })
    });
    let open = facts.deficits.iter().filter(|deficit| open_at_end(facts, deficit));
    let closed = facts.deficits.iter().filter(|deficit| facts.within_opt(deficit.closed_on));
    SelfDiagnosis {
        coverage: Coverage {
            passed,
            total,
            target_year: target_percent.map(|_| facts.year()),
            target_percent,
        },
        by_subject: by_subject.collect(),
        top_deficits: topics(open).into_iter().take(TOP).collect(),
        closed: topics(closed),
    }
}

/// Teachers who completed a questionnaire in the year up to the end of the quarter, of how many.
fn coverage(facts: &Facts, of: impl Fn(&Person) -> bool) -> (i64, i64) {
    let people = facts.people.iter().filter(|person| of(person)).cloned().collect::<Vec<_>>();
    let found = coverage_in(facts.year(), &people, &facts.responses, None, facts.last_day());
    (found.done as i64, found.total as i64)
}

fn open_at_end(facts: &Facts, deficit: &Deficit) -> bool {
    deficit.found_on <= facts.to && deficit.closed_on.is_none_or(|day| day > facts.to)
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
