//! A document as the journal shows it.

use std::str::FromStr;

use chrono::NaiveDate;
use opora_domain::issued_report::{Dispatch, IssuedReport, KeptSigner, ReportFile, ReportFileKind};
use opora_domain::period::Quarter;
use opora_domain::words::Words;
use opora_sign::timestamp;

use super::{DispatchView, EntryState, FileView, JournalEntry, kept};
use crate::documents::Span;
use crate::{App, Result};

/// Everything about an issued document.
pub(crate) fn entry(app: &App, report: &IssuedReport) -> Result<JournalEntry> {
    let read = app.read()?;
    let later = read.by::<IssuedReport>("supersedes", &report.id)?.pop();
    let earlier = match &report.supersedes {
        Some(id) => read.get::<IssuedReport>(id)?,
        None => None,
    };
    let dispatches = read.by::<Dispatch>("report_id", &report.id)?;
    let files = kept::beside(app, &report.id)?;
    let stamped = files.iter().any(|file| file.kind == ReportFileKind::Stamped);
    let (state, state_label) = state(later.as_ref(), &dispatches);
    Ok(JournalEntry {
        title: report.full_title(),
        kind_label: report.kind.label().to_owned(),
        period_label: period(&report.period),
        date: report.issued_on(),
        state,
        state_label,
        signers: signers(report),
        dispatches: dispatches.into_iter().map(dispatch_view).collect(),
        files: files.into_iter().map(|file| file_view(app, file)).collect::<Result<_>>()?,
        superseded_by: later.map(|later| later.number),
        supersedes: earlier.map(|earlier| earlier.number),
        can_stamp: is_embedded(report) && !stamped,
        report: report.clone(),
    })
}

/// The PDF itself carries a signature; what the first version issued always does.
pub(super) fn is_embedded(report: &IssuedReport) -> bool {
    report.signers.is_empty() || report.signers.iter().any(|signer| signer.way.is_embedded())
}

/// «IV квартал 2024 года», «период с 01.09.2024 по 25.05.2025».
fn period(text: &str) -> String {
    if let Ok(quarter) = Quarter::from_str(text) {
        return quarter.label();
    }
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    text.split_once("..").map_or_else(String::new, |(from, to)| Span { from: day(from), to: day(to) }.words())
}

fn state(later: Option<&IssuedReport>, dispatches: &[Dispatch]) -> (EntryState, String) {
    if let Some(later) = later {
        return (EntryState::Superseded, format!("заменён №\u{a0}{}", later.number));
    }
    match dispatches.iter().max_by_key(|dispatch| dispatch.date) {
        Some(last) => (EntryState::Sent, format!("отправлен {}", last.date.format("%d.%m.%Y"))),
        None => (EntryState::InForce, "действует".to_owned()),
    }
}

/// «Директор Иванова О. П. — ключ школы, 20.12.2024»; one line for each.
pub(super) fn signers(report: &IssuedReport) -> Vec<String> {
    if report.signers.is_empty() {
        return vec![format!("{} — подпись внутри файла", report.signer)];
    }
    report.signers.iter().map(signer).collect()
}

fn signer(signer: &KeptSigner) -> String {
    let post = if signer.post.is_empty() { signer.role.label() } else { &signer.post };
    let way = signer.way.label();
    match signer.signed_at {
        Some(at) => format!("{post} {} — {way}, {}", signer.name, at.format("%d.%m.%Y")),
        None => format!("{post} {} — {way}", signer.name),
    }
}

fn dispatch_view(dispatch: Dispatch) -> DispatchView {
    DispatchView {
        channel_label: dispatch.channel.label().to_owned(),
        by_hand: dispatch.file_name.is_empty(),
        dispatch,
    }
}

fn file_view(app: &App, file: ReportFile) -> Result<FileView> {
    Ok(FileView {
        kind_label: file.kind.label().to_owned(),
        can_delete: file.kind == ReportFileKind::Scan,
        can_stamp: file.kind == ReportFileKind::Detached
            && timestamp::request(&kept::body(app, &file.file)?, "").is_ok(),
        file,
    })
}
