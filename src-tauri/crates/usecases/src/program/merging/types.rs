//! A newer municipal file beside the school's programme: what differs and what is taken.

use opora_domain::program::Correction;
use opora_domain::programme::compare::{RowChange, RowKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::program::Recorded;

/// Which file: one of the list, or one chosen by `programme.pick_file`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct NewerFileInput {
    /// Id of a programme of the list.
    pub id: Option<String>,
    /// Token of a chosen file.
    pub token: Option<String>,
}

/// The school's programme beside a newer municipal file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Comparison {
    /// «Боготольский район…, версия 1 — приказ … от 05.05.2022 № 58».
    pub base_title: String,
    /// The same of the newer file.
    pub their_title: String,
    /// The adopted file is known: what the school changed itself can be told from what the municipality changed.
    pub base_known: bool,
    /// «новых 1, исчезло 1, изменено 4, перенумеровано 2; решить вам: 1»; «различий нет».
    pub summary: String,
    /// What differs, in the order of the file; what has vanished comes last.
    pub items: Vec<CompareItem>,
    /// What is to be looked at.
    pub warnings: Vec<String>,
}

/// A thing of the programme that differs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CompareItem {
    /// To be given back in a choice: `event/5.10`.
    pub key: String,
    /// What it is.
    pub kind: RowKind,
    /// In words.
    pub kind_label: String,
    /// Code to show; of a renumbered row the new one.
    pub code: String,
    /// The code it had, when it has got another.
    pub was_code: Option<String>,
    /// Title.
    pub title: String,
    /// What happened to it.
    pub change: RowChange,
    /// In words.
    pub change_label: String,
    /// Fields that differ; chosen one by one. Of a new or vanished row there is nothing to choose in them.
    pub fields: Vec<CompareField>,
    /// What it means for the work: «сроков было 4, станет 5; исполненные останутся»; may be empty.
    pub effect: String,
    /// Suggested: take it. For a changed row the fields say it.
    pub take: bool,
    /// It can be taken: texts of the passport are only told of.
    pub can_take: bool,
    /// Something has been done or entered for it at the school.
    pub facts: usize,
}

/// A field that differs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CompareField {
    /// To be given back in a choice: `event/5.10/title`.
    pub key: String,
    /// «срок».
    pub label: String,
    /// The municipal words that were adopted; nothing when they are not known.
    pub base: Option<String>,
    /// The newer municipal words.
    pub theirs: String,
    /// The school's words now.
    pub ours: String,
    /// The school has words of its own: taking the newer ones would replace them.
    pub conflict: bool,
    /// Suggested: take it.
    pub take: bool,
}

/// What the user decided of one item or field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct MergeChoice {
    /// Key of an item or of a field.
    pub key: String,
    /// Take the municipal words; else keep ours.
    pub take: bool,
}

/// Takes the newer file over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct MergeFileInput {
    /// The file.
    pub file: NewerFileInput,
    /// Decisions; what is not named goes as suggested.
    pub choices: Vec<MergeChoice>,
    /// Why; the basis is the new act.
    pub correction: Correction,
}

/// What a merge has done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Merged {
    /// «принято 5, оставлено своё 2».
    pub summary: String,
    /// The corrections.
    pub recorded: Recorded,
}
