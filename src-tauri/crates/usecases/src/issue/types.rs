//! What the dialog of signing asks and is answered.

use std::fmt;

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::issued_report::{SignerRole, SigningWay};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroizing;

use crate::documents::DocumentInput;
use crate::journal::JournalEntry;
use crate::report::Missing;

/// What is known before a document is issued.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IssueOffer {
    /// «Отчёт о реализации ШППКО за IV квартал 2024 года».
    pub title: String,
    /// The next free number of the outgoing register.
    pub next_number: String,
    /// Today.
    pub date: NaiveDate,
    /// Those who may sign, in order.
    pub signers: Vec<SignerOffer>,
    /// The document of the same kind, subject and period that the new one replaces: «№ 3 от 10.01.2025».
    pub replaces: Option<String>,
    /// What is missing or doubtful; blocking things forbid issuing.
    pub missing: Vec<Missing>,
}

/// Somebody who may sign.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SignerOffer {
    /// Capacity.
    pub role: SignerRole,
    /// Post in words.
    pub post: String,
    /// Full name; empty when the card of the school does not say it.
    pub name: String,
    /// She usually signs documents of this kind: chosen at first.
    pub usual: bool,
    /// How she may sign.
    pub ways: Vec<WayOffer>,
}

/// A way of signing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct WayOffer {
    /// The way.
    pub way: SigningWay,
    /// In words.
    pub label: String,
    /// What it means in law, a sentence.
    pub meaning: String,
    /// It may be chosen now.
    pub ready: bool,
    /// Why not; empty when ready.
    pub why_not: String,
}

/// Issues a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IssueInput {
    /// Which document.
    pub document: DocumentInput,
    /// Outgoing number.
    pub number: String,
    /// Date beside it.
    pub date: NaiveDate,
    /// Why an earlier one is replaced; may be empty for a first issue.
    #[serde(default)]
    pub correction_reason: String,
    /// Who signs, in the order of the signatures on the page.
    pub signers: Vec<SignerInput>,
}

/// A signer and her way. It is never printed whole: secrets stay out of every log.
#[derive(Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SignerInput {
    /// Capacity.
    pub role: SignerRole,
    /// How.
    pub way: SigningWay,
    /// For a key file: the token of `issue.pick_key`.
    #[serde(default)]
    pub key_token: Option<String>,
    /// For a key file: its password. Never kept, wiped from memory after use.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub password: Option<Zeroizing<String>>,
    /// The certificate names another person and may: said by the user after a warning.
    #[serde(default)]
    pub other_owner: bool,
    /// For another program: the token of `issue.pick_certificate`.
    #[serde(default)]
    pub certificate_token: Option<String>,
    /// For a simple signature: the code. Never kept, wiped from memory after use.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub pin: Option<Zeroizing<String>>,
}

impl fmt::Debug for SignerInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignerInput")
            .field("role", &self.role)
            .field("way", &self.way)
            .finish_non_exhaustive()
    }
}

/// What came of it: one of the two.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IssueOutcome {
    /// All signatures are in: the document stands in the journal.
    pub issued: Option<JournalEntry>,
    /// Another program is still to sign.
    pub pending: Option<PendingView>,
}

/// A document that waits for the signature of another program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PendingView {
    /// Its id.
    pub id: Id,
    /// Title.
    pub title: String,
    /// «№ 5 от 20.12.2024».
    pub number: String,
    /// Whose signature is awaited: «Директор Иванова О. П.».
    pub awaited: String,
    /// Owner and number of the certificate that must sign.
    pub certificate: String,
    /// Who has signed already, a line each.
    pub signed: Vec<String>,
    /// Since when, in words.
    pub since: String,
    /// A command is set that signs without leaving the program.
    pub has_command: bool,
    /// It is at work for this document.
    pub is_running: bool,
}

/// How the program of signing gets on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CommandView {
    /// What it is doing, a sentence; empty when it has ended.
    pub label: String,
    /// What came of it; none while it is at work.
    pub outcome: Option<IssueOutcome>,
}

/// A file chosen for signing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PickedKey {
    /// What stands for the file in `issue.sign`.
    pub token: String,
    /// Name of the file.
    pub name: String,
    /// Owner, number and validity of a certificate; empty for a key file, which is opened by its password only.
    pub about: String,
}

/// What was written for another program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RequestView {
    /// Name of the folder or stick.
    pub folder: String,
    /// Names of the files written: the bytes to be signed and the instruction.
    pub files: Vec<String>,
}
