use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::Datelike;
use opora_domain::issued_report::{IssuedReport, PendingSigning};

use super::{
    EntryState, JournalEntry, JournalInput, JournalPeriod, JournalView, KindChoice, StateChoice, YearChoice,
    entry,
};
use crate::{App, Result};

/// Issued documents, the newest first.
pub fn list(app: &mut App, input: JournalInput) -> Result<JournalView> {
    let reports = app.read()?.all::<IssuedReport>()?;
    let entries = reports.iter().rev().map(|report| entry(app, report));
    let mut entries = entries.collect::<Result<Vec<JournalEntry>>>()?;
    entries.sort_by_key(|entry| Reverse(entry.date));
    let mut view = JournalView {
        kinds: kinds(&entries),
        years: years(&entries),
        periods: periods(&entries),
        states: states(&entries),
        total: entries.len(),
        pending: app.read()?.count::<PendingSigning>()? as usize,
        entries,
    };
    let words: Vec<String> = plain(&input.query).split_whitespace().map(str::to_owned).collect();
    view.entries.retain(|entry| chosen(entry, &input) && has(entry, &words));
    Ok(view)
}

fn chosen(entry: &JournalEntry, input: &JournalInput) -> bool {
    input.kind.is_none_or(|kind| kind == entry.report.kind)
        && input.year.is_none_or(|year| year == entry.date.year())
        && input.state.is_none_or(|state| state == entry.state)
        && input.period.as_ref().is_none_or(|period| *period == entry.period_label)
}

/// All words are somewhere in what somebody may remember of the document.
fn has(entry: &JournalEntry, words: &[String]) -> bool {
    let report = &entry.report;
    let mut parts =
        vec![&report.number, &entry.title, &entry.kind_label, &entry.period_label, &report.signer];
    parts.extend(&entry.signers);
    for view in &entry.dispatches {
        parts.extend([&view.dispatch.addressee, &view.dispatch.incoming_number, &view.dispatch.note]);
    }
    let text = parts.into_iter().map(|part| plain(part)).collect::<Vec<_>>().join("\n");
    words.iter().all(|word| text.contains(word))
}

/// The same letters however they are typed.
fn plain(text: &str) -> String {
    text.to_lowercase().replace('ё', "е").replace('\u{a0}', " ")
}

/// How many documents there are of each value, in its order.
fn counts<K: Ord>(entries: &[JournalEntry], of: impl Fn(&JournalEntry) -> K) -> BTreeMap<K, usize> {
    let mut counts = BTreeMap::new();
    entries.iter().for_each(|entry| *counts.entry(of(entry)).or_insert(0) += 1);
    counts
}

fn kinds(entries: &[JournalEntry]) -> Vec<KindChoice> {
    let counts = counts(entries, |entry| (entry.report.kind, entry.kind_label.clone()));
    counts.into_iter().map(|((kind, label), count)| KindChoice { kind, label, count }).collect()
}

fn years(entries: &[JournalEntry]) -> Vec<YearChoice> {
    let counts = counts(entries, |entry| Reverse(entry.date.year()));
    counts.into_iter().map(|(Reverse(year), count)| YearChoice { year, count }).collect()
}

/// Periods that documents are about, as they come, the latest issued first; a paper of the whole programme has none.
fn periods(entries: &[JournalEntry]) -> Vec<JournalPeriod> {
    let mut found: Vec<JournalPeriod> = Vec::new();
    for label in entries.iter().map(|entry| &entry.period_label).filter(|label| !label.is_empty()) {
        match found.iter_mut().find(|known| known.label == *label) {
            Some(known) => known.count += 1,
            None => found.push(JournalPeriod { label: label.clone(), count: 1 }),
        }
    }
    found
}

fn states(entries: &[JournalEntry]) -> Vec<StateChoice> {
    let words = |state| match state {
        EntryState::InForce => "Не отправлены",
        EntryState::Sent => "Отправлены",
        EntryState::Superseded => "Заменены",
    };
    let all = counts(entries, |entry| entry.state).into_iter();
    all.map(|(state, count)| StateChoice { state, label: words(state).to_owned(), count }).collect()
}
