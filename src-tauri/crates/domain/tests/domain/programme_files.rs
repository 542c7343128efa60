//! A bad programme file is refused with its place and a reason that a person understands.
#![allow(clippy::unwrap_used)]

use crate::common::{PROGRAMMES, programme};
use opora_domain::programme::{MAX_BYTES, Problem, Programme};
use serde_json::{Value, json};

fn text() -> &'static str {
    PROGRAMMES[1].1
}

fn refused(bytes: &[u8]) -> Vec<Problem> {
    Programme::read(bytes).expect_err("the file is bad")
}

/// The file with one thing changed in its JSON.
fn changed(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut file: Value = serde_json::from_str(text()).unwrap();
    change(&mut file);
    serde_json::to_vec(&file).unwrap()
}

#[track_caller]
fn says(problems: &[Problem], place: &str, path: &str, message: &str) {
    let fits = |p: &&Problem| p.place.contains(place) && p.path.contains(path) && p.message.contains(message);
    assert!(problems.iter().any(|p| fits(&p)), "{place} | {path} | {message} is not in {problems:#?}");
}

#[test]
fn shipped_files_are_read() {
    for (id, text) in PROGRAMMES {
        assert_eq!(Programme::read(text.as_bytes()), Ok(programme(id)), "{id}");
    }
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    let bytes = [b"\xef\xbb\xbf", text().as_bytes()].concat();
    assert_eq!(Programme::read(&bytes), Ok(programme("yeniseysk")));
}

#[test]
fn broken_json_names_line_and_column() {
    for (broken, place, message) in [
        (text().replacen("\"version\": 1,", "\"version\": 1", 1), "строка 5, столбец 3", "запятая"),
        (text()[..2000.min(text().floor_char_boundary(2000))].to_owned(), "строка", "обрывается"),
        (format!("{} x", text()), "строка", "после конца"),
        (text().replacen("\"version\": 1", "\"version\": один", 1), "строка 4", "должно стоять значение"),
        ("[".repeat(100_000), "строка 1, столбец 128", "вложенность"),
    ] {
        says(&refused(broken.as_bytes()), place, "", message);
    }
}

#[test]
fn wrong_encodings_are_told_apart() {
    // «{"schema": "Программа"}» in Windows-1251.
    let windows = b"{\"schema\":\n \"\xcf\xf0\xee\xe3\xf0\xe0\xec\xec\xe0\"}";
    says(&refused(windows), "строка 2", "", "Windows-1251");
    says(&refused(b"\xff\xfe{\0}\0"), "Файл", "", "UTF-16");
    says(&refused(b"{\"schema\": \"\x80\x81\x82\"}"), "Файл", "", "не в UTF-8");
    says(&refused(b"  \n"), "Файл", "", "пустой");
}

#[test]
fn a_huge_file_is_refused_by_its_size() {
    let problems = refused(&vec![b' '; 50 * 1024 * 1024]);
    says(&problems, "Файл", "", "размер 50 МБ, а файл программы бывает не больше 5 МБ");
    assert!(text().len() < MAX_BYTES / 10);
}

#[test]
fn a_file_of_another_version_or_kind_is_named() {
    let with = |schema: Value| refused(&changed(|file| file["schema"] = schema));
    says(&with(json!("opora.programme/2")), "schema", "schema", "файл новее программы");
    says(&with(json!("opora.instrument/1")), "schema", "schema", "ожидается «opora.programme/1»");
    says(&with(json!(1)), "schema", "schema", "не файл программы");
    says(&refused(b"[1, 2]"), "schema", "schema", "не файл программы");
    let newer = changed(|file| {
        file["schema"] = json!("opora.programme/12");
        file["unheard_of"] = json!([]);
    });
    says(&refused(&newer), "schema", "schema", "Обновите «Опору»");
}

#[test]
fn wrong_fields_are_named_with_their_row() {
    type Change = fn(&mut Value);
    let cases: [(Change, &str, &str, &str); 12] = [
        (|f| f["shot_title"] = json!(""), "", "shot_title", "неизвестное поле «shot_title»"),
        (
            |f| f["events"][12]["titel"] = json!(""),
            "Мероприятие 1.4",
            "events[12]",
            "неизвестное поле «titel»",
        ),
        (
            |f| f["events"][12]["title"] = json!(5),
            "Мероприятие 1.4, название",
            "events[12].title",
            "нужно: текст",
        ),
        (|f| f["version"] = json!(-1), "Версия", "version", "а стоит число -1"),
        (|f| f["version"] = json!("1"), "Версия", "version", "а стоит текст «1»"),
        (|f| f["period"]["from"] = json!("2020-13-01"), "начало", "period.from", "2024-09-01"),
        (|f| f["period"]["til"] = json!(null), "Срок действия", "period", "неизвестное поле «til»"),
        (|f| f["events"] = json!({}), "events", "events", "список"),
        (|f| f["events"][0]["level"] = json!("region"), "Мероприятие 0.1", "events[0].level", "бывают: "),
        (
            |f| f["events"][0]["term"]["segments"][0]["from"] = json!("01.09.2021"),
            "Мероприятие 0.1, срок, прочтение, № 1, начало",
            "events[0].term.segments[0].from",
            "2024-09-01",
        ),
        (
            |f| f["events"][0]["term"]["segments"][0]["kind"] = json!("sometimes"),
            "Мероприятие 0.1, срок",
            "events[0].term.segments[0]",
            "неизвестное значение «sometimes»",
        ),
        (|f| drop(f.as_object_mut().unwrap().remove("title")), "Файл", "", "нет поля «title»"),
    ];
    for (change, place, path, message) in cases {
        says(&refused(&changed(change)), place, path, message);
    }
}

