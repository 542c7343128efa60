//! The five shipped programmes hold what their texts hold.
#![allow(clippy::unwrap_used)]

use crate::common;

use crate::common::{PROGRAMMES, programme};
use opora_domain::programme::{Counts, Programme, SectionKind};
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

fn counts(id: &str) -> Counts {
    programme(id).counts()
}

#[test]
fn events_stand_in_the_groups_of_the_plan() {
    assert_eq!(counts("bogotol").events_by_group, [4, 3, 3, 2, 2, 1, 2]);
    assert_eq!(counts("yeniseysk").events_by_group, [9, 13, 11, 9, 13, 9]);
    assert_eq!(counts("yakovlevka").events_by_group, [4, 4, 7, 5, 12, 3]);
    assert_eq!(counts("yeniseysk").partner_events, 2);
}

#[test]
fn zhigalovo_keeps_its_four_levels() {
    let p = programme("zhigalovo");
    assert_eq!(p.counts().events_by_level, [4, 17, 23, 40]);
    assert!(p.events.iter().all(|e| e.parent.is_some() == e.code.contains('.')));
    let leaves =
        |level: usize| p.events.iter().filter(move |e| !e.is_group && e.code.split('.').count() == level);
    assert_eq!([1, 2, 3, 4].map(|level| leaves(level).count()), [0, 10, 15, 40]);
}

#[test]
fn indicators_stand_in_their_groups() {
    assert_eq!(counts("bogotol").indicators_by_group, [2, 1, 6, 1, 1, 6]);
    assert_eq!(counts("strezhevoy").indicators_by_group, [4, 2, 4, 4, 3, 2]);
    assert_eq!(counts("yakovlevka").indicators_by_group, [5, 3]);
    assert_eq!(counts("yeniseysk").measured_events, 20);
}

#[test]
fn targets_stand_at_the_stages_of_the_seeds() {
    let by_stage = |id: &str, stages: &[&str]| -> Vec<usize> {
        let counts = counts(id);
        assert_eq!(counts.targets_by_stage.len(), stages.len(), "{id}");
        stages.iter().map(|stage| counts.targets_by_stage[*stage]).collect()
    };
    assert_eq!(by_stage("bogotol", &["2022", "2023", "2024", "2025", "const"]), [8, 8, 8, 8, 9]);
    assert_eq!(by_stage("yeniseysk", &["const"]), [24]);
    assert_eq!(by_stage("strezhevoy", &["initial", "start", "final"]), [6, 14, 19]);
    assert_eq!(by_stage("zhigalovo", &["2020", "2021", "2022", "final"]), [7, 7, 7, 7]);
    assert_eq!(by_stage("yakovlevka", &["const"]), [8]);
}

#[test]
fn lists_of_the_text_are_whole() {
    assert_eq!(counts("bogotol").criteria_by_list, [7, 10]);
    assert_eq!(counts("bogotol").risk_factors, 9);
    assert_eq!(SIZES.map(|(id, _)| counts(id).stages), [4, 4, 3, 4, 3]);
    assert_eq!((counts("strezhevoy").expected_parts, counts("yakovlevka").effects), (3, 6));
    for (id, section, rows) in [
        ("bogotol", "schools", 3),
        ("bogotol", "problems", 6),
        ("bogotol", "directions", 6),
        ("strezhevoy", "roles", 6),
        ("strezhevoy", "directions", 6),
        ("strezhevoy", "measures", 4),
        ("zhigalovo", "goals-1", 2),
        ("zhigalovo", "goals-2", 2),
        ("zhigalovo", "goals-3", 5),
        ("zhigalovo", "goals-4", 3),
        ("yakovlevka", "problems", 5),
        ("yakovlevka", "roles", 5),
        ("yakovlevka", "group", 4),
    ] {
        assert_eq!(counts(id).sections[section], rows, "{id}, {section}");
    }
}

#[test]
fn lists_within_lists_are_whole() {
    let parts = |id: &str, section: &str| -> Vec<usize> {
        let p = programme(id);
        let section = p.sections.iter().find(|s| s.code == section).unwrap();
        section.items.iter().map(|item| item.parts.len()).collect()
    };
    assert_eq!(parts("bogotol", "schools"), [1, 9, 8]);
    assert_eq!(parts("strezhevoy", "directions"), [3, 5, 4, 3, 8, 1]);
    assert_eq!(parts("zhigalovo", "glossary"), [0, 0, 0, 3, 4]);
    let legal = |id: &str| parts(id, "passport")[1];
    assert_eq!([legal("bogotol"), legal("strezhevoy"), legal("zhigalovo")], [5, 9, 8]);
    assert_eq!(parts("zhigalovo", "passport")[5], 5, "mechanisms");
}

/// 12 directions, three years; the text leaves the third year of 1.1 and all of 2.2 empty.
#[test]
fn yearly_goals_of_zhigalovo_keep_the_gaps_of_the_text() {
    let p = programme("zhigalovo");
    let goals = p.sections.iter().filter(|section| section.kind == SectionKind::YearlyGoals);
    let cells: Vec<_> =
        goals.flat_map(|s| &s.items).flat_map(|i| i.by_stage.iter().map(|c| (&i.code, c))).collect();
    assert_eq!(cells.len(), 36);
    let empty: Vec<_> =
        cells.iter().filter(|(_, (_, text))| text.is_empty()).map(|(c, (y, _))| (*c, *y)).collect();
    let named = |code: &str, year: &str| (code.to_owned(), year.to_owned());
    let expected = [named("1.1", "2022"), named("2.2", "2020"), named("2.2", "2021"), named("2.2", "2022")];
    assert_eq!(empty, expected.iter().map(|(c, y)| (c, y)).collect::<Vec<_>>());
}

#[test]
fn occurrences_are_counted_over_the_executed_rows() {
    assert_eq!(SIZES.map(|(id, _)| counts(id).occurrences > 0), [true, true, false, true, true]);
    let zhigalovo = programme("zhigalovo");
    let leaves = zhigalovo.events.iter().filter(|event| !event.is_group);
    let total: usize = leaves.map(|event| zhigalovo.occurrences(event).len()).sum();
    assert_eq!(zhigalovo.counts().occurrences, total);
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
