//! How answers and refusals are printed: for people or, with `--json`, for programs.

use std::io::Write as _;
use std::process::ExitCode;

use opora_usecases::ApiError;
use serde_json::Value;

/// Where answers go.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Output {
    /// For programs.
    pub(crate) json: bool,
}

impl Output {
    /// Prints one answer in the form that was asked for.
    pub(crate) fn answer(self, value: &Value, words: impl FnOnce() -> String) -> ExitCode {
        let text = if self.json { pretty(value) } else { words() };
        say(&text)
    }

    /// Prints a refusal to stderr: what happened, what to do, and the details.
    pub(crate) fn refuse(self, error: &ApiError) -> ExitCode {
        if self.json {
            eprintln!("{}", serde_json::to_value(error).map(|value| pretty(&value)).unwrap_or_default());
        } else {
            eprintln!("{}\n{}", error.message, error.hint);
            for detail in &error.details {
                eprintln!("  {}: {}", detail.place, detail.message);
            }
        }
        ExitCode::FAILURE
    }
}

/// Prints text; a reader that went away (`| head`) is no failure of ours.
pub(crate) fn say(text: &str) -> ExitCode {
    let _ = writeln!(std::io::stdout(), "{text}");
    ExitCode::SUCCESS
}

/// JSON for reading by programs and people alike.
pub(crate) fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
