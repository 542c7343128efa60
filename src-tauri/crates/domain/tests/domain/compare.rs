//! A newer municipal file beside the adopted one and the school's own words.

use crate::common::programme;
use opora_domain::programme::Programme;
use opora_domain::programme::compare::{Difference, RowChange, RowKind, compare, rows};

fn differences(base: Option<&Programme>, theirs: &Programme, ours: &Programme) -> Vec<Difference> {
    let base = base.map(rows);
    compare(base.as_deref(), &rows(theirs), &rows(ours))
}

fn of<'a>(found: &'a [Difference], code: &str) -> &'a Difference {
    let named = |known: &Option<String>| known.as_deref() == Some(code);
    let mut events = found.iter().filter(|d| d.kind == RowKind::Event);
    events.find(|d| named(&d.was_code) || named(&d.code)).unwrap_or_else(|| panic!("no {code} in {found:?}"))
}

#[test]
fn a_programme_does_not_differ_from_itself() {
    for id in ["bogotol", "yeniseysk", "strezhevoy", "zhigalovo", "yakovlevka"] {
        let one = programme(id);
        assert_eq!(differences(Some(&one), &one, &one), [], "{id}");
        assert_eq!(differences(None, &one, &one), [], "{id}");
    }
}

#[test]
fn fields_are_told_three_way() {
    let base = programme("bogotol");
    let (mut theirs, mut ours) = (base.clone(), base.clone());
    theirs.events[3].title = "Проведение не менее 4 заседаний рабочей группы".into();
    theirs.events[4].result = "Справка".into();
    ours.events[4].result = "Справка школы".into();
    ours.events[5].title = "Свои слова".into();
    let found = differences(Some(&base), &theirs, &ours);
    assert_eq!(found.len(), 2, "what the school alone changed is no difference: {found:?}");
    let plain = &of(&found, &base.events[3].code).fields[0];
    assert_eq!(
        (plain.name, plain.conflict, &plain.base),
        ("title", false, &Some(base.events[3].title.clone()))
    );
    let clash = &of(&found, &base.events[4].code).fields[0];
    assert_eq!((clash.name, clash.conflict), ("result", true));
    assert_eq!((clash.theirs.as_str(), clash.ours.as_str()), ("Справка", "Справка школы"));
}

#[test]
fn words_that_the_school_has_already_taken_are_no_difference() {
    let base = programme("bogotol");
    let mut theirs = base.clone();
    theirs.events[3].title = "Новое название".into();
    assert_eq!(differences(Some(&base), &theirs, &theirs.clone()), []);
}

#[test]
fn without_the_adopted_file_every_difference_is_the_users_to_decide() {
    let ours = programme("bogotol");
    let mut theirs = ours.clone();
    theirs.events[3].title = "Новое название".into();
    let found = differences(None, &theirs, &ours);
    let field = &of(&found, &ours.events[3].code).fields[0];
    assert_eq!((field.conflict, &field.base), (true, &None));
}

#[test]
fn an_inserted_row_renumbers_the_rest_and_is_not_taken_for_a_change_of_all() {
    let base = programme("bogotol");
    let mut theirs = base.clone();
    let mut fresh = base.events[6].clone();
    fresh.title = "Совсем новое мероприятие района".into();
    theirs.events.insert(6, fresh);
    for (place, event) in theirs.events.iter_mut().enumerate() {
        event.code = (place + 1).to_string();
    }
    let found = differences(Some(&base), &theirs, &base);
    let count = |change| found.iter().filter(|d| d.change == change).count();
    assert_eq!(
        (count(RowChange::Added), count(RowChange::Renumbered)),
        (1, base.events.len() - 6),
        "{found:?}"
    );
    assert_eq!((count(RowChange::Changed), count(RowChange::Vanished)), (0, 0), "{found:?}");
    let last = of(&found, "18");
    assert_eq!((last.was_code.as_deref(), last.fields[0].name), (Some("17"), "code"));
}

#[test]
fn rows_come_and_go() {
    let base = programme("bogotol");
    let mut theirs = base.clone();
    let gone = theirs.events.remove(10);
    theirs.indicators.remove(4);
    let mut fresh = base.events[0].clone();
    (fresh.code, fresh.title) = ("99".into(), "Слёт молодых педагогов".into());
    theirs.events.push(fresh);
    let found = differences(Some(&base), &theirs, &base);
    assert_eq!(of(&found, &gone.code).change, RowChange::Vanished);
    assert_eq!(of(&found, "99").change, RowChange::Added);
    let vanished: Vec<_> = found.iter().filter(|d| d.change == RowChange::Vanished).map(|d| d.kind).collect();
    assert!(vanished.contains(&RowKind::Indicator) && vanished.contains(&RowKind::Target), "{vanished:?}");
    let mut ours = base.clone();
    ours.events.retain(|event| event.code != gone.code);
    let found = differences(Some(&base), &theirs, &ours);
    assert!(
        found.iter().all(|d| d.was_code.as_deref() != Some(gone.code.as_str()) || d.kind != RowKind::Event)
    );
}

#[test]
fn targets_follow_a_renumbered_indicator_and_are_compared_whole() {
    let base = programme("bogotol");
    let mut theirs = base.clone();
    let place = theirs.indicators.iter().position(|own| own.code == "5.3").unwrap_or_default();
    theirs.indicators[place].code = "5.7".into();
    if let Some(goal) = theirs.indicators[place].targets.get_mut("2024") {
        (goal.raw, goal.value) = ("2024 – не менее 75%".into(), Some(75));
    }
    let found = differences(Some(&base), &theirs, &base);
    let told: Vec<_> = found.iter().map(|d| (d.kind, d.change, d.code.clone().unwrap_or_default())).collect();
    let expected = [
        (RowKind::Indicator, RowChange::Renumbered, "5.7".to_owned()),
        (RowKind::Target, RowChange::Changed, "5.7/2024".to_owned()),
    ];
    assert_eq!(told, expected);
}

#[test]
fn stages_headings_texts_and_the_head_are_compared_too() {
    let base = programme("bogotol");
    let mut theirs = base.clone();
    theirs.act.text = "приказ от 01.09.2024 № 101".into();
    theirs.stages[3].title = "2025 год, итоговый".into();
    theirs.groups[0].title = "Новый раздел".into();
    theirs.tasks[0].title = "Новая задача".into();
    let found = differences(Some(&base), &theirs, &base);
    let kinds: Vec<_> = found.iter().map(|d| d.kind).collect();
    assert_eq!(kinds, [RowKind::Head, RowKind::Group, RowKind::Stage, RowKind::Text]);
}
