//! The quarterly report as a reader of the file sees it.

use crate::common::{file, flat, making, quarterly_file, report, run, signed, signing, text};
use chrono::NaiveDate;
use opora_domain::report::quarterly::{Coverage, Fact, Mentoring, QuarterlyReport, RoadMapTotals};
use opora_report::build::{Making, quarterly};
use opora_report::document::{Block, Chart};
use opora_report::pdf::to_pdf;

/// A report in which nothing happened.
fn empty() -> QuarterlyReport {
    let mut report = report();
    report.school.changes.clear();
    report.roadmap.rows.clear();
    report.roadmap.totals = RoadMapTotals::default();
    report.indicators.clear();
    report.self_diagnosis.coverage =
        Coverage { passed: 0, total: 0, target_year: None, target_percent: None };
    report.self_diagnosis.by_subject.clear();
    report.self_diagnosis.top_deficits.clear();
    report.self_diagnosis.closed.clear();
    report.development = Default::default();
    report.mentoring = Mentoring::default();
    report.results.clear();
    report.themes.clear();
    report.meetings.clear();
    report.risks.clear();
    report.since = None;
    report.conclusions = Default::default();
    report.evidence.clear();
    report
}

#[test]
fn same_report_gives_same_bytes() {
    let document = quarterly(&report(), &signing());
    let (first, second) = (to_pdf(&document).unwrap(), to_pdf(&document).unwrap());
    assert_eq!(first, second);
    let mut other = report();
    other.requisites.number = "01-18/215".to_owned();
    let changed = to_pdf(&quarterly(&other, &signing())).unwrap();
    assert_ne!(first.bytes, changed.bytes);
}

#[test]
fn fixture_report_is_short_clean_and_small() {
    let (path, pages) = quarterly_file("quarterly.pdf", signed());
    assert!((3..=8).contains(&pages), "{pages} pages");
    let said = run("qpdf", &["--check", path.to_str().unwrap()]);
    assert!(said.contains("No syntax or stream encoding errors"), "{said}");
    assert!(path.metadata().unwrap().len() < 120_000, "a report goes by slow mail");
}

#[test]
fn fonts_are_embedded_subset_and_readable() {
    let (path, _) = quarterly_file("fonts.pdf", Vec::new());
    let fonts = run("pdffonts", &[path.to_str().unwrap()]);
    for line in fonts.lines().skip(2) {
        assert!(line.contains("+Liberation") || line.contains("+PTSerif"), "{line}");
        let flags: Vec<&str> = line.split_whitespace().filter(|word| matches!(*word, "yes" | "no")).collect();
        assert_eq!(flags, ["yes", "yes", "yes"], "{line}");
    }
}

#[test]
fn sections_come_back_in_reading_order() {
    let (path, _) = quarterly_file("order.pdf", signed());
    for options in [&[][..], &["-raw"], &["-layout"]] {
        let text = flat(&text(&path, options));
        let mut from = 0;
        for words in [
            "27.12.2024 № 01-18/214",
            "ОТЧЁТ о реализации ШППКО за IV квартал 2024 года",
            "1. Сведения о школе",
            "2. Исполнение дорожной карты",
            "Исполнено — 10 из 13 (76,9 %)",
            "3. Показатели",
            "4. Самодиагностика педагогов",
            "Самодиагностику прошли 3 из 8 педагогов, цель на 2024 год — 70 %",
            "5. Индивидуальные маршруты и повышение квалификации",
            "6. Наставничество",
            "7. Образовательные результаты",
            "8. Обучающиеся с рисками учебной неуспешности",
            "9. Работа с родителями",
            "10. Психологическое сопровождение",
            "11. Сетевое взаимодействие",
            "12. Открытость",
            "13. Рабочая группа",
            "14. Риски и меры",
            "15. Выводы, корректировка дорожной карты, запрос помощи",
            "Документ подписан электронной подписью",
            "Приложение. Опись подтверждающих документов",
        ] {
            let at = text[from..]
                .find(words)
                .unwrap_or_else(|| panic!("{options:?}: «{words}» after byte {from}"));
            from += at + words.len();
        }
    }
}

#[test]
fn no_character_is_lost_or_broken() {
    let (path, _) = quarterly_file("characters.pdf", Vec::new());
    let text = text(&path, &["-raw"]);
    let strange: Vec<char> = text
        .chars()
        .filter(|c| !matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | ' '..='~' | '\n' | '\u{c}'))
        .filter(|c| !"«»№—–−…·".contains(*c))
        .collect();
    assert!(strange.is_empty(), "{strange:?}");
}

#[test]
fn mark_of_signature_says_what_the_standard_asks_and_its_place_is_known() {
    let document = quarterly(&report(), &signing());
    let output = to_pdf(&document).unwrap();
    let (page, [x1, y1, x2, y2]) = output.marks[0];
    assert!(page < output.pages && x1 < x2 && y1 < y2 && x2 <= 596.0 && y2 <= 842.0, "{x1} {y1} {x2} {y2}");
    let (path, _) = file("mark.pdf", &document);
    let page = (page + 1).to_string();
    let (x, y) = (x1.round().to_string(), (841.89 - y2).round().to_string());
    let (w, h) = ((x2 - x1).round().to_string(), (y2 - y1).round().to_string());
    let inside = text(&path, &["-f", &page, "-l", &page, "-x", &x, "-y", &y, "-W", &w, "-H", &h]);
    assert_eq!(
        flat(&inside),
        "Документ подписан электронной подписью Сертификат: 01D9A3F27C5B4E80A1 Владелец: Ёлкина Елена \
         Викторовна Действителен: с 02.09.2024 по 02.09.2027"
    );
}

