//! One declared call: its name, its types, and how to run it from JSON.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use ts_rs::TS;

use super::limits;
use super::typescript::TypeInfo;
use crate::{ApiError, App, Code, Result};

type Handler = Box<dyn Fn(&mut App, Value) -> Result<Value> + Send + Sync>;

/// A call of the API.
pub struct Call {
    /// `noun.verb`.
    pub name: &'static str,
    /// Request type in TypeScript.
    pub req: TypeInfo,
    /// Result type in TypeScript.
    pub res: TypeInfo,
    handler: Handler,
}

/// What a call answers: its value and the tables it changed, so that the window reloads exactly those.
#[derive(Debug, Serialize)]
pub struct Reply {
    /// The result.
    pub value: Value,
    /// Names of the tables that changed.
    pub changed: Vec<String>,
}

/// Declares a call; its types follow from the function.
pub(super) fn call<Req, Res>(name: &'static str, run: fn(&mut App, Req) -> Result<Res>) -> Call
where
    Req: DeserializeOwned + TS + 'static,
    Res: Serialize + TS + 'static,
{
    let handler = move |app: &mut App, payload: Value| {
        limits::check(name, &payload)?;
        let req = serde_json::from_value(payload).map_err(|error| bad_request(name, &error))?;
        let res = run(app, req)?;
        serde_json::to_value(res).map_err(ApiError::internal)
    };
    Call { name, req: TypeInfo::of::<Req>(), res: TypeInfo::of::<Res>(), handler: Box::new(handler) }
}

impl Call {
    /// Runs the call and gathers what it changed.
    pub fn run(&self, app: &mut App, payload: Value) -> Result<Reply> {
        app.forget_changes();
        let value = (self.handler)(app, payload)?;
        Ok(Reply { value, changed: app.take_changes() })
    }
}

fn bad_request(name: &str, error: &serde_json::Error) -> ApiError {
    let mut refusal = ApiError::new(
        Code::Invalid,
        format!("Запрос «{name}» составлен неверно."),
        "Ничего не изменено. Проверьте поля запроса.",
    );
    refusal
        .details
        .push(crate::Detail { place: "запрос".into(), message: in_russian(&error.to_string()) });
    refusal
}

/// What the reader of JSON found, without its English: the name that it quotes is kept.
fn in_russian(found: &str) -> String {
    let name = found.split('`').nth(1).unwrap_or_default();
    let said = ["missing field", "unknown variant", "invalid type"]
        .iter()
        .position(|start| found.starts_with(start));
    match said {
        Some(0) => format!("нет поля «{name}»"),
        Some(1) => format!("нет такого значения: «{name}»"),
        Some(_) => "значение не того вида: например, число вместо текста".to_owned(),
        None => "дата, число или слово записаны неверно".to_owned(),
    }
}
