//! What is wrong with a programme file, all at once.

mod plan;
mod targets;

use super::explain::row;
use super::{CONST_STAGE, CodedText, Programme, SCHEMA};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Years that a programme of our time can name.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;
const MAX_YEARS: i32 = 30;
const MAX_CODE: usize = 40;
const MAX_TEXT: usize = 20_000;
/// More than this nobody can work with: rows of the plan, stages, headings.
const MAX_ROWS: usize = 5_000;
const MAX_STAGES: usize = 200;
const MAX_HEADINGS: usize = 500;

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

/// A place in the file, in its own terms and in the user's.
struct At<'a> {
    path: String,
    place: String,
    problems: &'a mut Vec<Problem>,
}

impl<'a> At<'a> {
    /// The row of a list: `events[2]`, «Мероприятие 3».
    fn row(list: &str, index: usize, name: &str, problems: &'a mut Vec<Problem>) -> Self {
        let name = if name.trim().is_empty() { format!("№ {}", index + 1) } else { name.to_owned() };
        Self { path: format!("{list}[{index}]"), place: format!("{} {name}", row(list)), problems }
    }

    fn field(&mut self, field: &str, words: &str) -> At<'_> {
        At { path: field.to_owned(), place: words.to_owned(), problems: self.problems }
    }

    fn within(&mut self, field: &str, words: &str) -> At<'_> {
        let place = if words.is_empty() { self.place.clone() } else { format!("{}, {words}", self.place) };
        At { path: format!("{}.{field}", self.path), place, problems: self.problems }
    }

    fn say(&mut self, message: impl Into<String>) {
        self.problems.push(Problem::at(&self.path, &self.place, message));
    }

    fn say_if(&mut self, wrong: bool, message: &str) {
        if wrong {
            self.say(message);
        }
    }

    /// A text that must not be empty.
    fn text(&mut self, text: &str) {
        self.say_if(text.trim().is_empty(), "пустой текст");
        self.optional_text(text);
    }

    fn optional_text(&mut self, text: &str) {
        self.say_if(text.chars().count() > MAX_TEXT, "текст длиннее 20 000 знаков");
        self.say_if(
            text.chars().any(|c| c.is_control() && c != '\n' && c != '\t'),
            "недопустимый знак в тексте",
        );
    }

    fn day(&mut self, day: Option<NaiveDate>) {
        self.say_if(
            day.is_some_and(|day| !YEARS.contains(&day.year())),
            "год неправдоподобен: ожидается 1990–2100",
        );
    }
}

impl Programme {
    /// All problems of the file; empty when it can be used.
    pub fn validate(&self) -> Vec<Problem> {
        let mut problems = self.too_long();
        if !problems.is_empty() {
            return problems;
        }
        self.check_head(&mut problems);
        self.check_lists(&mut problems);
        self.check_stages(&mut problems);
        self.check_words(&mut problems);
        self.check_sections(&mut problems);
        self.check_indicators(&mut problems);
        self.check_plan(&mut problems);
        problems
    }

    /// Lists that are too long to be looked through.
    fn too_long(&self) -> Vec<Problem> {
        let lists = [
            ("events", self.events.len(), MAX_ROWS),
            ("indicators", self.indicators.len(), MAX_ROWS),
            ("measured_results", self.measured_results.len(), MAX_ROWS),
            ("sections", self.sections.len(), MAX_HEADINGS),
            ("tasks", self.tasks.len(), MAX_HEADINGS),
            ("groups", self.groups.len(), MAX_HEADINGS),
            ("indicator_groups", self.indicator_groups.len(), MAX_HEADINGS),
            ("stages", self.stages.len(), MAX_STAGES),
        ];
        let long = lists.into_iter().filter(|(_, length, most)| length > most);
        long.map(|(list, length, most)| {
            Problem::at(list, row(list), format!("строк {length}, а бывает не больше {most}"))
        })
        .collect()
    }

    fn check_head(&self, problems: &mut Vec<Problem>) {
        let mut head = At { path: String::new(), place: String::new(), problems };
        let mut at = head.field("schema", "Поле schema");
        if self.schema != SCHEMA {
            at.say(format!("ожидается {SCHEMA}, а в файле «{}»", self.schema));
        }
        let id_is_plain = self.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let wrong = self.id.is_empty() || self.id.len() > 64 || !id_is_plain;
        head.field("id", "Поле id")
            .say_if(wrong, "нужны строчные латинские буквы, цифры и дефис, не больше 64");
        head.field("version", "Версия").say_if(self.version == 0, "версии считаются с 1");
        head.field("title", "Название").text(&self.title);
        head.field("short_title", "Краткое название").text(&self.short_title);
        if !self.own {
            head.field("territory", "Территория").text(&self.territory);
        }
        head.field("act.date", "Акт, дата").day(self.act.date);
        self.check_period(&mut head.field("period", "Срок действия программы"));
    }

    fn check_period(&self, at: &mut At<'_>) {
        at.within("from", "начало").day(Some(self.period.from));
        at.within("to", "конец").day(self.period.to);
        let Some(to) = self.period.to else { return };
        at.say_if(to < self.period.from, "конец раньше начала");
        at.say_if(to.year() - self.period.from.year() > MAX_YEARS, "больше 30 лет");
    }

