//! All indicators at once: which target, which fact, how it stands.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::auto::{Counted, Registers};
use opora_domain::indicator::{Indicator, IndicatorTarget, IndicatorValue, ValueSource};
use opora_domain::monitoring::Stage;
use opora_domain::program::{Program, Task};
use opora_domain::programme::{AutoFact, CONST_STAGE, Projection, StageKind};
use opora_domain::target::{
    Baseline, Cmp, Fact, IndicatorState, Judgement, Noun, Target, Unit, judge_counting, percent_tenths,
};
use opora_domain::words::Words;

use super::{AutoValue, IndicatorCell, auto};
use crate::{ApiError, App, Result, current};

/// Key of a target that a measured result has at every stage.
const DIRECTION_STAGE: &str = "direction";

/// Indicators, targets and values of the adopted programme.
#[derive(Clone)]
pub(crate) struct Board {
    /// In order.
    pub(crate) stages: Vec<Stage>,
    /// In order.
    pub(crate) tasks: Vec<Task>,
    /// In order, those left out of the programme too.
    pub(crate) indicators: Vec<Indicator>,
    targets: Vec<IndicatorTarget>,
    values: Vec<IndicatorValue>,
    program: Option<Program>,
    registers: Registers,
    today: NaiveDate,
    /// The last day that the program counts by itself.
    counted_to: NaiveDate,
}

impl Board {
    /// Reads all of it.
    pub(crate) fn load(app: &App) -> Result<Self> {
        Self::load_of(app, current::program(app.read()?)?)
    }

    /// The same of a programme that may have ended.
    pub(crate) fn load_of(app: &App, program: Option<Program>) -> Result<Self> {
        let read = app.read()?;
        let mut stages: Vec<Stage> = current::of(read, program.as_ref())?;
        let mut tasks: Vec<Task> = current::of(read, program.as_ref())?;
        let mut indicators: Vec<Indicator> = current::of(read, program.as_ref())?;
        stages.sort_by_key(|stage| stage.sort);
        tasks.sort_by_key(|task| task.sort);
        indicators.sort_by_key(|indicator| indicator.sort);
        let targets =
            read.all::<IndicatorTarget>()?.into_iter().filter(IndicatorTarget::is_in_plan).collect();
        let own = |value: &IndicatorValue| indicators.iter().any(|own| own.id == value.indicator_id);
        let values = read.all::<IndicatorValue>()?.into_iter().filter(own).collect();
        let counts = |program: &Program| indicators.iter().any(|one| auto::formula(one, program).is_some());
        let registers = match program.as_ref().filter(|program| counts(program)) {
            Some(program) => auto::registers(read, program)?,
            None => Registers::default(),
        };
        Ok(Self {
            stages,
            tasks,
            indicators,
            targets,
            values,
            program,
            registers,
            today: app.today(),
            counted_to: app.today(),
        })
    }

    /// The same with what the program counts by itself counted up to a day.
    pub(crate) fn counting_to(self, counted_to: NaiveDate) -> Self {
        Self { counted_to, ..self }
    }

    /// The same with further values.
    pub(crate) fn with(&self, values: &[IndicatorValue]) -> Self {
        let values = self.values.iter().chain(values).cloned().collect();
        Self { values, ..self.clone() }
    }

