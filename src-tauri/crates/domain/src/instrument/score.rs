//! Answers to scores, in whole numbers.

use super::{Answers, Block, Instrument, Item};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a questionnaire says of one respondent.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
pub struct Scores {
    /// By block, in the instrument's order.
    pub blocks: Vec<BlockScore>,
    /// Over all items; its `block` is empty.
    pub total: BlockScore,
    /// Items that need help, in the instrument's order.
    pub deficits: Vec<ItemDeficit>,
    /// Each item is answered or marked «не веду».
    pub complete: bool,
    /// Items the respondent could help colleagues with, if she agrees.
    pub mentor_items: Vec<String>,
}

/// The index of a block is `sum / max` (times 100 %): the greater, the more help is needed.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
pub struct BlockScore {
    /// Id of the block.
    pub block: String,
    /// Items that apply: all but «не веду».
    pub applicable: u32,
    /// Items answered.
    pub n: u32,
    /// Sum of the values, numerator of the index.
    pub sum: u32,
    /// Greatest possible sum of the answered items, denominator of the index; zero when nothing is answered.
    pub max: u32,
    /// Name of the level; none when nothing is answered.
    pub level: Option<String>,
    /// Enough of the applicable items are answered.
    pub valid: bool,
}

/// An item that needs help.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
pub struct ItemDeficit {
    /// Id of the item.
    pub item: String,
    /// Its value: 2 — consultation, 3 — training.
    pub severity: u8,
}

/// An item that many teachers need help with.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
pub struct CollectiveDeficit {
    /// Id of the item.
    pub item: String,
    /// Its topic.
    pub topic: String,
    /// Teachers who need help.
    pub persons: u32,
    /// All teachers asked.
    pub of: u32,
}

/// Scores one respondent. Values outside the scale count as not answered.
pub fn score(instrument: &Instrument, answers: &Answers) -> Scores {
    let all: Vec<&Item> = instrument.items.iter().collect();
    let blocks: Vec<_> =
        instrument.blocks.iter().map(|block| block_score(instrument, block, answers)).collect();
    let complete = all.iter().all(|item| answer(instrument, item, answers) != Answer::Missing);
    let deficits = all.iter().filter_map(|item| deficit(instrument, item, answers)).collect();
    let mentor_items = all
        .iter()
        .filter(|item| blocks.iter().any(|b| b.block == item.block && strong(instrument, b)))
        .filter(|item| {
            is_value(answer(instrument, item, answers), |v| v <= instrument.scoring.mentor.item_max)
        })
        .map(|item| item.id.clone())
        .collect();
    let total = index(instrument, "", &all, answers);
    Scores { blocks, total, deficits, complete, mentor_items }
}

/// Items that enough respondents need help with. `responses` holds one set of answers for each teacher of the subject.
pub fn collective_deficits(instrument: &Instrument, responses: &[Answers]) -> Vec<CollectiveDeficit> {
    let rule = instrument.scoring.collective;
    let of = responses.len() as u32;
    let of_item = |item: &Item| {
        let persons =
            responses.iter().filter(|answers| deficit(instrument, item, answers).is_some()).count() as u32;
        let many = persons * 100 >= u32::from(rule.share_percent) * of && persons >= u32::from(rule.min_n);
        many.then(|| CollectiveDeficit { item: item.id.clone(), topic: item.topic.clone(), persons, of })
    };
    instrument.items.iter().filter_map(of_item).collect()
}

#[derive(Clone, Copy, PartialEq)]
enum Answer {
    Missing,
    NotApplicable,
    Value(u8),
}

fn answer(instrument: &Instrument, item: &Item, answers: &Answers) -> Answer {
    let Some(value) = answers.get(&item.id) else { return Answer::Missing };
    let scale = instrument.scales.get(&item.scale).map(Vec::as_slice).unwrap_or_default();
    match value {
        _ if !scale.iter().any(|point| point.v == *value) => Answer::Missing,
        None => Answer::NotApplicable,
        Some(value) => Answer::Value(*value),
    }
}

fn is_value(answer: Answer, holds: impl Fn(u8) -> bool) -> bool {
    matches!(answer, Answer::Value(value) if holds(value))
}

fn block_score(instrument: &Instrument, block: &Block, answers: &Answers) -> BlockScore {
    let items: Vec<_> = instrument.items.iter().filter(|item| item.block == block.id).collect();
    index(instrument, &block.id, &items, answers)
}

fn index(instrument: &Instrument, block: &str, items: &[&Item], answers: &Answers) -> BlockScore {
    let answers: Vec<_> = items.iter().map(|item| answer(instrument, item, answers)).collect();
    let values: Vec<u32> = answers
        .iter()
        .filter_map(|a| if let Answer::Value(v) = a { Some(u32::from(*v)) } else { None })
        .collect();
    let applicable = answers.iter().filter(|a| **a != Answer::NotApplicable).count() as u32;
    let (n, sum) = (values.len() as u32, values.iter().sum());
    let max = u32::from(instrument.scoring.max) * n;
    let valid = n > 0 && n * 100 >= u32::from(instrument.scoring.valid_percent) * applicable;
    BlockScore { block: block.to_owned(), applicable, n, sum, max, level: level(instrument, sum, max), valid }
}

fn level(instrument: &Instrument, sum: u32, max: u32) -> Option<String> {
    let reached = |from: u8| max > 0 && sum * 100 >= u32::from(from) * max;
    instrument.scoring.levels.iter().rev().find(|level| reached(level.from)).map(|level| level.label.clone())
}

fn deficit(instrument: &Instrument, item: &Item, answers: &Answers) -> Option<ItemDeficit> {
    match answer(instrument, item, answers) {
        Answer::Value(severity) if severity >= instrument.scoring.mentee.item_min => {
            Some(ItemDeficit { item: item.id.clone(), severity })
        }
        _ => None,
    }
}

/// The block is answered well enough to trust it and its index is low enough to help others.
fn strong(instrument: &Instrument, block: &BlockScore) -> bool {
    block.valid && block.sum * 100 <= u32::from(instrument.scoring.mentor.block_max) * block.max
}