    fn check_lists(&self, problems: &mut Vec<Problem>) {
        let coded =
            [("tasks", &self.tasks), ("groups", &self.groups), ("indicator_groups", &self.indicator_groups)];
        for (list, items) in coded {
            check_codes(list, items.iter().map(|item| item.code.as_str()), problems);
            for (index, item) in items.iter().enumerate() {
                At::row(list, index, &item.code, problems).within("title", "название").text(&item.title);
            }
        }
        check_codes("stages", self.stages.iter().map(|s| s.code.as_str()), problems);
        check_codes("events", self.events.iter().map(|e| e.code.as_str()), problems);
        check_codes("indicators", self.indicators.iter().map(|i| i.code.as_str()), problems);
        check_codes("measured_results", self.measured_results.iter().map(|r| r.code.as_str()), problems);
        check_codes("criteria", self.criteria.iter().map(|c| c.code.as_str()), problems);
        check_codes("rules", self.rules.iter().map(|r| r.code.as_str()), problems);
        check_codes("sections", self.sections.iter().map(|s| s.code.as_str()), problems);
    }

    fn check_stages(&self, problems: &mut Vec<Problem>) {
        let mut last = None;
        for (index, stage) in self.stages.iter().enumerate() {
            let mut at = At::row("stages", index, &stage.code, problems);
            at.within("title", "название").text(&stage.title);
            at.say_if(
                stage.code == CONST_STAGE,
                "этот код занят: так записывают цель, общую для всех этапов",
            );
            at.within("from", "начало").day(stage.from);
            at.within("to", "конец").day(stage.to);
            at.say_if(is_reversed(stage.from, stage.to), "конец раньше начала");
            at.say_if(is_reversed(last, stage.from), "начинается раньше предыдущего этапа");
            last = stage.from.or(last);
        }
    }

    /// Lists of plain words.
    fn check_words(&self, problems: &mut Vec<Problem>) {
        for (index, list) in self.criteria.iter().enumerate() {
            let mut at = At::row("criteria", index, &list.code, problems);
            at.within("title", "название").text(&list.title);
            for (number, item) in list.items.iter().enumerate() {
                at.within(&format!("items[{number}]"), &format!("пункт {}", number + 1)).text(item);
            }
        }
        let lists: [(&str, Vec<&String>); 6] = [
            ("risks", self.risks.iter().map(|risk| &risk.text).collect()),
            ("risk_factors", self.risk_factors.iter().collect()),
            ("expected_results", self.expected_results.iter().map(|result| &result.text).collect()),
            ("effects", self.effects.iter().map(|effect| &effect.result).collect()),
            ("rules", self.rules.iter().map(|rule| &rule.text).collect()),
            ("notes", self.notes.iter().map(|note| &note.text).collect()),
        ];
        for (list, texts) in lists {
            for (index, text) in texts.into_iter().enumerate() {
                At::row(list, index, "", problems).text(text);
            }
        }
    }

    fn check_sections(&self, problems: &mut Vec<Problem>) {
        for (index, section) in self.sections.iter().enumerate() {
            let mut at = At::row("sections", index, &section.code, problems);
            at.within("title", "название").text(&section.title);
            at.within("intro", "вступление").optional_text(&section.intro);
            for (number, item) in section.items.iter().enumerate() {
                let mut at = at.within(&format!("items[{number}]"), &format!("пункт {}", number + 1));
                let said = [&item.title, &item.text].into_iter().chain(&item.parts);
                at.say_if(
                    item.title.trim().is_empty() && item.text.trim().is_empty(),
                    "нет ни названия, ни текста",
                );
                said.for_each(|text| at.optional_text(text));
                for stage in item.by_stage.keys().filter(|stage| !self.has_stage(stage)) {
                    at.say(format!("нет этапа «{stage}»"));
                }
            }
        }
    }

    fn has_stage(&self, code: &str) -> bool {
        self.stages.iter().any(|stage| stage.code == code)
    }
}

fn has_code(list: &[CodedText], code: &str) -> bool {
    list.iter().any(|item| item.code == code)
}

fn is_reversed(from: Option<NaiveDate>, to: Option<NaiveDate>) -> bool {
    matches!((from, to), (Some(from), Some(to)) if to < from)
}

/// Codes are there, short and unlike each other.
fn check_codes<'a>(list: &str, codes: impl Iterator<Item = &'a str>, problems: &mut Vec<Problem>) {
    let mut seen = BTreeMap::new();
    for (index, code) in codes.enumerate() {
        let mut at = At::row(list, index, code, problems);
        at.say_if(code.trim().is_empty(), "пустой код");
        at.say_if(code.chars().count() > MAX_CODE, "код длиннее 40 знаков");
        at.say_if(code.trim() != code, "код начинается или кончается пробелом");
        if let Some(first) = seen.insert(code, index).filter(|_| !code.trim().is_empty()) {
            at.say(format!("код повторяется: он уже есть у {list}[{first}]"));
        }
    }
}

pub(crate) fn require_text(place: &str, text: &str, problems: &mut Vec<Problem>) {
    if text.trim().is_empty() {
        problems.push(Problem::new(place, "пустой текст"));
    }
}

pub(crate) fn unique<'a>(name: &str, codes: impl Iterator<Item = &'a str>, problems: &mut Vec<Problem>) {
    let mut seen = BTreeMap::new();
    for code in codes {
        if code.trim().is_empty() {
            problems.push(Problem::new(name, "пустой код"));
        } else if seen.insert(code, ()).is_some() {
            problems.push(Problem::new(format!("{name} {code}"), "код повторяется"));
        }
    }
}
