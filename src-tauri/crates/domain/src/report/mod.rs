//! Snapshots of reports: plain data, from which both the page and the attached JSON are made.

pub mod annual;
pub mod assessment_reference;
pub mod changes;
pub mod consent;
pub mod cover_letter;
pub mod difference;
pub mod final_report;
pub mod fingerprint_act;
pub mod inventory;
pub mod iom;
pub mod mentoring_report;
pub mod order;
pub mod passport;
pub mod presentation;
pub mod protocol;
pub mod quarterly;
pub mod questionnaire;
pub mod recommendations;
pub mod roadmap;
pub mod self_diagnosis_reference;
pub mod staff_reference;
pub mod stage_reference;
pub mod theme;
pub mod training_plan;
pub mod training_request;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::words::Words;

/// Everything that the school composes, looks at, signs and keeps (domain document E.1, E.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// How the programme went in a quarter.
    Quarterly,
    /// How the programme went in a year.
    Annual,
    /// How the programme went over its whole term.
    FinalReport,
    /// The programme on one sheet: figures, charts, short points.
    Presentation,
    /// What the programme is: goal, tasks, indicators, results, risks.
    Passport,
    /// The plan with marks.
    Roadmap,
    /// Corrections.
    Changes,
    /// Supporting documents of a period.
    Inventory,
    /// What a monitoring stage showed; subject: the stage.
    StageReference,
    /// What the teachers' self-diagnosis showed.
    SelfDiagnosisReference,
    /// What the assessments showed.
    AssessmentReference,
    /// How mentoring went.
    MentoringReport,
    /// What to do, by whom and when; subject: a teacher, a school subject, or none for the school.
    Recommendations,
    /// A teacher's individual route; subject: the teacher.
    Iom,
    /// Courses and when.
    TrainingPlan,
    /// Кадровая справка.
    StaffReference,
    /// Запрос на курсы повышения квалификации.
    TrainingRequest,
    /// A questionnaire on paper; subject: its code.
    Questionnaire,
    /// A teacher's consent to the processing of personal data; subject: the teacher, none for a blank.
    Consent,
    /// Minutes of the working group; subject: the meeting.
    Protocol,
    /// Draft order: the programme is approved.
    OrderApproval,
    /// Draft order: the working group.
    OrderWorkingGroup,
    /// Draft order: mentors and whom they help.
    OrderMentors,
    /// Draft order: corrections of the programme.
    OrderChanges,
    /// What is sent to the municipality; subject: issued reports, by commas.
    CoverLetter,
    /// Agreement on the school's certificate.
    FingerprintAct,
}

impl Words for DocumentKind {
    const ALL: &'static [Self] = &[
        Self::Quarterly,
        Self::Annual,
        Self::Passport,
        Self::Roadmap,
        Self::Changes,
        Self::Inventory,
        Self::StageReference,
        Self::SelfDiagnosisReference,
        Self::AssessmentReference,
        Self::MentoringReport,
        Self::FinalReport,
        Self::Presentation,
        Self::Recommendations,
        Self::Iom,
        Self::TrainingPlan,
        Self::StaffReference,
        Self::TrainingRequest,
        Self::Questionnaire,
        Self::Consent,
        Self::Protocol,
        Self::OrderApproval,
        Self::OrderWorkingGroup,
        Self::OrderMentors,
        Self::OrderChanges,
        Self::CoverLetter,
        Self::FingerprintAct,
    ];

    fn label(self) -> &'static str {
        match self {
            Self::Quarterly => "Отчёт за квартал",
            Self::Annual => "Годовой отчёт",
            Self::FinalReport => "Итоговый отчёт о реализации ШППКО",
            Self::Presentation => "Презентация на 1 странице",
            Self::Passport => "Паспорт ШППКО",
            Self::Roadmap => "Дорожная карта",
            Self::Changes => "Лист изменений",
            Self::Inventory => "Опись подтверждающих документов",
            Self::StageReference => "Справка по этапу мониторинга",
            Self::SelfDiagnosisReference => "Аналитическая справка по самодиагностике",
            Self::AssessmentReference => "Аналитическая справка по результатам оценочных процедур",
            Self::MentoringReport => "Отчёт по наставничеству",
            Self::Recommendations => "Адресные рекомендации",
            Self::Iom => "ИОМ педагога",
            Self::TrainingPlan => "План-график повышения квалификации",
            Self::StaffReference => "Кадровая справка",
            Self::TrainingRequest => "Запрос на курсы повышения квалификации",
            Self::Questionnaire => "Бланк анкеты",
            Self::Consent => "Согласие на обработку персональных данных",
            Self::Protocol => "Протокол заседания рабочей группы",
            Self::OrderApproval => "Проект приказа об утверждении ШППКО",
            Self::OrderWorkingGroup => "Проект приказа о рабочей группе",
            Self::OrderMentors => "Проект приказа о закреплении наставников",
            Self::OrderChanges => "Проект приказа о внесении изменений",
            Self::CoverLetter => "Сопроводительное письмо",
            Self::FingerprintAct => "Акт обмена отпечатками сертификатов",
        }
    }
}

