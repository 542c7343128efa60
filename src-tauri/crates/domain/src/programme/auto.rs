//! What the program counts for an indicator by itself.

use crate::evidence::EvidenceKind;
use crate::person::Subject;
use crate::registers::AssessmentKind;
use crate::target::Fact;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Problem, Programme, Projection};
use crate::words::Words;

/// The formula of an automatic fact: a word, or a word with its settings.
///
/// Only what the program really holds is counted; where it holds nothing there is no automatic fact.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum AutoFact {
    /// Teachers who completed a self-diagnosis, of all teachers.
    SelfDiagnosisCoverage,
    /// A self-diagnosis was completed by somebody.
    SelfDiagnosisHeld,
    /// Every open deficit has a step of help: of a route or of a mentoring pair.
    DeficitsHaveSteps,
    /// Teachers with a finished course, of all teachers.
    CourseCoverage,
    /// Mentoring pairs that worked.
    Tandems,
    /// Mentoring pairs with another school that worked.
    NetworkTandems,
    /// Meetings of the working group.
    Meetings,
    /// The working group met in every quarter.
    MeetingsEveryQuarter,
    /// Signed reports for the quarters.
    Reports,
    /// The school marked the event as done.
    EventDone(EventCode),
    /// The event is done and a document of the kind is attached.
    EventDocument(EventDocument),
    /// A document of the kind whose title speaks of the thing is attached to the road map.
    LocalAct(LocalAct),
    /// Results of assessments grew over the school year before.
    Dynamics(Dynamics),
}

/// An event by its code in the programme.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct EventCode {
    /// The code.
    pub event: String,
}

/// A document of an event.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct EventDocument {
    /// Code of the event.
    pub event: String,
    /// Kind of the document.
    pub document: EvidenceKind,
}

/// A document known by its title.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct LocalAct {
    /// Kind of the document.
    pub document: EvidenceKind,
    /// Beginnings of words that its title must have, all of them: «рабоч групп».
    pub about: String,
}

/// Which results are compared with those of the school year before.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Dynamics {
    /// Kinds of assessment.
    pub kinds: Vec<AssessmentKind>,
    /// Subjects; empty when the kind and the grade say it all.
    #[serde(default)]
    pub subjects: Vec<Subject>,
    /// The grade; none for all grades.
    #[serde(default)]
    pub grade: Option<i64>,
    /// What is compared.
    #[serde(default)]
    pub measure: Measure,
    /// One subject is enough («русский язык и/или математика»); otherwise none may be worse.
    #[serde(default)]
    pub any_subject: bool,
    /// Only the first sitting of a school year is taken («с первой попытки»), otherwise the last.
    #[serde(default)]
    pub first_attempt: bool,
}

/// What is compared between two school years.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Успеваемость and качество: neither worse, one better.
    #[default]
    PassAndQuality,
    /// The share of those who failed: lower.
    Failed,
}

impl AutoFact {
    /// The empty fact that the formula gives.
    pub fn blank(&self) -> Fact {
        match self {
            Self::SelfDiagnosisCoverage | Self::CourseCoverage => {
                Fact::Share { numerator: 0, denominator: 0 }
            }
            Self::Tandems | Self::NetworkTandems | Self::Meetings | Self::Reports => Fact::Count { value: 0 },
            Self::SelfDiagnosisHeld
            | Self::DeficitsHaveSteps
            | Self::MeetingsEveryQuarter
            | Self::EventDone(_)
            | Self::EventDocument(_)
            | Self::LocalAct(_)
            | Self::Dynamics(_) => Fact::Flag { value: false },
        }
    }

    /// The formula gives what an indicator of this projection takes; a number is a «да» when it is not zero.
    pub fn fits(&self, projection: Projection) -> bool {
        matches!(
            (self.blank(), projection),
            (Fact::Share { .. }, Projection::Teachers)
                | (Fact::Count { .. }, Projection::Count | Projection::Flag)
                | (Fact::Flag { .. }, Projection::Flag | Projection::Dynamics)
        )
    }

    /// What is counted, in Russian.
    pub fn words(&self) -> String {
        let event = self.event().unwrap_or_default();
        match self {
            Self::SelfDiagnosisCoverage => "педагоги, прошедшие самодиагностику".into(),
            Self::SelfDiagnosisHeld => "проведена ли самодиагностика педагогов".into(),
            Self::DeficitsHaveSteps => "есть ли шаг помощи по каждому открытому дефициту".into(),
            Self::CourseCoverage => "педагоги, окончившие курсы повышения квалификации".into(),
            Self::Tandems => "действовавшие наставнические пары".into(),
            Self::NetworkTandems => "действовавшие сетевые наставнические пары".into(),
            Self::Meetings => "заседания рабочей группы".into(),
            Self::MeetingsEveryQuarter => "было ли заседание рабочей группы в каждом квартале".into(),
            Self::Reports => "выпущенные отчёты за кварталы".into(),
            Self::EventDone(_) => format!("исполнение мероприятия {event}"),
            Self::EventDocument(of) => {
                format!("исполнение мероприятия {event} с документом: {}", of.document.label().to_lowercase())
            }
            Self::LocalAct(act) => {
                format!("документ в дорожной карте: {}", act.document.label().to_lowercase())
            }
            Self::Dynamics(_) => "результаты школы против прошлого учебного года".into(),
        }
    }

    /// The event that the formula looks at.
    pub fn event(&self) -> Option<&str> {
        match self {
            Self::EventDone(EventCode { event }) | Self::EventDocument(EventDocument { event, .. }) => {
                Some(event)
            }
            _ => None,
        }
    }
}

impl Programme {
    /// A formula must give what the indicator takes and look at an event that is there.
    pub(super) fn check_auto(
        &self,
        auto: Option<&AutoFact>,
        projection: Projection,
        place: &str,
        problems: &mut Vec<Problem>,
    ) {
        let Some(auto) = auto else { return };
        if !auto.fits(projection) {
            let message = format!("auto не подходит к виду показателя «{}»", projection.label());
            problems.push(Problem::new(place, message));
        }
        let unknown = |code: &&str| !self.events.iter().any(|event| event.code == **code);
        if let Some(code) = auto.event().filter(unknown) {
            problems.push(Problem::new(place, format!("auto: нет мероприятия «{code}»")));
        }
    }
}
