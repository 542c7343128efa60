//! Stages of monitoring moved by whole years, and the targets that follow them.

use super::{Move, dates};
use crate::period::{first_of_month, last_of_month};
use crate::programme::{CONST_STAGE, Indicator, Programme, Section, Stage, StageKind};
use crate::target::Target;
use chrono::Datelike;
use std::collections::BTreeMap;

/// Stages of the new period and what is to be said of them.
pub(super) struct Stages {
    pub(super) stages: Vec<Stage>,
    pub(super) warnings: Vec<String>,
}

/// The stages in the new period: those after its end fall away, a longer one gets further years.
pub(super) fn stages(source: &Programme, way: &Move<'_>) -> Stages {
    let mut found = Stages { stages: Vec::new(), warnings: Vec::new() };
    for stage in source.stages.iter().map(|stage| moved(stage, way)) {
        found.take(stage, way);
    }
    found.add_years(source, way);
    found
}

fn moved(stage: &Stage, way: &Move<'_>) -> Stage {
    let years = way.words.by;
    let (from, to) = match (stage.from, stage.to) {
        (Some(from), Some(to)) => {
            let (from, to) = dates::window(from, to, years);
            (Some(from), Some(to))
        }
        (from, to) => (from.map(|day| dates::day(day, years)), to.map(|day| dates::day(day, years))),
    };
    Stage {
        code: way.stage_code(&stage.code),
        kind: stage.kind,
        title: way.words.moved(&stage.title),
        from,
        to,
    }
}

impl Stages {
    fn take(&mut self, mut stage: Stage, way: &Move<'_>) {
        let Some(end) = way.new.to else { return self.stages.push(stage) };
        let begins_late = stage.from.is_some_and(|from| from > end);
        if begins_late && stage.kind != StageKind::Final {
            self.warnings.push(format!(
                "Этап «{}» начинается после конца нового периода: он и его цели не вошли.",
                stage.title
            ));
            return;
        }
        if begins_late || stage.to.is_some_and(|to| to.year() > end.year()) {
            if begins_late {
                stage.from = None;
                self.warnings
                    .push(format!("Этап «{}» сдвинут на конец периода: уточните его даты.", stage.title));
            }
            stage.to = Some(end);
        }
        self.stages.push(stage);
    }

    /// Years after the last one of the text: stages without targets, for the school to set.
    fn add_years(&mut self, source: &Programme, way: &Move<'_>) {
        let Some((old_end, new_end)) = source.period.to.zip(way.new.to) else { return };
        let Some(place) = self.stages.iter().rposition(|stage| stage.kind == StageKind::Year) else { return };
        let first = old_end.year() + way.words.by + 1;
        let added: Vec<Stage> = (first..=new_end.year()).map(year).collect();
        let fresh = |stage: &Stage| self.stages.iter().all(|known| known.code != stage.code);
        let added: Vec<Stage> = added.into_iter().filter(fresh).collect();
        if added.is_empty() {
            return;
        }
        let names: Vec<_> = added.iter().map(|stage| stage.code.as_str()).collect();
        self.warnings.push(format!("Добавлены этапы без целей: {}. Задайте цели сами.", names.join(", ")));
        self.stages.splice(place + 1..=place, added);
    }
}

fn year(year: i32) -> Stage {
    Stage {
        code: year.to_string(),
        kind: StageKind::Year,
        title: format!("{year} год"),
        from: Some(first_of_month(year, 1)),
        to: Some(last_of_month(year, 12)),
    }
}

/// The indicator with its targets under the new codes; none when all of them have fallen away.
pub(super) fn indicator(indicator: &Indicator, way: &Move<'_>) -> Option<Indicator> {
    let follow = |(stage, target): (&String, &Target)| {
        let code = way.stage_code(stage);
        let stays = code == CONST_STAGE || way.has_stage(&code);
        stays.then(|| (code, Target { raw: way.words.moved(&target.raw), ..target.clone() }))
    };
    let targets: BTreeMap<String, Target> = indicator.targets.iter().filter_map(follow).collect();
    (!targets.is_empty()).then(|| Indicator { targets, ..indicator.clone() })
}

/// A part of the text whose words follow the stages they belong to.
pub(super) fn section(section: &Section, way: &Move<'_>) -> Section {
    let mut moved = section.clone();
    for item in &mut moved.items {
        let old = std::mem::take(&mut item.by_stage);
        let codes = old.into_iter().map(|(stage, text)| (way.stage_code(&stage), text));
        item.by_stage = codes.filter(|(code, _)| way.has_stage(code)).collect();
    }
    moved
}
