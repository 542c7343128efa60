//! Questionnaires as data: the file format `opora.instrument/1` of `assets/instruments/*.json`, and their scoring.

mod score;
mod validate;

pub use score::{BlockScore, CollectiveDeficit, ItemDeficit, Scores, collective_deficits, score};

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The only schema that this version reads.
pub const SCHEMA: &str = "opora.instrument/1";

/// Answers by item: a value of the scale, or none for «не веду»; an item without an entry is not answered yet.
pub type Answers = BTreeMap<String, Option<u8>>;

/// A questionnaire. Each version is unchangeable: answers of different versions are not compared.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Must be [`SCHEMA`].
    pub schema: String,
    /// Code: `DX-MATH`.
    pub code: String,
    /// Version: `1.0`.
    pub version: String,
    /// Title.
    pub title: String,
    /// Subject of the teachers who fill it, none for all.
    #[serde(default)]
    pub subject: Option<String>,
    /// Who answers: `teacher`.
    pub respondent: String,
    /// Answers are kept without a name.
    pub anonymous: bool,
    /// Licence of the text.
    pub licence: String,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// Words to the respondent.
    pub intro: String,
    /// Answer scales by id.
    pub scales: BTreeMap<String, Vec<ScalePoint>>,
    /// Blocks, in order.
    pub blocks: Vec<Block>,
    /// Items, in order.
    pub items: Vec<Item>,
    /// Questions with a free answer.
    #[serde(default)]
    pub open: Vec<OpenQuestion>,
    /// How answers become scores.
    pub scoring: Scoring,
}

/// One answer of a scale.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct ScalePoint {
    /// Its value; none means «не веду»: the item is left out of the score.
    pub v: Option<u8>,
    /// Its words.
    pub label: String,
}

/// A block of items with an index of its own.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Id: `A`.
    pub id: String,
    /// Title.
    pub title: String,
}

/// One statement to be rated.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Id: `A1`.
    pub id: String,
    /// Its block.
    pub block: String,
    /// Its scale.
    pub scale: String,
    /// Grades it is about: «5-9».
    #[serde(default)]
    pub grades: Option<String>,
    /// Topic in short, the name of the deficit.
    pub topic: String,
    /// The statement.
    pub text: String,
    /// What helps.
    pub advice: String,
}

/// A question outside the scales.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct OpenQuestion {
    /// Id: `O1`.
    pub id: String,
    /// The question.
    pub text: String,
    /// How it is answered.
    #[serde(default)]
    pub kind: OpenKind,
    /// Answers to choose from.
    #[serde(default)]
    pub options: Vec<String>,
}

/// How an open question is answered.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq, Default)]
#[serde(rename_all = "snake_case")]
pub enum OpenKind {
    /// In own words.
    #[default]
    Text,
    /// By a list of items of this questionnaire.
    ItemList,
    /// By one of the options.
    Choice,
}

/// How answers become scores. The bounds are a guide, not validated norms.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Scoring {
    /// The way of counting.
    pub method: ScoringMethod,
    /// The greatest value of an item.
    pub max: u8,
    /// How many percent of the applicable items must be answered for a block to be valid.
    pub valid_percent: u8,
    /// Levels of the index from the lowest, the first from 0.
    pub levels: Vec<Level>,
    /// Who can help.
    pub mentor: MentorRule,
    /// Who needs help.
    pub mentee: MenteeRule,
    /// What many need.
    pub collective: CollectiveRule,
}

/// A way of counting.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum ScoringMethod {
    /// Index = 100 · Σ values / (max · answered items).
    MeanPct,
}

/// A level of the index.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// From this index, in percent.
    pub from: u8,
    /// Its name.
    pub label: String,
}

/// A teacher can help with an item rated at most `item_max` in a block with an index of at most `block_max`.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct MentorRule {
    /// Value of the item.
    pub item_max: u8,
    /// Index of the block, in percent.
    pub block_max: u8,
}

/// An item rated at least `item_min` is a deficit.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct MenteeRule {
    /// Value of the item.
    pub item_min: u8,
}

/// A deficit is collective when enough teachers share it.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct CollectiveRule {
    /// At least so many percent of the teachers.
    pub share_percent: u8,
    /// And at least so many persons.
    pub min_n: u16,
}

impl Instrument {
    /// Reads an instrument file; the error names the line, validity is for [`Instrument::validate`].
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// The item with this id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }
}
