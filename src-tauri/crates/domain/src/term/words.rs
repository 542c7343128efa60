//! A reading said in plain Russian, for the user to confirm.

use super::{Pace, Segment, Term, TimeUnit};
use crate::words::{MONTHS, OF_MONTHS, plural};
use chrono::{Datelike, Days, NaiveDate};

const WEEKDAYS: [&str; 7] = [
    "по понедельникам",
    "по вторникам",
    "по средам",
    "по четвергам",
    "по пятницам",
    "по субботам",
    "по воскресеньям",
];

impl Term {
    /// «ежегодно: ноябрь – декабрь, апрель – май; 2021–2024 гг.»
    pub fn words(&self) -> String {
        self.segments.iter().map(Segment::words).collect::<Vec<_>>().join("; ")
    }
}

impl Segment {
    /// What this part of a reading says.
    pub fn words(&self) -> String {
        match self {
            Self::Window { from, to, .. } => window(*from, *to),
            Self::Yearly { months, years, days, .. } => yearly(months, years, days),
            Self::Every { .. } => self.every_words(),
            Self::Continuous { from, to } => format!("постоянно{}", range(*from, *to)),
            Self::ByPlan { plan } => format!("по документу: {plan}"),
            Self::OnDemand { by } => format!("по запросу: {by}"),
            Self::After { condition, within_days, working } => after(condition, *within_days, *working),
            Self::Unspecified => "срок не определён".to_owned(),
        }
    }

    fn every_words(&self) -> String {
        let Self::Every { unit, pace, years, from, to, last_days, first_days, step, only, weekday } = self
        else {
            return String::new();
        };
        let mut text = pace_words(*pace, *unit, *step);
        text += &only_words(*unit, only);
        text += &part_words(*first_days, *last_days);
        text += &weekday
            .and_then(|day| WEEKDAYS.get(usize::from(day.wrapping_sub(1))))
            .map(|day| format!(", {day}"))
            .unwrap_or_default();
        if years.is_empty() {
            return text + &range(*from, *to);
        }
        let school = matches!(unit, TimeUnit::SchoolYear | TimeUnit::SchoolQuarter | TimeUnit::Trimester);
        format!("{text}, {}", if school { school_years(years) } else { year_list(years) })
    }
}

fn window(from: NaiveDate, to: NaiveDate) -> String {
    let whole = from.day() == 1 && to.checked_add_days(Days::new(1)).is_some_and(|next| next.day() == 1);
    let month = |day: NaiveDate| MONTHS[day.month0() as usize];
    if from == to {
        return format!("{} {} {} г.", from.day(), OF_MONTHS[from.month0() as usize], from.year());
    }
    match (whole, from.year() == to.year()) {
        (true, true) if from.month() == 1 && to.month() == 12 => format!("{} г.", from.year()),
        (true, true) if from.month() == to.month() => format!("{} {} г.", month(from), from.year()),
        (true, true) => format!("{} – {} {} г.", month(from), month(to), from.year()),
        (true, false) => format!("{} {} г. – {} {} г.", month(from), from.year(), month(to), to.year()),
        (false, _) => format!("с {} по {}", date(from), date(to)),
    }
}

fn date(day: NaiveDate) -> String {
    day.format("%d.%m.%Y").to_string()
}

fn range(from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!(", с {} по {}", date(from), date(to)),
        (Some(from), None) => format!(", с {}", date(from)),
        (None, Some(to)) => format!(", по {}", date(to)),
        (None, None) => String::new(),
    }
}

fn yearly(months: &[(u8, u8)], years: &[i32], days: &[(u8, u8)]) -> String {
    let of = |(place, (first, last)): (usize, &(u8, u8))| {
        let (from, to) = days.get(place).copied().unwrap_or_default();
        stretch((*first, from), (*last, to))
    };
    let windows: Vec<String> = months.iter().enumerate().map(of).collect();
    let windows = windows.join(", ");
    match years {
        [] => format!("ежегодно: {windows}"),
        [year] => format!("{windows} {year} г."),
        years => format!("ежегодно: {windows}; {}", year_list(years)),
    }
}

/// «май», «ноябрь – декабрь», «до 25 декабря», «с 1 по 15 сентября».
fn stretch((first, from): (u8, u8), (last, to): (u8, u8)) -> String {
    let name = |names: &[&'static str; 12], month: u8| {
        names.get(usize::from(month.wrapping_sub(1))).copied().unwrap_or("?")
    };
    let (of_first, of_last) = (name(&OF_MONTHS, first), name(&OF_MONTHS, last));
    match (from, to) {
        (0, 0) if first == last => name(&MONTHS, first).to_owned(),
        (0, 0) => format!("{} – {}", name(&MONTHS, first), name(&MONTHS, last)),
        (0, to) if first == 1 => format!("до {to} {of_last}"),
        (0, to) => format!("с 1 {of_first} по {to} {of_last}"),
        (from, 0) => format!("с {from} {of_first} до конца {of_last}"),
        (from, to) if from == to && first == last => format!("{to} {of_last}"),
        (from, to) if first == last => format!("с {from} по {to} {of_last}"),
        (from, to) => format!("с {from} {of_first} по {to} {of_last}"),
    }
}

