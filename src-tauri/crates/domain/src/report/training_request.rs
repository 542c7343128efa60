//! «Запрос на курсы повышения квалификации» as data: what the teachers of the school need to learn, without names.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Head;
use crate::person::Person;
use crate::registers::{IomForm, IomStep};
use crate::self_diagnosis::Deficit;
use crate::words::Words;

/// The version of this form.
pub const SCHEMA: &str = "opora.training_request/1";
/// From this severity on training is needed.
const TRAINING: u8 = 3;

/// What is asked of the municipality.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrainingRequest {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Who made it, about which programme.
    pub head: Head,
    /// The school's site, may be empty.
    pub site: String,
    /// To whom, in the dative.
    pub addressee: String,
    /// Topics, the most wanted first.
    pub rows: Vec<WantedTopic>,
    /// Teachers who need training; one may need several topics.
    pub teachers: i64,
}

/// A topic that is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WantedTopic {
    /// Topic of the deficit.
    pub topic: String,
    /// What those who need it teach, by comma.
    pub subjects: String,
    /// How many need it.
    pub teachers: i64,
}

/// Open deficits of those who work on the day that ask for training and for which no course is planned.
pub fn wanted<'a>(
    deficits: &'a [Deficit],
    people: &[Person],
    steps: &[IomStep],
    on: NaiveDate,
) -> Vec<&'a Deficit> {
    let works = |id: &str| people.iter().any(|person| person.id == id && person.counts_on(on));
    let planned = |id: &str| {
        steps.iter().any(|step| step.form == IomForm::Course && step.deficit_id.as_deref() == Some(id))
    };
    let open = deficits.iter().filter(|one| one.closed_on.is_none() && one.severity >= TRAINING);
    open.filter(|one| works(&one.person_id) && !planned(&one.id)).collect()
}

/// The topics of `deficits` with so many teachers each.
pub fn topics(deficits: &[&Deficit], people: &[Person]) -> Vec<WantedTopic> {
    let mut names: Vec<&str> = deficits.iter().map(|one| one.topic.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let mut rows: Vec<WantedTopic> = names.into_iter().map(|topic| row(topic, deficits, people)).collect();
    rows.sort_by_key(|row| -row.teachers);
    rows
}

/// How many people the deficits belong to.
pub fn owners(deficits: &[&Deficit]) -> i64 {
    let mut ids: Vec<&str> = deficits.iter().map(|one| one.person_id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.len() as i64
}

fn row(topic: &str, deficits: &[&Deficit], people: &[Person]) -> WantedTopic {
    let of: Vec<&Deficit> = deficits.iter().copied().filter(|one| one.topic == topic).collect();
    let needs = |person: &&Person| of.iter().any(|one| one.person_id == person.id);
    let mut taught: Vec<_> = people.iter().filter(needs).flat_map(|person| &person.subjects).collect();
    taught.sort();
    taught.dedup();
    let subjects: Vec<&str> = taught.into_iter().map(|subject| subject.label()).collect();
    WantedTopic { topic: topic.to_owned(), subjects: subjects.join(", "), teachers: owners(&of) }
}
