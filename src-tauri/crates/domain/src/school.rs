//! The school whose programme is kept here.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::issued_report::SignerRole;
use crate::words::Words;

/// What the school is in the eyes of the municipality (domain enum `school_status`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SchoolStatus {
    /// Школа с низкими образовательными результатами.
    Shnor,
    /// Школа с низкими результатами обучения.
    Shnro,
    /// Школа, функционирующая в неблагоприятных социальных условиях.
    Shnsu,
    /// Участник проекта «500+».
    Project500,
    /// Зона риска.
    RiskZone,
    /// Статуса нет.
    None,
}

impl Words for SchoolStatus {
    const ALL: &'static [Self] =
        &[Self::Shnor, Self::Shnro, Self::Shnsu, Self::Project500, Self::RiskZone, Self::None];

    fn label(self) -> &'static str {
        match self {
            Self::Shnor => "ШНОР",
            Self::Shnro => "ШНРО",
            Self::Shnsu => "ШНСУ",
            Self::Project500 => "Проект «500+»",
            Self::RiskZone => "Зона риска",
            Self::None => "Без статуса",
        }
    }
}

/// The one school of this file.
///
/// Table: school
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct School {
    /// UUIDv7.
    pub id: Id,
    /// Full name as in the charter.
    pub full_name: String,
    /// Short name for headings.
    pub short_name: String,
    /// District or town, with the region.
    pub territory: String,
    /// The municipal education authority.
    pub authority: String,
    /// To whom reports go, in the dative: «Начальнику Управления образования …».
    pub addressee: String,
    /// Director's full name.
    pub director: String,
    /// Deputy director's full name: composes and signs the reports.
    pub deputy: String,
    /// The year in which the current school year began (2024 = 2024/25).
    pub school_year: i32,
    /// Address of the site, may be empty.
    pub site: String,
    /// Status given by the municipality.
    pub status: SchoolStatus,
    /// On what the status is based (order, list), may be empty.
    pub status_basis: String,
    /// Number of pupils, if entered.
    pub pupils: Option<i64>,
    /// The day on which a demonstration school lives; empty for a real one. A demo is marked ДЕМО on every page.
    pub demo_today: Option<NaiveDate>,
}

impl School {
    /// Full name of whoever signs in a capacity; empty when the card does not name her.
    pub fn signer(&self, role: SignerRole) -> &str {
        match role {
            SignerRole::Deputy => &self.deputy,
            SignerRole::Director => &self.director,
        }
    }
}
