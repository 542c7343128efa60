//! Text that is the same for the same data, and its hash: what is frozen is proved by it.

use serde::Serialize;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::{ApiError, Result};

/// JSON with the keys of every object in order.
pub(crate) fn text<T: Serialize>(data: &T) -> Result<String> {
    let value = serde_json::to_value(data).map_err(ApiError::internal)?;
    Ok(sorted(value).to_string())
}

/// SHA-256, lower hex.
pub(crate) fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn sorted(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<(String, Value)> = fields.into_iter().collect();
            fields.sort_by(|one, other| one.0.cmp(&other.0));
            let fields = fields.into_iter().map(|(key, value)| (key, sorted(value)));
            Value::Object(fields.collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(sorted).collect()),
        other => other,
    }
}
