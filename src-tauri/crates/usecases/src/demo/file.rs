//! The invented people and papers of the demonstration, `assets/demo/school.json`.

use chrono::{Datelike, Months, NaiveDate};
use serde::Deserialize;
use serde_json::Value;

use crate::person::PersonInput;
use crate::registers::{AssessmentInput, GroupMeetingInput};
use crate::{ApiError, Result};

const TEXT: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/demo/school.json"));

#[derive(Deserialize)]
pub(super) struct DemoFile {
    /// The year in which the dates of the file lie.
    year: i32,
    pub(super) people: Vec<PersonInput>,
    pub(super) responses: Vec<ResponseDraft>,
    pub(super) tandems: Vec<TandemDraft>,
    pub(super) group_meetings: Vec<GroupMeetingInput>,
    pub(super) iom: Vec<IomDraft>,
    pub(super) assessments: Vec<AssessmentInput>,
}

#[derive(Deserialize)]
pub(super) struct ResponseDraft {
    pub(super) person: usize,
    pub(super) date: NaiveDate,
    /// A digit an item, 9 = «не веду».
    pub(super) answers: String,
    pub(super) help_text: String,
    pub(super) agrees_to_help: bool,
    pub(super) help_form: String,
}

#[derive(Deserialize)]
pub(super) struct TandemDraft {
    pub(super) mentor: usize,
    pub(super) mentee: usize,
    /// Item of the questionnaire on which the mentee needs help.
    pub(super) item: String,
    pub(super) date: NaiveDate,
    pub(super) ends_on: NaiveDate,
    pub(super) steps_done: usize,
    pub(super) meetings: Vec<MeetingDraft>,
}

#[derive(Deserialize)]
pub(super) struct MeetingDraft {
    pub(super) date: NaiveDate,
    pub(super) minutes: Option<i64>,
    pub(super) content: String,
    pub(super) outcome: String,
}

#[derive(Deserialize)]
pub(super) struct IomDraft {
    pub(super) person: usize,
    pub(super) form: opora_domain::registers::IomForm,
    pub(super) title: String,
    pub(super) provider: String,
    pub(super) hours: Option<i64>,
    pub(super) started_on: NaiveDate,
    pub(super) due: Option<NaiveDate>,
    pub(super) done_on: Option<NaiveDate>,
    pub(super) document: String,
    pub(super) introduced_on: Option<NaiveDate>,
}

/// The file with its dates moved into the year in which the demonstration lives.
pub(super) fn load(today: NaiveDate) -> Result<DemoFile> {
    let mut value: Value = serde_json::from_str(TEXT).map_err(ApiError::internal)?;
    let year = value["year"].as_i64().unwrap_or_default() as i32;
    move_dates(&mut value, today.year() - year);
    let file: DemoFile = serde_json::from_value(value).map_err(ApiError::internal)?;
    debug_assert_eq!(file.year, year);
    Ok(file)
}

/// Moves every date of the file by whole years.
fn move_dates(value: &mut Value, years: i32) {
    match value {
        Value::String(text) => {
            if let Ok(day) = text.parse::<NaiveDate>() {
                *text = moved(day, years).to_string();
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| move_dates(item, years)),
        Value::Object(fields) => fields.values_mut().for_each(|field| move_dates(field, years)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn moved(day: NaiveDate, years: i32) -> NaiveDate {
    let months = Months::new(years.unsigned_abs() * 12);
    if years < 0 { day - months } else { day + months }
}
