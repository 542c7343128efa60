//! Whose an event is, by the words of its column «Ответственный».

use super::text::{norm, words};
use crate::programme::EventLevel;

/// The district: its office, its centre, its methodologists and their working groups.
const DISTRICT: [&str; 23] = [
    "управлени",
    "отдел",
    "мку",
    "ммц",
    "имц",
    "рмк",
    "методист",
    "муниципал",
    "комитет",
    "департамент",
    "администраци",
    "специалист",
    "координатор",
    "куратор",
    "рабоч",
    "центр",
    "тьютор",
    "ицо",
    "имо",
    "ммс",
    "имк",
    "гимц",
    "методкабинет",
];
/// The school and its people.
const SCHOOL: [&str; 26] = [
    "школ",
    "оо",
    "оу",
    "сош",
    "оош",
    "мбоу",
    "маоу",
    "моу",
    "мкоу",
    "шнор",
    "шнро",
    "шнсу",
    "директор",
    "завуч",
    "педагог",
    "учител",
    "педколлектив",
    "зам",
    "заместител",
    "шмо",
    "образовательн",
    "общеобразовательн",
    "психолог",
    "классн",
    "вр",
    "увр",
];
/// Associations of teachers and partners.
const PARTNER: [&str; 8] = ["рмо", "гмо", "омо", "партнер", "наставник", "тмо", "мо", "сетев"];

/// Reads the responsible; what names nobody known is left to the user as nobody's.
pub fn level_of(responsible: &str) -> EventLevel {
    let text = norm(responsible);
    let text = without_offices(&text);
    let named = |stems: &[&str]| words(&text).any(|word| stems.iter().any(|stem| is(word, stem)));
    let (school, district, partner) = (named(&SCHOOL), named(&DISTRICT), named(&PARTNER));
    match (school, district, partner) {
        (true, true, _) => EventLevel::Joint,
        (true, false, true) => EventLevel::Joint,
        (true, false, false) => EventLevel::School,
        (false, _, true) => EventLevel::Partner,
        (false, true, false) => EventLevel::Municipal,
        (false, false, false) if text.trim().is_empty() => EventLevel::Unassigned,
        (false, false, false) => EventLevel::Unassigned,
    }
}

/// Short stems are whole words: «оо» is not the beginning of «оолимпиада».
fn is(word: &str, stem: &str) -> bool {
    if stem.chars().count() <= 3 { word == stem } else { word.starts_with(stem) }
}

/// Names of offices that hold words of the other side: «администрация школы» is the school,
/// «начальник управления образования администрации района» is not.
fn without_offices(text: &str) -> String {
    const SAYINGS: [(&str, &str); 14] = [
        ("методический кабинет", "методист"),
        ("методического кабинета", "методист"),
        ("администрация школ", "директор школ"),
        ("администрации школ", "директор школ"),
        ("администрация оо", "директор оо"),
        ("администрация оу", "директор оу"),
        ("администрация образоват", "директор образоват"),
        ("рабочая группа школ", "школ"),
        ("рабочие группы школ", "школ"),
        ("школьная рабочая группа", "школа"),
        ("школьный координатор", "школа"),
        ("школьные координаторы", "школа"),
        ("координатор школ", "школа"),
        ("школы-партнер", "партнер"),
    ];
    SAYINGS.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
