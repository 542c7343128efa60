//! The five shipped programmes hold what their texts hold.

mod common;

use common::{PROGRAMMES, programme};
use opora_domain::programme::{Counts, Programme};
use opora_domain::target::Cmp;

/// id, tasks, groups, events, leaves, school's, indicators, measured, cells, terms, ambiguous, results, criteria, risks
const SIZES: [(&str, [usize; 13]); 5] = [
    ("bogotol", [5, 7, 17, 17, 4, 17, 0, 41, 14, 9, 11, 17, 0]),
    ("yeniseysk", [6, 6, 64, 64, 35, 0, 24, 24, 43, 6, 0, 0, 0]),
    ("strezhevoy", [6, 0, 0, 0, 0, 19, 0, 39, 0, 0, 6, 0, 0]),
    ("zhigalovo", [7, 4, 84, 65, 0, 7, 0, 28, 17, 3, 1, 0, 1]),
    ("yakovlevka", [4, 6, 35, 35, 19, 8, 0, 8, 11, 1, 8, 0, 3]),
];

#[test]
fn programmes_have_the_counts_of_the_seeds() {
    for (id, expected) in SIZES {
        let c: Counts = programme(id).counts();
        let counted = [
            c.tasks,
            c.groups,
            c.events,
            c.leaf_events,
            c.school_events,
            c.indicators,
            c.measured_results,
            c.target_cells,
            c.distinct_terms,
            c.ambiguous_terms,
            c.expected_results,
            c.criteria,
            c.risks,
        ];
        assert_eq!(counted, expected, "{id}");
    }
}

#[test]
fn every_programme_validates_cleanly() {
    for (id, _) in PROGRAMMES {
        assert_eq!(programme(id).validate(), [], "{id}");
    }
}

#[test]
fn events_stand_in_the_groups_of_the_plan() {
    let by_group = |id: &str| -> Vec<usize> {
        let p = programme(id);
        p.groups.iter().map(|g| p.events.iter().filter(|e| e.group == g.code).count()).collect()
    };
    assert_eq!(by_group("bogotol"), [4, 3, 3, 2, 2, 1, 2]);
    assert_eq!(by_group("yeniseysk"), [9, 13, 11, 9, 13, 9]);
    assert_eq!(by_group("yakovlevka"), [4, 4, 7, 5, 12, 3]);
}

#[test]
fn zhigalovo_keeps_its_four_levels() {
    let p = programme("zhigalovo");
    let level = |n: usize| p.events.iter().filter(|e| e.code.split('.').count() == n).count();
    assert_eq!([level(1), level(2), level(3), level(4)], [4, 17, 23, 40]);
    assert!(p.events.iter().all(|e| e.parent.is_some() == e.code.contains('.')));
}

#[test]
fn indicators_stand_in_their_groups() {
    let by_group = |id: &str| -> Vec<usize> {
        let p = programme(id);
        let count = |code: &String| p.indicators.iter().filter(|i| &i.group == code).count();
        p.indicator_groups.iter().map(|g| count(&g.code)).collect()
    };
    assert_eq!(by_group("bogotol"), [2, 1, 6, 1, 1, 6]);
    assert_eq!(by_group("strezhevoy"), [4, 2, 4, 4, 3, 2]);
    assert_eq!(by_group("yakovlevka"), [5, 3]);
}

#[test]
fn targets_have_the_forms_of_the_seeds() {
    let count = |id: &str, cmp: Cmp| {
        let p = programme(id);
        let of_indicators = p.indicators.iter().flat_map(|i| i.targets.values());
        of_indicators.chain(p.measured_results.iter().map(|r| &r.target)).filter(|t| t.cmp == cmp).count()
    };
    assert_eq!((count("bogotol", Cmp::Gte), count("bogotol", Cmp::IsTrue)), (34, 7));
    let yeniseysk = [Cmp::Gte, Cmp::Increase, Cmp::Decrease, Cmp::Track].map(|cmp| count("yeniseysk", cmp));
    assert_eq!(yeniseysk, [8, 8, 4, 4]);
    let strezhevoy = [Cmp::Baseline, Cmp::DecreaseRelGte, Cmp::IncreaseAbsGte, Cmp::IsTrue]
        .map(|cmp| count("strezhevoy", cmp));
    assert_eq!(strezhevoy, [6, 2, 2, 8]);
    assert_eq!(count("zhigalovo", Cmp::Between), 28);
    let yakovlevka =
        [Cmp::Decrease, Cmp::Increase, Cmp::Track, Cmp::IsTrue].map(|cmp| count("yakovlevka", cmp));
    assert_eq!(yakovlevka, [1, 2, 2, 3]);
}

#[test]
fn event_codes_jump_where_the_text_jumps() {
    let p = programme("yeniseysk");
    let codes: Vec<_> = p.events.iter().filter(|e| e.group == "5").map(|e| e.code.as_str()).collect();
    assert_eq!(codes, ["5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "5.7", "5.10", "5.11"]);
}

#[test]
fn only_the_torn_text_is_marked_incomplete() {
    let incomplete: Vec<_> = PROGRAMMES.map(|(id, _)| programme(id).incomplete).to_vec();
    assert_eq!(incomplete, [true, false, false, false, false]);
}

#[test]
fn no_officials_are_named() {
    let names = [
        "Довгань",
        "Добровольск",
        "Масленников",
        "Богатов",
        "Новиков",
        "Зубков",
        "Камах",
        "Горбунов",
        "Коренчук",
    ];
    for (id, text) in PROGRAMMES {
        let found: Vec<_> = names.iter().filter(|name| text.contains(**name)).collect();
        assert!(found.is_empty(), "{id}: {found:?}");
    }
}

#[test]
fn all_problems_of_a_file_are_told_at_once() {
    let mut p: Programme = programme("zhigalovo");
    p.events[1].code = "1".to_owned();
    p.events[4].parent = Some("9.9".to_owned());
    p.events[5].group = "нет".to_owned();
    p.period.to = Some(common::date("2019-01-01"));
    let target = p.indicators[0].targets["2020"].clone();
    p.indicators[0].targets.insert("2030".to_owned(), target);
    let problems = p.validate();
    for wanted in [
        "Срок действия программы",
        "Мероприятие 1",
        "Мероприятие 1.1.1.2",
        "Мероприятие 1.1.1.3",
        "Показатель 1, целевое значение 2030",
    ] {
        assert!(problems.iter().any(|p| p.place == wanted), "{wanted} is not in {problems:?}");
    }
}

#[test]
fn an_unknown_field_is_an_error() {
    let text = PROGRAMMES[0].1.replacen("\"short_title\"", "\"shot_title\"", 1);
    assert!(Programme::from_json(&text).is_err());
}

#[test]
fn a_programme_survives_writing_and_reading() {
    for (id, _) in PROGRAMMES {
        let programme = programme(id);
        let text = serde_json::to_string(&programme).unwrap();
        assert_eq!(Programme::from_json(&text).unwrap(), programme, "{id}");
    }
}
