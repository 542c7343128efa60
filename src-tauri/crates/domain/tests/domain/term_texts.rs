//! Words of terms become the right readings.
#![allow(clippy::unwrap_used)]

use crate::common::reading;

use crate::common::{PROGRAMMES, date, programme, windows};
use chrono::NaiveDate;
use opora_domain::period::Period;
use opora_domain::term::{Context, Segment, Term, expand, parse, parse_in};
use reading::line;
use serde::Deserialize;

/// A term of the five programmes with its formal reading.
#[derive(Deserialize)]
struct Known {
    raw: String,
    from: NaiveDate,
    to: NaiveDate,
    approved: Option<NaiveDate>,
    ambiguous: bool,
    segments: Vec<Segment>,
}

fn known() -> Vec<Known> {
    serde_json::from_str(include_str!("fixtures/terms.json")).unwrap()
}

fn read(known: &Known) -> Term {
    let period = Period { from: known.from, to: Some(known.to) };
    parse_in(&known.raw, &Context { period, approved: known.approved, stages: &[] })
}

#[test]
fn the_terms_of_the_five_programmes_have_their_readings() {
    let all = known();
    assert_eq!(all.len(), 85);
    assert_eq!(all.iter().filter(|known| known.ambiguous).count(), 19);
    let mut wrong = Vec::new();
    for known in &all {
        let term = read(known);
        let expected = Term { segments: known.segments.clone(), ..term.clone() };
        if term.segments != known.segments || term.ambiguous != known.ambiguous || term.raw != known.raw {
            wrong.push(format!(
                "{:?}\n  {} {}\n  {} {} {:?}",
                known.raw,
                line(&expected),
                known.ambiguous,
                line(&term),
                term.ambiguous,
                term.note
            ));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// The plan of Yeniseysk runs from 2021, though its preface names 2020–2024.
fn plan_period(id: &str, period: Period) -> Period {
    if id == "yeniseysk" { Period { from: date("2021-01-01"), ..period } } else { period }
}

#[test]
fn the_programme_files_hold_what_the_parser_reads() {
    let mut wrong = Vec::new();
    for (id, _) in PROGRAMMES {
        let programme = programme(id);
        let period = plan_period(id, programme.period);
        let context = Context { period, approved: programme.act.date, stages: &programme.stages };
        for event in &programme.events {
            let term = parse_in(&event.term.raw, &context);
            if term.segments != event.term.segments || term.ambiguous != event.term.ambiguous {
                wrong.push(format!(
                    "{id} {} {:?}\n  {}\n  {}",
                    event.code,
                    event.term.raw,
                    line(&event.term),
                    line(&term)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A line of `term_texts.txt` or `term_cells.txt`: period, text, «=» certain or «?» ambiguous, reading.
fn table() -> Vec<(Period, String, bool, String)> {
    let year_or_day =
        |text: &str, end: &str| if text.len() == 4 { date(&format!("{text}{end}")) } else { date(text) };
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(" | ").collect();
        let [period, raw, mark, reading] = cells.as_slice() else { panic!("four cells: {line}") };
        let (from, to) = period.split_once("..").unwrap();
        let to = (!to.is_empty()).then(|| year_or_day(to, "-12-31"));
        let period = Period { from: year_or_day(from, "-01-01"), to };
        (period, raw.replace("\\n", "\n"), *mark == "?", (*reading).to_owned())
    };
    let lines = [include_str!("fixtures/term_texts.txt"), include_str!("fixtures/term_cells.txt")];
    lines
        .into_iter()
        .flat_map(str::lines)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(row)
        .collect()
}

#[test]
fn unseen_texts_have_their_readings() {
    let table = table();
    assert!(table.len() >= 1200, "{}", table.len());
    let mut wrong = Vec::new();
    for (period, raw, ambiguous, expected) in &table {
        let term = parse(raw, *period);
        if line(&term) != *expected || term.ambiguous != *ambiguous {
            wrong.push(format!(
                "{raw}\n  {expected} {ambiguous}\n  {} {} {:?}",
                line(&term),
                term.ambiguous,
                term.note
            ));
        }
        assert_eq!(term.raw, *raw);
        assert!(!term.ambiguous || term.note.is_some(), "{raw}: an assumption is told");
        let _ = expand(&term, *period);
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn texts_expand_as_the_domain_says() {
    let of = |raw: &str| {
        let all = known();
        let known = all.iter().find(|known| known.raw == raw).unwrap();
        expand(&read(known), Period { from: known.from, to: Some(known.to) })
    };
    assert_eq!(of("2 раза в год (ноябрь-декабрь, апрель-май)").len(), 8);
    let staged = of(
        "февраль 2021 (входной мониторинг) Январь 2022, 2023 (промежуточный мониторинг) Январь 2024 (итоговый мониторинг)",
    );
    let stages: Vec<_> = staged.iter().filter_map(|o| o.stage.as_deref()).collect();
    assert_eq!(stages, ["baseline", "interim", "interim", "final"]);
    assert_eq!(of("Ноябрь 2021г. Ноябрь.2022г. Ноябрь 2023 г. По мере необходимости").len(), 3);
    assert_eq!(of("01.09.20 30.10.20 далее - ежегодно").len(), 3);
    assert_eq!(of("Конец каждой четверти").len(), 10);
    assert_eq!(of("Не реже 1 раза в квартал").len(), 16);
    assert_eq!(of("Октябрь, 2024, 2025, 2026").len(), 3);
    assert_eq!(of("Май-июнь 2022; 2023-2025").len(), 4);
    assert_eq!(windows(&of("")), ["Unspecified"]);
}

#[test]
fn a_reading_is_said_in_russian() {
    let period = Period { from: date("2021-01-01"), to: Some(date("2024-12-31")) };
    let table = [
        (
            "2 раза в год (ноябрь-декабрь, апрель-май)",
            "ежегодно: ноябрь – декабрь, апрель – май; 2021–2024 гг.",
        ),
        ("май 2022", "май 2022 г."),
        ("ноябрь 2021г.- январь 2022г.", "ноябрь 2021 г. – январь 2022 г."),
        ("до 25 декабря ежегодно", "ежегодно: до 25 декабря; 2021–2024 гг."),
        ("с 1 по 15 сентября ежегодно", "ежегодно: с 1 по 15 сентября; 2021–2024 гг."),
        ("не реже 2 раз в год", "не реже 2 раз в год, с 01.01.2021 по 31.12.2024"),
        ("раз в две недели", "раз в 2 недели, с 01.01.2021 по 31.12.2024"),
        ("ежемесячно с сентября по май", "ежемесячно, сентябрь – май, с 01.01.2021 по 31.12.2024"),
        ("каждую пятницу", "еженедельно, по пятницам, с 01.01.2021 по 31.12.2024"),
        ("IV четверть 2022-2023 уч. года", "раз в учебную четверть (только IV), 2022/23 учебный год"),
        ("в течение 2022-2024", "в течение календарного года, 2022–2024 гг."),
        ("по плану ВШК", "по документу: план ВШК"),
        (
            "в течение 5 рабочих дней после утверждения",
            "не позднее чем через 5 рабочих дней после события: утверждение",
        ),
        ("Постоянно", "постоянно, с 01.01.2021 по 31.12.2024"),
        ("15-20 октября 2024", "с 15.10.2024 по 20.10.2024"),
        ("Иванов", "срок не определён"),
    ];
    for (raw, words) in table {
        assert_eq!(parse(raw, period).words(), words, "{raw}");
    }
}
