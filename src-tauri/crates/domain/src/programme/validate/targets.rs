//! Indicators, measurable results and their targets.

use super::super::{CONST_STAGE, Indicator, Programme};
use super::{At, Problem, has_code};
use crate::target::{Cmp, Target, Unit};
use std::collections::HashSet;

impl Programme {
    pub(super) fn check_indicators(&self, problems: &mut Vec<Problem>) {
        for (index, indicator) in self.indicators.iter().enumerate() {
            self.check_indicator(indicator, &mut At::row("indicators", index, &indicator.code, problems));
        }
        let events: HashSet<&str> = self.events.iter().map(|event| event.code.as_str()).collect();
        let indicators: HashSet<&str> =
            self.indicators.iter().map(|indicator| indicator.code.as_str()).collect();
        for (index, result) in self.measured_results.iter().enumerate() {
            let mut at = At::row("measured_results", index, &result.code, problems);
            at.within("title", "название").text(&result.title);
            at.say_if(indicators.contains(result.code.as_str()), "код повторяется: он уже есть у показателя");
            if !events.contains(result.event.as_str()) {
                at.within("event", "").say(format!("нет мероприятия «{}»", result.event));
            }
            self.check_auto(result.auto.as_ref(), result.projection, &at.place, at.problems);
            check_target(&result.target, &mut at.within("target", "целевое значение"));
        }
    }

    fn check_indicator(&self, indicator: &Indicator, at: &mut At<'_>) {
        at.within("title", "название").text(&indicator.title);
        if !has_code(&self.indicator_groups, &indicator.group) {
            at.within("group", "").say(format!("нет раздела показателей «{}»", indicator.group));
        }
        if let Some(task) = indicator.task.as_ref().filter(|task| !has_code(&self.tasks, task)) {
            at.within("task", "").say(format!("нет задачи «{task}»"));
        }
        self.check_auto(indicator.auto.as_ref(), indicator.projection, &at.place, at.problems);
        at.say_if(indicator.targets.is_empty(), "нет ни одной цели; если её нет в тексте, укажите track");
        for (stage, target) in &indicator.targets {
            let mut at = at.within(&format!("targets.{stage}"), &format!("целевое значение {stage}"));
            if stage != CONST_STAGE && !self.has_stage(stage) {
                at.say(format!("нет этапа «{stage}»"));
            }
            check_target(target, &mut at);
        }
    }
}

fn check_target(target: &Target, at: &mut At<'_>) {
    at.optional_text(&target.raw);
    if let Some(message) = target_problem(target) {
        at.say(message);
    }
    let numbers = [("value", target.value), ("min", target.min), ("max", target.max), ("plus", target.plus)];
    let whole = if target.counts_hundredths() { 10_000 } else { 100 };
    let may_exceed = |field| field == "plus" || target.cmp == Cmp::IncreaseRelGte;
    for (field, number) in numbers {
        let mut at = at.within(field, "");
        at.say_if(number.is_some_and(|number| number < 0), "число не бывает меньше нуля");
        let is_share = target.unit == Unit::Percent && !may_exceed(field);
        at.say_if(is_share && number.is_some_and(|number| number > whole), "доля не бывает больше 100 %");
    }
}

fn target_problem(target: &Target) -> Option<&'static str> {
    match target.cmp {
        Cmp::Gte if target.value.is_none() && target.plus.is_none() => Some("нет порога: value или plus"),
        Cmp::Gte if target.plus.is_some() && target.baseline.is_none() => {
            Some("не сказано, к чему прибавлять: baseline")
        }
        Cmp::Lte | Cmp::Eq if target.value.is_none() => Some("нет порога value"),
        Cmp::Between if target.min.is_none() || target.max < target.min => {
            Some("нужны min и max по возрастанию")
        }
        Cmp::IncreaseAbsGte | Cmp::IncreaseRelGte | Cmp::DecreaseAbsGte | Cmp::DecreaseRelGte
            if target.value.is_none() || target.baseline.is_none() =>
        {
            Some("нужны порог value и база baseline")
        }
        Cmp::Baseline if target.baseline.is_none() => {
            Some("не сказано, какие исходные данные вносить: baseline")
        }
        _ => None,
    }
}
