//! Everything a report is made of, read once.

use chrono::{Datelike, Days, NaiveDate};
use opora_domain::indicator::IndicatorTarget;
use opora_domain::issued_report::ReportDraft;
use opora_domain::mentoring::{MentoringMeeting, MentoringStep, Tandem};
use opora_domain::period::ReportPeriod;
use opora_domain::person::Person;
use opora_domain::program::{Program, ProgramChange};
use opora_domain::registers::{Assessment, IomStep, Meeting};
use opora_domain::report::quarterly::RiskMeasure;
use opora_domain::school::School;
use opora_domain::self_diagnosis::{Deficit, Response};

use super::snapshot::draft_of;
use crate::indicator::{self, IndicatorSheet};
use crate::roadmap::{self, Roadmap};
use crate::{ApiError, App, Result, current};

pub(super) struct Facts {
    /// The quarter or the year; of the whole programme its last year.
    pub(super) period: ReportPeriod,
    /// The first day that is told of.
    pub(super) from: NaiveDate,
    /// The last day that is told of.
    pub(super) to: NaiveDate,
    /// The day by which terms are judged: the day after the period, or today while it runs.
    pub(super) as_of: NaiveDate,
    pub(super) today: NaiveDate,
    pub(super) school: School,
    pub(super) program: Program,
    pub(super) roadmap: Roadmap,
    pub(super) indicators: IndicatorSheet,
    pub(super) targets: Vec<IndicatorTarget>,
    pub(super) people: Vec<Person>,
    pub(super) responses: Vec<Response>,
    pub(super) deficits: Vec<Deficit>,
    pub(super) iom: Vec<IomStep>,
    pub(super) tandems: Vec<Tandem>,
    pub(super) steps: Vec<MentoringStep>,
    pub(super) mentoring_meetings: Vec<MentoringMeeting>,
    pub(super) meetings: Vec<Meeting>,
    pub(super) assessments: Vec<Assessment>,
    pub(super) changes: Vec<ProgramChange>,
    /// Risks named by the programme itself.
    pub(super) risks: Vec<RiskMeasure>,
    /// What was written by hand.
    pub(super) draft: Option<ReportDraft>,
}

impl Facts {
    /// Reads all that belongs to the report of a period.
    pub(super) fn read(app: &mut App, period: ReportPeriod) -> Result<Self> {
        let program = current::of_quarter(app.read()?, period)?.ok_or_else(no_program)?;
        Self::between(app, program, period, (period.start(), period.end()))
    }

    /// Reads all that belongs to a programme from its first day to its last; without a last day, to today.
    pub(super) fn whole(app: &mut App, program: &Program) -> Result<Self> {
        let from = program.period_from;
        let last = [program.period_to, program.ended_on].into_iter().flatten().min();
        let to = last.unwrap_or_else(|| app.today()).max(from);
        Self::between(app, program.clone(), ReportPeriod::Year(to.year()), (from, to))
    }

    fn between(
        app: &mut App,
        program: Program,
        period: ReportPeriod,
        (from, to): (NaiveDate, NaiveDate),
    ) -> Result<Self> {
        let today = app.today();
        let roadmap = roadmap::load_whole_of(app, Some(program.clone()))?;
        let indicators = indicator::sheet_of(app, Some(program.clone()), to.min(today))?;
        let school = app.school()?;
        let risks = risks(app, &program)?;
        let draft = draft_of(app, period)?;
        let read = app.read()?;
        let changes = current::of(read, Some(&program))?;
        Ok(Self {
            period,
            from,
            to,
            as_of: today.min(to + Days::new(1)),
            today,
            school,
            program,
            roadmap,
            indicators,
            targets: read.all()?,
            people: read.all()?,
            responses: read.all()?,
            deficits: read.all()?,
            iom: read.all()?,
            tandems: read.all()?,
            steps: read.all()?,
            mentoring_meetings: read.all()?,
            meetings: read.all()?,
            assessments: read.all()?,
            changes,
            risks,
            draft,
        })
    }

    /// The day lies within the period.
    pub(super) fn within(&self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// The year that is reported on; of the whole programme the one that has come.
    pub(super) fn year(&self) -> i32 {
        self.last_day().year().clamp(self.from.year(), self.to.year())
    }

    /// The day is given and lies within the period.
    pub(super) fn within_opt(&self, day: Option<NaiveDate>) -> bool {
        day.is_some_and(|day| self.within(day))
    }

    /// The last day of the period, or today while it runs.
    pub(super) fn last_day(&self) -> NaiveDate {
        self.to.min(self.today)
    }

    /// Teachers who work at the end of the period (or today while it runs).
    pub(super) fn staff(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|person| person.counts_on(self.last_day()))
    }
}

/// The first letter large.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn risks(app: &App, program: &Program) -> Result<Vec<RiskMeasure>> {
    let row = |risk: &opora_domain::programme::Risk| RiskMeasure {
        risk: risk.text.clone(),
        measure: risk.mitigation.clone(),
        effect: String::new(),
    };
    let source = crate::documents::source(app, program)?;
    Ok(source.map(|source| source.risks.iter().map(row).collect()).unwrap_or_default())
}

fn no_program() -> ApiError {
    ApiError::refused(
        "Программа ещё не выбрана.",
        "Данные целы. Выберите муниципальную программу в разделе «Дорожная карта» — после этого отчёт можно составить.",
    )
}
