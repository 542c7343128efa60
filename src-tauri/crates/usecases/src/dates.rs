//! Days and windows as a Russian reader expects them: «май – июнь 2022 г.», «до 30 декабря 2022 г.».

use chrono::{Datelike, Days, NaiveDate, Weekday};
use opora_domain::period::Quarter;
use opora_domain::words::{MONTHS, OF_MONTHS, counted};

/// A window that does not follow months is named by both its days when it is no longer than this.
const SHORT_WINDOW_DAYS: i64 = 92;

/// «30 декабря 2022 г.».
pub(crate) fn day(date: NaiveDate) -> String {
    format!("{} {}", day_and_month(date), year(date.year()))
}

/// «пятница, 20 декабря 2024 г.».
pub(crate) fn weekday_and_day(date: NaiveDate) -> String {
    format!("{}, {}", weekday(date.weekday()), day(date))
}

/// How far a day is from another: «просрочено на 3 дня», «сегодня», «завтра», «через 5 дней».
pub(crate) fn distance(today: NaiveDate, due: NaiveDate) -> String {
    let days = (due - today).num_days();
    let count = |days| counted(days, "день", "дня", "дней");
    match days {
        0 => "сегодня".to_owned(),
        1 => "завтра".to_owned(),
        ..0 => format!("просрочено на {}", count(-days)),
        _ => format!("через {}", count(days)),
    }
}

/// Days of a week: «16–22 декабря», «30 декабря – 5 января».
pub(crate) fn span(from: NaiveDate, to: NaiveDate) -> String {
    if from.month() == to.month() {
        format!("{}–{}", from.day(), day_and_month(to))
    } else {
        format!("{} – {}", day_and_month(from), day_and_month(to))
    }
}

/// A window from its first to its last day, both included.
pub(crate) fn window(from: NaiveDate, to: NaiveDate) -> String {
    if from == to {
        day(from)
    } else if whole_months(from, to) {
        months(from, to)
    } else if (to - from).num_days() > SHORT_WINDOW_DAYS {
        format!("до {}", day(to))
    } else if from.year() == to.year() {
        format!("{} – {}", day_and_month(from), day(to))
    } else {
        format!("{} – {}", day(from), day(to))
    }
}

fn months(from: NaiveDate, to: NaiveDate) -> String {
    let name = |date: NaiveDate| MONTHS[date.month0() as usize];
    let years = to.year() - from.year();
    if from.month() == 1 && to.month() == 12 {
        return whole_years(from.year(), to.year());
    }
    if years == 1 && from.month() == 9 && to.month() == 8 {
        return format!("{}/{:02} учебный год", from.year(), to.year() % 100);
    }
    let quarter = Quarter::of(from);
    if quarter.start() == from && quarter.end() == to {
        return format!("{} квартал {}", quarter.roman(), year(quarter.year()));
    }
    match (years, from.month() == to.month()) {
        (0, true) => format!("{} {}", name(from), year(from.year())),
        (0, false) => format!("{} – {} {}", name(from), name(to), year(to.year())),
        _ => format!("{} {} – {} {}", name(from), year(from.year()), name(to), year(to.year())),
    }
}

fn whole_years(from: i32, to: i32) -> String {
    if from == to { year(from) } else { format!("{from}–{to}\u{a0}гг.") }
}

fn whole_months(from: NaiveDate, to: NaiveDate) -> bool {
    from.day() == 1 && (to + Days::new(1)).day() == 1
}

fn day_and_month(date: NaiveDate) -> String {
    format!("{}\u{a0}{}", date.day(), OF_MONTHS[date.month0() as usize])
}

fn year(year: i32) -> String {
    format!("{year}\u{a0}г.")
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "понедельник",
        Weekday::Tue => "вторник",
        Weekday::Wed => "среда",
        Weekday::Thu => "четверг",
        Weekday::Fri => "пятница",
        Weekday::Sat => "суббота",
        Weekday::Sun => "воскресенье",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ymd(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn windows_are_named_as_in_the_programmes() {
        let cases = [
            ("2022-05-01", "2022-05-31", "май 2022 г."),
            ("2022-05-01", "2022-06-30", "май – июнь 2022 г."),
            ("2021-11-01", "2022-01-31", "ноябрь 2021 г. – январь 2022 г."),
            ("2024-10-01", "2024-12-31", "IV квартал 2024 г."),
            ("2024-01-01", "2024-12-31", "2024 г."),
            ("2022-01-01", "2025-12-31", "2022–2025 гг."),
            ("2024-09-01", "2025-08-31", "2024/25 учебный год"),
            ("2020-09-01", "2022-12-30", "до 30 декабря 2022 г."),
            ("2020-09-01", "2020-10-28", "1 сентября – 28 октября 2020 г."),
            ("2020-12-20", "2021-01-15", "20 декабря 2020 г. – 15 января 2021 г."),
            ("2022-12-30", "2022-12-30", "30 декабря 2022 г."),
            ("2024-02-01", "2024-02-29", "февраль 2024 г."),
        ];
        for (from, to, words) in cases {
            assert_eq!(window(ymd(from), ymd(to)).replace('\u{a0}', " "), words, "{from}…{to}");
        }
    }

    #[test]
    fn distances_and_weeks_agree_with_their_numbers() {
        let today = ymd("2024-12-20");
        let cases = [
            ("2024-12-20", "сегодня"),
            ("2024-12-21", "завтра"),
            ("2024-12-22", "через 2 дня"),
            ("2024-12-31", "через 11 дней"),
            ("2024-12-19", "просрочено на 1 день"),
            ("2024-05-31", "просрочено на 203 дня"),
        ];
        for (due, words) in cases {
            assert_eq!(distance(today, ymd(due)).replace('\u{a0}', " "), words);
        }
        let week = |from, to| span(ymd(from), ymd(to)).replace('\u{a0}', " ");
        assert_eq!(week("2024-12-16", "2024-12-22"), "16–22 декабря");
        assert_eq!(week("2024-12-30", "2025-01-05"), "30 декабря – 5 января");
    }

    #[test]
    fn the_first_screen_names_the_day_of_the_week() {
        assert_eq!(weekday_and_day(ymd("2024-12-20")).replace('\u{a0}', " "), "пятница, 20 декабря 2024 г.");
    }
}
