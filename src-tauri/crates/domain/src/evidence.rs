//! Documents that prove what was done.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::words::Words;

/// Kind of a supporting document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum EvidenceKind {
    Order,
    Protocol,
    Note,
    Plan,
    Report,
    Certificate,
    List,
    Photo,
    Link,
    Other,
}

impl Words for EvidenceKind {
    const ALL: &'static [Self] = &[
        Self::Order,
        Self::Protocol,
        Self::Note,
        Self::Plan,
        Self::Report,
        Self::Certificate,
        Self::List,
        Self::Photo,
        Self::Link,
        Self::Other,
    ];

    fn label(self) -> &'static str {
        match self {
            Self::Order => "Приказ",
            Self::Protocol => "Протокол",
            Self::Note => "Справка",
            Self::Plan => "План",
            Self::Report => "Отчёт",
            Self::Certificate => "Удостоверение",
            Self::List => "Лист регистрации",
            Self::Photo => "Фотоматериал",
            Self::Link => "Ссылка на сайт",
            Self::Other => "Другой документ",
        }
    }
}

/// A file kept in the database by its hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileRef {
    /// Name under which it was attached.
    pub name: String,
    /// SHA-256, lower hex: the key of the body.
    pub sha256: String,
    /// Bytes.
    pub size: i64,
}

/// A document that proves an occurrence.
///
/// Table: evidence
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Evidence {
    /// UUIDv7.
    pub id: Id,
    /// What it proves.
    pub occurrence_id: Id,
    /// Kind of document.
    pub kind: EvidenceKind,
    /// Title, «Приказ о составе рабочей группы»; may be empty.
    pub title: String,
    /// Number as written, may be empty.
    pub number: String,
    /// Date of the document.
    pub date: Option<NaiveDate>,
    /// The attached file. Json column.
    pub file: Option<FileRef>,
}

impl Evidence {
    /// Its title, or its kind; with a capital, since it stands alone in a cell.
    pub fn name(&self) -> String {
        let mut letters = self.title.trim().chars();
        match letters.next() {
            Some(first) => first.to_uppercase().chain(letters).collect(),
            None => self.kind.label().to_owned(),
        }
    }

    /// «Приказ „О составе группы“ № 41 от 02.10.2024».
    pub fn words(&self) -> String {
        let mut words = self.name();
        if !self.number.is_empty() {
            words += &format!(" №\u{a0}{}", self.number);
        }
        if let Some(date) = self.date {
            words += &format!(" от\u{a0}{}", date.format("%d.%m.%Y"));
        }
        words
    }
}
