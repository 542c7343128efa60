//! What is wrong with a programme file, all at once.

use super::{CONST_STAGE, CodedText, Event, Programme, SCHEMA};
use crate::target::{Cmp, Target};
use crate::term::{Pace, Segment, Term};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// One problem of a file, in Russian.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: «Мероприятие 3, срок»; for what cannot be read, the line and column.
    pub place: String,
    /// Where in the file: `events[2].term`; empty when it is the file as a whole.
    #[serde(default)]
    pub path: String,
    /// What is wrong.
    pub message: String,
}

impl Problem {
    pub(crate) fn new(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self::at("", place, message)
    }

    pub(crate) fn at(path: impl Into<String>, place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { place: place.into(), path: path.into(), message: message.into() }
    }
}

impl Programme {
    /// All problems of the file; empty when it can be used.
    pub fn validate(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        self.check_head(&mut problems);
        self.check_lists(&mut problems);
        self.check_stages(&mut problems);
        self.events.iter().for_each(|event| self.check_event(event, &mut problems));
        self.check_indicators(&mut problems);
        self.check_measured_results(&mut problems);
        problems
    }

    fn check_head(&self, problems: &mut Vec<Problem>) {
        if self.schema != SCHEMA {
            problems.push(Problem::new("schema", format!("ожидается {SCHEMA}, а в файле «{}»", self.schema)));
        }
        let id_is_plain = self.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if self.id.is_empty() || !id_is_plain {
            problems.push(Problem::new("id", "нужны строчные латинские буквы, цифры и дефис"));
        }
        for (place, text) in
            [("title", &self.title), ("short_title", &self.short_title), ("territory", &self.territory)]
        {
            require_text(place, text, problems);
        }
        if self.period.to.is_some_and(|to| to < self.period.from) {
            problems.push(Problem::new("period", "конец раньше начала"));
        }
    }

    fn check_lists(&self, problems: &mut Vec<Problem>) {
        let lists = [
            ("Задача", &self.tasks),
            ("Раздел плана", &self.groups),
            ("Раздел показателей", &self.indicator_groups),
        ];
        for (name, list) in lists {
            unique(name, codes(list), problems);
            for item in list {
                require_text(&format!("{name} {}", item.code), &item.title, problems);
            }
        }
        unique("Этап", self.stages.iter().map(|s| s.code.as_str()), problems);
        unique("Мероприятие", self.events.iter().map(|e| e.code.as_str()), problems);
        let indicators = self.indicators.iter().map(|i| i.code.as_str());
        unique(
            "Показатель",
            indicators.chain(self.measured_results.iter().map(|r| r.code.as_str())),
            problems,
        );
        unique("Критерии", self.criteria.iter().map(|c| c.code.as_str()), problems);
    }

    fn check_stages(&self, problems: &mut Vec<Problem>) {
        let mut last = None;
        for stage in &self.stages {
            let place = format!("Этап {}", stage.code);
            require_text(&place, &stage.title, problems);
            if stage.code == CONST_STAGE {
                problems
                    .push(Problem::new(&place, "этот код занят: так записывают цель, общую для всех этапов"));
            }
            if matches!((stage.from, stage.to), (Some(from), Some(to)) if to < from) {
                problems.push(Problem::new(&place, "конец раньше начала"));
            }
            if matches!((last, stage.from), (Some(last), Some(from)) if from < last) {
                problems.push(Problem::new(&place, "начинается раньше предыдущего этапа"));
            }
            last = stage.from.or(last);
        }
    }

    fn check_event(&self, event: &Event, problems: &mut Vec<Problem>) {
        let place = format!("Мероприятие {}", event.code);
        require_text(&place, &event.title, problems);
        if !codes(&self.groups).any(|code| code == event.group) {
            problems.push(Problem::new(&place, format!("нет раздела плана «{}»", event.group)));
        }
        self.check_parent(event, &place, problems);
        self.check_term(&event.term, &format!("{place}, срок"), problems);
    }

    fn check_parent(&self, event: &Event, place: &str, problems: &mut Vec<Problem>) {
        let Some(code) = &event.parent else { return };
        match self
            .events
            .iter()
            .take_while(|other| other.code != event.code)
            .find(|other| &other.code == code)
        {
            None => problems.push(Problem::new(place, format!("выше нет строки «{code}»"))),
            Some(parent) if !parent.is_group => {
                problems.push(Problem::new(place, format!("строка «{code}» не помечена как группа")));
            }
            Some(_) => {}
        }
    }

    fn check_term(&self, term: &Term, place: &str, problems: &mut Vec<Problem>) {
        if term.segments.is_empty() {
            problems
                .push(Problem::new(place, "нет прочтения срока; если срок неизвестен, укажите unspecified"));
        }
        if term.ambiguous && term.note.is_none() {
            problems.push(Problem::new(place, "срок неоднозначен, но не сказано почему"));
        }
        for segment in &term.segments {
            if let Some(message) = segment_problem(segment) {
                problems.push(Problem::new(place, message));
            }
            for stage in segment_stages(segment).filter(|stage| !self.has_stage(stage)) {
                problems.push(Problem::new(place, format!("нет этапа «{stage}»")));
            }
        }
    }

