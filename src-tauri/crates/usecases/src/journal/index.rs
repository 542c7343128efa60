//! The index of a package: «Опись.txt» for a person, `opora-package.json` for a program.

use opora_domain::words::{Words, counted};
use opora_sign::CertificateInfo;
use serde::Serialize;

use super::copies::Copy;
use super::entry;
use crate::{ApiError, App, Result};

/// The index for a person.
pub(super) const TEXT_NAME: &str = "Опись.txt";
/// The index for a program.
pub(super) const JSON_NAME: &str = "opora-package.json";
/// Version of the index for a program.
const SCHEMA: &str = "opora-package/1";

/// The last lines of the index for a person.
const HOW_TO_CHECK: [&str; 6] = [
    "Как проверить",
    "1. Распакуйте архив в папку. Файл цел, если его размер и SHA-256 совпадают с описью:",
    "   Windows: certutil -hashfile \"имя файла\" SHA256",
    "   Linux: sha256sum \"имя файла\"",
    "2. Подпись проверяет «Опора» (раздел «Проверка») и любая программа, которая проверяет подписи PDF и CAdES.",
    "3. Сертификат сверьте с тем, что школа передала лично: одинаковы должны быть отпечатки SHA-256.",
];

/// What lies in a package.
#[derive(Serialize)]
pub(super) struct Listed {
    documents: Vec<ListedDocument>,
    certificates: Vec<ListedCertificate>,
}

#[derive(Serialize)]
struct ListedDocument {
    number: String,
    date: String,
    kind: String,
    title: String,
    file: String,
    bytes: i64,
    sha256: String,
    signers: Vec<String>,
    beside: Vec<ListedFile>,
}

#[derive(Serialize)]
struct ListedFile {
    kind: &'static str,
    file: String,
    bytes: i64,
    sha256: String,
}

#[derive(Serialize)]
struct ListedCertificate {
    file: String,
    owner: String,
    organisation: String,
    serial: String,
    valid_to: String,
    sha256: String,
}

#[derive(Serialize)]
struct Package<'a> {
    schema: &'static str,
    school: String,
    created_on: String,
    addressee: &'a str,
    #[serde(flatten)]
    listed: &'a Listed,
}

impl Listed {
    /// `names`: the PDFs, then what lies beside each of them, then the certificates.
    pub(super) fn of(copies: &[Copy], names: &[String], certificates: &[CertificateInfo]) -> Self {
        let (pdfs, rest) = names.split_at(copies.len());
        let mut rest = rest.iter().cloned();
        let mut next = || rest.next().unwrap_or_default();
        let documents = copies.iter().zip(pdfs).map(|(copy, name)| document(copy, name, &mut next)).collect();
        let certificates = certificates.iter().map(|info| certificate(info, next())).collect();
        Self { documents, certificates }
    }
}

fn document(copy: &Copy, name: &str, next: &mut impl FnMut() -> String) -> ListedDocument {
    let report = &copy.report;
    let beside = copy.beside.iter().map(|(file, _)| ListedFile {
        kind: file.kind.label(),
        file: next(),
        bytes: file.file.size,
        sha256: file.file.sha256.clone(),
    });
    ListedDocument {
        number: report.number.clone(),
        date: report.issued_on().to_string(),
        kind: report.kind.label().to_owned(),
        title: report.full_title(),
        file: name.to_owned(),
        bytes: report.file.size,
        sha256: report.file.sha256.clone(),
        signers: entry::signers(report),
        beside: beside.collect(),
    }
}

fn certificate(info: &CertificateInfo, file: String) -> ListedCertificate {
    ListedCertificate {
        file,
        owner: info.subject.clone(),
        organisation: info.organisation.clone(),
        serial: info.serial.clone(),
        valid_to: info.not_after.date_naive().to_string(),
        sha256: info.sha256.clone(),
    }
}

/// The index for a program.
pub(super) fn json(app: &App, listed: &Listed, addressee: &str) -> Result<Vec<u8>> {
    let school = app.school()?.short_name;
    let package = Package { schema: SCHEMA, school, created_on: app.today().to_string(), addressee, listed };
    serde_json::to_vec_pretty(&package).map_err(ApiError::internal)
}

/// The index for a person; its first bytes and line ends are those that old Notepad needs.
pub(super) fn text(app: &App, listed: &Listed, addressee: &str) -> Result<Vec<u8>> {
    let mut lines = vec!["Опись документов".to_owned(), String::new()];
    lines.push(format!("Отправитель: {}", app.school()?.short_name));
    if !addressee.is_empty() {
        lines.push(format!("Кому: {addressee}"));
    }
    lines.push(format!("Дата: {}", app.today().format("%d.%m.%Y")));
    for (number, document) in (1..).zip(&listed.documents) {
        lines.push(String::new());
        lines.extend(document_lines(number, document));
    }
    lines.push(String::new());
    if !listed.certificates.is_empty() {
        lines.push("Сертификаты подписавших".to_owned());
        lines.extend(listed.certificates.iter().map(certificate_line));
        lines.push(String::new());
    }
    let count = listed.documents.len() as i64;
    lines.push(format!("Всего: {}.", counted(count, "документ", "документа", "документов")));
    lines.push(String::new());
    lines.extend(HOW_TO_CHECK.map(str::to_owned));
    Ok(format!("\u{feff}{}\r\n", lines.join("\r\n")).into_bytes())
}

fn document_lines(number: usize, document: &ListedDocument) -> Vec<String> {
    let date = document.date.parse::<chrono::NaiveDate>();
    let date = date.map_or_else(|_| document.date.clone(), |day| day.format("%d.%m.%Y").to_string());
    let mut lines = vec![
        format!("{number}. {} № {} от {date}", document.title, document.number),
        format!("   Файл: {}", document.file),
        format!("   {}", sum(document.bytes, &document.sha256)),
    ];
    lines.extend(document.signers.iter().map(|signer| format!("   Подпись: {signer}")));
    for file in &document.beside {
        lines.push(format!("   {}: {}", file.kind, file.file));
        lines.push(format!("   {}", sum(file.bytes, &file.sha256)));
    }
    lines
}

/// «61234 байта, SHA-256: 0a1b…».
fn sum(bytes: i64, sha256: &str) -> String {
    format!("{}, SHA-256: {sha256}", counted(bytes, "байт", "байта", "байт"))
}

fn certificate_line(certificate: &ListedCertificate) -> String {
    format!("   {}: {}, отпечаток SHA-256 {}", certificate.file, certificate.owner, certificate.sha256)
}
