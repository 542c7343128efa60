use chrono::NaiveDate;
use opora_domain::report::quarterly::{Requisites, SchoolFacts, Signer};
use opora_domain::school::SchoolStatus;
use opora_domain::words::{Words, counted};

use crate::report::facts::Facts;

/// Section 0: who reports to whom.
pub(in crate::report) fn requisites(facts: &Facts, number: &str, date: NaiveDate) -> Requisites {
    let school = &facts.school;
    Requisites {
        school_full: school.full_name.clone(),
        school_short: school.short_name.clone(),
        territory: school.territory.clone(),
        authority: school.authority.clone(),
        addressee: school.addressee.clone(),
        site: school.site.clone(),
        programme_title: facts.program.title.clone(),
        programme_act: facts.program.act.clone(),
        period: facts.period,
        number: number.to_owned(),
        date,
        composed_by: school.deputy.clone(),
        director: school.director.clone(),
        deputy: school.deputy.clone(),
        demo: school.demo_today.is_some(),
    }
}

/// Section 1: the school and what changed in the quarter.
pub(in crate::report) fn school(facts: &Facts) -> SchoolFacts {
    let status = match facts.school.status {
        SchoolStatus::None => String::new(),
        status => status.label().to_owned(),
    };
    SchoolFacts {
        status,
        status_basis: facts.school.status_basis.clone(),
        pupils: facts.school.pupils,
        teachers: facts.staff().count() as i64,
        changes: changes(facts),
    }
}

fn changes(facts: &Facts) -> Vec<String> {
    let left = facts.people.iter().filter(|person| facts.within_opt(person.archived_on)).count() as i64;
    let mut changes = Vec::new();
    if left > 0 {
        changes.push(format!(
            "Выбыло за отчётный период: {}.",
            counted(left, "педагог", "педагога", "педагогов")
        ));
    }
    if facts.within(facts.program.adopted_on) {
        changes
            .push(format!("Программа принята к исполнению {}.", facts.program.adopted_on.format("%d.%m.%Y")));
    }
    changes
}

/// Who signs the report.
pub(in crate::report) fn signers(facts: &Facts) -> Vec<Signer> {
    vec![Signer {
        post: "Заместитель директора".into(), fio: facts.school.deputy.clone()
    }]
}
