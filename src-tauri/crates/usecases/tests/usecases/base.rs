//! The file: creating, opening, locking, copying, the demonstration.

use crate::support::{Desk, school_card, text};
use opora_usecases::{Code, base};
use serde_json::{Value, json};

const PASSWORD: &str = "берёза у школы";

fn locked_school() -> (Desk, String) {
    let mut desk = Desk::empty("2024-12-20");
    let made = desk.call("base.create", json!({ "school": school_card(), "password": PASSWORD }));
    let code = text(&made["code"]);
    desk.add_teacher("Сидорова Вера Ильинична");
    (desk, code)
}

fn state(desk: &mut Desk) -> String {
    text(&desk.call("base.status", Value::Null)["state"])
}

#[test]
fn an_empty_folder_has_no_base() {
    let mut desk = Desk::empty("2024-12-20");
    let status = desk.call("base.status", Value::Null);
    assert_eq!(status["state"], "no_base");
    assert_eq!(status["today"], "2024-12-20");
    assert_eq!(desk.refused("person.list", Value::Null).code, Code::NoBase);
}

#[test]
fn a_new_school_is_open_and_gives_a_recovery_code_once() {
    let mut desk = Desk::empty("2024-12-20");
    let made = desk.call("base.create", json!({ "school": school_card(), "password": null }));
    assert_eq!(text(&made["code"]).split('-').count(), 8, "eight groups");
    let status = desk.call("base.status", Value::Null);
    assert_eq!(status["state"], "open");
    assert_eq!(status["school"], "МБОУ «Критовская СОШ»");
    assert_eq!((&status["without_password"], &status["has_program"]), (&json!(true), &json!(false)));
    let again = desk.refused("base.create", json!({ "school": school_card(), "password": null }));
    assert_eq!(again.code, Code::Refused);
}

#[test]
fn an_incomplete_card_creates_nothing() {
    let mut desk = Desk::empty("2024-12-20");
    let mut card = school_card();
    card["director"] = json!("  ");
    card["deputy"] = json!("");
    let error = desk.refused("base.create", json!({ "school": card, "password": null }));
    assert_eq!((error.code, error.details.len()), (Code::Invalid, 2));
    assert_eq!(state(&mut desk), "no_base");
}

#[test]
fn a_base_without_password_survives_a_restart_and_opens_by_itself() {
    let mut desk = Desk::school("2024-12-20");
    desk.add_teacher("Сидорова Вера Ильинична");
    desk.restart("2024-12-21");
    assert_eq!(desk.call("person.list", Value::Null)[0]["fio"], "Сидорова Вера Ильинична");
}

#[test]
fn a_locked_base_refuses_reads_and_writes_until_the_password() {
    let (mut desk, _) = locked_school();
    desk.restart("2024-12-21");
    let status = desk.call("base.status", Value::Null);
    assert_eq!((&status["state"], &status["school"]), (&json!("locked"), &Value::Null));
    for call in ["person.list", "roadmap.get", "today.get", "school.get", "base.check", "history.undo"] {
        assert_eq!(desk.refused(call, Value::Null).code, Code::Locked, "{call}");
    }
    let adopt = desk.refused("programme.adopt", json!({ "id": "bogotol" }));
    assert_eq!(adopt.code, Code::Locked);
    let wrong = desk.refused("base.open", json!({ "password": "берёза у дома" }));
    assert_eq!(wrong.code, Code::WrongSecret);
    assert_eq!(desk.call("base.open", json!({ "password": PASSWORD }))["state"], "open");
    assert_eq!(desk.call("person.list", Value::Null).as_array().unwrap().len(), 1);
}

#[test]
fn lock_closes_the_base_and_needs_a_password_to_do_so() {
    let (mut desk, _) = locked_school();
    assert_eq!(desk.call("base.lock", Value::Null)["state"], "locked");
    assert_eq!(desk.refused("person.list", Value::Null).code, Code::Locked);
    let mut open = Desk::school("2024-12-20");
    assert_eq!(open.refused("base.lock", Value::Null).code, Code::Refused);
    assert_eq!(state(&mut open), "open");
}

#[test]
fn the_recovery_code_opens_and_sets_a_new_password() {
    let (mut desk, code) = locked_school();
    desk.call("base.lock", Value::Null);
    let typed = code.to_lowercase().replace('-', " ");
    let other = "0000-0000-0000-0000-0000-0000-0000-0000";
    assert_eq!(
        desk.refused("base.recover", json!({ "code": other, "password": "новый пароль" })).code,
        Code::WrongSecret
    );
    assert_eq!(
        desk.refused("base.recover", json!({ "code": typed, "password": "коротко" })).code,
        Code::Invalid
    );
    desk.call("base.recover", json!({ "code": typed, "password": "новый пароль" }));
    desk.restart("2024-12-21");
    assert_eq!(desk.refused("base.open", json!({ "password": PASSWORD })).code, Code::WrongSecret);
    assert_eq!(desk.call("base.open", json!({ "password": "новый пароль" }))["state"], "open");
}

