//! «Кадровая справка» as data. Stays in the school: teachers are named.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::Head;
use crate::person::{Category, Person, Subject};
use crate::registers::{IomForm, IomStep};
use crate::words::Words;

/// The version of this form.
pub const SCHEMA: &str = "opora.staff_reference/1";

/// Courses older than this do not count as a teacher's training: at least one in three years (273-ФЗ, ст. 47, ч. 5).
const TRAINED_MONTHS: u32 = 36;
/// Upper bounds of experience, whole years, and their words.
const EXPERIENCE: [(i64, &str); 4] =
    [(3, "до 3 лет"), (10, "от 3 до 10 лет"), (20, "от 10 до 20 лет"), (i64::MAX, "20 лет и более")];

/// Who teaches at the school, and how well prepared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StaffReference {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Who made it, about which programme.
    pub head: Head,
    /// As of this day.
    pub on: NaiveDate,
    /// Teachers by name.
    pub rows: Vec<StaffRow>,
    /// Teachers by category.
    pub categories: Vec<Group>,
    /// Teachers by experience.
    pub experience: Vec<Group>,
    /// Teachers by subject; whoever teaches two counts twice.
    pub subjects: Vec<Group>,
    /// Teachers who finished a course within three years.
    pub trained: i64,
}

/// A teacher.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffRow {
    /// «Ким Л. А.».
    pub teacher: String,
    /// Post.
    pub post: String,
    /// Subjects, by comma.
    pub subjects: String,
    /// Category.
    pub category: String,
    /// Whole years.
    pub experience_years: Option<i64>,
    /// Hundredths of an hour a week.
    pub weekly_load: Option<i64>,
    /// The last finished course: title and year, may be empty.
    pub course: String,
}

/// So many teachers have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// What they have.
    pub label: String,
    /// How many.
    pub count: i64,
}

/// Counts those who work at the school on the day.
pub fn staff_reference(head: Head, people: &[Person], steps: &[IomStep], on: NaiveDate) -> StaffReference {
    let mut people: Vec<&Person> = people.iter().filter(|person| person.counts_on(on)).collect();
    people.sort_by(|a, b| a.fio.cmp(&b.fio));
    let since = on.checked_sub_months(Months::new(TRAINED_MONTHS)).unwrap_or(on);
    let trained =
        people.iter().filter(|person| last_course(person, steps).is_some_and(|(day, _)| day >= since));
    StaffReference {
        schema: SCHEMA.to_owned(),
        head,
        on,
        rows: people.iter().map(|person| row(person, steps)).collect(),
        categories: groups(
            Category::ALL,
            |category| category.label(),
            &people,
            |person, category| person.category == category,
        ),
        experience: experience(&people),
        subjects: groups(
            Subject::ALL,
            |subject| subject.label(),
            &people,
            |person, subject| person.subjects.contains(&subject),
        ),
        trained: trained.count() as i64,
    }
}

fn row(person: &Person, steps: &[IomStep]) -> StaffRow {
    let subjects: Vec<&str> = person.subjects.iter().map(|subject| subject.label()).collect();
    StaffRow {
        teacher: person.short_name(),
        post: person.post.clone(),
        subjects: subjects.join(", "),
        category: person.category.label().to_owned(),
        experience_years: person.experience_years,
        weekly_load: person.weekly_load,
        course: last_course(person, steps)
            .map(|(day, title)| format!("{title} ({})", day.format("%Y")))
            .unwrap_or_default(),
    }
}

fn last_course<'a>(person: &Person, steps: &'a [IomStep]) -> Option<(NaiveDate, &'a str)> {
    let mine = steps.iter().filter(|step| step.person_id == person.id && step.form == IomForm::Course);
    mine.filter_map(|step| Some((step.done_on?, step.title.as_str()))).max()
}

/// Those of `all` that somebody has.
fn groups<T: Copy>(
    all: &[T],
    label: impl Fn(T) -> &'static str,
    people: &[&Person],
    has: impl Fn(&Person, T) -> bool,
) -> Vec<Group> {
    let each = all.iter().map(|one| Group {
        label: label(*one).to_owned(),
        count: people.iter().filter(|person| has(person, *one)).count() as i64,
    });
    each.filter(|group| group.count > 0).collect()
}

fn experience(people: &[&Person]) -> Vec<Group> {
    let band = |years: i64| EXPERIENCE.iter().position(|(below, _)| years < *below);
    let known = EXPERIENCE.iter().enumerate().map(|(at, (_, label))| Group {
        label: (*label).to_owned(),
        count: people.iter().filter(|person| person.experience_years.and_then(band) == Some(at)).count()
            as i64,
    });
    let unknown = Group {
        label: "стаж не внесён".to_owned(),
        count: people.iter().filter(|person| person.experience_years.is_none()).count() as i64,
    };
    known.chain([unknown]).filter(|group| group.count > 0).collect()
}
