use std::collections::BTreeMap;

use chrono::Datelike;
use opora_domain::issued_report::{IssuedReport, PendingSigning};
use opora_domain::words::Words;

use super::{JournalEntry, JournalInput, JournalView, KindChoice, YearChoice, entry};
use crate::{App, Result};

/// Issued documents, the newest first.
pub fn list(app: &mut App, input: JournalInput) -> Result<JournalView> {
    let reports = app.read()?.all::<IssuedReport>()?;
    let words: Vec<String> = plain(&input.query).split_whitespace().map(str::to_owned).collect();
    let mut entries = Vec::new();
    for report in reports.iter().rev().filter(|report| chosen(report, &input)) {
        let entry = entry(app, report)?;
        let text = searched(&entry);
        if words.iter().all(|word| text.contains(word)) {
            entries.push(entry);
        }
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.date));
    Ok(JournalView {
        entries,
        kinds: kinds(&reports),
        years: years(&reports),
        total: reports.len(),
        pending: app.read()?.count::<PendingSigning>()? as usize,
    })
}

fn chosen(report: &IssuedReport, input: &JournalInput) -> bool {
    input.kind.is_none_or(|kind| kind == report.kind)
        && input.year.is_none_or(|year| year == report.issued_on().year())
}

/// Everything of a document that somebody may remember.
fn searched(entry: &JournalEntry) -> String {
    let report = &entry.report;
    let mut parts =
        vec![&report.number, &entry.title, &entry.kind_label, &entry.period_label, &report.signer];
    parts.extend(&entry.signers);
    for view in &entry.dispatches {
        parts.extend([&view.dispatch.addressee, &view.dispatch.incoming_number, &view.dispatch.note]);
    }
    let words: Vec<String> = parts.into_iter().map(|part| plain(part)).collect();
    words.join("\n")
}

/// The same letters however they are typed.
fn plain(text: &str) -> String {
    text.to_lowercase().replace('ё', "е").replace('\u{a0}', " ")
}

fn kinds(reports: &[IssuedReport]) -> Vec<KindChoice> {
    let mut counts = BTreeMap::new();
    reports.iter().for_each(|report| *counts.entry(report.kind).or_insert(0) += 1);
    counts
        .into_iter()
        .map(|(kind, count)| KindChoice { kind, label: kind.label().to_owned(), count })
        .collect()
}

fn years(reports: &[IssuedReport]) -> Vec<YearChoice> {
    let mut counts = BTreeMap::new();
    reports.iter().for_each(|report| *counts.entry(report.issued_on().year()).or_insert(0) += 1);
    counts.into_iter().rev().map(|(year, count)| YearChoice { year, count }).collect()
}
