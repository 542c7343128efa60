//! Undo, redo and the audit list.

use crate::support::{Desk, text};
use opora_usecases::Code;
use serde_json::{Value, json};

fn people(desk: &mut Desk) -> usize {
    desk.call("person.list", Value::Null).as_array().unwrap().len()
}

#[test]
fn the_list_tells_in_words_what_was_done_newest_first() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    desk.add_teacher("Сидорова Вера Ильинична");
    let view = desk.call("history.list", json!({ "limit": 10 }));
    let what: Vec<_> = view["entries"].as_array().unwrap().iter().map(|entry| text(&entry["what"])).collect();
    assert_eq!(what, ["Сохранены сведения о педагоге", "Принята муниципальная программа", "Создана школа"]);
    assert_eq!(view["can_undo"], "Сохранены сведения о педагоге");
    assert_eq!(view["can_redo"], Value::Null);
    assert!(text(&view["entries"][0]["at"]).starts_with("2024-12-20T12:00:00"));
    assert_eq!(desk.call("history.list", json!({ "limit": 1 }))["entries"].as_array().unwrap().len(), 1);
}

#[test]
fn undo_and_redo_survive_a_restart() {
    let mut desk = Desk::school("2024-12-20");
    desk.add_teacher("Сидорова Вера Ильинична");
    desk.restart("2024-12-21");
    let undone = desk.call("history.undo", Value::Null);
    assert_eq!((people(&mut desk), &undone["can_redo"]), (0, &json!("Сохранены сведения о педагоге")));
    assert_eq!(undone["entries"][0]["undone"], true);
    desk.restart("2024-12-22");
    desk.call("history.redo", Value::Null);
    assert_eq!(people(&mut desk), 1);
}

#[test]
fn undo_says_which_tables_changed() {
    let mut desk = Desk::school("2024-12-20");
    desk.add_teacher("Сидорова Вера Ильинична");
    assert_eq!(desk.changed_by("history.undo", Value::Null), ["person"]);
    assert_eq!(desk.changed_by("history.redo", Value::Null), ["person"]);
}

#[test]
fn a_new_change_leaves_nothing_to_redo() {
    let mut desk = Desk::school("2024-12-20");
    desk.add_teacher("Сидорова Вера Ильинична");
    desk.call("history.undo", Value::Null);
    desk.add_teacher("Ершова Нина Павловна");
    assert_eq!(desk.refused("history.redo", Value::Null).code, Code::Refused);
    assert_eq!(people(&mut desk), 1);
}

#[test]
fn the_making_of_the_school_cannot_be_undone() {
    let mut desk = Desk::school("2024-12-20");
    let refusal = desk.refused("history.undo", Value::Null);
    assert_eq!((refusal.code, refusal.message.as_str()), (Code::Refused, "Отменять нечего."));
    assert_eq!(desk.call("history.list", json!({ "limit": 5 }))["can_undo"], Value::Null);
    assert_eq!(desk.call("base.status", Value::Null)["state"], "open");
}
