//! What a document is made for.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::document::{Block, Profile, Signature};

/// What a document is made for; the same for every kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Making {
    /// Moment of making, written into the properties of the file.
    pub created: DateTime<FixedOffset>,
    /// A draft: «ПРОЕКТ» across every page.
    pub draft: bool,
    /// Layout chosen for the school.
    pub profile: Profile,
    /// What the QR code says, if there is to be one.
    pub code: Option<String>,
    /// Outgoing number; empty until it is given.
    pub number: String,
    /// Day of issue; none = the day on which it is made.
    pub date: Option<NaiveDate>,
    /// Who signs, in order; marks only of signatures that the file is really going to carry. Empty = the document's
    /// own signers, by pen.
    pub signers: Vec<Signature>,
}

impl Making {
    /// A sheet to look at or to be signed by pen.
    pub fn plain(created: DateTime<FixedOffset>) -> Self {
        Self {
            created,
            draft: false,
            profile: Profile::default(),
            code: None,
            number: String::new(),
            date: None,
            signers: Vec::new(),
        }
    }

    /// The signatures: those asked for, else the document's own.
    pub(super) fn signatures(&self, own: Vec<Signature>) -> Vec<Block> {
        let signers = if self.signers.is_empty() { own } else { self.signers.clone() };
        signers.into_iter().map(Block::Signature).collect()
    }
}
