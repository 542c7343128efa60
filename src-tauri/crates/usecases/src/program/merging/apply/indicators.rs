//! Indicators and their targets. What has values keeps its unit; closed stages keep their targets.

use opora_domain::indicator::{Indicator, IndicatorTarget};
use opora_domain::program::Origin;
use opora_domain::programme::compare::{Difference, RowChange, RowKind};
use opora_domain::programme::{self, CONST_STAGE};
use opora_domain::target::Target;

use super::Decisions;
use crate::program::merging::{ours, sides::Sides};
use crate::program::revise::Draft;

/// All indicators and targets that differ.
pub(super) fn apply(draft: &mut Draft<'_>, sides: &Sides, decisions: &Decisions) {
    let of = |kind: RowKind| sides.differences.iter().filter(move |found| found.kind == kind);
    for found in of(RowKind::Indicator) {
        match found.change {
            RowChange::Changed | RowChange::Renumbered => rewrite(draft, sides, decisions, found),
            RowChange::Added if decisions.takes(found) => add(draft, sides, found),
            RowChange::Vanished if decisions.takes(found) => leave_out(draft, found),
            RowChange::Added | RowChange::Vanished => {}
        }
    }
    for found in of(RowKind::Target) {
        target(draft, sides, decisions, found);
    }
}

/// An indicator of the file, be it a measured result.
enum Newer<'a> {
    Indicator(&'a programme::Indicator),
    Measured(&'a programme::MeasuredResult),
}

fn newer<'a>(sides: &'a Sides, code: &str) -> Option<Newer<'a>> {
    let indicator = sides.theirs.indicators.iter().find(|own| own.code == code).map(Newer::Indicator);
    let measured = || sides.theirs.measured_results.iter().find(|own| own.code == code).map(Newer::Measured);
    indicator.or_else(measured)
}

fn rewrite(draft: &mut Draft<'_>, sides: &Sides, decisions: &Decisions, found: &Difference) {
    let Some(newer) = found.code.as_deref().and_then(|code| newer(sides, code)) else { return };
    let id = draft
        .before
        .indicators
        .iter()
        .find(|own| own.template_code == found.was_code)
        .map(|own| own.id.clone());
    let Some(id) = id else { return };
    let task = newer.task(draft, sides);
    let kept_kind = draft.before.values(&id) > 0;
    let fields = decisions.fields(found);
    let Some(own) = draft.after.indicators.iter_mut().find(|own| own.id == id) else { return };
    for field in fields {
        match field {
            "title" => own.title = newer.title().to_owned(),
            "unit" if !kept_kind => own.unit = newer.unit(),
            "projection" if !kept_kind => own.projection = newer.projection(),
            "group" => own.task_id = task.clone().or_else(|| own.task_id.clone()),
            "code" if Some(&own.code) == found.was_code.as_ref() => own.code = newer.code().to_owned(),
            _ => {}
        }
    }
    own.template_code = Some(newer.code().to_owned());
    own.auto = newer.auto();
}

fn add(draft: &mut Draft<'_>, sides: &Sides, found: &Difference) {
    let Some(newer) = found.code.as_deref().and_then(|code| newer(sides, code)) else { return };
    let taken = draft.after.indicators.iter().any(|own| own.code == newer.code());
    let id = draft.app.new_id();
    let indicator = Indicator {
        id: id.clone(),
        program_id: draft.before.program.id.clone(),
        task_id: newer.task(draft, sides),
        code: if taken { format!("{}а", newer.code()) } else { newer.code().to_owned() },
        title: newer.title().to_owned(),
        unit: newer.unit(),
        projection: newer.projection(),
        auto: newer.auto(),
        measured_result: matches!(newer, Newer::Measured(_)),
        sort: draft.after.indicators.last().map_or(0, |last| last.sort + 1),
        origin: Origin::Template,
        template_code: Some(newer.code().to_owned()),
        withdrawn_on: None,
    };
    draft.after.indicators.push(indicator);
    for (stage, goal) in newer.targets() {
        put_target(draft, &id, stage, goal);
    }
}

