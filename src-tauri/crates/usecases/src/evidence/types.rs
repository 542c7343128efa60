//! What the screen of evidence asks and is answered.

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::report::inventory::{BareRow, InventoryRow};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A period; empty ends for the whole programme.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct EvidenceListInput {
    /// First day.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Last day.
    #[serde(default)]
    pub to: Option<NaiveDate>,
}

/// The inventory of a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct EvidenceListView {
    /// The period in words; empty for the whole programme.
    pub period: String,
    /// Documents in the order of the plan.
    pub documents: Vec<EvidenceItem>,
    /// What was done without a document.
    pub bare: Vec<BareItem>,
    /// «12 документов, из них с файлом 9, всего 3,4 МБ».
    pub total: String,
    /// What may be attached: «PDF, JPG, PNG, DOCX, XLSX, TXT и ZIP до 20 МБ».
    pub accepts: String,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct EvidenceItem {
    /// For `roadmap.save_evidence_file` and `roadmap.delete_evidence`.
    pub evidence_id: Id,
    /// The execution it proves.
    pub occurrence_id: Id,
    /// Its event, for the way to the road map.
    pub event_id: Id,
    /// The row as it is printed.
    pub row: InventoryRow,
    /// «1,2 МБ»; empty without a file.
    pub size: String,
}

/// Something done without a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct BareItem {
    /// The execution, for `roadmap.add_evidence`.
    pub occurrence_id: Id,
    /// Its event.
    pub event_id: Id,
    /// The row as it is printed.
    pub row: BareRow,
    /// The programme demands a document and no reason is given.
    pub owed: bool,
}
