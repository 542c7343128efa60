//! An independent word on the time (RFC 3161) without a network: a request goes out, the answer comes back as files.

use opora_domain::issued_report::{IssuedReport, ReportFileKind};
use opora_exchange::write_file;
use opora_sign::timestamp;

use super::kept::{self, Addition};
use super::{AnswerView, entry};
use crate::folder::{free_path, name_of};
use crate::person::IdInput;
use crate::verify::{judge_by, trust_of};
use crate::{ApiError, App, Result, ops};

/// An answer with its certificates is a few kilobytes.
const MAX_ANSWER: u64 = 1024 * 1024;

/// Writes the request to a time stamp service to a chosen folder; gives the name, or none when the user changed her
/// mind.
///
/// # Errors
/// `Refused` when the PDF carries no signature or is stamped already.
pub fn write_stamp_request(app: &mut App, input: IdInput) -> Result<Option<String>> {
    let (report, pdf) = kept::document(app, &input.id)?;
    let field = last_field(app, &report, &pdf)?;
    let request = timestamp::request(&pdf, &field)?;
    let Some(folder) = app.host.pick_folder("Куда записать запрос метки времени")
    else {
        return Ok(None);
    };
    let name = opora_exchange::safe_name(&format!("{}.tsq", stem(&report)));
    let path = free_path(&folder, &name, &request);
    write_file(&path, &request)?;
    Ok(Some(name_of(&path)))
}

/// Lets the user choose the answer of the service and keeps the stamped PDF beside the document; none when she changed
/// her mind.
///
/// # Errors
/// `Refused` when the answer is of another document or does not hold.
pub fn read_stamp(app: &mut App, input: IdInput) -> Result<Option<AnswerView>> {
    let (report, pdf) = kept::document(app, &input.id)?;
    let field = last_field(app, &report, &pdf)?;
    let Some(path) = app.host.pick_file("Ответ службы меток времени", &["tsr", "tst", "der"])
    else {
        return Ok(None);
    };
    let answer = opora_exchange::read_file(&path, MAX_ANSWER)?;
    let stamped = timestamp::attach(&pdf, &field, &answer)?;
    let found = judge_by(&stamped, &trust_of(app)?);
    if !found.verdict.is_intact() {
        return Err(ApiError::internal(format!(
            "проверка файла с меткой времени: {}",
            found.reasons.join(" ")
        )));
    }
    let stamp = found.signatures.last().and_then(|signature| signature.timestamp.as_ref());
    let addition = Addition {
        kind: ReportFileKind::Stamped,
        name: format!("{} (с меткой времени).pdf", stem(&report)),
        note: stamp.map_or_else(String::new, |stamp| {
            format!("{} (UTC), «{}»", stamp.at.format("%d.%m.%Y %H:%M:%S"), stamp.authority.subject)
        }),
        body: stamped,
    };
    let entry = kept::add(app, ops::ADD_STAMP, &report, addition)?;
    Ok(Some(AnswerView { entry, verdict: found.verdict.label().to_owned(), reasons: found.reasons }))
}

/// The field of the last signature: only that one can be stamped.
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
        "Ничего не изменено. Метка времени ставится на документ, подписанный ключом.",
    )
}

fn stem(report: &IssuedReport) -> &str {
    report.file.name.strip_suffix(".pdf").unwrap_or(&report.file.name)
}