fn leave_out(draft: &mut Draft<'_>, found: &Difference) {
    let today = draft.app.today();
    let own = draft.after.indicators.iter_mut().find(|own| own.template_code == found.was_code);
    if let Some(own) = own {
        own.withdrawn_on = own.withdrawn_on.or(Some(today));
    }
}

/// Targets of an indicator that has just been added are there already.
fn target(draft: &mut Draft<'_>, sides: &Sides, decisions: &Decisions, found: &Difference) {
    let code = found.code.as_ref().or(found.was_code.as_ref());
    let Some((indicator, stage)) = code.and_then(|code| code.split_once('/')) else { return };
    let taken = match found.change {
        RowChange::Changed | RowChange::Renumbered => decisions.fields(found).contains(&"target"),
        RowChange::Added | RowChange::Vanished => decisions.takes(found),
    };
    let own = draft.after.indicators.iter().find(|own| {
        own.origin == Origin::Template && own.is_in_plan() && own.template_code.as_deref() == Some(indicator)
    });
    let Some(id) = own.map(|own| own.id.clone()).filter(|_| taken) else { return };
    if found.change == RowChange::Vanished {
        let today = draft.app.today();
        let here = |target: &&mut IndicatorTarget| target.indicator_id == id && target.stage == stage;
        draft
            .after
            .targets
            .iter_mut()
            .filter(here)
            .for_each(|it| it.withdrawn_on = it.withdrawn_on.or(Some(today)));
    } else if let Some((stage, goal)) =
        newer(sides, indicator).and_then(|own| own.targets().into_iter().find(|(code, _)| *code == stage))
    {
        put_target(draft, &id, stage, goal);
    }
}

fn put_target(draft: &mut Draft<'_>, indicator_id: &str, stage: &str, goal: &Target) {
    let here = |target: &&mut IndicatorTarget| target.indicator_id == indicator_id && target.stage == stage;
    if let Some(own) = draft.after.targets.iter_mut().find(here) {
        own.target = goal.clone();
        own.origin = Origin::Template;
        own.withdrawn_on = None;
        return;
    }
    draft.after.targets.push(IndicatorTarget {
        id: draft.app.new_id(),
        indicator_id: indicator_id.to_owned(),
        stage: stage.to_owned(),
        target: goal.clone(),
        origin: Origin::Template,
        withdrawn_on: None,
    });
}

impl<'a> Newer<'a> {
    fn code(&self) -> &str {
        match self {
            Self::Indicator(own) => &own.code,
            Self::Measured(own) => &own.code,
        }
    }

    fn title(&self) -> &str {
        match self {
            Self::Indicator(own) => &own.title,
            Self::Measured(own) => &own.title,
        }
    }

    fn unit(&self) -> opora_domain::target::Unit {
        match self {
            Self::Indicator(own) => own.unit,
            Self::Measured(own) => own.target.unit,
        }
    }

    fn projection(&self) -> programme::Projection {
        match self {
            Self::Indicator(own) => own.projection,
            Self::Measured(own) => own.projection,
        }
    }

    fn auto(&self) -> Option<programme::AutoFact> {
        match self {
            Self::Indicator(own) => own.auto.clone(),
            Self::Measured(own) => own.auto.clone(),
        }
    }

    fn targets(&self) -> Vec<(&'a str, &'a Target)> {
        match self {
            Self::Indicator(own) => own.targets.iter().map(|(stage, goal)| (stage.as_str(), goal)).collect(),
            Self::Measured(own) => vec![(CONST_STAGE, &own.target)],
        }
    }

    /// The heading it stands under: its own, or that of its event.
    fn task(&self, draft: &Draft<'_>, sides: &Sides) -> Option<String> {
        let group = match self {
            Self::Indicator(own) => &own.group,
            Self::Measured(own) => &sides.theirs.events.iter().find(|event| event.code == own.event)?.group,
        };
        ours::task(&draft.after, group).map(|task| task.id.clone())
    }
}
