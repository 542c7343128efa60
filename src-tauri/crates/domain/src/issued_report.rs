//! Reports: drafts kept between openings, issued ones kept for good.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::evidence::FileRef;
use crate::period::ReportPeriod;
use crate::report::DocumentKind;
use crate::report::quarterly::RiskMeasure;
use crate::words::Words;

/// In which capacity somebody signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SignerRole {
    /// Deputy director: composes.
    Deputy,
    /// Director: approves.
    Director,
}

impl Words for SignerRole {
    const ALL: &'static [Self] = &[Self::Deputy, Self::Director];

    fn label(self) -> &'static str {
        match self {
            Self::Deputy => "Заместитель директора",
            Self::Director => "Директор",
        }
    }
}

/// How somebody signs (63-ФЗ and paper).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SigningWay {
    /// The school's own key, kept in this program.
    OwnKey,
    /// A key in a `.p12` or `.pfx` file.
    Pkcs12,
    /// Another program signs: КриптоАРМ, КриптоПро, OpenSSL.
    External,
    /// Simple electronic signature by a PIN.
    Simple,
    /// By pen on the printed copy.
    Pen,
}

impl SigningWay {
    /// The PDF itself carries the signature.
    pub fn is_embedded(self) -> bool {
        matches!(self, Self::OwnKey | Self::Pkcs12 | Self::External)
    }

    /// What it means in law, a sentence (63-ФЗ, ст. 5, 6, 9).
    pub fn meaning(self) -> &'static str {
        match self {
            Self::OwnKey => {
                "Усиленная неквалифицированная подпись: действует по соглашению с муниципалитетом, которому по акту передан отпечаток сертификата."
            }
            Self::Pkcs12 => {
                "Усиленная подпись ключом из файла; квалифицированная ли она, решает выдавший сертификат центр. Пароль не сохраняется."
            }
            Self::External => {
                "Квалифицированную подпись ставит сертифицированная программа: «Опора» готовит файл и проверяет ответ."
            }
            Self::Simple => {
                "Простая подпись по коду: действует, если порядок её применения утверждён в школе."
            }
            Self::Pen => "Лист печатают и подписывают от руки; электронной отметки на нём нет.",
        }
    }
}

impl Words for SigningWay {
    const ALL: &'static [Self] = &[Self::OwnKey, Self::Pkcs12, Self::External, Self::Simple, Self::Pen];

    fn label(self) -> &'static str {
        match self {
            Self::OwnKey => "Ключ школы",
            Self::Pkcs12 => "Файл ключа (.p12, .pfx)",
            Self::External => "Другая программа (КриптоАРМ, КриптоПро, OpenSSL)",
            Self::Simple => "Простая электронная подпись (ПЭП)",
            Self::Pen => "Подписано на бумаге",
        }
    }
}

/// A signer as the journal keeps her.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KeptSigner {
    /// Capacity.
    pub role: SignerRole,
    /// Post in words.
    pub post: String,
    /// Full name.
    pub name: String,
    /// How she signed.
    pub way: SigningWay,
    /// Owner named by the certificate; empty without one.
    pub owner: String,
    /// Number of the certificate, upper hex; empty without one.
    pub serial: String,
    /// First day of the certificate.
    pub valid_from: Option<NaiveDate>,
    /// Last day of the certificate.
    pub valid_to: Option<NaiveDate>,
    /// Fingerprint of the certificate, lower hex; empty without one.
    pub sha256: String,
    /// The unique key of a simple signature; empty for others.
    pub key: String,
    /// When she signed; none for paper and for a signature still awaited.
    pub signed_at: Option<DateTime<FixedOffset>>,
}

/// What the deputy writes by hand into a quarter's report before it is issued.
///
/// Table: report_draft
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ReportDraft {
    /// UUIDv7.
    pub id: Id,
    /// The quarter, «2024-Q4».
    pub period: String,
    /// Conclusions as edited; empty = the drafted ones are used.
    pub conclusions: String,
    /// Request for help, may be empty.
    pub requests: String,
    /// Texts of sections by [`crate::report::theme::Theme::key`], «roadmap» and «corrections». Json column.
    pub notes: BTreeMap<String, String>,
    /// Risks and measures as edited; empty = the drafted ones are used. Json column.
    pub risks: Vec<RiskMeasure>,
    /// She says that there are none: the drafted ones are not used either.
    #[serde(default)]
    pub no_risks: bool,
    /// What the rule suggested when the text was edited: «conclusions», «corrections», «risks». Json column.
    pub suggested: BTreeMap<String, String>,
}

/// An issued document. Never edited; a correction is a new document that supersedes it.
///
/// Table: report
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IssuedReport {
    /// UUIDv7.
    pub id: Id,
    /// What it is.
    pub kind: DocumentKind,
    /// What it is about where the kind asks: id of a stage, a person, a meeting; else empty.
    pub subject: String,
    /// The quarter «2024-Q4»; for other kinds «2024-01-01..2024-12-31», empty for the whole programme.
    pub period: String,
    /// «Отчёт о реализации ШППКО за IV квартал 2024 года».
    pub title: String,
    /// Outgoing number.
    pub number: String,
    /// Date beside the number; none in what was issued by the first version of the program.
    pub date: Option<NaiveDate>,
    /// Moment at which the last signature was put.
    pub issued_at: DateTime<FixedOffset>,
    /// Full name of the first signer.
    pub signer: String,
    /// SHA-256 of the first signer's certificate, lower hex; empty without one.
    pub certificate_sha256: String,
    /// Who signed and how, in order. Json column.
    pub signers: Vec<KeptSigner>,
    /// The PDF as it was issued. Json column.
    pub file: FileRef,
    /// Pages.
    pub pages: i64,
    /// The earlier document that this one replaces.
    pub supersedes: Option<Id>,
    /// Why it replaces it; empty for a first issue.
    pub correction_reason: String,
}

