//! Whose an event is, read out of its responsible: checked by the five programmes whose levels were given by hand.

use opora_domain::authoring::level_of;
use opora_domain::programme::{EventLevel, Programme};

#[test]
fn levels_agree_with_those_given_by_hand() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/programmes/");
    let (mut all, mut wrong) = (0_usize, Vec::new());
    for name in ["bogotol", "yeniseysk", "yakovlevka"] {
        let text = std::fs::read_to_string(format!("{folder}{name}.json")).unwrap();
        let programme = Programme::from_json(&text).unwrap();
        for event in programme.events.iter().filter(|event| !event.responsible.is_empty()) {
            let read = level_of(&event.responsible);
            all += 1;
            if read != event.level {
                wrong.push(format!(
                    "{name} {}: {:?} read as {read:?}: {}",
                    event.code, event.level, event.responsible
                ));
            }
        }
    }
    assert!(wrong.len() * 20 <= all, "{} of {all} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn people_of_the_school_and_of_the_district_are_told_apart() {
    for (text, level) in [
        ("Администрация школы", EventLevel::School),
        ("Зам. директора по УВР, классные руководители", EventLevel::School),
        ("ШМО учителей математики", EventLevel::School),
        ("Руководители ОО", EventLevel::School),
        ("МКУ «Центр развития образования»", EventLevel::Municipal),
        ("Методист ММЦ", EventLevel::Municipal),
        ("Отдел образования администрации района", EventLevel::Municipal),
        ("Муниципальная рабочая группа", EventLevel::Municipal),
        ("Управление образования, директора школ", EventLevel::Joint),
        ("Руководители РМО", EventLevel::Partner),
        ("Школы-партнёры", EventLevel::Partner),
        ("", EventLevel::Unassigned),
        ("Лагерь «Заря»", EventLevel::Unassigned),
    ] {
        assert_eq!(level_of(text), level, "{text}");
    }
}
