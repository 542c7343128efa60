//! Who teaches at the school, and what the teachers are to be taught.

use chrono::NaiveDate;
use opora_domain::person::{Category, Person, Subject};
use opora_domain::registers::{IomForm, IomStep};
use opora_domain::report::{Head, staff_reference, training_request};
use opora_domain::self_diagnosis::Deficit;

const TODAY: &str = "2024-12-20";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn person(id: &str, category: Category, experience_years: Option<i64>, subjects: &[Subject]) -> Person {
    Person {
        id: id.into(),
        fio: format!("Петрова Анна {id}"),
        post: "Учитель".into(),
        subjects: subjects.to_vec(),
        category,
        experience_years,
        weekly_load: None,
        archived_on: None,
    }
}

fn course(person: &str, deficit: Option<&str>, done_on: Option<&str>) -> IomStep {
    IomStep {
        id: format!("{person}-{done_on:?}"),
        person_id: person.into(),
        deficit_id: deficit.map(str::to_owned),
        form: IomForm::Course,
        title: "Вероятность".into(),
        provider: String::new(),
        hours: Some(36),
        started_on: day("2020-01-01"),
        due: None,
        done_on: done_on.map(day),
        document: String::new(),
        introduced_on: None,
    }
}

fn deficit(person: &str, topic: &str, severity: u8) -> Deficit {
    Deficit {
        id: format!("{person}-{topic}"),
        person_id: person.into(),
        response_id: "r".into(),
        item: "1".into(),
        topic: topic.into(),
        severity,
        found_on: day(TODAY),
        closed_on: None,
        closed_note: String::new(),
    }
}

fn head() -> Head {
    Head {
        school_full: "Школа".into(),
        school_short: "Школа".into(),
        territory: String::new(),
        director: "Иванова Ольга Петровна".into(),
        deputy: "Белова Анна Сергеевна".into(),
        programme_title: "Программа".into(),
        programme_act: String::new(),
        from: day("2022-01-01"),
        to: None,
        date: day(TODAY),
        demo: false,
        amended: false,
        approval: None,
    }
}

#[test]
fn teachers_are_counted_by_category_experience_and_subject() {
    let people = [
        person("a", Category::Highest, Some(2), &[Subject::Math, Subject::Physics]),
        person("b", Category::First, Some(3), &[Subject::Math]),
        person("c", Category::First, None, &[]),
        Person {
            archived_on: Some(day("2024-01-01")),
            ..person("d", Category::None, Some(40), &[Subject::Math])
        },
    ];
    let steps = [course("a", None, Some("2021-12-20")), course("b", None, Some("2021-12-19"))];
    let said = staff_reference::staff_reference(head(), &people, &steps, day(TODAY));
    let pairs = |groups: &[staff_reference::Group]| {
        groups.iter().map(|group| format!("{} {}", group.label, group.count)).collect::<Vec<_>>().join("; ")
    };
    assert_eq!(said.rows.len(), 3, "who has left does not count");
    assert_eq!(pairs(&said.categories), "Высшая 1; Первая 2");
    assert_eq!(pairs(&said.experience), "до 3 лет 1; от 3 до 10 лет 1; стаж не внесён 1");
    assert_eq!(pairs(&said.subjects), "Математика 2; Физика 1");
    assert_eq!(said.trained, 1, "a course of three years ago to the day still counts");
}

#[test]
fn what_needs_training_and_has_no_course_is_asked_for_without_names() {
    let mut left = person("gone", Category::None, None, &[Subject::Geography]);
    left.archived_on = Some(day(TODAY));
    let people = [
        left,
        person("a", Category::None, None, &[Subject::Math]),
        person("b", Category::None, None, &[Subject::Physics]),
    ];
    let mut closed = deficit("a", "Проценты", 3);
    closed.closed_on = Some(day(TODAY));
    let deficits = [
        deficit("a", "Вероятность", 3),
        deficit("b", "Вероятность", 3),
        deficit("b", "Опыты", 3),
        deficit("a", "Беседа", 2),
        deficit("gone", "Вероятность", 3),
        closed,
    ];
    let steps = [course("b", Some("b-Опыты"), None)];
    let wanted = training_request::wanted(&deficits, &people, &steps, day(TODAY));
    let topics = training_request::topics(&wanted, &people);
    let said: Vec<_> =
        topics.iter().map(|row| (row.topic.as_str(), row.subjects.as_str(), row.teachers)).collect();
    assert_eq!(said, [("Вероятность", "Математика, Физика", 2)]);
    assert_eq!(training_request::owners(&wanted), 2);
}
