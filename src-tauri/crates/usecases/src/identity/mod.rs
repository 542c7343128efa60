//! How the school signs: its certificates, simple signatures, the program that signs for it.

mod create;
mod current;
mod export;
mod get;
mod key_file;
mod list;
mod pin;
mod renew;
mod settings;
mod try_command;

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::issued_report::SignerRole;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use create::create;
pub(crate) use create::make;
pub(crate) use current::{Current, current, words};
pub use export::{export, export_cer};
pub use get::get;
pub use key_file::create_key_file;
pub use list::list;
pub(crate) use pin::{checked_pin, key_of, simple_code};
pub use pin::{drop_pin, pins, set_pin};
pub use renew::renew;
pub use settings::{save_settings, settings};
pub use try_command::{trial_state, try_command};

/// A certificate in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CertificateView {
    /// Full name.
    pub owner: String,
    /// School.
    pub organisation: String,
    /// Serial number.
    pub serial: String,
    /// First day.
    pub valid_from: NaiveDate,
    /// Last day.
    pub valid_to: NaiveDate,
    /// Fingerprint.
    pub sha256: String,
    /// It may not sign any more.
    pub expired: bool,
}

/// How a certificate of the school stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CertificateState {
    /// It signs.
    InForce,
    /// It signs, for less than a month.
    Expiring,
    /// It may not sign any more.
    Expired,
    /// The school card names another person by now: it may not sign.
    OtherOwner,
    /// A newer one is in use; it verifies what it has signed.
    Retired,
}

/// A certificate of the school.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CertificateCard {
    /// The record.
    pub id: Id,
    /// In which capacity its owner signs.
    pub role: SignerRole,
    /// The same in words.
    pub post: String,
    /// Where the key lies, in words.
    pub place: String,
    /// The certificate.
    pub certificate: CertificateView,
    /// How it stands.
    pub state: CertificateState,
    /// In a word or two.
    pub state_word: String,
    /// In words, with what to do.
    pub state_label: String,
    /// Days to its last day; negative when that is over.
    pub days_left: i64,
    /// It is the newest of its owner's and a newer one is needed.
    pub renewal_offered: bool,
    /// Documents signed by it.
    pub signed: usize,
    /// The same in words.
    pub signed_label: String,
    /// When it was replaced.
    pub retired_on: Option<NaiveDate>,
}

/// What makes a key of the director. It is never printed: a password stays out of every log.
#[derive(Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct KeyFileInput {
    /// Of the file; at least 8 characters. Never kept.
    pub password: String,
}

/// A key written to a folder.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct KeyFileView {
    /// Name of the folder or stick.
    pub folder: String,
    /// The key with its certificate.
    pub key_file: String,
    /// The certificate alone.
    pub certificate_file: String,
    /// What it says.
    pub certificate: CertificateView,
}

/// Simple signatures of the school.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PinsView {
    /// What a simple signature means in law.
    pub meaning: String,
    /// Whoever may have a PIN.
    pub people: Vec<PinView>,
}

/// Whether somebody has a PIN.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PinView {
    /// Whose.
    pub role: SignerRole,
    /// In words.
    pub label: String,
    /// Full name by the school card.
    pub name: String,
    /// Since when; none without a PIN.
    pub set_on: Option<NaiveDate>,
    /// How it stands, in a word or two.
    pub state_word: String,
    /// In words, with what to do.
    pub state_label: String,
    /// It signs.
    pub ready: bool,
    /// It was set for another person: the school card names somebody else by now, and it does not sign.
    pub other_owner: bool,
}

/// A new PIN.
#[derive(Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PinInput {
    /// Whose.
    pub role: SignerRole,
    /// 4 to 12 digits.
    pub pin: String,
}

/// Whose PIN.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PinRoleInput {
    /// Whose.
    pub role: SignerRole,
}

/// How another program is called to sign.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SettingsView {
    /// Template with {in}, {out} and {cert}; empty = signed by hand.
    pub command: String,
    /// Seconds to wait for it.
    pub timeout_seconds: i64,
    /// What is set, in words.
    pub state_label: String,
    /// What may stand in braces.
    pub marks: Vec<CommandMark>,
    /// Commands to start from.
    pub examples: Vec<CommandExample>,
}

/// What stands in braces in a command.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CommandMark {
    /// «{in}».
    pub mark: String,
    /// What is put in its place.
    pub meaning: String,
}

/// A command of a well-known program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CommandExample {
    /// The program.
    pub name: String,
    /// Its command; empty for a program that signs in its own window.
    pub command: String,
    /// What to change in it, or what to do without one.
    pub note: String,
}

/// How a trial of the command gets on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TrialView {
    /// What the program is doing, a sentence; empty when it has ended.
    pub label: String,
    /// What came of it; none while it is at work.
    pub tried: Option<TryView>,
}

/// What came of a trial of the command.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TryView {
    /// «Программа подписала пробный файл».
    pub label: String,
    /// Whose certificate, which algorithm, what is in doubt.
    pub lines: Vec<String>,
}

/// The command to keep.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SettingsInput {
    /// Template with {in}, {out} and {cert}; empty = signed by hand.
    pub command: String,
    /// Seconds to wait for it.
    pub timeout_seconds: i64,
}
