//! The signing certificate of the school.

mod create;
mod current;
mod export;
mod get;
mod list;
mod pin;
mod renew;
mod settings;

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
pub use list::list;
pub(crate) use pin::{checked_pin, key_of, simple_code};
pub use pin::{drop_pin, pins, set_pin};
pub use renew::renew;
pub use settings::{save_settings, settings};

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
    /// A newer one is in use; it verifies what it has signed.
    Retired,
}

/// A certificate of the school.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CertificateCard {
    /// The record.
    pub id: Id,
    /// The certificate.
    pub certificate: CertificateView,
    /// How it stands.
    pub state: CertificateState,
    /// In words.
    pub state_label: String,
    /// Days to its last day; negative when that is over.
    pub days_left: i64,
    /// It is in use and ends soon.
    pub renewal_offered: bool,
    /// Documents signed by it.
    pub signed: usize,
    /// When it was replaced.
    pub retired_on: Option<NaiveDate>,
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
    /// It was set for another person: the school card names somebody else by now.
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
    /// Commands to start from.
    pub examples: Vec<CommandExample>,
}

/// A command of a well-known program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CommandExample {
    /// The program.
    pub name: String,
    /// Its command.
    pub command: String,
}

/// The command to keep.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SettingsInput {
    /// Template with {in}, {out} and {cert}; empty = signed by hand.
    pub command: String,
    /// Seconds to wait for it.
    pub timeout_seconds: i64,
}
