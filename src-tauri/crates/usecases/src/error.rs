//! What went wrong, in the user's words: what happened, what is safe, what to do.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A code only where the window acts on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// No school has been created yet.
    NoBase,
    /// The file is locked by a password.
    Locked,
    /// The password or the recovery code does not fit.
    WrongSecret,
    /// The file is open in another window.
    InUse,
    /// The file was written by a newer version.
    NewerBase,
    /// The file is damaged.
    Damaged,
    /// No room on the disk.
    NoSpace,
    /// The disk or folder cannot be written.
    ReadOnly,
    /// The input does not fit; `details` name the fields.
    Invalid,
    /// What was asked for is not there any more.
    NotFound,
    /// What was asked for is frozen: a closed stage, an issued report, finished answers.
    Frozen,
    /// It cannot be done now.
    Refused,
    /// No such call.
    UnknownCall,
    /// A fault of the program.
    Internal,
}

/// An error as the window, the command line and the tests see it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{message} {hint}")]
pub struct ApiError {
    /// What the window acts on.
    pub code: Code,
    /// What happened.
    pub message: String,
    /// What is safe and what to do.
    pub hint: String,
    /// Field or place → what is wrong with it.
    pub details: Vec<Detail>,
}

/// One wrong field or place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Detail {
    /// Name of the field in the request, or the place in a file.
    pub place: String,
    /// What is wrong with it.
    pub message: String,
}

/// What every use case returns.
pub type Result<T> = std::result::Result<T, ApiError>;

impl ApiError {
    /// An error with a message and a hint.
    pub fn new(code: Code, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { code, message: message.into(), hint: hint.into(), details: Vec::new() }
    }

    /// What was asked for is not in the file.
    pub fn not_found(what: &str) -> Self {
        Self::new(
            Code::NotFound,
            format!("Не найдено: {what}."),
            "Возможно, запись уже удалена. Остальные данные не изменились — обновите экран.",
        )
    }

    /// It cannot be done now, and that is no fault.
    pub fn refused(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(Code::Refused, message, hint)
    }

    /// What was asked for is frozen.
    pub fn frozen(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(Code::Frozen, message, hint)
    }

    /// A fault of the program; `cause` goes to the details.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        let mut error = Self::new(
            Code::Internal,
            "В программе произошла ошибка.",
            "Сохранённые данные целы. Повторите действие; если ошибка повторится, передайте её описание разработчику.",
        );
        error.details.push(Detail { place: "причина".into(), message: cause.to_string() });
        error
    }
}

/// Collects all that is wrong with an input before refusing it.
#[derive(Debug, Default)]
pub struct Problems(Vec<Detail>);

impl Problems {
    /// Notes a problem of a field when `bad` holds.
    pub fn check(&mut self, bad: bool, field: &str, message: &str) -> &mut Self {
        if bad {
            self.0.push(Detail { place: field.into(), message: message.into() });
        }
        self
    }

    /// Refuses the input if anything was noted.
    pub fn finish(&mut self) -> Result<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        let mut error = ApiError::new(
            Code::Invalid,
            "Не всё заполнено верно.",
            "Ничего не изменено. Исправьте отмеченные поля и повторите.",
        );
        error.details = std::mem::take(&mut self.0);
        Err(error)
    }
}
