//! An independent word on the time (RFC 3161) without a network: a request goes out, the answer comes back as files.

use opora_domain::Id;
use opora_domain::issued_report::{IssuedReport, ReportFile, ReportFileKind};
use opora_sign::{Verification, timestamp};

use super::kept::{self, Addition};
use super::{AnswerView, StampInput, entry};
use crate::folder::hand_out;
use crate::verify::{judge_by, judge_detached_by, trust_of};
use crate::{ApiError, App, Result, ops};

/// An answer with its certificates is a few kilobytes.
const MAX_ANSWER: u64 = 1024 * 1024;

/// The signature to be stamped: inside the PDF, or beside it.
struct Target {
    report: IssuedReport,
    pdf: Vec<u8>,
    /// The last signature of the PDF: only that one can be stamped.
    field: String,
    /// The signature beside the PDF that was asked for instead.
    beside: Option<(ReportFile, Vec<u8>)>,
}

/// Writes the request to a time stamp service to a chosen folder; gives the name, or none when the user changed her
/// mind.
///
/// # Errors
/// `Refused` when there is no signature to stamp or it is stamped already.
pub fn write_stamp_request(app: &mut App, input: StampInput) -> Result<Option<String>> {
    let target = target(app, &input)?;
    let request = timestamp::request(target.signed(), &target.field)?;
    let name = format!("{}.tsq", target.stem());
    Ok(hand_out(app, "Куда записать запрос метки времени", &name, &request)?.map(|file| file.file_name))
}

/// Lets the user choose the answer of the service; the stamped PDF is kept beside the document, a signature beside it
/// is kept with the stamp inside. None when she changed her mind.
///
/// # Errors
/// `Refused` when the answer is of another document or does not hold.
pub fn read_stamp(app: &mut App, input: StampInput) -> Result<Option<AnswerView>> {
    let target = target(app, &input)?;
    let Some(path) = app.host.pick_file("Ответ службы меток времени", &["tsr", "tst", "der"])
    else {
        return Ok(None);
    };
    let answer = opora_exchange::read_file(&path, MAX_ANSWER)?;
    let stamped = timestamp::attach(target.signed(), &target.field, &answer)?;
    let found = target.judge(app, &stamped)?;
    if !found.verdict.is_intact() {
        return Err(ApiError::internal(format!("проверка метки времени: {}", found.reasons.join(" "))));
    }
    let (verdict, reasons) = (found.verdict.label().to_owned(), found.reasons.clone());
    let entry = target.keep(app, words(&found), stamped)?;
    Ok(Some(AnswerView { entry, verdict, reasons }))
}

impl Target {
    fn signed(&self) -> &[u8] {
        self.beside.as_ref().map_or(&self.pdf, |(_, signature)| signature)
    }

    /// The name of the request and of the stamped file without its ending.
    fn stem(&self) -> &str {
        match &self.beside {
            Some((file, _)) => &file.file.name,
            None => self.report.file.name.strip_suffix(".pdf").unwrap_or(&self.report.file.name),
        }
    }

    fn judge(&self, app: &App, stamped: &[u8]) -> Result<Verification> {
        let trust = trust_of(app)?;
        Ok(match self.beside {
            Some(_) => judge_detached_by(&self.pdf, stamped, &trust),
            None => judge_by(stamped, &trust),
        })
    }

    fn keep(self, app: &mut App, words: String, body: Vec<u8>) -> Result<super::JournalEntry> {
        let name = format!("{} (с меткой времени).pdf", self.stem());
        match self.beside {
            Some((file, _)) => {
                let note = format!("{}; метка времени {words}", file.note);
                kept::replace(app, ops::ADD_STAMP, &self.report, ReportFile { note, ..file }, &body)
            }
            None => {
                let addition = Addition { kind: ReportFileKind::Stamped, name, note: words, body };
                kept::add(app, ops::ADD_STAMP, &self.report, addition)
            }
        }
    }
}

fn target(app: &App, input: &StampInput) -> Result<Target> {
    let (report, pdf) = kept::document(app, &input.id)?;
    let beside = input.file_id.as_ref().map(|id| signature(app, &report, id)).transpose()?;
    let field = match beside {
        Some(_) => String::new(),
        None => last_field(app, &report, &pdf)?,
    };
    Ok(Target { report, pdf, field, beside })
}

fn signature(app: &App, report: &IssuedReport, id: &Id) -> Result<(ReportFile, Vec<u8>)> {
    let file = app.read()?.need::<ReportFile>(id)?;
    if file.kind != ReportFileKind::Detached || file.report_id != report.id {
        return Err(ApiError::refused(
            format!("«{}» — не подпись этого документа.", file.file.name),
            "Ничего не изменено. Метка времени ставится на подпись.",
        ));
    }
    let body = kept::body(app, &file.file)?;
    Ok((file, body))
}

/// «20.12.2024 05:00:00 (UTC), «Clock»».
fn words(found: &Verification) -> String {
    let stamp = found.signatures.last().and_then(|signature| signature.timestamp.as_ref());
    stamp.map_or_else(String::new, |stamp| {
        format!("{} (UTC), «{}»", stamp.at.format("%d.%m.%Y %H:%M:%S"), stamp.authority.subject)
    })
}

fn last_field(app: &App, report: &IssuedReport, pdf: &[u8]) -> Result<String> {
    let found = judge_by(pdf, &trust_of(app)?);
    let Some(last) = found.signatures.last() else { return Err(unsigned(report)) };
    match entry(app, report)?.can_stamp {
        true => Ok(last.field.clone()),
        false => Err(ApiError::refused(
            "У документа уже есть файл с меткой времени.",
            "Ничего не изменено. Запишите этот файл из журнала.",
        )),
    }
}

fn unsigned(report: &IssuedReport) -> ApiError {
    ApiError::refused(
        format!(
            "В файле документа №\u{a0}{} нет электронной подписи, метку времени поставить некуда.",
            report.number
        ),
        "Ничего не изменено. Метка времени ставится на документ, подписанный ключом, или на подпись рядом с ним.",
    )
}
