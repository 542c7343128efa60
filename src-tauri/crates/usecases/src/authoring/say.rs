//! The reading of a term in words.

use opora_domain::term::{Pace, Segment, Term, TimeUnit};
use opora_domain::words::counted;

use crate::dates;

const MONTHS: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];

/// All parts of the reading.
pub(super) fn term(term: &Term) -> String {
    term.segments.iter().map(segment).collect::<Vec<_>>().join("; ")
}

fn segment(segment: &Segment) -> String {
    match segment {
        Segment::Window { from, to, .. } => dates::window(*from, *to),
        Segment::Yearly { months, years, .. } => {
            let months: Vec<String> = months.iter().map(|(first, last)| stretch(*first, *last)).collect();
            let years: Vec<String> = years.iter().map(ToString::to_string).collect();
            let when = if years.is_empty() { "каждый год".to_owned() } else { years.join(", ") };
            format!("{}: {when}", months.join(" и "))
        }
        Segment::Every { unit, pace, step, .. } => every(*unit, *pace, *step),
        Segment::Continuous { .. } => "постоянно".to_owned(),
        Segment::ByPlan { plan } if plan.is_empty() => "дата стоит в другом плане".to_owned(),
        Segment::ByPlan { plan } => format!("дата стоит в другом плане: {plan}"),
        Segment::OnDemand { .. } => "по запросу".to_owned(),
        Segment::After { condition, .. } => format!("после условия: {condition}"),
        Segment::Unspecified => "срок не прочитан".to_owned(),
    }
}

fn stretch(first: u8, last: u8) -> String {
    let name = |month: u8| MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default();
    if first == last { name(first).to_owned() } else { format!("{} – {}", name(first), name(last)) }
}

fn every(unit: TimeUnit, pace: Pace, step: u16) -> String {
    let unit = match (unit, step) {
        (TimeUnit::Week, _) => "неделю",
        (TimeUnit::Month, _) => "месяц",
        (TimeUnit::Quarter, _) => "квартал",
        (TimeUnit::SchoolQuarter, _) => "учебную четверть",
        (TimeUnit::Trimester, _) => "триместр",
        (TimeUnit::HalfYear, _) => "полугодие",
        (TimeUnit::SchoolHalfYear, _) => "учебное полугодие",
        (TimeUnit::Year, _) => "год",
        (TimeUnit::SchoolYear, _) => "учебный год",
    };
    let unit = if step > 1 { format!("{step} {}", many(unit)) } else { unit.to_owned() };
    let times = |n: u16| counted(i64::from(n), "раз", "раза", "раз");
    match pace {
        Pace::Times(n) => format!("{} в {unit}", times(n)),
        Pace::AtLeast(n) => format!("не реже {} в {unit}", if n == 1 { "1 раза".into() } else { times(n) }),
        Pace::Throughout => format!("весь {unit}, отчёт в конце"),
    }
}

fn many(unit: &str) -> &str {
    match unit {
        "неделю" => "недели",
        "месяц" => "месяца",
        "квартал" => "квартала",
        "год" => "года",
        "учебный год" => "учебных года",
        other => other,
    }
}