    fn check_indicators(&self, problems: &mut Vec<Problem>) {
        for indicator in &self.indicators {
            let place = format!("Показатель {}", indicator.code);
            require_text(&place, &indicator.title, problems);
            if !codes(&self.indicator_groups).any(|code| code == indicator.group) {
                problems.push(Problem::new(&place, format!("нет раздела показателей «{}»", indicator.group)));
            }
            if let Some(task) = indicator.task.as_ref().filter(|t| !codes(&self.tasks).any(|code| code == *t))
            {
                problems.push(Problem::new(&place, format!("нет задачи «{task}»")));
            }
            self.check_auto(indicator.auto.as_ref(), indicator.projection, &place, problems);
            if indicator.targets.is_empty() {
                problems.push(Problem::new(&place, "нет ни одной цели; если её нет в тексте, укажите track"));
            }
            for (stage, target) in &indicator.targets {
                if stage != CONST_STAGE && !self.has_stage(stage) {
                    problems.push(Problem::new(&place, format!("нет этапа «{stage}»")));
                }
                check_target(target, &format!("{place}, цель {stage}"), problems);
            }
        }
    }

    fn check_measured_results(&self, problems: &mut Vec<Problem>) {
        for result in &self.measured_results {
            let place = format!("Измеримый результат {}", result.code);
            require_text(&place, &result.title, problems);
            if !self.events.iter().any(|event| event.code == result.event) {
                problems.push(Problem::new(&place, format!("нет мероприятия «{}»", result.event)));
            }
            self.check_auto(result.auto.as_ref(), result.projection, &place, problems);
            check_target(&result.target, &place, problems);
        }
    }

    fn check_auto(
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

    fn has_stage(&self, code: &str) -> bool {
        self.stages.iter().any(|stage| stage.code == code)
    }
}

fn codes(list: &[CodedText]) -> impl Iterator<Item = &str> {
    list.iter().map(|item| item.code.as_str())
}

pub(crate) fn require_text(place: &str, text: &str, problems: &mut Vec<Problem>) {
    if text.trim().is_empty() {
        problems.push(Problem::new(place, "пустой текст"));
    }
}

pub(crate) fn unique<'a>(name: &str, codes: impl Iterator<Item = &'a str>, problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for code in codes {
        if code.trim().is_empty() {
            problems.push(Problem::new(name, "пустой код"));
        } else if !seen.insert(code) {
            problems.push(Problem::new(format!("{name} {code}"), "код повторяется"));
        }
    }
}

fn segment_stages(segment: &Segment) -> impl Iterator<Item = &String> {
    let (one, many): (Option<&String>, &[String]) = match segment {
        Segment::Window { stage, .. } => (stage.as_ref(), &[]),
        Segment::Yearly { stages, .. } => (None, stages),
        _ => (None, &[]),
    };
    one.into_iter().chain(many)
}

fn segment_problem(segment: &Segment) -> Option<&'static str> {
    let reversed = |from, to| matches!((from, to), (Some(from), Some(to)) if to < from);
    match segment {
        Segment::Window { from, to, .. } if to < from => Some("конец окна раньше начала"),
        Segment::Yearly { months, .. } if months.is_empty() => Some("не названы месяцы"),
        Segment::Yearly { months, .. } if !months.iter().all(|(a, b)| is_month(*a) && is_month(*b)) => {
            Some("месяц — число от 1 до 12")
        }
        Segment::Yearly { years, .. } if !years_are_sane(years) => {
            Some("годы не названы или неправдоподобны")
        }
        Segment::Yearly { years, stages, .. } if !stages.is_empty() && stages.len() != years.len() => {
            Some("этапов должно быть столько же, сколько лет")
        }
        Segment::Every { pace: Pace::Times(n) | Pace::AtLeast(n), .. } if !(1..=366).contains(n) => {
            Some("число раз — от 1 до 366")
        }
        Segment::Every { years, .. } if !years.is_empty() && !years_are_sane(years) => {
            Some("годы неправдоподобны")
        }
        Segment::Every { from, to, .. } | Segment::Continuous { from, to } if reversed(*from, *to) => {
            Some("конец раньше начала")
        }
        _ => None,
    }
}

fn is_month(month: u8) -> bool {
    (1..=12).contains(&month)
}

fn years_are_sane(years: &[i32]) -> bool {
    !years.is_empty() && years.iter().all(|year| (1990..=2100).contains(year))
}

fn check_target(target: &Target, place: &str, problems: &mut Vec<Problem>) {
    let message = match target.cmp {
        Cmp::Gte if target.value.is_none() && target.plus.is_none() => Some("нет порога: value или plus"),
        Cmp::Gte if target.plus.is_some() && target.baseline.is_none() => {
            Some("не сказано, к чему прибавлять")
        }
        Cmp::Lte | Cmp::Eq if target.value.is_none() => Some("нет порога value"),
        Cmp::Between if target.min.is_none() || target.max < target.min => {
            Some("нужны min и max по возрастанию")
        }
        Cmp::IncreaseAbsGte | Cmp::DecreaseRelGte if target.value.is_none() || target.baseline.is_none() => {
            Some("нужны порог value и база baseline")
        }
        Cmp::Baseline if target.baseline.is_none() => Some("не сказано, какие исходные данные вносить"),
        _ => None,
    };
    problems.extend(message.map(|message| Problem::new(place, message)));
}
