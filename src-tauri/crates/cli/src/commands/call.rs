//! `opora call`: any call of the API by name.

use std::process::ExitCode;

use opora_usecases::{ApiError, Code, Result};
use serde_json::json;

use crate::args::Globals;
use crate::failure::with_cause;
use crate::output::{pretty, say};
use crate::session;

/// Prints `{value, changed}`. Calls about the file itself run on a closed one.
pub(crate) fn run(globals: &Globals, name: &str, payload: &str) -> Result<ExitCode> {
    let payload = serde_json::from_str(payload).map_err(|cause| not_json(&cause))?;
    let free = name.starts_with("base.") && name != "base.check" || name == "programme.list";
    let mut program = if free { session::program(globals)? } else { session::opened(globals)? };
    let reply = program.dispatch(name, payload)?;
    Ok(say(&pretty(&json!({ "value": reply.value, "changed": reply.changed }))))
}

fn not_json(cause: &serde_json::Error) -> ApiError {
    let refusal = ApiError::new(
        Code::Invalid,
        "Содержание запроса — не JSON.",
        "Ничего не изменено. Проверьте кавычки.",
    );
    with_cause(refusal, cause)
}
