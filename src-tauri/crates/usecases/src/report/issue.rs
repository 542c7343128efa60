use chrono::Datelike;
use opora_domain::evidence::FileRef;
use opora_domain::issued_report::IssuedReport;
use opora_domain::period::Quarter;
use opora_domain::report::DocumentKind;
use opora_domain::words::Words;

use super::snapshot::{quarter, snapshot};
use super::{IssueInput, ReportView, overview, pages};
use crate::identity::{self, Current};
use crate::{ApiError, App, Problems, Result, current, dates, ops};

/// Signs the report, verifies it and puts it into the journal.
///
/// # Errors
/// `Refused` without a certificate in force or for a quarter that has not begun or lies before the programme; `Invalid` without a number.
pub fn issue(app: &mut App, input: IssueInput) -> Result<ReportView> {
    let quarter = quarter(&input.period)?;
    let number = input.number.trim();
    Problems::default()
        .check(number.is_empty(), "number", "Укажите исходящий номер.")
        .check(number.chars().count() > 40, "number", "Номер длиннее 40 знаков.")
        .finish()?;
    let signer = identity::current(app)?.ok_or_else(no_certificate)?;
    let (record, _) = sign_and_keep(app, quarter, number, &signer)?;
    overview::view_of(app, &record)
}

/// Signs the report of the quarter and keeps it for good; gives its record and the file.
pub(super) fn sign_and_keep(
    app: &mut App,
    quarter: Quarter,
    number: &str,
    signer: &Current,
) -> Result<(IssuedReport, Vec<u8>)> {
    if quarter.start() > app.today() {
        return Err(not_begun(quarter));
    }
    refuse_before_programme(app, quarter)?;
    let report = snapshot(app, quarter, number)?;
    let (pdf, pages) = pages::signed(app, &report, signer)?;
    let period = quarter.to_string();
    let (id, issued_at) = (app.new_id(), app.now());
    let record = app.transact(ops::ISSUE_REPORT, |tx| {
        tx.lasting();
        let sha256 = tx.put_blob(&pdf)?;
        let earlier = tx.by::<IssuedReport>("period", &period)?;
        let record = IssuedReport {
            id,
            number: number.to_owned(),
            issued_at,
            signer: signer.certificate.subject.clone(),
            certificate_sha256: signer.certificate.sha256.clone(),
            file: FileRef {
                name: file_name(&report.requisites.school_short, quarter),
                sha256,
                size: pdf.len() as i64,
            },
            pages: pages as i64,
            supersedes: earlier.last().map(|report| report.id.clone()),
            period,
            kind: DocumentKind::Quarterly,
            subject: String::new(),
            title: format!("{}, {}", DocumentKind::Quarterly.label(), quarter.label()),
            date: Some(issued_at.date_naive()),
            signers: Vec::new(),
            correction_reason: String::new(),
        };
        tx.insert(&record)?;
        Ok(record)
    })?;
    Ok((record, pdf))
}

/// The next outgoing number of the calendar year: the count of reports issued in it, plus one.
pub(super) fn next_number(app: &App) -> Result<String> {
    let year = app.today().year();
    let issued = app.read()?.all::<IssuedReport>()?;
    let this_year = issued.iter().filter(|report| report.issued_at.year() == year).count();
    Ok((this_year + 1).to_string())
}

fn file_name(school: &str, quarter: Quarter) -> String {
    opora_exchange::safe_name(&format!("ШППКО {school} {quarter}.pdf"))
}

/// What happened before the programme is no business of its reports.
fn refuse_before_programme(app: &App, quarter: Quarter) -> Result<()> {
    let program = current::of_quarter(app.read()?, quarter)?;
    match program.filter(|program| quarter.end() < program.period_from) {
        Some(program) => Err(ApiError::refused(
            format!(
                "{}: программа ещё не действовала. Её первый день — {}",
                quarter.label(),
                dates::day(program.period_from)
            ),
            "Ничего не выпущено. Выберите квартал, в котором программа уже действовала.",
        )),
        None => Ok(()),
    }
}

fn no_certificate() -> ApiError {
    ApiError::refused(
        "Отчёт не подписан: у школы ещё нет сертификата подписи.",
        "Данные целы. Создайте сертификат в разделе «Школа и настройки» и повторите.",
    )
}

fn not_begun(quarter: Quarter) -> ApiError {
    ApiError::refused(
        format!("{} ещё не начался.", quarter.label()),
        "Ничего не выпущено. Выберите завершённый или текущий квартал.",
    )
}
