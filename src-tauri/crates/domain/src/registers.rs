//! Small registers that the reports draw on: meetings, individual routes and courses, assessment results.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::person::Subject;
use crate::words::Words;

/// A meeting of the school's working group (Я 5.12: не реже 1 раза в квартал).
///
/// Table: meeting
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Meeting {
    /// UUIDv7.
    pub id: Id,
    /// Number of the protocol, may be empty.
    pub number: String,
    /// When.
    pub date: NaiveDate,
    /// Agenda.
    pub agenda: String,
    /// How many were present.
    pub present: Option<i64>,
    /// What was decided, a line each, may be empty.
    pub decisions: String,
    /// Who presided, may be empty.
    #[serde(default)]
    pub chair: String,
    /// Who kept the minutes, may be empty.
    #[serde(default)]
    pub secretary: String,
    /// Who was present, a name a line, may be empty.
    #[serde(default)]
    pub attended: String,
    /// Who was heard about what, a line each, may be empty.
    #[serde(default)]
    pub heard: String,
    /// Who spoke, a line each, may be empty.
    #[serde(default)]
    pub spoke: String,
    /// Decisions with who answers and by when. Json column; empty in records that have `decisions` alone.
    #[serde(default)]
    pub resolutions: Vec<Resolution>,
}

/// A decision of a meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Resolution {
    /// What was decided.
    pub text: String,
    /// Who answers for it, may be empty.
    pub responsible: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
}

impl Meeting {
    /// The decisions one by one, also of a record that keeps them as lines only.
    pub fn resolved(&self) -> Vec<Resolution> {
        if self.resolutions.is_empty() {
            Resolution::lines(&self.decisions)
        } else {
            self.resolutions.clone()
        }
    }
}

impl Resolution {
    /// A decision a line; numbers at the beginning of lines are left out.
    pub fn lines(text: &str) -> Vec<Self> {
        let line = |text| Self { text, ..Self::default() };
        lines(text).into_iter().map(line).collect()
    }
}

/// Lines that say something, without the numbers («1.», «2)») they begin with.
pub fn lines(text: &str) -> Vec<String> {
    let numbered = |c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' ');
    let line = |line: &str| match line.trim().split_once([' ', '\t']) {
        Some((number, rest)) if number.chars().all(numbered) && number.ends_with(['.', ')']) => {
            rest.trim().to_owned()
        }
        _ => line.trim().to_owned(),
    };
    text.lines().map(line).filter(|line| !line.is_empty()).collect()
}

/// Form of a step of an individual route.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum IomForm {
    Course,
    SelfStudy,
    OpenLesson,
    Seminar,
    Mentoring,
}

impl Words for IomForm {
    const ALL: &'static [Self] =
        &[Self::Course, Self::SelfStudy, Self::OpenLesson, Self::Seminar, Self::Mentoring];

    fn label(self) -> &'static str {
        match self {
            Self::Course => "Курсы повышения квалификации",
            Self::SelfStudy => "Самообразование",
            Self::OpenLesson => "Открытый урок",
            Self::Seminar => "Семинар, ШМО",
            Self::Mentoring => "Работа с наставником",
        }
    }
}

/// A step of a teacher's individual route (ИОМ); a course is a step of form `course`.
///
/// Table: iom_step
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IomStep {
    /// UUIDv7.
    pub id: Id,
    /// Whose route.
    pub person_id: Id,
    /// The deficit it closes, if any.
    pub deficit_id: Option<Id>,
    /// Form.
    pub form: IomForm,
    /// Title of the course or step.
    pub title: String,
    /// Who teaches, may be empty.
    pub provider: String,
    /// Hours.
    pub hours: Option<i64>,
    /// First day.
    pub started_on: NaiveDate,
    /// By when.
    pub due: Option<NaiveDate>,
    /// When finished.
    pub done_on: Option<NaiveDate>,
    /// Number of the certificate, may be empty.
    pub document: String,
    /// When it was put into practice (открытый урок, ШМО).
    pub introduced_on: Option<NaiveDate>,
}

/// Kind of an assessment (domain enum `assessment_kind`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum AssessmentKind {
    Vpr,
    Oge,
    EgeBase,
    EgeProfile,
    Ege,
    Kdr,
    DistrictKim,
    QuarterMarks,
    Internal,
}

impl Words for AssessmentKind {
    const ALL: &'static [Self] = &[
        Self::Vpr,
        Self::Oge,
        Self::EgeBase,
        Self::EgeProfile,
        Self::Ege,
        Self::Kdr,
        Self::DistrictKim,
        Self::QuarterMarks,
        Self::Internal,
    ];

    fn label(self) -> &'static str {
        match self {
            Self::Vpr => "ВПР",
            Self::Oge => "ОГЭ",
            Self::EgeBase => "ЕГЭ (база)",
            Self::EgeProfile => "ЕГЭ (профиль)",
            Self::Ege => "ЕГЭ",
            Self::Kdr => "КДР",
            Self::DistrictKim => "Районные КИМ",
            Self::QuarterMarks => "Четвертные отметки",
            Self::Internal => "Внутренняя работа",
        }
    }
}

/// The result of one assessment in one grade: counts only, no pupils' names (invariant 9).
///
/// Table: assessment
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Assessment {
    /// UUIDv7.
    pub id: Id,
    /// Kind.
    pub kind: AssessmentKind,
    /// Subject.
    pub subject: Subject,
    /// Grade, 1…11.
    pub grade: i64,
    /// When it was held.
    pub date: NaiveDate,
    /// How many took part.
    pub participants: i64,
    /// How many got «2» or did not reach the minimum.
    pub failed: i64,
    /// How many got «4» or «5» (or their equal in points).
    pub good: i64,
    /// The figure of the region as it was told («успеваемость 91,4 %»), may be empty.
    #[serde(default)]
    pub region: String,
}
