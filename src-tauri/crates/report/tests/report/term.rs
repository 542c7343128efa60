//! The final report and the one-page sheet on paper.

use crate::common::term::term;
use crate::common::{self, file, flat, making, signing};
use chrono::NaiveDate;
use opora_domain::report::final_report::FinalReport;
use opora_domain::report::presentation::{Presentation, presentation};
use opora_report::build::{self, Making};
use opora_report::document::{Document, Mark, Profile};
use opora_report::docx::to_docx;
use opora_report::pdf::to_pdf;
use opora_report::xlsx::to_xlsx;

fn words(name: &str, document: &Document) -> String {
    flat(&common::text(&file(name, document).0, &["-raw"]))
}

/// Titles far longer than any programme has.
fn endless(rows: usize) -> FinalReport {
    let long = "Создание условий для повышения качества образования в школах муниципалитета ".repeat(12);
    let mut report = term(rows);
    report.head.programme_title.clone_from(&long);
    report.head.school_short = format!("МБОУ «{long}»");
    for row in &mut report.roadmap.rows {
        row.task_title.clone_from(&long);
        row.title = format!("{long} {}", row.code);
    }
    for one in &mut report.indicators {
        one.row.title.clone_from(&long);
    }
    report.concluded()
}

fn all() -> Vec<(&'static str, Presentation)> {
    let mut running = term(30);
    (running.over, running.head.to) = (false, None);
    running.day = NaiveDate::from_ymd_opt(2024, 12, 20).unwrap();
    let mut demo = term(60);
    demo.head.demo = true;
    vec![
        ("none", presentation(&term(0))),
        ("some", presentation(&term(20))),
        ("many", presentation(&term(300))),
        ("endless", presentation(&endless(80))),
        ("running", presentation(&running)),
        ("demo", presentation(&demo)),
    ]
}

#[test]
fn the_sheet_is_one_page_whatever_stands_in_it() {
    let layouts = [
        ("plain", making()),
        ("coded", Making { coded: true, ..making() }),
        ("large", Making { profile: Profile { type_size: 14, left_margin: 30, spacing: 150 }, ..making() }),
        ("signed", Making { coded: true, draft: true, ..signing() }),
    ];
    for (name, said) in all() {
        for (layout, making) in &layouts {
            let pages = to_pdf(&build::presentation(&said, making)).unwrap().pages;
            assert_eq!(pages, 1, "{name}, {layout}");
        }
    }
}

#[test]
fn a_signed_sheet_carries_the_mark_and_an_unsigned_one_no_line_for_it() {
    let said = presentation(&term(20));
    let signed = words("sheet-signed.pdf", &build::presentation(&said, &signing()));
    assert!(signed.contains("Документ подписан электронной подписью"), "{signed}");
    let plain = build::presentation(&said, &making());
    assert!(!words("sheet.pdf", &plain).contains("подпись"));
    assert!(matches!(common::signed()[0].mark, Mark::Electronic(_)));
}

#[test]
fn three_forms_of_the_sheet_hold_its_figures() {
    let document = build::presentation(&presentation(&term(40)), &making());
    let said = words("sheet-figures.pdf", &document);
    for part in ["80,0 % сроков дорожной карты исполнено", "26 из 40 показателей достигнуто", "Что дальше"]
    {
        assert!(said.replace('\u{a0}', " ").contains(part), "«{part}» is not in: {said}");
    }
    assert!(!said.contains("Ёлкина"), "{said}");
    assert!(to_docx(&document).unwrap().starts_with(b"PK"));
    assert!(to_xlsx(&document).unwrap().starts_with(b"PK"));
}

#[test]
fn the_final_report_says_all_its_sections_with_and_without_data() {
    let sections = [
        "1. Сведения о школе",
        "2. Принятие и корректировка программы",
        "3. Исполнение дорожной карты",
        "4. Показатели",
        "5. Этапы мониторинга",
        "6. Самодиагностика педагогов",
        "7. Индивидуальные маршруты и повышение квалификации",
        "8. Наставничество",
        "9. Образовательные результаты",
        "10. Рабочая группа и отчёты",
        "11. Ожидаемые результаты",
        "12. Риски и меры",
        "13. Выводы",
    ];
    for rows in [0, 20, 300] {
        let said = words(&format!("final-{rows}.pdf"), &build::final_report(&term(rows), &making()));
        let mut from = 0;
        for section in sections {
            let at = said[from..].find(section);
            from += at.unwrap_or_else(|| panic!("«{section}» is not in its place, {rows} rows: {said}"));
        }
    }
}

#[test]
fn a_stage_without_values_is_told_and_one_that_has_not_begun_is_not_asked_for() {
    let mut report = term(5);
    let said = words("final-stage.pdf", &build::final_report(&report, &making()));
    assert!(said.contains("По этапу «2025» данных нет: внесите"), "{said}");
    report.stages[1].begun = false;
    let said = words("final-stage-ahead.pdf", &build::final_report(&report, &making()));
    assert!(!said.contains("данных нет: внесите") && said.contains("ещё не наступил"), "{said}");
}