#[test]
fn wrong_fields_of_several_rows_are_told_at_once() {
    let several = changed(|file| {
        file["events"][0]["titel"] = json!("");
        file["events"][12]["level"] = json!("region");
        file["events"][13]["title"] = json!(5);
        file["measured_results"][1]["target"]["value"] = json!("много");
    });
    let problems = refused(&several);
    assert_eq!(problems.len(), 4, "{problems:#?}");
    says(&problems, "Мероприятие 0.1", "events[0].titel", "неизвестное поле");
    says(&problems, "Мероприятие 1.4", "events[12].level", "«region»");
    says(&problems, "Мероприятие 1.5", "events[13].title", "стоит число 5");
    says(&problems, "Измеримый результат 1.6", "measured_results[1].target.value", "«много»");
    assert_eq!(problems.iter().filter(|p| p.message.contains("строка")).count(), 1);
}

#[test]
fn a_field_or_a_target_given_twice_is_an_error() {
    let twice = text().replacen("\"version\": 1,", "\"version\": 1, \"version\": 1,", 1);
    says(&refused(twice.as_bytes()), "Файл", "", "«version» стоит дважды");
    let zhigalovo = PROGRAMMES[3].1;
    let twice = zhigalovo.replacen("\"2021\": {", "\"2020\": {", 1);
    assert_ne!(twice, zhigalovo);
    says(&refused(twice.as_bytes()), "Показатель 1", "targets", "«2020» стоит дважды");
}

#[test]
fn contents_that_make_no_sense_are_named() {
    type Change = fn(&mut Value);
    let cases: [(Change, &str, &str, &str); 17] = [
        (|f| f["events"][1]["code"] = json!("0.1"), "Мероприятие 0.1", "events[1]", "повторяется"),
        (|f| f["events"][1]["code"] = json!(" "), "Мероприятие № 2", "events[1]", "пустой код"),
        (|f| f["events"][1]["title"] = json!("  "), "Мероприятие 0.2, название", "events[1].title", "пустой"),
        (
            |f| f["events"][1]["title"] = json!("a\u{0}b"),
            "0.2, название",
            "events[1].title",
            "недопустимый знак",
        ),
        (
            |f| f["events"][1]["group"] = json!("9"),
            "Мероприятие 0.2",
            "events[1].group",
            "нет раздела плана «9»",
        ),
        (|f| f["events"][1]["parent"] = json!("9"), "0.2", "events[1].parent", "нет строки «9»"),
        (|f| f["events"][1]["parent"] = json!("0.2"), "0.2", "events[1].parent", "по кругу: 0.2 → 0.2"),
        (|f| f["events"][1]["parent"] = json!("0.3"), "0.2", "events[1].parent", "должна стоять выше"),
        (|f| f["events"][1]["parent"] = json!("0.1"), "0.2", "events[1].parent", "is_group"),
        (
            |f| f["events"][0]["term"]["segments"][0]["to"] = json!("2020-01-01"),
            "Мероприятие 0.1, срок",
            "events[0].term.segments[0].to",
            "конец раньше начала",
        ),
        (
            |f| f["events"][0]["term"]["segments"][0]["from"] = json!("0021-09-01"),
            "Мероприятие 0.1, срок, начало",
            "events[0].term.segments[0].from",
            "год неправдоподобен",
        ),
        (
            |f| f["events"][0]["term"]["segments"][0]["stage"] = json!("никакой"),
            "Мероприятие 0.1, срок",
            "events[0].term.segments[0]",
            "нет этапа «никакой»",
        ),
        (|f| f["period"]["to"] = json!("2019-01-01"), "Срок действия", "period", "конец раньше начала"),
        (|f| f["period"]["to"] = json!("2090-01-01"), "Срок действия", "period", "больше 30 лет"),
        (|f| f["version"] = json!(0), "Версия", "version", "с 1"),
        (
            |f| f["measured_results"][0]["event"] = json!("9.9"),
            "Измеримый результат",
            "measured_results[0].event",
            "нет мероприятия «9.9»",
        ),
        (
            |f| f["measured_results"][0]["target"]["value"] = json!(-5),
            "целевое значение",
            "measured_results[0].target.value",
            "меньше нуля",
        ),
    ];
    for (change, place, path, message) in cases {
        says(&refused(&changed(change)), place, path, message);
    }
}

