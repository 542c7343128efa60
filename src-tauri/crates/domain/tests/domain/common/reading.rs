//! A reading of a term in one line, for tables of tests.

use opora_domain::term::{Pace, Segment, Term};

/// «yearly 11-12,4-5 2021..2024; ask: запрос».
pub(crate) fn line(term: &Term) -> String {
    term.segments.iter().map(segment).collect::<Vec<_>>().join("; ")
}

fn segment(segment: &Segment) -> String {
    let day = |day: &Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    match segment {
        Segment::Window { from, to, stage } => {
            format!("{from}..{to}{}", stage.as_ref().map(|s| format!(" @{s}")).unwrap_or_default())
        }
        Segment::Yearly { months, years, stages, assumed, days } => {
            let pair = |(a, b): &(u8, u8)| if a == b { a.to_string() } else { format!("{a}-{b}") };
            let pairs = |all: &[(u8, u8)]| all.iter().map(pair).collect::<Vec<_>>().join(",");
            let mut text = format!("yearly {} {}", pairs(months), list(years));
            if !days.is_empty() {
                let day = |(a, b): &(u8, u8)| format!("{a}-{b}");
                text += &format!(" days {}", days.iter().map(day).collect::<Vec<_>>().join(","));
            }
            text += &stages.iter().map(|stage| format!(" @{stage}")).collect::<String>();
            text + if *assumed { " assumed" } else { "" }
        }
        Segment::Every { unit, pace, years, from, to, last_days, first_days, step, only, weekday } => {
            let unit = serde_json::to_value(unit).unwrap().as_str().unwrap().to_owned();
            let times = match pace {
                Pace::Times(n) => n.to_string(),
                Pace::AtLeast(n) => format!(">={n}"),
                Pace::Throughout => "~".to_owned(),
            };
            let mut text = format!("{times}/{unit}");
            if *step != 1 {
                text += &format!("x{step}");
            }
            text += &if years.is_empty() {
                format!(" {}..{}", day(from), day(to))
            } else {
                format!(" {}", list(years))
            };
            text += &last_days.map(|days| format!(" last{days}")).unwrap_or_default();
            text += &first_days.map(|days| format!(" first{days}")).unwrap_or_default();
            text += &weekday.map(|day| format!(" wd{day}")).unwrap_or_default();
            text + &if only.is_empty() { String::new() } else { format!(" only {}", list(only)) }
        }
        Segment::Continuous { from, to } => format!("always {}..{}", day(from), day(to)),
        Segment::ByPlan { plan } => format!("plan: {plan}"),
        Segment::OnDemand { by } => format!("ask: {by}"),
        Segment::After { condition, within_days, working } => {
            let within = within_days.map(|days| format!(" +{days}{}", if *working { "wd" } else { "d" }));
            format!("after: {condition}{}", within.unwrap_or_default())
        }
        Segment::Unspecified => "?".to_owned(),
    }
}

fn list<T: std::fmt::Display>(all: &[T]) -> String {
    all.iter().map(T::to_string).collect::<Vec<_>>().join(",")
}
