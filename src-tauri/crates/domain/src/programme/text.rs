//! What a programme says beside its plan and indicators.

use crate::words::Words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A part of the text that is neither plan nor indicator.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Code within the programme: `passport`.
    pub code: String,
    /// What it holds.
    pub kind: SectionKind,
    /// Title.
    pub title: String,
    /// Words before the list.
    #[serde(default)]
    pub intro: String,
    /// The list, in order.
    pub items: Vec<SectionItem>,
}

/// One row of a [`Section`]. A row has a title, a text or both.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq, Default)]
#[serde(deny_unknown_fields)]
pub struct SectionItem {
    /// Its number in the text, if it has one.
    #[serde(default)]
    pub code: String,
    /// Title, term or name of a role.
    #[serde(default)]
    pub title: String,
    /// The words.
    #[serde(default)]
    pub text: String,
    /// Its own list.
    #[serde(default)]
    pub parts: Vec<String>,
    /// Words of each stage by its code; empty where the text has a gap.
    #[serde(default, deserialize_with = "super::read::unique_keys")]
    pub by_stage: BTreeMap<String, String>,
}

/// What a [`Section`] holds.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum SectionKind {
    Passport,
    Context,
    Problems,
    Directions,
    Measures,
    Roles,
    Steps,
    YearlyGoals,
    Resources,
    Management,
    Glossary,
    Schools,
    Other,
}

impl Words for SectionKind {
    const ALL: &'static [Self] = &[
        Self::Passport,
        Self::Context,
        Self::Problems,
        Self::Directions,
        Self::Measures,
        Self::Roles,
        Self::Steps,
        Self::YearlyGoals,
        Self::Resources,
        Self::Management,
        Self::Glossary,
        Self::Schools,
        Self::Other,
    ];

    fn label(self) -> &'static str {
        match self {
            Self::Passport => "Паспорт",
            Self::Context => "Исходное состояние",
            Self::Problems => "Проблемы",
            Self::Directions => "Направления",
            Self::Measures => "Меры и механизмы",
            Self::Roles => "Роли и функции",
            Self::Steps => "Порядок действий",
            Self::YearlyGoals => "Задачи по годам",
            Self::Resources => "Ресурсы",
            Self::Management => "Управление и контроль",
            Self::Glossary => "Термины",
            Self::Schools => "Списки школ",
            Self::Other => "Прочее",
        }
    }
}

/// A list of criteria.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct CriteriaList {
    /// Code.
    pub code: String,
    /// What is chosen by it.
    pub title: String,
    /// The criteria, in order.
    pub items: Vec<String>,
}

/// A risk.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// The risk.
    pub text: String,
    /// How it is lessened; empty when the text does not say.
    pub mitigation: String,
}

/// An expected result.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct ExpectedResult {
    /// The result.
    pub text: String,
    /// Its parts.
    #[serde(default)]
    pub parts: Vec<String>,
}

/// A result and its effect.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// The result.
    pub result: String,
    /// The effect.
    pub effect: String,
}

/// A rule of the text, in its words.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Code: `shnor.30x2`.
    pub code: String,
    /// The words.
    pub text: String,
}

/// An irregularity of the text and how it was read.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Where: «Мероприятие 3, срок».
    #[serde(rename = "where")]
    pub where_: String,
    /// What is odd and what was assumed.
    pub text: String,
}
