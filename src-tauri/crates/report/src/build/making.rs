//! What a document is made for.

use chrono::{DateTime, FixedOffset, NaiveDate};
use sha2::{Digest, Sha256};

use crate::document::{Attachment, Block, Profile, Signature};

/// What a document is made for; the same for every kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Making {
    /// Moment of making, written into the properties of the file.
    pub created: DateTime<FixedOffset>,
    /// A draft: «ПРОЕКТ» across every page.
    pub draft: bool,
    /// Layout chosen for the school.
    pub profile: Profile,
    /// A QR code on the first sheet that says what the document is and the sum of its data.
    pub coded: bool,
    /// Outgoing number; empty until it is given.
    pub number: String,
    /// Day of issue; none = the day on which it is made.
    pub date: Option<NaiveDate>,
    /// Who signs, in order; marks only of signatures that the file is really going to carry. Empty = the document's
    /// own signers, by pen.
    pub signers: Vec<Signature>,
}

/// What a QR code is told of a document.
pub(super) struct Coded<'a> {
    /// Title.
    pub(super) title: &'a str,
    /// Short name of the school.
    pub(super) school: &'a str,
    /// Outgoing number, may be empty.
    pub(super) number: &'a str,
    /// Day of issue.
    pub(super) date: NaiveDate,
    /// The file with the data.
    pub(super) data: &'a Attachment,
}

impl Making {
    /// A sheet to look at or to be signed by pen.
    pub fn plain(created: DateTime<FixedOffset>) -> Self {
        Self {
            created,
            draft: false,
            profile: Profile::default(),
            coded: false,
            number: String::new(),
            date: None,
            signers: Vec::new(),
        }
    }

    /// What the QR code says; the data are those attached first.
    pub(super) fn code(&self, said: &Coded<'_>) -> Option<String> {
        let number = if said.number.is_empty() { String::new() } else { format!("№ {} ", said.number) };
        let digest = Sha256::digest(&said.data.bytes);
        let sum: String = digest.iter().map(|byte| format!("{byte:02X}")).collect();
        let Coded { title, school, date, .. } = said;
        self.coded.then(|| {
            format!("Опора; {title}; {school}; {number}от {}; данные SHA-256 {sum}", date.format("%d.%m.%Y"))
        })
    }

    /// The signatures: those asked for, else the document's own.
    pub(super) fn signatures(&self, own: Vec<Signature>) -> Vec<Block> {
        let signers = if self.signers.is_empty() { own } else { self.signers.clone() };
        signers.into_iter().map(Block::Signature).collect()
    }
}