    /// Indicators that stand in the programme, in order.
    pub(crate) fn in_plan(&self) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter(|indicator| indicator.is_in_plan())
    }

    /// The indicator with this id.
    pub(crate) fn indicator(&self, id: &str) -> Result<&Indicator> {
        let found = self.indicators.iter().find(|indicator| indicator.id == id);
        found.ok_or_else(|| ApiError::not_found("показатель"))
    }

    /// The stage with this code.
    pub(crate) fn stage(&self, code: &str) -> Result<&Stage> {
        let found = self.stages.iter().find(|stage| stage.code == code);
        found.ok_or_else(|| ApiError::not_found("этап мониторинга"))
    }

    /// The stage that runs today: the shortest one whose planned days hold it.
    pub(crate) fn current_stage(&self) -> Option<&Stage> {
        let running = self.stages.iter().filter(|stage| runs_on(stage, self.today));
        running.min_by_key(|stage| Some(stage.planned_to? - stage.planned_from?))
    }

    /// Values of an indicator at a stage that no other value corrects, the newest first.
    pub(crate) fn values(&self, indicator: &str, stage: &str) -> Vec<&IndicatorValue> {
        let corrected: BTreeSet<&Id> =
            self.values.iter().filter_map(|value| value.corrects.as_ref()).collect();
        let here = |value: &&IndicatorValue| value.indicator_id == indicator && value.stage == stage;
        let standing = self.values.iter().filter(here).filter(|value| !corrected.contains(&value.id));
        standing.rev().collect()
    }

    /// All values of a stage in order of entry, corrected ones too.
    pub(crate) fn all_values<'a>(&'a self, stage: &'a str) -> impl Iterator<Item = &'a IndicatorValue> {
        self.values.iter().filter(move |value| value.stage == stage)
    }

    /// The value that counts.
    pub(crate) fn value(&self, indicator: &str, stage: &str) -> Option<&IndicatorValue> {
        self.values(indicator, stage).first().copied()
    }

    /// The target of a stage: its own, else the one for all stages.
    pub(crate) fn target(&self, indicator: &str, stage: &str) -> Option<&Target> {
        let own = |code: &str| {
            self.targets.iter().find(|target| target.indicator_id == indicator && target.stage == code)
        };
        [stage, CONST_STAGE, DIRECTION_STAGE].into_iter().find_map(own).map(|target| &target.target)
    }

    /// What the program counts for an indicator by itself; none when it counts nothing for it.
    pub(crate) fn counted(&self, indicator: &Indicator, stage: &Stage) -> Option<Counted> {
        let (program, formula) = (self.program.as_ref()?, self.formula(indicator)?);
        Some(auto::count(&formula, indicator, &self.registers, stage, program, self.counted_to))
    }

    /// The program has a value of its own for the cell.
    pub(super) fn is_counted(&self, indicator: &Indicator, stage: &Stage) -> bool {
        self.counted(indicator, stage).is_some_and(|counted| counted.fact.is_some())
    }

    /// The formula of an indicator in words; empty when it is filled by hand.
    pub(super) fn auto_label(&self, indicator: &Indicator) -> String {
        self.formula(indicator).map(|formula| formula.words()).unwrap_or_default()
    }

    /// The formula of an indicator; none when it is filled by hand.
    pub(crate) fn formula(&self, indicator: &Indicator) -> Option<AutoFact> {
        auto::formula(indicator, self.program.as_ref()?)
    }

    /// The fact that counts: a kept one, else at an open stage the one counted by the program.
    pub(crate) fn fact(&self, indicator: &Indicator, stage: &Stage) -> Option<Fact> {
        if let Some(value) = self.value(&indicator.id, &stage.code) {
            return Some(value.fact);
        }
        let open = stage.closed_on.is_none();
        self.counted(indicator, stage).filter(|_| open).and_then(|counted| counted.fact)
    }

    /// One cell of the sheet.
    pub(crate) fn cell(&self, indicator: &Indicator, stage: &Stage) -> IndicatorCell {
        let target = self.target(&indicator.id, &stage.code);
        let value = self.value(&indicator.id, &stage.code);
        let fact = self.fact(indicator, stage);
        let judgement = self.judge(indicator, stage, target, fact.as_ref());
        let frozen = stage.closed_on.is_some();
        let source = fact.map(|_| value.map_or(ValueSource::Auto, |value| value.source));
        IndicatorCell {
            stage: stage.code.clone(),
            target: target.map(Target::words).filter(|words| !words.is_empty()),
            target_share: target.and_then(|target| target_share(indicator.projection, target)),
            fact,
            fact_text: fact.map(|fact| fact.words()).unwrap_or_default(),
            fact_share: fact.and_then(fact_share),
            state: judgement.state,
            explanation: judgement.explanation,
            value_id: value.map(|value| value.id.clone()),
            as_of: value.map(|value| value.as_of),
            comment: value.map(|value| value.comment.clone()).unwrap_or_default(),
            source,
            source_label: source.map(Words::label).unwrap_or_default().into(),
            auto: self.counted(indicator, stage).map(|counted| auto_value(&counted, fact)),
            override_reason: value.map(|value| value.override_reason.clone()).unwrap_or_default(),
            frozen,
            corrected: frozen && value.is_some_and(|value| is_correction(stage, value)),
        }
    }

    /// Reached early is reached; anything else waits for the last day of the stage.
    fn judge(
        &self,
        indicator: &Indicator,
        stage: &Stage,
        target: Option<&Target>,
        fact: Option<&Fact>,
    ) -> Judgement {
        if indicator.projection == Projection::MunicipalOnly {
            let explanation = "показатель ведёт муниципалитет, школа его не заполняет".to_owned();
            return Judgement { state: IndicatorState::NoData, explanation };
        }
        let previous = self.previous_fact(indicator, stage);
        let baseline = target.and_then(|target| self.baseline_fact(indicator, stage, target.baseline?));
        let by = |due| {
            let noun = noun(indicator.projection);
            judge_counting(noun, target, fact, previous.as_ref(), baseline.as_ref(), due, self.today)
        };
        let now = by(None);
        if stage.closed_on.is_some()
            || matches!(now.state, IndicatorState::Achieved | IndicatorState::OnTrack)
        {
            return now;
        }
        by(stage.planned_to)
    }

    pub(super) fn previous_fact(&self, indicator: &Indicator, stage: &Stage) -> Option<Fact> {
        let at = self.stages.iter().position(|other| other.code == stage.code)?;
        self.fact(indicator, self.stages.get(at.checked_sub(1)?)?)
    }

    /// The fact from which a change is counted: where it is asked for, else at the stage of that kind.
    pub(super) fn baseline_fact(
        &self,
        indicator: &Indicator,
        stage: &Stage,
        baseline: Baseline,
    ) -> Option<Fact> {
        if baseline == Baseline::Previous {
            return self.previous_fact(indicator, stage);
        }
        let asked = |target: &&IndicatorTarget| {
            target.indicator_id == indicator.id
                && target.target.cmp == Cmp::Baseline
                && target.target.baseline == Some(baseline)
        };
        let from = match self.targets.iter().find(asked) {
            Some(target) => self.stages.iter().find(|stage| stage.code == target.stage)?,
            None => self.baseline_stage(baseline)?,
        };
        self.fact(indicator, from).filter(|_| from.code != stage.code)
    }

    /// The stage at which changes begin: the one of the kind, else the first measurement of the programme.
    fn baseline_stage(&self, baseline: Baseline) -> Option<&Stage> {
        let of = |kind: StageKind| self.stages.iter().find(|stage| stage.kind == kind);
        if baseline == Baseline::StartDiagnostics {
            return of(StageKind::Start);
        }
        of(StageKind::Initial).or_else(|| of(StageKind::Baseline)).or(self.stages.first())
    }
}

