//! Words of enumerations and plural forms: said once here, shown alike by the window and on paper.

use chrono::NaiveDate;

/// An enumeration whose values have a stable English code (serde) and a Russian label.
pub trait Words: Sized + Copy + 'static {
    /// All values in the order in which they are offered.
    const ALL: &'static [Self];
    /// The words shown to the user.
    fn label(self) -> &'static str;
}

/// «май».
pub const MONTHS: [&str; 12] = [
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
/// «мая».
pub const OF_MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

/// In quotation marks; those within become „…“, so that no two close together.
pub fn quoted(text: &str) -> String {
    format!("«{}»", text.replace('«', "„").replace('»', "“"))
}

/// «№ 15 от 20.12.2024».
pub fn numbered(number: &str, date: NaiveDate) -> String {
    format!("№\u{a0}{number} от {}", date.format("%d.%m.%Y"))
}

/// Picks the form that agrees with `n`: 1 педагог, 2 педагога, 5 педагогов.
pub fn plural<'a>(n: i64, one: &'a str, few: &'a str, many: &'a str) -> &'a str {
    let n = n.unsigned_abs();
    match (n % 10, n % 100) {
        (1, r) if r != 11 => one,
        (2..=4, r) if !(12..=14).contains(&r) => few,
        _ => many,
    }
}

/// `n` with the agreeing noun: «5 педагогов».
pub fn counted(n: i64, one: &str, few: &str, many: &str) -> String {
    format!("{n}\u{a0}{}", plural(n, one, few, many))
}