impl DocumentKind {
    /// A report with a composer of its own: its periods are quarters or years.
    pub fn is_composed(self) -> bool {
        matches!(self, Self::Quarterly | Self::Annual)
    }

    /// Tells of a whole programme from its first day to its last; subject: a programme that has ended.
    pub fn sums_up(self) -> bool {
        matches!(self, Self::FinalReport | Self::Presentation)
    }

    /// Printed and filled in with a pen: never issued by the school.
    pub fn is_form(self) -> bool {
        matches!(self, Self::Questionnaire | Self::Consent)
    }

    /// Names teachers and is for the school only: whoever is about to send it is warned.
    pub fn stays_in_school(self) -> bool {
        matches!(
            self,
            Self::Recommendations
                | Self::Iom
                | Self::TrainingPlan
                | Self::StaffReference
                | Self::OrderMentors
                | Self::OrderWorkingGroup
        )
    }
}

/// In what form a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum DocumentFormat {
    Pdf,
    Docx,
    Xlsx,
}

impl DocumentFormat {
    /// Ending of the file's name, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
        }
    }
}

impl Words for DocumentFormat {
    const ALL: &'static [Self] = &[Self::Pdf, Self::Docx, Self::Xlsx];

    fn label(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Docx => "Word (DOCX)",
            Self::Xlsx => "Excel (XLSX)",
        }
    }
}

/// Whose events stand in a road map.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum EventScope {
    #[default]
    All,
    School,
}

impl Words for EventScope {
    const ALL: &'static [Self] = &[Self::All, Self::School];

    fn label(self) -> &'static str {
        match self {
            Self::All => "Все мероприятия",
            Self::School => "Только мероприятия школы",
        }
    }
}

/// Who made a document, about which programme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// Full name of the school as in its charter.
    pub school_full: String,
    /// Short name.
    pub school_short: String,
    /// District or town with the region.
    pub territory: String,
    /// Title of the programme.
    pub programme_title: String,
    /// The act that approved the municipal programme, may be empty.
    pub programme_act: String,
    /// First day of the programme.
    pub from: NaiveDate,
    /// Last day of the programme, if it has one.
    pub to: Option<NaiveDate>,
    /// Day on which the document says how things stand.
    pub date: NaiveDate,
    /// Director's full name.
    pub director: String,
    /// Deputy director's full name: composes the documents.
    pub deputy: String,
    /// The order by which the school approved its programme; without it the document is a draft.
    pub approval: Option<Approval>,
    /// Something was corrected since that order.
    pub amended: bool,
    /// A demonstration school: marked ДЕМО on every page.
    pub demo: bool,
}

/// The order that approved a version of the school's programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Number of the version, from 1.
    pub version: i64,
    /// Number of the order.
    pub order_no: String,
    /// Date of the order.
    pub order_date: Option<NaiveDate>,
    /// Who approved it; empty for the director.
    pub authority: String,
}

/// «2022–2025 годы», «2022 год»; none for a programme without an end.
pub fn years(from: NaiveDate, to: Option<NaiveDate>) -> Option<String> {
    use chrono::Datelike;
    let (from, to) = (from.year(), to?.year());
    Some(if from == to { format!("{from} год") } else { format!("{from}–{to} годы") })
}
