//! A municipal programme as data: the file format `opora.programme/1` of `assets/programmes/*.json`.
//!
//! Words are kept exactly as the act has them; irregularities are told in [`Note`]s, never mended.

mod auto;
pub mod compare;
mod counts;
mod explain;
mod read;
mod shift;
mod text;
mod validate;

pub use auto::{AutoFact, Dynamics, EventCode, EventDocument, LocalAct, Measure};
pub use counts::Counts;
pub use read::MAX_BYTES;
pub use shift::{ShiftRow, Shifted, moved_period, next_period, shift, shift_with, suggested_period};
pub use text::{CriteriaList, Effect, ExpectedResult, Note, Risk, Rule, Section, SectionItem, SectionKind};
pub use validate::Problem;
pub(crate) use validate::{require_text, unique};

use crate::period::Period;
use crate::target::{Fact, Target, Unit};
use crate::term::{SchoolCalendar, Term, TermOccurrence, expand_with};
use crate::words::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The only schema that this version reads.
pub const SCHEMA: &str = "opora.programme/1";

/// Key of a target that holds at every stage.
pub const CONST_STAGE: &str = "const";

/// A municipal programme.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Must be [`SCHEMA`].
    pub schema: String,
    /// Short Latin name, the same for all versions: `bogotol`.
    pub id: String,
    /// Grows by one with each published change.
    pub version: u32,
    /// Title as in the act.
    pub title: String,
    /// Title for cards and lists.
    pub short_title: String,
    /// District or town and its region.
    pub territory: String,
    /// The act that approved it.
    pub act: Act,
    /// When it is in force.
    pub period: Period,
    /// The goal; empty when the text has none.
    #[serde(default)]
    pub goal: String,
    /// The text has gaps: see `notes`.
    #[serde(default)]
    pub incomplete: bool,
    /// The blank of a school's own programme: its title and period are asked for when it is begun.
    #[serde(default)]
    pub own: bool,
    /// Stages at which indicators are measured, in order.
    pub stages: Vec<Stage>,
    /// The tasks.
    pub tasks: Vec<CodedText>,
    /// Headings of the plan, in order.
    pub groups: Vec<CodedText>,
    /// Headings of the indicators, in order.
    #[serde(default)]
    pub indicator_groups: Vec<CodedText>,
    /// Rows of the plan, group rows among them, in order.
    pub events: Vec<Event>,
    /// The indicators, in order.
    pub indicators: Vec<Indicator>,
    /// Measurable results that stand in the plan and not in a table of indicators.
    #[serde(default)]
    pub measured_results: Vec<MeasuredResult>,
    /// Lists of criteria by which schools are chosen.
    #[serde(default)]
    pub criteria: Vec<CriteriaList>,
    /// Risks with their mitigation.
    #[serde(default)]
    pub risks: Vec<Risk>,
    /// Risk factors without a mitigation.
    #[serde(default)]
    pub risk_factors: Vec<String>,
    /// Expected results.
    #[serde(default)]
    pub expected_results: Vec<ExpectedResult>,
    /// Results with the effects the text expects of them.
    #[serde(default)]
    pub effects: Vec<Effect>,
    /// Rules of judging a school that the text gives, in words.
    #[serde(default)]
    pub rules: Vec<Rule>,
    /// Everything else that the text says: passport, problems, roles, yearly goals, words it defines.
    #[serde(default)]
    pub sections: Vec<Section>,
    /// Irregularities of the text, shown to the user.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// The act that approved a programme.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// «приказ», «распоряжение»; empty when the text has no act.
    #[serde(default)]
    pub kind: String,
    /// Number as written.
    #[serde(default)]
    pub number: String,
    /// Date: what was due before it is never overdue.
    #[serde(default)]
    pub date: Option<NaiveDate>,
    /// Who approved it.
    #[serde(default)]
    pub authority: String,
    /// In one line, as reports cite it.
    #[serde(default)]
    pub text: String,
}

/// A stage of monitoring.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Code by which targets and terms name it.
    pub code: String,
    /// Kind.
    pub kind: StageKind,
    /// Title.
    pub title: String,
    /// First day, when the text names it.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Last day, when the text names it.
    #[serde(default)]
    pub to: Option<NaiveDate>,
}

/// Kind of a stage.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum StageKind {
    Initial,
    Baseline,
    Start,
    Interim,
    Final,
    Year,
    Quarter,
    SchoolQuarter,
}

impl Words for StageKind {
    const ALL: &'static [Self] = &[
        Self::Initial,
        Self::Baseline,
        Self::Start,
        Self::Interim,
        Self::Final,
        Self::Year,
        Self::Quarter,
        Self::SchoolQuarter,
    ];

    fn label(self) -> &'static str {
        match self {
            Self::Initial => "Исходные данные",
            Self::Baseline => "Входной",
            Self::Start => "Стартовый",
            Self::Interim => "Промежуточный",
            Self::Final => "Итоговый",
            Self::Year => "Год",
            Self::Quarter => "Квартал",
            Self::SchoolQuarter => "Учебная четверть",
        }
    }
}

/// A task, a direction or a heading.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct CodedText {
    /// Code within its list.
    pub code: String,
    /// Title.
    pub title: String,
}

