//! The frozen text of a closed stage: canonical JSON and its hash.

use opora_domain::Id;
use opora_domain::indicator::IndicatorValue;
use opora_domain::monitoring::Stage;
use opora_domain::school::School;
use opora_domain::target::Fact;
use serde::{Deserialize, Serialize};

use super::StageRow;
use crate::{ApiError, Result, canonical};

const SCHEMA: &str = "opora.stage/1";

/// What is frozen. Whole numbers and text only, so that the same data always gives the same text.
#[derive(Serialize, Deserialize)]
pub(super) struct Snapshot {
    schema: String,
    school_id: Id,
    school: String,
    program_id: Id,
    stage: String,
    stage_title: String,
    closed_on: chrono::NaiveDate,
    pub(super) rows: Vec<FrozenRow>,
}

/// One frozen indicator with the value it shows.
#[derive(Serialize, Deserialize)]
pub(super) struct FrozenRow {
    #[serde(flatten)]
    pub(super) row: StageRow,
    pub(super) value_id: Option<Id>,
    pub(super) value: Option<Fact>,
    as_of: Option<chrono::NaiveDate>,
    comment: String,
}

impl FrozenRow {
    /// A row beside the value that it shows.
    pub(super) fn new(row: StageRow, value: Option<&IndicatorValue>) -> Self {
        Self {
            row,
            value_id: value.map(|value| value.id.clone()),
            value: value.map(|value| value.fact),
            as_of: value.map(|value| value.as_of),
            comment: value.map(|value| value.comment.clone()).unwrap_or_default(),
        }
    }

    /// A row of an open stage with the fact that counts now.
    pub(super) fn live(row: StageRow, fact: Option<Fact>) -> Self {
        Self { row, value_id: None, value: fact, as_of: None, comment: String::new() }
    }
}

/// The text of a stage closed on `closed_on` (given in the stage).
pub(super) fn text(school: &School, stage: &Stage, rows: Vec<FrozenRow>) -> Result<String> {
    let closed_on = stage.closed_on.ok_or_else(|| ApiError::internal("a snapshot of an open stage"))?;
    let snapshot = Snapshot {
        schema: SCHEMA.into(),
        school_id: school.id.clone(),
        school: school.full_name.clone(),
        program_id: stage.program_id.clone(),
        stage: stage.code.clone(),
        stage_title: stage.title.clone(),
        closed_on,
        rows,
    };
    canonical::text(&snapshot)
}

/// The snapshot of a closed stage.
pub(super) fn read(stage: &Stage) -> Result<Snapshot> {
    if canonical::sha256(&stage.snapshot) != stage.snapshot_sha256 {
        return Err(ApiError::new(
            crate::Code::Damaged,
            format!("Снимок этапа «{}» не совпадает со своей контрольной суммой.", stage.title),
            "Остальные данные не затронуты. Восстановите данные из последней проверенной копии.",
        ));
    }
    serde_json::from_str(&stage.snapshot).map_err(ApiError::internal)
}

/// The frozen rows of a closed stage.
pub(super) fn rows(stage: &Stage) -> Result<Vec<StageRow>> {
    Ok(read(stage)?.rows.into_iter().map(|frozen| frozen.row).collect())
}
