use std::collections::BTreeMap;

use opora_domain::registers::{IomForm, IomStep};
use opora_domain::report::quarterly::{CourseRow, Development};

use crate::report::facts::Facts;

/// Section 5: individual routes and courses of the quarter, without names.
pub(in crate::report) fn development(facts: &Facts) -> Development {
    let routes = routes(facts);
    let opened = |steps: &&Vec<&IomStep>| steps.iter().map(|step| step.started_on).min();
    Development {
        routes_opened: routes.values().filter(|steps| facts.within_opt(opened(steps))).count() as i64,
        routes_completed: routes.values().filter(|steps| completed_in(facts, steps)).count() as i64,
        courses: courses(facts),
    }
}

/// The steps of each teacher's route up to the end of the quarter.
fn routes(facts: &Facts) -> BTreeMap<&str, Vec<&IomStep>> {
    let mut routes = BTreeMap::<&str, Vec<&IomStep>>::new();
    for step in facts.iom.iter().filter(|step| step.started_on <= facts.to) {
        routes.entry(&step.person_id).or_default().push(step);
    }
    routes
}

/// All steps are done and the last one in this quarter.
fn completed_in(facts: &Facts, steps: &[&IomStep]) -> bool {
    let done = steps.iter().map(|step| step.done_on).collect::<Option<Vec<_>>>();
    facts.within_opt(done.and_then(|days| days.into_iter().max()))
}

fn courses(facts: &Facts) -> Vec<CourseRow> {
    let mut rows: Vec<CourseRow> = Vec::new();
    let finished = |step: &&IomStep| step.form == IomForm::Course && facts.within_opt(step.done_on);
    for step in facts.iom.iter().filter(finished) {
        let implemented = i64::from(step.introduced_on.is_some());
        let same = |row: &&mut CourseRow| row.title == step.title && row.provider == step.provider;
        if let Some(row) = rows.iter_mut().find(same) {
            row.teachers += 1;
            row.implemented += implemented;
            row.finished_on = row.finished_on.max(step.done_on);
        } else {
            rows.push(CourseRow {
                title: step.title.clone(),
                provider: step.provider.clone(),
                hours: step.hours,
                finished_on: step.done_on,
                teachers: 1,
                implemented,
            });
        }
    }
    rows
}