#[test]
fn rows_that_hang_on_each_other_in_a_circle_are_shown() {
    let circle = changed(|file| {
        file["events"][1]["parent"] = json!("0.3");
        file["events"][2]["parent"] = json!("0.2");
    });
    says(&refused(&circle), "Мероприятие 0.2", "events[1].parent", "0.2 → 0.3 → 0.2");
}

#[test]
fn a_plan_is_not_deeper_than_nine_levels() {
    let deep = changed(|file| {
        for n in 1..12 {
            file["events"][n - 1]["is_group"] = json!(true);
            file["events"][n]["parent"] = file["events"][n - 1]["code"].clone();
        }
    });
    let problems = refused(&deep);
    says(&problems, "Мероприятие 1.1", "events[9].parent", "больше 9 уровней");
    assert!(problems.iter().all(|p| !p.path.contains("events[8]")), "{problems:?}");
}

#[test]
fn more_than_a_person_can_keep_is_refused() {
    let row = |n: usize| {
        json!({"code": n.to_string(), "group": "0", "title": "а", "level": "school",
        "term": {"raw": "", "segments": [{"kind": "unspecified"}], "ambiguous": false}})
    };
    let many = changed(|file| {
        file["measured_results"] = json!([]);
        file["events"] = (0..20_000).map(row).collect();
    });
    says(&refused(&many), "Мероприятие", "events", "строк 20000, а бывает не больше 5000");
    let daily = json!([{"kind": "every", "unit": "month", "pace": {"kind": "times", "n": 31}}]);
    let often = changed(|file| {
        for event in file["events"].as_array_mut().unwrap() {
            event["term"]["segments"] = daily.clone();
        }
    });
    says(&refused(&often), "срок", "term", "больше 50000 дат");
}

#[test]
fn a_hundred_thousand_rows_are_refused_by_size() {
    let row = "{\"code\":\"1\",\"group\":\"0\",\"title\":\"а\",\"level\":\"school\",\"term\":{}},";
    let file = format!("{{\"schema\":\"opora.programme/1\",\"events\":[{}]}}", row.repeat(100_000));
    says(&refused(file.as_bytes()), "Файл", "", "не больше 5 МБ");
}

#[test]
fn all_faults_are_told_at_once_but_not_without_end() {
    let faults = changed(|file| {
        for event in file["events"].as_array_mut().unwrap() {
            event["title"] = json!("");
            event["group"] = json!("9");
        }
    });
    let problems = refused(&faults);
    assert_eq!(problems.len(), 101);
    says(&problems, "Файл", "", "есть ещё 28");
}

#[test]
fn no_english_reaches_the_user() {
    let said = |problems: Vec<Problem>| problems.into_iter().map(|p| p.message).collect::<String>();
    let broken = [
        &text()[1..],
        &text()[..1000],
        "{",
        "nul",
        "{\"schema\" 1}",
        "{\"a\":01}",
        "{1:2}",
        "{\"a\":\"\\x\"}",
    ];
    for broken in broken {
        let said = said(refused(broken.as_bytes()));
        assert!(
            !said.contains("expected") && said.chars().any(|c| ('а'..='я').contains(&c)),
            "{broken}: {said}"
        );
    }
}

/// A walk over small damages: bytes lost, changed and doubled at places that are the same on each run.
#[test]
fn no_damage_makes_the_reader_fall() {
    let mut seed = 1_u64;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    for round in 0..300 {
        let mut bytes = PROGRAMMES[round % 5].1.as_bytes().to_vec();
        for _ in 0..=next(3) {
            let at = next(bytes.len());
            match next(3) {
                0 => drop(bytes.remove(at)),
                1 => bytes[at] = b"0123456789-{}[],:\"e\xd0"[next(20)],
                _ => bytes.insert(at, b"9-{[\""[next(5)]),
            }
        }
        if let Err(problems) = Programme::read(&bytes) {
            assert!(!problems.is_empty());
            assert!(
                problems.iter().all(|p| !p.place.is_empty() && !p.message.contains("expected")),
                "{problems:?}"
            );
        }
    }
}

#[test]
fn far_dates_are_refused_and_not_counted() {
    for (from, to) in
        [("0001-01-01", "9999-12-31"), ("1990-01-01", "2100-12-31"), ("-262143-01-01", "+262142-12-31")]
    {
        let file = changed(|file| {
            file["period"] = json!({"from": from, "to": to});
            file["events"][0]["term"]["segments"] = json!([{"kind": "continuous"}]);
        });
        assert!(!refused(&file).is_empty());
    }
}
