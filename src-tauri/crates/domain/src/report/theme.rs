//! Sections 8–12 of the report: to which of them an event or an indicator belongs, by the words of its title.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::quarterly::{EventRow, IndicatorRow};
use crate::words::Words;

/// What a section of the report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum Theme {
    RiskPupils,
    Parents,
    Psychology,
    Network,
    Openness,
}

impl Words for Theme {
    const ALL: &'static [Self] =
        &[Self::RiskPupils, Self::Parents, Self::Psychology, Self::Network, Self::Openness];

    fn label(self) -> &'static str {
        match self {
            Self::RiskPupils => "Обучающиеся с рисками учебной неуспешности",
            Self::Parents => "Работа с родителями",
            Self::Psychology => "Психологическое сопровождение",
            Self::Network => "Сетевое взаимодействие",
            Self::Openness => "Открытость",
        }
    }
}

impl Theme {
    /// Number of the section in the report.
    pub fn section(self) -> u8 {
        match self {
            Self::RiskPupils => 8,
            Self::Parents => 9,
            Self::Psychology => 10,
            Self::Network => 11,
            Self::Openness => 12,
        }
    }

    /// Name in the kept draft, as in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::RiskPupils => "risk_pupils",
            Self::Parents => "parents",
            Self::Psychology => "psychology",
            Self::Network => "network",
            Self::Openness => "openness",
        }
    }

    /// Beginnings of words, small, «ё» as «е»; a space stands for the beginning of a word.
    fn stems(self) -> &'static [&'static str] {
        match self {
            Self::RiskPupils => &[
                " группы риска",
                " группа риска",
                " группе риска",
                " группу риска",
                "рисками учебной",
                "учебной неуспешн",
                "школьной неуспешн",
                " неуспева",
                " слабоуспева",
                " низкомотивир",
                " низкой учебной мотивац",
                " трудностями в обучении",
                " пропуск",
                " пропускающ",
                " индивидуальный учебный план",
                " индивидуальных учебных план",
                " индивидуального учебного план",
                " индивидуальным учебным план",
                " иуп",
                " интенсивн",
                " одаренн",
                " профориентац",
                " дополнительным образованием",
            ],
            Self::Parents => &[" родител", " законных представител", " семьями", " семьи", " семей"],
            Self::Psychology => &[
                " психолог",
                " психоэмоц",
                " эмоциональн",
                " выгоран",
                " тревожн",
                " медиаци",
                " буллинг",
                " ппмс",
            ],
            Self::Network => &[
                " сетев",
                " партнер",
                "-партнер",
                " договор",
                " раоп",
                " региональный образовательный атлас",
                " успешных практик",
                " эффективных практик",
                " лучших практик",
            ],
            Self::Openness => &[
                " сайт",
                " содержания раздела",
                " интернет-страниц",
                " локальн",
                " открытост",
                " средствах массовой",
                " публичн",
                " общественност",
            ],
        }
    }
}

/// The theme whose word stands first in the title; none when no word of any theme stands there.
pub fn theme_of(title: &str) -> Option<Theme> {
    let text = plain(title);
    let first = |theme: Theme| theme.stems().iter().filter_map(|stem| text.find(stem)).min();
    Theme::ALL.iter().filter_map(|theme| Some((first(*theme)?, *theme))).min().map(|(_, theme)| theme)
}

/// The theme of an event: by its own title, else by that of its task. A task in a long sentence names many things, and
/// none of them is the theme of all its events.
pub fn theme_of_event(title: &str, task: &str) -> Option<Theme> {
    theme_of(title).or_else(|| theme_of(task).filter(|_| task.chars().count() <= SHORT_TASK))
}

/// The longest title of a task that is about one thing, characters.
const SHORT_TASK: usize = 60;

/// Small letters, «ё» as «е», a space before the first word and instead of quotes and brackets.
fn plain(title: &str) -> String {
    let letter = |letter: char| match letter {
        'ё' => 'е',
        '«' | '(' | '"' | '\n' | '\u{a0}' | '/' => ' ',
        other => other,
    };
    format!(" {}", title.to_lowercase()).chars().map(letter).collect()
}

/// A section of the report on a theme: what the program really holds, and what was written by hand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ThemeSection {
    /// The theme.
    pub theme: Theme,
    /// Written by hand, a paragraph each.
    pub notes: Vec<String>,
    /// Events of the theme among those of section 2.
    pub events: Vec<EventRow>,
    /// Indicators of the theme among those of section 3.
    pub indicators: Vec<IndicatorRow>,
    /// What the programme plans next: «2.4 «Родительский лекторий», 01.02–28.02.2025».
    pub ahead: Vec<String>,
    /// The programme has events of the theme at all.
    pub in_programme: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stands_in_one_theme_by_its_first_word() {
        for (title, expected) in [
            ("Проведение родительских собраний", Some(Theme::Parents)),
            ("Консультации педагога-психолога для родителей", Some(Theme::Parents)),
            ("Психологические тренинги для обучающихся и родителей", Some(Theme::Psychology)),
            ("Заключение договоров с учреждениями допобразования", Some(Theme::Network)),
            ("Наполнение раздела «Сайт школы»", Some(Theme::Openness)),
            ("Разработка локальных актов", Some(Theme::Openness)),
            ("Работа с детьми «группы риска»", Some(Theme::RiskPupils)),
            ("Школы-партнёры: совместный план", Some(Theme::Network)),
            ("Курсы повышения квалификации", None),
            ("Анализ рисков программы", None),
        ] {
            assert_eq!(theme_of(title), expected, "{title}");
        }
    }

    #[test]
    fn the_task_speaks_when_the_event_is_silent() {
        assert_eq!(theme_of_event("Проведение недели", "Работа с родителями"), Some(Theme::Parents));
        let long =
            "Создать условия для сетевого взаимодействия школ с разным уровнем качества результатов обучения";
        assert_eq!(theme_of_event("Разработка анкет", long), None);
        assert_eq!(theme_of_event("Сайт школы", "Работа с родителями"), Some(Theme::Openness));
    }
}
