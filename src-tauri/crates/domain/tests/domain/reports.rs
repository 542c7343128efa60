//! What reports are made of: sections 8–12 over the shipped programmes, forms of earlier versions, periods.

use crate::common::{PROGRAMMES, programme};
use opora_domain::period::ReportPeriod;
use opora_domain::report::difference::since;
use opora_domain::report::quarterly::{QuarterlyReport, SCHEMA_1};
use opora_domain::report::theme::theme_of_event;

const EARLIER: &str = include_str!("../../../../../tests/fixtures/quarterly_1.json");
const NOW: &str = include_str!("../../../../../tests/fixtures/quarterly.json");

#[test]
#[ignore = "prints a table to be read by eye"]
fn print_themes() {
    for (id, _) in PROGRAMMES {
        let programme = programme(id);
        for event in &programme.events {
            let task = programme.tasks.iter().find(|task| task.code == event.group);
            let task = task.map(|task| task.title.as_str()).unwrap_or_default();
            println!(
                "{id} {} {:?} | {} | {task}",
                event.code,
                theme_of_event(&event.title, task),
                event.title
            );
        }
    }
}

#[test]
fn a_report_of_the_first_form_is_read_and_compared() {
    let earlier: QuarterlyReport = serde_json::from_str(EARLIER).unwrap();
    let now: QuarterlyReport = serde_json::from_str(NOW).unwrap();
    assert_eq!(earlier.schema, SCHEMA_1);
    assert!(earlier.themes.is_empty() && earlier.risks.is_empty() && earlier.since.is_none());
    let compared = since(&earlier, &now);
    assert_eq!(compared.label, "IV квартал 2024 года");
    assert!(compared.sections.iter().all(|section| section.title != "Риски"), "{compared:?}");
}

#[test]
fn a_period_is_written_and_read_alike() {
    for (text, label, before) in [
        ("2024-Q1", "I квартал 2024 года", "2023-Q4"),
        ("2024-Q4", "IV квартал 2024 года", "2024-Q3"),
        ("2024", "2024 год", "2023"),
    ] {
        let period: ReportPeriod = text.parse().unwrap();
        assert_eq!((period.to_string(), period.label()), (text.to_owned(), label.to_owned()));
        assert_eq!(period.previous().to_string(), before);
        let quarters = period.quarters();
        assert_eq!(quarters[0].start(), period.start());
        assert_eq!(quarters[quarters.len() - 1].end(), period.end());
    }
    for text in ["", "24", "20245", "+024", "0000", "2024-Q0", "2024-4", " 2024"] {
        let refused = text.parse::<ReportPeriod>().unwrap_err();
        assert!(refused.to_string().contains("не квартал и не год"), "{text}");
    }
}
