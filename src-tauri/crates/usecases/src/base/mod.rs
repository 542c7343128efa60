//! The file itself: create, open, lock, copy, check.

mod backup;
mod check;
mod create;
mod demo;
mod files;
mod leave_demo;
mod lock;
mod open;
mod open_any;
mod recover;
mod restore;
mod set_password;
mod status;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::school::SchoolInput;

pub use backup::{backup, backup_to};
pub use check::check;
pub use create::create;
pub use demo::{create_demo, demo};
pub use leave_demo::leave_demo;
pub use lock::lock;
pub use open::open;
pub use open_any::open_any;
pub use recover::recover;
pub use restore::{restore, restore_from};
pub use set_password::set_password;
pub use status::status;

/// Whether there is something to work with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BaseState {
    /// No school has been created yet.
    NoBase,
    /// Closed by a password.
    Locked,
    /// Open.
    Open,
}

/// The state of the program, asked by the window at start.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Status {
    /// Is the file open.
    pub state: BaseState,
    /// A demonstration school is open.
    pub demo: bool,
    /// No password has been set.
    pub without_password: bool,
    /// Short name of the school.
    pub school: Option<String>,
    /// A programme has been adopted.
    pub has_program: bool,
    /// The day the program lives in (fixed in a demo).
    pub today: NaiveDate,
    /// Version of the program.
    pub version: String,
    /// Where the data lies.
    pub folder: String,
}

/// The first run: the school and, if wanted, a password.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CreateInput {
    /// The school.
    pub school: SchoolInput,
    /// Empty = no password.
    pub password: Option<String>,
}

/// The recovery code: shown once, to be printed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RecoveryView {
    /// Groups of letters and digits.
    pub code: String,
}

/// Which demonstration to open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DemoInput {
    /// Id of the municipal programme.
    pub programme_id: String,
}

/// A password.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PasswordInput {
    /// As typed.
    pub password: String,
}

/// A new password, or none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct NewPasswordInput {
    /// Empty = remove the password.
    pub password: Option<String>,
}

/// The recovery code and a new password.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RecoverInput {
    /// As printed; spaces and case do not matter.
    pub code: String,
    /// The new password.
    pub password: Option<String>,
}

/// What a check of the file found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CheckView {
    /// Nothing is wrong.
    pub ok: bool,
    /// What was checked, in words.
    pub lines: Vec<String>,
}

/// A finished copy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct BackupView {
    /// Name of the copy.
    pub file: String,
    /// Its size.
    pub bytes: u64,
    /// Records counted in the copy when it was opened for a check.
    pub records: u64,
}

/// A copy to bring back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RestoreInput {
    /// Password or recovery code of the copy, if it has one.
    pub password: Option<String>,
}