#[test]
fn no_mark_without_a_signature() {
    let document = quarterly(&report(), &making());
    assert!(to_pdf(&document).unwrap().marks.is_empty());
    let (path, _) = file("unmarked.pdf", &document);
    let text = flat(&text(&path, &[]));
    assert!(!text.contains("электронной подписью"), "{text}");
    assert!(text.contains("подпись, 27.12.2024"));
}

#[test]
fn empty_sections_say_so_in_words() {
    let document = quarterly(&empty(), &making());
    assert!(!document.blocks.iter().any(|block| matches!(block, Block::Table(_) | Block::Chart(_))));
    let (path, pages) = file("empty.pdf", &document);
    assert!(pages <= 2, "{pages} pages");
    let text = flat(&text(&path, &[]));
    for words in [
        "За отчётный период сведения о школе не менялись.",
        "На отчётный период мероприятия не запланированы, просроченных нет.",
        "Показатели программой не установлены.",
        "Педагогов, которым предстоит самодиагностика, в списке школы нет.",
        "Действующих наставнических тандемов нет.",
        "В отчётном периоде оценочных процедур не было.",
        "В отчётном периоде заседаний рабочей группы не было.",
        "Выводы за отчётный период не внесены.",
        "Подтверждающие документы к отчёту не приложены.",
    ] {
        assert!(text.contains(words), "«{words}» in {text}");
    }
}

#[test]
fn demonstration_and_draft_are_marked_on_every_page() {
    let mut demo = report();
    demo.requisites.demo = true;
    let draft = Making { draft: true, ..making() };
    for (name, document, word) in [
        ("demo.pdf", quarterly(&demo, &making()), "ДЕМО"),
        ("draft.pdf", quarterly(&report(), &draft), "ПРОЕКТ"),
    ] {
        let (path, pages) = file(name, &document);
        let text = text(&path, &[]);
        assert_eq!(text.split('\u{c}').filter(|page| page.contains(word)).count(), pages, "{word}");
    }
    let (path, _) = quarterly_file("clean.pdf", Vec::new());
    let text = text(&path, &[]);
    assert!(!text.contains("ДЕМО") && !text.contains("ПРОЕКТ"));
}

#[test]
fn attached_data_is_the_report_itself() {
    let (path, _) = quarterly_file("attached.pdf", Vec::new());
    let json = run("qpdf", &[path.to_str().unwrap(), "--show-attachment=opora-report.json"]);
    let back: QuarterlyReport = serde_json::from_str(&json).unwrap();
    assert_eq!(back, report());
    assert_eq!(back.schema, opora_domain::report::quarterly::SCHEMA);
}

#[test]
fn structure_and_bookmarks_are_there() {
    let (path, _) = quarterly_file("tagged.pdf", signed());
    let path = path.to_str().unwrap();
    let tree = run("pdfinfo", &["-struct", path]);
    for role in [
        "Document", "H1", "H2", "H3", "P ", "L ", "LI", "Table", "THead", "TBody", "TR", "TH", "TD", "Figure",
    ] {
        assert!(tree.contains(role), "{role} in {tree}");
    }
    let info = run("pdfinfo", &[path]);
    assert!(info.contains("Tagged:          yes") && info.contains("PDF version:     1.7"), "{info}");
    assert!(info.contains("Title:           Отчёт о реализации ШППКО за IV квартал 2024 года"), "{info}");
    let outline = run("qpdf", &["--json", "--json-key=outlines", path]);
    assert!(outline.contains("7. Образовательные результаты"), "{outline}");
}

#[test]
fn words_agree_with_numbers() {
    for (passed, total, words) in [
        (1, 21, "прошёл 1 из 21 педагога,"),
        (2, 2, "прошли 2 из 2 педагогов, цель на 2024 год — 70 % — достигнута"),
        (0, 5, "прошли 0 из 5 педагогов, цель на 2024 год — 70 %, не хватает 4 педагогов"),
    ] {
        let mut report = report();
        report.self_diagnosis.coverage =
            Coverage { passed, total, target_year: Some(2024), target_percent: Some(70) };
        let document = quarterly(&report, &making());
        let said = format!("{:?}", document.blocks).replace("\\u{a0}", " ");
        assert!(said.contains(words), "{words}");
    }
}

#[test]
fn share_of_nothing_is_no_percentage() {
    let mut report = report();
    report.indicators[0].fact = Fact::Share { numerator: 0, denominator: 0 };
    report.results[0].participants = 0;
    let document = quarterly(&report, &making());
    let chart = document.blocks.iter().find_map(|block| match block {
        Block::Chart(Chart::Bars(chart)) => Some(chart),
        _ => None,
    });
    assert!(chart.unwrap().bars.iter().all(|bar| !bar.label.starts_with("1.1") && bar.value.is_finite()));
    to_pdf(&document).unwrap();
}

#[test]
fn coverage_counts_whole_teachers() {
    let coverage = |passed, total, percent| {
        Coverage { passed, total, target_year: Some(2024), target_percent: Some(percent) }.missing()
    };
    assert_eq!(coverage(3, 8, 70), Some(3));
    assert_eq!(coverage(6, 8, 70), Some(0));
    assert_eq!(coverage(0, 10, 70), Some(7));
    assert_eq!(coverage(0, 3, 100), Some(3));
    let date = NaiveDate::from_ymd_opt(2024, 12, 27);
    assert_eq!(Some(report().requisites.date), date);
}
