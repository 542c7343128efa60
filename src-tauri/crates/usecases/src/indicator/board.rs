//! All indicators at once: which target, which fact, how it stands.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::indicator::{Indicator, IndicatorTarget, IndicatorValue};
use opora_domain::monitoring::Stage;
use opora_domain::program::Task;
use opora_domain::programme::{CONST_STAGE, Projection, StageKind};
use opora_domain::target::{
    Baseline, Cmp, Fact, IndicatorState, Judgement, Noun, Target, Unit, judge_counting, percent_tenths,
};

use super::IndicatorCell;
use crate::{ApiError, App, Result};

/// Key of a target that a measured result has at every stage.
const DIRECTION_STAGE: &str = "direction";

/// Indicators, targets and values of the adopted programme.
pub(crate) struct Board {
    /// In order.
    pub(crate) stages: Vec<Stage>,
    /// In order.
    pub(crate) tasks: Vec<Task>,
    /// In order.
    pub(crate) indicators: Vec<Indicator>,
    targets: Vec<IndicatorTarget>,
    values: Vec<IndicatorValue>,
    today: NaiveDate,
}

impl Board {
    /// Reads all of it.
    pub(crate) fn load(app: &App) -> Result<Self> {
        let read = app.read()?;
        let mut stages: Vec<Stage> = read.all()?;
        let mut tasks: Vec<Task> = read.all()?;
        let mut indicators: Vec<Indicator> = read.all()?;
        stages.sort_by_key(|stage| stage.sort);
        tasks.sort_by_key(|task| task.sort);
        indicators.sort_by_key(|indicator| indicator.sort);
        let (targets, values) = (read.all()?, read.all()?);
        Ok(Self { stages, tasks, indicators, targets, values, today: app.today() })
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

    /// One cell of the sheet.
    pub(crate) fn cell(&self, indicator: &Indicator, stage: &Stage) -> IndicatorCell {
        let target = self.target(&indicator.id, &stage.code);
        let value = self.value(&indicator.id, &stage.code);
        let fact = value.map(|value| value.fact);
        let judgement = self.judge(indicator, stage, target, fact.as_ref());
        let frozen = stage.closed_on.is_some();
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
        let baseline = target.and_then(|target| self.baseline_fact(indicator, target.baseline?));
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

    fn previous_fact(&self, indicator: &Indicator, stage: &Stage) -> Option<Fact> {
        let at = self.stages.iter().position(|other| other.code == stage.code)?;
        let before = self.stages.get(at.checked_sub(1)?)?;
        self.value(&indicator.id, &before.code).map(|value| value.fact)
    }

    /// The fact from which a change is counted: where it is asked for, else at the stage of that kind.
    fn baseline_fact(&self, indicator: &Indicator, baseline: Baseline) -> Option<Fact> {
        let asked = |target: &&IndicatorTarget| {
            target.indicator_id == indicator.id
                && target.target.cmp == Cmp::Baseline
                && target.target.baseline == Some(baseline)
        };
        let kind = if baseline == Baseline::StartDiagnostics { StageKind::Start } else { StageKind::Initial };
        let stage = match self.targets.iter().find(asked) {
            Some(target) => target.stage.as_str(),
            None => &self.stages.iter().find(|stage| stage.kind == kind)?.code,
        };
        self.value(&indicator.id, stage).map(|value| value.fact)
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
    threshold.filter(|_| share && target.unit == Unit::Percent).map(i64::from)
}

fn fact_share(fact: Fact) -> Option<i64> {
    match fact {
        Fact::Share { numerator, denominator } => percent_tenths(numerator, denominator),
        _ => None,
    }
}
