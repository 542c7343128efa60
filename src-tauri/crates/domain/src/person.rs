//! The teachers of the school.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::words::Words;

/// School subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum Subject {
    Russian,
    Literature,
    Math,
    Informatics,
    Physics,
    Chemistry,
    Biology,
    Geography,
    History,
    Social,
    English,
    German,
    Primary,
    Technology,
    Art,
    Music,
    Sport,
    Safety,
    Other,
}

impl Words for Subject {
    const ALL: &'static [Self] = &[
        Self::Russian,
        Self::Literature,
        Self::Math,
        Self::Informatics,
        Self::Physics,
        Self::Chemistry,
        Self::Biology,
        Self::Geography,
        Self::History,
        Self::Social,
        Self::English,
        Self::German,
        Self::Primary,
        Self::Technology,
        Self::Art,
        Self::Music,
        Self::Sport,
        Self::Safety,
        Self::Other,
    ];

    fn label(self) -> &'static str {
        match self {
            Self::Russian => "Русский язык",
            Self::Literature => "Литература",
            Self::Math => "Математика",
            Self::Informatics => "Информатика",
            Self::Physics => "Физика",
            Self::Chemistry => "Химия",
            Self::Biology => "Биология",
            Self::Geography => "География",
            Self::History => "История",
            Self::Social => "Обществознание",
            Self::English => "Английский язык",
            Self::German => "Немецкий язык",
            Self::Primary => "Начальные классы",
            Self::Technology => "Труд (технология)",
            Self::Art => "Изобразительное искусство",
            Self::Music => "Музыка",
            Self::Sport => "Физическая культура",
            Self::Safety => "ОБЗР",
            Self::Other => "Другое",
        }
    }
}

/// Qualification category (domain enum `category`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum Category {
    Highest,
    First,
    Compliance,
    Mentor,
    Methodist,
    None,
}

impl Words for Category {
    const ALL: &'static [Self] =
        &[Self::Highest, Self::First, Self::Compliance, Self::Mentor, Self::Methodist, Self::None];

    fn label(self) -> &'static str {
        match self {
            Self::Highest => "Высшая",
            Self::First => "Первая",
            Self::Compliance => "Соответствие должности",
            Self::Mentor => "Педагог-наставник",
            Self::Methodist => "Педагог-методист",
            Self::None => "Без категории",
        }
    }
}

/// A teacher.
///
/// Table: person
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Person {
    /// UUIDv7.
    pub id: Id,
    /// Фамилия Имя Отчество.
    pub fio: String,
    /// Post, «Учитель».
    pub post: String,
    /// Subjects taught. Json column.
    pub subjects: Vec<Subject>,
    /// Qualification category.
    pub category: Category,
    /// Pedagogical experience, whole years.
    pub experience_years: Option<i64>,
    /// Weekly load in hundredths of an hour (18 h = 1800).
    pub weekly_load: Option<i64>,
    /// Since when the teacher no longer counts; empty while employed.
    pub archived_on: Option<NaiveDate>,
}

impl Person {
    /// «Петрова А. С.»: the surname with initials.
    pub fn short_name(&self) -> String {
        let mut words = self.fio.split_whitespace();
        let surname = words.next().unwrap_or_default().to_owned();
        let initials = words.filter_map(|word| word.chars().next());
        initials.fold(surname, |name, letter| format!("{name}\u{a0}{letter}."))
    }

    /// She works at the school on this day: not archived, or archived later.
    pub fn counts_on(&self, day: NaiveDate) -> bool {
        self.archived_on.is_none_or(|archived| day < archived)
    }
}