impl IssuedReport {
    /// Day of issue.
    pub fn issued_on(&self) -> NaiveDate {
        self.date.unwrap_or_else(|| self.issued_at.date_naive())
    }

    /// Its title; the first version of the program kept none and issued reports only.
    pub fn full_title(&self) -> String {
        match (self.title.trim(), self.period.parse::<ReportPeriod>()) {
            ("", Ok(period)) => period.report_title(),
            ("", Err(_)) => self.kind.label().to_owned(),
            (title, _) => title.to_owned(),
        }
    }
}

/// The newest of a kind and a subject that no other replaces; `issued` are those of one period, oldest first.
pub fn in_force<'a>(
    issued: &'a [IssuedReport],
    kind: DocumentKind,
    subject: &str,
) -> Option<&'a IssuedReport> {
    let replaced = |id: &Id| issued.iter().any(|other| other.supersedes.as_ref() == Some(id));
    issued.iter().rfind(|one| one.kind == kind && one.subject == subject && !replaced(&one.id))
}

/// A file kept beside an issued document: nothing inside the document itself changes.
///
/// Table: report_file
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ReportFile {
    /// UUIDv7.
    pub id: Id,
    /// The document.
    pub report_id: Id,
    /// What it is.
    pub kind: ReportFileKind,
    /// Anything to add in words, may be empty.
    pub note: String,
    /// The file. Json column.
    pub file: FileRef,
    /// When it was added.
    pub added_on: NaiveDate,
}

/// What lies beside an issued document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum ReportFileKind {
    Detached,
    Stamped,
    Scan,
}

impl Words for ReportFileKind {
    const ALL: &'static [Self] = &[Self::Detached, Self::Stamped, Self::Scan];

    fn label(self) -> &'static str {
        match self {
            Self::Detached => "Отсоединённая подпись (.sig)",
            Self::Stamped => "Файл с меткой времени",
            Self::Scan => "Скан бумажного экземпляра",
        }
    }
}

/// A document whose signatures are not all in yet. Nothing of it leaves the program but the bytes to be signed.
///
/// Table: pending_signing
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PendingSigning {
    /// UUIDv7.
    pub id: Id,
    /// What it is.
    pub kind: DocumentKind,
    /// As in [`IssuedReport`].
    pub subject: String,
    /// As in [`IssuedReport`].
    pub period: String,
    /// As in [`IssuedReport`].
    pub title: String,
    /// Outgoing number.
    pub number: String,
    /// Date beside the number.
    pub date: NaiveDate,
    /// Why it replaces an earlier one; empty for a first issue.
    pub correction_reason: String,
    /// Who signs, in order; those with `signed_at` have signed. Json column.
    pub signers: Vec<KeptSigner>,
    /// Certificates of the signers in the same order, DER in base64; empty for those who need none. Json column.
    pub certificates: Vec<String>,
    /// Which signer is awaited, from 0.
    pub awaited: i64,
    /// The PDF with a place left for the awaited signature. Json column.
    pub file: FileRef,
    /// Pages.
    pub pages: i64,
    /// When it was prepared.
    pub created_at: DateTime<FixedOffset>,
}

/// A document handed over: a copy written to a folder or a stick, or a mark made by hand.
///
/// Table: dispatch
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Dispatch {
    /// UUIDv7.
    pub id: Id,
    /// The report.
    pub report_id: Id,
    /// Day of the export or of the handing over.
    pub date: NaiveDate,
    /// Name of the file written; empty when nothing was written.
    pub file_name: String,
    /// SHA-256 read back from the medium, lower hex; empty when nothing was written.
    pub sha256: String,
    /// How.
    pub channel: Channel,
    /// To whom, may be empty.
    pub addressee: String,
    /// Number that the addressee gave it, may be empty.
    pub incoming_number: String,
    /// When the addressee registered it.
    pub incoming_date: Option<NaiveDate>,
    /// Anything else, may be empty.
    pub note: String,
}

/// How a document is handed over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum Channel {
    #[default]
    Folder,
    Stick,
    Email,
    Portal,
    Edo,
    Paper,
}

impl Words for Channel {
    const ALL: &'static [Self] =
        &[Self::Folder, Self::Stick, Self::Email, Self::Portal, Self::Edo, Self::Paper];

    fn label(self) -> &'static str {
        match self {
            Self::Folder => "В папку",
            Self::Stick => "На флешке",
            Self::Email => "Электронной почтой",
            Self::Portal => "Через портал или личный кабинет",
            Self::Edo => "Через систему электронного документооборота",
            Self::Paper => "На бумаге",
        }
    }
}
