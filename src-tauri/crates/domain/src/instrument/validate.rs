//! What is wrong with an instrument file or with a set of answers.

use super::{Answers, Instrument, Item, OpenKind, SCHEMA, ScalePoint};
use crate::programme::{Problem, require_text, unique};

impl Instrument {
    /// All problems of the file; empty when it can be used.
    pub fn validate(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        if self.schema != SCHEMA {
            problems.push(Problem::new("schema", format!("ожидается {SCHEMA}, а в файле «{}»", self.schema)));
        }
        let head = [
            ("code", &self.code),
            ("version", &self.version),
            ("title", &self.title),
            ("intro", &self.intro),
        ];
        head.iter().for_each(|(place, text)| require_text(place, text, &mut problems));
        self.scales.iter().for_each(|(id, scale)| self.check_scale(id, scale, &mut problems));
        unique("Блок", self.blocks.iter().map(|block| block.id.as_str()), &mut problems);
        let questions = self.items.iter().map(|item| item.id.as_str());
        unique("Вопрос", questions.chain(self.open.iter().map(|open| open.id.as_str())), &mut problems);
        self.items.iter().for_each(|item| self.check_item(item, &mut problems));
        self.check_blocks(&mut problems);
        self.check_scoring(&mut problems);
        problems
    }

    /// Answers that do not fit: unknown items and values outside the scale. Unanswered items are no problem here.
    pub fn check_answers(&self, answers: &Answers) -> Vec<Problem> {
        let fits = |id: &str, value: &Option<u8>| {
            let scale = self.item(id).and_then(|item| self.scales.get(&item.scale));
            scale.is_some_and(|scale| scale.iter().any(|point| point.v == *value))
        };
        let wrong = answers.iter().filter(|(id, value)| !fits(id, value));
        wrong.map(|(id, _)| Problem::new(format!("Вопрос {id}"), "такого ответа в анкете нет")).collect()
    }

    fn check_scale(&self, id: &str, scale: &[ScalePoint], problems: &mut Vec<Problem>) {
        let place = format!("Шкала {id}");
        let mut values: Vec<_> = scale.iter().map(|point| point.v).collect();
        values.sort_unstable();
        values.dedup();
        if values.len() != scale.len() || values.iter().flatten().count() < 2 {
            problems.push(Problem::new(&place, "нужны хотя бы два разных значения без повторов"));
        }
        if values.iter().flatten().any(|value| *value > self.scoring.max) {
            problems.push(Problem::new(&place, "значение больше scoring.max"));
        }
        scale.iter().for_each(|point| require_text(&place, &point.label, problems));
    }

    fn check_item(&self, item: &Item, problems: &mut Vec<Problem>) {
        let place = format!("Вопрос {}", item.id);
        [&item.text, &item.topic, &item.advice].iter().for_each(|text| require_text(&place, text, problems));
        if !self.blocks.iter().any(|block| block.id == item.block) {
            problems.push(Problem::new(&place, format!("нет блока «{}»", item.block)));
        }
        if !self.scales.contains_key(&item.scale) {
            problems.push(Problem::new(&place, format!("нет шкалы «{}»", item.scale)));
        }
    }

    fn check_blocks(&self, problems: &mut Vec<Problem>) {
        for block in &self.blocks {
            if !self.items.iter().any(|item| item.block == block.id) {
                problems.push(Problem::new(format!("Блок {}", block.id), "в блоке нет вопросов"));
            }
        }
        for open in self.open.iter().filter(|open| open.kind == OpenKind::Choice && open.options.len() < 2) {
            problems.push(Problem::new(format!("Вопрос {}", open.id), "нужны хотя бы два варианта ответа"));
        }
    }

    fn check_scoring(&self, problems: &mut Vec<Problem>) {
        let scoring = &self.scoring;
        let rising = scoring.levels.windows(2).all(|pair| pair[0].from < pair[1].from);
        if scoring.levels.first().is_none_or(|level| level.from != 0) || !rising {
            problems.push(Problem::new("scoring.levels", "уровни идут от 0 по возрастанию"));
        }
        if scoring.max == 0 || scoring.valid_percent > 100 || scoring.collective.share_percent > 100 {
            problems.push(Problem::new("scoring", "max больше 0, доли не больше 100"));
        }
        if scoring.mentor.item_max >= scoring.mentee.item_min {
            problems.push(Problem::new(
                "scoring",
                "один и тот же ответ делает учителя и наставником, и наставляемым",
            ));
        }
    }
}
