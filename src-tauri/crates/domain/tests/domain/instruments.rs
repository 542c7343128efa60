//! DX-MATH is complete and is scored as its rules say.

use opora_domain::instrument::{Answers, Instrument, collective_deficits, score};

fn dx_math() -> Instrument {
    let text = include_str!("../../../../../assets/instruments/dx-math.json");
    Instrument::from_json(text).expect("the shipped file is readable")
}

/// «A:011 2nn-» answers the items of block A in order: n is «не веду», - is no answer.
fn answers(text: &str) -> Answers {
    let mut all = Answers::new();
    for part in text.split(' ') {
        let (block, marks) = part.split_once(':').expect("block:answers");
        for (index, mark) in marks.chars().enumerate().filter(|(_, mark)| *mark != '-') {
            all.insert(format!("{block}{}", index + 1), mark.to_digit(10).map(|v| v as u8));
        }
    }
    all
}

const ZEROS: &str = "B:000000 C:0000 D:0000 E:00";

#[test]
fn the_instrument_is_whole_and_clean() {
    let dx = dx_math();
    assert_eq!(dx.validate(), []);
    let sizes: Vec<_> =
        dx.blocks.iter().map(|b| dx.items.iter().filter(|i| i.block == b.id).count()).collect();
    assert_eq!((dx.items.len(), sizes), (22, vec![6, 6, 4, 4, 2]));
}

#[test]
fn the_worked_example_comes_out() {
    let scores = score(&dx_math(), &answers(&format!("A:0112nn {ZEROS}")));
    let a = &scores.blocks[0];
    assert_eq!((a.n, a.sum, a.max, a.applicable, a.valid), (4, 4, 12, 4, true));
    assert_eq!(a.level.as_deref(), Some("умеренный"));
    let deficits: Vec<_> = scores.deficits.iter().map(|d| (d.item.as_str(), d.severity)).collect();
    assert_eq!(deficits, [("A4", 2)]);
    assert!(scores.complete);
    let b: Vec<_> = scores.mentor_items.iter().filter(|i| i.starts_with('B')).cloned().collect();
    assert_eq!(b, ["B1", "B2", "B3", "B4", "B5", "B6"]);
    assert!(!scores.mentor_items.contains(&"A1".to_owned()), "block A is above 25");
}

#[test]
fn levels_change_exactly_at_their_bounds() {
    let level = |marks: &str| score(&dx_math(), &answers(marks)).blocks[2].level.clone().unwrap();
    assert_eq!(level("C:0002"), "минимальный", "2 of 12 = 16,7");
    assert_eq!(level("C:0003"), "умеренный", "3 of 12 = 25");
    assert_eq!(level("C:0033"), "выраженный", "6 of 12 = 50");
    assert_eq!(level("C:0333"), "критический", "9 of 12 = 75");
}

#[test]
fn a_block_with_too_few_answers_is_not_valid() {
    let blocks = |marks: &str| score(&dx_math(), &answers(marks)).blocks;
    assert!(!blocks("A:0000--")[0].valid, "4 of 6");
    assert!(blocks("A:00000-")[0].valid, "5 of 6");
    let empty = &blocks("A:nnnnnn")[0];
    assert_eq!((empty.n, empty.max, empty.level.as_deref(), empty.valid), (0, 0, None, false));
}

#[test]
fn an_unanswered_item_makes_it_incomplete_and_no_mentor() {
    let scores = score(&dx_math(), &answers("A:0-----"));
    assert!(!scores.complete);
    assert!(scores.mentor_items.is_empty(), "one answer of six proves nothing");
}

#[test]
fn values_outside_the_scale_are_refused_and_not_counted() {
    let wrong =
        Answers::from([("A1".to_owned(), Some(4)), ("Z9".to_owned(), Some(1)), ("A2".to_owned(), Some(3))]);
    let places: Vec<_> = dx_math().check_answers(&wrong).into_iter().map(|p| p.place).collect();
    assert_eq!(places, ["Вопрос A1", "Вопрос Z9"]);
    assert_eq!(score(&dx_math(), &wrong).total.n, 1);
}

#[test]
fn a_deficit_is_collective_from_half_of_the_teachers_and_two_persons() {
    let dx = dx_math();
    let items = |responses: &[&str]| {
        let all: Vec<_> = responses.iter().map(|r| answers(r)).collect();
        collective_deficits(&dx, &all).into_iter().map(|d| (d.item, d.persons, d.of)).collect::<Vec<_>>()
    };
    assert_eq!(items(&["A:2", "A:3", "A:0", "A:1"]), [("A1".to_owned(), 2, 4)], "exactly half");
    assert_eq!(items(&["A:2", "A:3", "A:0", "A:1", "A:1"]), [], "two of five");
    assert_eq!(items(&["A:3"]), [], "one person is not a collective");
    assert_eq!(items(&[]), []);
}