/// The stage holds the day.
pub(crate) fn runs_on(stage: &Stage, day: NaiveDate) -> bool {
    matches!((stage.planned_from, stage.planned_to), (Some(from), Some(to)) if (from..=to).contains(&day))
}

/// How the municipal value looks at one school, in words; empty when it looks the same.
pub(super) fn projection_label(indicator: &Indicator) -> &'static str {
    match (indicator.projection, indicator.unit) {
        (Projection::MunicipalOnly, _) => "ведёт муниципалитет, школа не заполняет",
        (Projection::Flag, Unit::Percent) => "для школы: да / нет",
        (Projection::Dynamics, _) => "для школы: есть положительная динамика — да / нет",
        _ => "",
    }
}

pub(super) fn auto_value(counted: &Counted, counts: Option<Fact>) -> AutoValue {
    AutoValue {
        fact: counted.fact,
        fact_text: counted.fact.map(|fact| fact.words()).unwrap_or_default(),
        explanation: counted.words.clone(),
        differs: counted.fact.is_some() && counted.fact != counts,
    }
}

/// A value of a closed stage that was not there when it was closed.
fn is_correction(stage: &Stage, value: &IndicatorValue) -> bool {
    value.corrects.is_some() || !stage.snapshot.contains(&value.id)
}

fn noun(projection: Projection) -> Noun {
    match projection {
        Projection::Teachers => Noun::TEACHERS,
        Projection::Pupils => Noun::PUPILS,
        Projection::Parents => Noun::PARENTS,
        _ => Noun::NEUTRAL,
    }
}

fn target_share(projection: Projection, target: &Target) -> Option<i64> {
    let share = matches!(projection, Projection::Teachers | Projection::Pupils | Projection::Parents);
    let threshold = match target.cmp {
        Cmp::Gte | Cmp::Lte | Cmp::Eq => target.value,
        Cmp::Between => target.min,
        _ => None,
    };
    let per_cent = if target.counts_hundredths() { 100 } else { 1 };
    threshold.filter(|_| share && target.unit == Unit::Percent).map(|number| i64::from(number) / per_cent)
}

fn fact_share(fact: Fact) -> Option<i64> {
    match fact {
        Fact::Share { numerator, denominator } => percent_tenths(numerator, denominator),
        _ => None,
    }
}