#[test]
fn a_password_has_eight_characters_and_a_new_one_gives_a_new_recovery_code() {
    let (mut desk, first) = locked_school();
    let short = desk.refused("base.set_password", json!({ "password": "семь777" }));
    assert_eq!((short.code, short.details[0].place.as_str()), (Code::Invalid, "password"));
    let second = text(&desk.call("base.set_password", json!({ "password": "восемь88" }))["code"]);
    assert_ne!(first, second);
    desk.call("base.lock", Value::Null);
    let old = desk.refused("base.recover", json!({ "code": first, "password": null }));
    assert_eq!(old.code, Code::WrongSecret);
    assert!(old.message.contains("Код восстановления"), "{}", old.message);
    desk.call("base.recover", json!({ "code": second, "password": null }));
    assert_eq!(desk.call("base.status", Value::Null)["without_password"], true);
}

#[test]
fn a_check_of_a_sound_base_finds_nothing() {
    let mut desk = Desk::with_programme("2024-12-20", "bogotol");
    let view = desk.call("base.check", Value::Null);
    assert_eq!(view["ok"], true, "{view}");
    assert!(
        view["lines"].as_array().unwrap().iter().all(|line| text(line).ends_with("ошибок нет.")),
        "{view}"
    );
}

#[test]
fn a_copy_is_named_after_school_and_day_and_brings_everything_back() {
    let (mut desk, _) = locked_school();
    let stick = tempfile::tempdir().unwrap();
    desk.will_pick_folder(Some(stick.path().to_owned()));
    desk.call("base.open", json!({ "password": PASSWORD }));
    let copy = desk.call("base.backup", Value::Null);
    assert_eq!(copy["file"], "Опора_МБОУ «Критовская СОШ»_2024-12-20.opora");
    assert!(copy["records"].as_u64().unwrap() >= 2 && copy["bytes"].as_u64().unwrap() > 0, "{copy}");

    let mut other = Desk::empty("2024-12-21");
    other.will_pick_file(Some(stick.path().join(text(&copy["file"]))));
    assert_eq!(other.refused("base.restore", json!({ "password": null })).code, Code::WrongSecret);
    let status = other.call("base.restore", json!({ "password": PASSWORD }));
    assert_eq!((&status["state"], &status["without_password"]), (&json!("open"), &json!(false)));
    assert_eq!(other.call("person.list", Value::Null).as_array().unwrap().len(), 1);
}

#[test]
fn no_folder_chosen_means_no_copy_and_no_error() {
    let mut desk = Desk::school("2024-12-20");
    assert_eq!(desk.call("base.backup", Value::Null), Value::Null);
    assert_eq!(desk.call("base.restore", json!({ "password": null })), Value::Null);
}

#[test]
fn a_damaged_copy_leaves_the_present_school_open() {
    let mut desk = Desk::school("2024-12-20");
    desk.add_teacher("Сидорова Вера Ильинична");
    let stick = tempfile::tempdir().unwrap();
    desk.will_pick_folder(Some(stick.path().to_owned()));
    let file = stick.path().join(text(&desk.call("base.backup", Value::Null)["file"]));
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::remove_file(&file).unwrap();
    std::io::Write::write_all(&mut std::fs::File::create(&file).unwrap(), &bytes).unwrap();
    desk.will_pick_file(Some(file));
    assert_eq!(desk.refused("base.restore", json!({ "password": null })).code, Code::Damaged);
    assert_eq!(desk.call("person.list", Value::Null).as_array().unwrap().len(), 1);
}

#[test]
fn the_demonstration_is_a_school_of_its_own_on_its_own_day() {
    let mut desk = Desk::school("2026-11-22");
    desk.add_teacher("Сидорова Вера Ильинична");
    let demo = desk.call("base.demo", json!({ "programme_id": "bogotol" }));
    assert_eq!(
        (&demo["demo"], &demo["state"], &demo["has_program"]),
        (&json!(true), &json!("open"), &json!(true))
    );
    assert_eq!(demo["today"], "2024-12-20");
    for refused in ["base.set_password", "base.restore"] {
        assert_eq!(desk.refused(refused, json!({ "password": null })).code, Code::Refused, "{refused}");
    }
    let back = desk.call("base.leave_demo", Value::Null);
    assert_eq!(
        (&back["demo"], &back["state"], &back["today"]),
        (&json!(false), &json!("open"), &json!("2026-11-22"))
    );
    assert_eq!(desk.call("person.list", Value::Null).as_array().unwrap().len(), 1);
}