/// A row of the plan.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Code within the programme: «5.10», «1.1.1.1».
    pub code: String,
    /// Code of its heading in `groups`.
    pub group: String,
    /// Code of the group row above it.
    #[serde(default)]
    pub parent: Option<String>,
    /// Title.
    pub title: String,
    /// Planned result; empty when the plan has no such column.
    #[serde(default)]
    pub result: String,
    /// Documents that prove it; empty when the plan names none.
    #[serde(default)]
    pub evidence: String,
    /// Responsible, as written; empty when the plan has no such column.
    #[serde(default)]
    pub responsible: String,
    /// Whose event it is.
    pub level: EventLevel,
    /// A heading row: it is not executed itself.
    #[serde(default)]
    pub is_group: bool,
    /// When.
    pub term: Term,
}

/// Whose event it is, by its column «ответственный».
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case")]
pub enum EventLevel {
    /// The school alone.
    School,
    /// The municipality.
    Municipal,
    /// The school together with the municipality.
    Joint,
    /// A partner school or an association of teachers, with or without the municipality.
    Partner,
    /// The plan names nobody.
    Unassigned,
}

impl EventLevel {
    /// The text names the school as responsible or co-responsible.
    pub fn names_school(self) -> bool {
        matches!(self, Self::School | Self::Joint)
    }

    /// The school has to see to it: it is named, or nobody is.
    pub fn concerns_school(self) -> bool {
        self.names_school() || self == Self::Unassigned
    }
}

impl Words for EventLevel {
    const ALL: &'static [Self] =
        &[Self::School, Self::Municipal, Self::Joint, Self::Partner, Self::Unassigned];

    fn label(self) -> &'static str {
        match self {
            Self::School => "Школа",
            Self::Municipal => "Муниципалитет",
            Self::Joint => "Школа и муниципалитет",
            Self::Partner => "Партнёр",
            Self::Unassigned => "Ответственный не назван",
        }
    }
}

/// An indicator of the programme.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Code within the programme: «5.3».
    pub code: String,
    /// Code of its heading in `indicator_groups`.
    pub group: String,
    /// Code of its task, when the text joins them.
    #[serde(default)]
    pub task: Option<String>,
    /// Title.
    pub title: String,
    /// Unit of the targets.
    pub unit: Unit,
    /// How it looks from one school.
    pub projection: Projection,
    /// What the school can prove it with: our advice, not words of the act.
    #[serde(default)]
    pub proof: String,
    /// Computed by the program itself.
    #[serde(default)]
    pub auto: Option<AutoFact>,
    /// Only classes with the «ШНОР» marker are counted.
    #[serde(default)]
    pub marked_classes: bool,
    /// Target by code of a stage, or [`CONST_STAGE`] when one target holds throughout.
    #[serde(deserialize_with = "read::unique_keys")]
    pub targets: BTreeMap<String, Target>,
}

/// How a municipal indicator looks from one school: what the school enters.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case")]
pub enum Projection {
    /// The municipality alone has it; the school enters nothing.
    MunicipalOnly,
    /// The school says yes or no of itself; a share of schools is counted by the municipality.
    Flag,
    /// Yes when the school's own result grew over the previous period.
    Dynamics,
    /// So many of its teachers.
    Teachers,
    /// So many of its pupils.
    Pupils,
    /// So many of its pupils' parents.
    Parents,
    /// A number.
    Count,
}

impl Projection {
    /// The empty fact that the school fills in; none when it enters nothing.
    pub fn blank(self) -> Option<Fact> {
        match self {
            Self::MunicipalOnly => None,
            Self::Flag | Self::Dynamics => Some(Fact::Flag { value: false }),
            Self::Teachers | Self::Pupils | Self::Parents => {
                Some(Fact::Share { numerator: 0, denominator: 0 })
            }
            Self::Count => Some(Fact::Count { value: 0 }),
        }
    }
}

impl Words for Projection {
    const ALL: &'static [Self] = &[
        Self::MunicipalOnly,
        Self::Flag,
        Self::Dynamics,
        Self::Teachers,
        Self::Pupils,
        Self::Parents,
        Self::Count,
    ];

    fn label(self) -> &'static str {
        match self {
            Self::MunicipalOnly => "Только муниципалитет",
            Self::Flag => "Да/нет по школе",
            Self::Dynamics => "Положительная динамика школы",
            Self::Teachers => "Доля педагогов",
            Self::Pupils => "Доля обучающихся",
            Self::Parents => "Доля родителей",
            Self::Count => "Количество",
        }
    }
}

/// A measurable result that stands in the plan.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct MeasuredResult {
    /// Code within the programme: the event's, with a letter when it has several («3.3а»).
    pub code: String,
    /// Code of the event.
    pub event: String,
    /// Title.
    pub title: String,
    /// How it looks from one school.
    pub projection: Projection,
    /// Computed by the program itself.
    #[serde(default)]
    pub auto: Option<AutoFact>,
    /// The target, the same at every stage.
    pub target: Target,
}

impl Programme {
    /// Reads a programme file; the error names the line, validity is for [`Programme::validate`].
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// Occurrences of an event within the programme; what ended before the act is marked `before_approval`.
    pub fn occurrences(&self, event: &Event) -> Vec<TermOccurrence> {
        self.occurrences_with(event, &SchoolCalendar::default())
    }

    /// The same with the school's own quarters.
    pub fn occurrences_with(&self, event: &Event, calendar: &SchoolCalendar) -> Vec<TermOccurrence> {
        let before =
            |day: Option<NaiveDate>| matches!((day, self.act.date), (Some(day), Some(act)) if day < act);
        let mut all = expand_with(&event.term, self.period, calendar);
        for occurrence in &mut all {
            occurrence.before_approval |= before(occurrence.to);
        }
        all
    }
}
