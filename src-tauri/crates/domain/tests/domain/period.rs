//! Calendar quarters.

use chrono::NaiveDate;
use opora_domain::period::Quarter;

#[test]
fn a_quarter_is_read_and_written_alike() {
    let quarter: Quarter = "2024-Q4".parse().unwrap();
    assert_eq!(quarter.to_string(), "2024-Q4");
    assert_eq!(quarter.label(), "IV квартал 2024 года");
    assert_eq!(serde_json::to_string(&quarter).unwrap(), "\"2024-Q4\"");
    assert_eq!(quarter.start(), NaiveDate::from_ymd_opt(2024, 10, 1).unwrap());
    assert_eq!(quarter.end(), NaiveDate::from_ymd_opt(2024, 12, 31).unwrap());
}

#[test]
fn neighbours_cross_the_year() {
    let first: Quarter = "2024-Q1".parse().unwrap();
    assert_eq!(first.previous().to_string(), "2023-Q4");
    assert_eq!(first.previous().next(), first);
    assert_eq!(first.end(), NaiveDate::from_ymd_opt(2024, 3, 31).unwrap());
}

#[test]
fn a_day_lies_in_its_quarter() {
    for (day, quarter) in [("2024-01-01", "2024-Q1"), ("2024-06-30", "2024-Q2"), ("2024-12-31", "2024-Q4")] {
        assert_eq!(Quarter::of(day.parse().unwrap()).to_string(), quarter);
    }
}

#[test]
fn other_text_is_refused_in_russian() {
    for text in ["2024-Q5", "2024-Q0", "2024", "2024Q1", "24-Q1", "2024-q1", "+024-Q1", "0000-Q1", ""] {
        let error = text.parse::<Quarter>().unwrap_err();
        assert!(error.to_string().contains("не квартал"), "{text}");
    }
}
