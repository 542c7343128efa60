//! The final report and the sheet drawn out of it: counts and words.

use crate::term::term;
use opora_domain::report::final_report::FinalReport;
use opora_domain::report::presentation::presentation;
use opora_domain::report::quarterly::{EventState, RoadMapTotals};

fn said(lines: &[String]) -> String {
    lines.join("\n").replace('\u{a0}', " ")
}

fn sum(parts: impl Iterator<Item = RoadMapTotals>) -> [i64; 3] {
    parts.fold([0; 3], |sum, part| [sum[0] + part.planned, sum[1] + part.done, sum[2] + part.overdue])
}

#[test]
fn years_and_tasks_add_up_to_the_whole() {
    let report = term(23);
    let whole = sum([report.roadmap.totals].into_iter());
    assert_eq!(whole, [23, 19, 4]);
    assert_eq!(sum(report.years.iter().map(|part| part.totals)), whole);
    let tasks = report.by_task();
    assert_eq!(tasks.len(), 3);
    assert_eq!(sum(tasks.iter().map(|task| task.totals)), whole);
    assert_eq!(sum(tasks.iter().flat_map(|task| task.years.clone())), whole);
}

#[test]
fn what_was_not_done_is_told_with_its_reason() {
    let report = term(23);
    let undone: Vec<_> = report.undone().into_iter().map(|row| (row.code, row.reason)).collect();
    assert_eq!(undone.len(), 4);
    assert_eq!(undone[0], ("2.4".to_owned(), "Не было ведущего".to_owned()));
}

#[test]
fn work_begun_counts_as_not_done_only_after_the_end() {
    let mut report = term(5);
    report.roadmap.rows[0].state = EventState::InProgress;
    assert_eq!(report.undone().len(), 2);
    report.over = false;
    assert_eq!(report.undone().len(), 1);
}

#[test]
fn conclusions_say_the_counts_of_the_data() {
    let report = term(20);
    let words = said(&report.conclusions);
    for part in [
        "исполнено 16 из 20 сроков (80,0 %)",
        "Достигнуто 13 из 20 показателей, не достигнуто 7.",
        "2022 год — 3 из 8 (37,5 %), 2025 год — 6 из 8 (75,0 %)",
        "Закрыто 9 из 15 дефицитов (60,0 %)",
        "За срок программы работали 2 наставнических тандема",
        "в 2022 году — 40,0 %, в 2025 году — 55,0 %",
    ] {
        assert!(words.contains(part), "«{part}» is not in: {words}");
    }
    let next = said(&report.next);
    assert!(next.contains("открытыми профессиональными дефицитами: 6 дефицитов"), "{next}");
    assert!(next.contains("Утверждение приказом 1 изменения программы"), "{next}");
}

#[test]
fn a_running_programme_is_judged_by_the_terms_that_have_come() {
    let mut report = term(20);
    report.roadmap.totals =
        RoadMapTotals { planned: 40, done: 16, in_progress: 20, overdue: 4, ..Default::default() };
    report.over = false;
    let words = said(&report.clone().concluded().conclusions);
    assert!(words.contains("из наступивших сроков исполнено 16 из 20 (80,0 %)"), "{words}");
    assert_eq!(presentation(&report).figures[0].value.replace('\u{a0}', " "), "80,0 %");
}

#[test]
fn nothing_is_invented_for_a_school_that_entered_nothing() {
    let report = term(0);
    let words = said(&report.conclusions);
    assert_eq!(
        words,
        "Сроков исполнения в дорожной карте за срок программы нет.\n\
         Данных самодиагностики педагогов за срок программы нет."
    );
    assert_eq!(report.next, Vec::<String>::new());
    let sheet = presentation(&report);
    assert_eq!((sheet.done.len(), sheet.changed.len(), sheet.results.len()), (0, 0, 0));
}

#[test]
fn the_sheet_shows_large_figures_and_names_nobody() {
    let sheet = presentation(&term(40));
    let values: Vec<String> = sheet.figures.iter().map(|one| one.value.replace('\u{a0}', " ")).collect();
    assert_eq!(values, ["80,0 %", "26 из 40", "2", "0", "75,0 %", "9 из 15"]);
    assert_eq!((sheet.results.len(), sheet.indicators), (4, [26, 14, 0]));
    assert_eq!(sheet.changed[1].value, "4 из 8 (50,0 %) → 6 из 8 (75,0 %)");
    let mut words = serde_json::to_value(&sheet).unwrap();
    words["head"] = serde_json::Value::Null;
    assert!(!words.to_string().contains("Ёлкина"));
}

#[test]
fn the_snapshot_is_read_back_as_it_was_written() {
    let report = term(7);
    let text = serde_json::to_string(&report).unwrap();
    assert_eq!(serde_json::from_str::<FinalReport>(&text).unwrap(), report);
}