/// «2022–2025 гг.», «2022, 2024 гг.».
fn year_list(years: &[i32]) -> String {
    match years {
        [year] => format!("{year} г."),
        [first, .., last] if last - first + 1 == years.len() as i32 => format!("{first}–{last} гг."),
        years => format!("{} гг.", years.iter().map(i32::to_string).collect::<Vec<_>>().join(", ")),
    }
}

fn school_years(years: &[i32]) -> String {
    let one = |year: &i32| format!("{year}/{:02}", (year + 1).rem_euclid(100));
    let name = if years.len() == 1 { "учебный год" } else { "учебные годы" };
    format!("{} {name}", years.iter().map(one).collect::<Vec<_>>().join(", "))
}

fn pace_words(pace: Pace, unit: TimeUnit, step: u16) -> String {
    if let Pace::Throughout = pace {
        return format!("в течение {}", throughout(unit));
    }
    let per = per(unit, step);
    match pace {
        Pace::Times(1) => match (unit, step) {
            (TimeUnit::Week, 1) => "еженедельно".to_owned(),
            (TimeUnit::Month, 1) => "ежемесячно".to_owned(),
            (TimeUnit::Quarter, 1) => "каждый квартал".to_owned(),
            (TimeUnit::Year, 1) => "раз в год".to_owned(),
            _ => format!("раз в {per}"),
        },
        Pace::Times(n) => format!("{n} {} в {per}", plural(n.into(), "раз", "раза", "раз")),
        Pace::AtLeast(n) => format!("не реже {n} {} в {per}", plural(n.into(), "раза", "раз", "раз")),
        Pace::Throughout => String::new(),
    }
}

fn throughout(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Week => "недели",
        TimeUnit::Month => "месяца",
        TimeUnit::Quarter => "квартала",
        TimeUnit::SchoolQuarter => "четверти",
        TimeUnit::Trimester => "триместра",
        TimeUnit::HalfYear => "полугодия",
        TimeUnit::SchoolHalfYear => "учебного полугодия",
        TimeUnit::Year => "календарного года",
        TimeUnit::SchoolYear => "учебного года",
    }
}

fn per(unit: TimeUnit, step: u16) -> String {
    let (one, few, many) = match unit {
        TimeUnit::Week => ("неделю", "недели", "недель"),
        TimeUnit::Month => ("месяц", "месяца", "месяцев"),
        TimeUnit::Quarter => ("квартал", "квартала", "кварталов"),
        TimeUnit::SchoolQuarter => ("учебную четверть", "учебные четверти", "учебных четвертей"),
        TimeUnit::Trimester => ("триместр", "триместра", "триместров"),
        TimeUnit::HalfYear => ("полугодие", "полугодия", "полугодий"),
        TimeUnit::SchoolHalfYear => ("учебное полугодие", "учебных полугодия", "учебных полугодий"),
        TimeUnit::Year => ("год", "года", "лет"),
        TimeUnit::SchoolYear => ("учебный год", "учебных года", "учебных лет"),
    };
    let noun = plural(step.into(), one, few, many);
    if step == 1 { noun.to_owned() } else { format!("{step} {noun}") }
}

/// «, сентябрь – май», «, I и IV четверть».
fn only_words(unit: TimeUnit, only: &[u8]) -> String {
    const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];
    if only.is_empty() {
        return String::new();
    }
    let name = |number: &u8| -> String {
        let place = usize::from(number.wrapping_sub(1));
        let names: &[&str] = if unit == TimeUnit::Month { &MONTHS } else { &ROMAN };
        names.get(place).map_or_else(|| number.to_string(), |name| (*name).to_owned())
    };
    if unit == TimeUnit::Month
        && let Some((first, last)) = run_of_months(only)
    {
        return format!(", {} – {}", name(&first), name(&last));
    }
    let list = only.iter().map(name).collect::<Vec<_>>().join(", ");
    if unit == TimeUnit::Month { format!(", {list}") } else { format!(" (только {list})") }
}

/// The first and last of months that follow each other, across New Year too.
fn run_of_months(only: &[u8]) -> Option<(u8, u8)> {
    let has = |month: u8| only.contains(&month);
    let before = |month: u8| if month == 1 { 12 } else { month - 1 };
    let mut starts = only.iter().copied().filter(|month| !has(before(*month)));
    let first = starts.next().filter(|_| only.len() > 2)?;
    let last = (first + only.len() as u8 - 2) % 12 + 1;
    starts.next().is_none().then_some((first, last))
}

fn part_words(first_days: Option<u16>, last_days: Option<u16>) -> String {
    let days = |n: u16| format!("{n} {}", plural(n.into(), "день", "дня", "дней"));
    match (first_days, last_days) {
        (Some(_), Some(_)) => ", в середине".to_owned(),
        (Some(n), None) => format!(", первые {}", days(n)),
        (None, Some(n)) => format!(", последние {}", days(n)),
        (None, None) => String::new(),
    }
}

fn after(condition: &str, within: Option<u16>, working: bool) -> String {
    let Some(n) = within else { return format!("после события: {condition}") };
    let days = if working {
        plural(n.into(), "рабочий день", "рабочих дня", "рабочих дней")
    } else {
        plural(n.into(), "день", "дня", "дней")
    };
    format!("не позднее чем через {n} {days} после события: {condition}")
}