#[test]
fn a_demonstration_is_kept_until_another_programme_is_shown() {
    let mut desk = Desk::empty("2026-11-22");
    desk.call("base.demo", json!({ "programme_id": "bogotol" }));
    let marked = desk.add_teacher("Ершова Нина Павловна");
    desk.call("base.leave_demo", Value::Null);
    desk.call("base.demo", json!({ "programme_id": "bogotol" }));
    let people = desk.call("person.list", Value::Null);
    assert!(people.as_array().unwrap().iter().any(|person| person["id"] == json!(marked)), "the same demo");
    let other = desk.call("base.demo", json!({ "programme_id": "zhigalovo" }));
    assert_eq!(other["today"], "2022-12-20");
    let people = desk.call("person.list", Value::Null);
    assert!(people.as_array().unwrap().iter().all(|person| person["id"] != json!(marked)), "a fresh demo");
    assert_eq!(desk.call("base.leave_demo", Value::Null)["state"], "no_base");
    assert_eq!(desk.refused("base.demo", json!({ "programme_id": "нет" })).code, Code::NotFound);
}

#[test]
fn a_creation_cut_short_is_finished_by_the_next_attempt() {
    let mut desk = Desk::empty("2024-12-20");
    drop(opora_store::Store::create(&desk.dir.path().join("school"), None).unwrap());
    assert_eq!(state(&mut desk), "no_base");
    let made = desk.call("base.create", json!({ "school": school_card(), "password": PASSWORD }));
    assert_eq!(text(&made["code"]).split('-').count(), 8);
    desk.restart("2024-12-21");
    assert_eq!(desk.call("base.open", json!({ "password": PASSWORD }))["school"], "МБОУ «Критовская СОШ»");
}

#[test]
fn a_program_without_a_window_opens_the_school_or_else_the_demonstration() {
    let mut desk = Desk::empty("2026-11-22");
    assert_eq!(base::open_any(desk.api.app(), None).unwrap_err().code, Code::NoBase);
    base::create_demo(desk.api.app(), "bogotol").unwrap();
    desk.restart("2026-11-22");
    assert!(base::open_any(desk.api.app(), None).unwrap().demo);
    desk.call("base.leave_demo", Value::Null);
    desk.call("base.create", json!({ "school": school_card(), "password": PASSWORD }));
    desk.restart("2026-11-23");
    assert_eq!(base::open_any(desk.api.app(), None).unwrap_err().code, Code::WrongSecret);
    let status = base::open_any(desk.api.app(), Some(PASSWORD)).unwrap();
    assert_eq!((status.demo, status.school.as_deref()), (false, Some("МБОУ «Критовская СОШ»")));
}

#[test]
fn a_copy_comes_back_by_path_and_by_its_recovery_code() {
    let (mut desk, code) = locked_school();
    let file = desk.dir.path().join("копия.opora");
    let copy = base::backup_to(desk.api.app(), &file).unwrap();
    assert_eq!((copy.file.as_str(), copy.bytes), ("копия.opora", std::fs::metadata(&file).unwrap().len()));
    desk.add_teacher("Лишняя Анна Ивановна");
    let refusal = base::restore_from(desk.api.app(), &file, Some("не тот пароль")).unwrap_err();
    assert_eq!(refusal.code, Code::WrongSecret);
    assert_eq!(desk.call("person.list", Value::Null).as_array().unwrap().len(), 2, "still open, untouched");
    base::restore_from(desk.api.app(), &file, Some(&code)).unwrap();
    assert_eq!(desk.call("person.list", Value::Null).as_array().unwrap().len(), 1);
    let left: Vec<_> = std::fs::read_dir(desk.dir.path().join("school")).unwrap().collect();
    assert!(
        left.iter().all(|entry| entry.as_ref().unwrap().file_name() != "restore-trial"),
        "no trial is left"
    );
}

#[test]
fn a_new_school_is_not_begun_over_the_copies_of_a_lost_one() {
    let mut desk = Desk::school("2024-09-01");
    desk.add_teacher("Ёлкина Мария Петровна");
    desk.restart("2024-09-02");
    let home = desk.dir.path().join("school");
    desk.leave();
    std::fs::remove_file(home.join("opora.db")).unwrap();
    desk.restart("2024-09-03");
    let refusal = desk.refused("base.create", json!({ "school": school_card(), "password": null }));
    assert!(refusal.message.contains("остались только его копии"), "{refusal:?}");
}
