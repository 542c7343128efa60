//! Documents of a period, and what was done without one: read once, for the screen and for paper.

use opora_domain::evidence::Evidence;
use opora_domain::occurrence::{Occurrence, OccurrenceStatus};
use opora_domain::report::inventory::{BareRow, InventoryRow};
use opora_domain::words::Words;

use super::{BareItem, EvidenceItem};
use crate::documents::Span;
use crate::roadmap::{self, EventView, OccurrenceView};
use crate::{App, Result, current};

/// What was found, in the order of the plan.
pub(crate) struct Found {
    pub(crate) documents: Vec<EvidenceItem>,
    pub(crate) bare: Vec<BareItem>,
}

/// Reads the period. A document belongs to the period in which its event was done;
/// of what is not done yet, to that of its own date.
pub(crate) fn gather(app: &App, span: Span) -> Result<Found> {
    let program = current::program(app.read()?)?;
    let roadmap = roadmap::load_whole_of(app, program)?;
    let mut found = Found { documents: Vec::new(), bare: Vec::new() };
    for event in roadmap.tasks.iter().flat_map(|task| &task.events) {
        for view in &event.occurrences {
            let own = view.evidence.iter().filter(|evidence| span.holds(day_of(&view.occurrence, evidence)));
            found.documents.extend(own.map(|evidence| item(event, view, evidence)));
            found.bare.extend(bare(event, view, span));
        }
    }
    Ok(found)
}

fn day_of(occurrence: &Occurrence, evidence: &Evidence) -> Option<chrono::NaiveDate> {
    occurrence.done_on.or(evidence.date).or(occurrence.due).or(occurrence.window_to)
}

fn item(event: &EventView, view: &OccurrenceView, evidence: &Evidence) -> EvidenceItem {
    let file = evidence.file.as_ref();
    EvidenceItem {
        evidence_id: evidence.id.clone(),
        occurrence_id: view.occurrence.id.clone(),
        event_id: event.event.id.clone(),
        row: InventoryRow {
            event_code: event.event.code.clone(),
            event_title: event.event.title.clone(),
            title: evidence.name(),
            kind: evidence.kind.label().to_owned(),
            number: evidence.number.clone(),
            date: evidence.date,
            file_name: file.map(|file| file.name.clone()).unwrap_or_default(),
            size: file.map_or(0, |file| file.size),
            sha256: file.map(|file| file.sha256.clone()).unwrap_or_default(),
        },
        size: file.map(|file| size(file.size)).unwrap_or_default(),
    }
}

fn bare(event: &EventView, view: &OccurrenceView, span: Span) -> Option<BareItem> {
    let occurrence = &view.occurrence;
    let done = matches!(occurrence.status, OccurrenceStatus::Done | OccurrenceStatus::Partial);
    let dated = occurrence.done_on.or(occurrence.due);
    if !done || !view.evidence.is_empty() || !span.holds(dated) {
        return None;
    }
    let demanded = event.event.evidence_required.trim();
    Some(BareItem {
        occurrence_id: occurrence.id.clone(),
        event_id: event.event.id.clone(),
        owed: !demanded.is_empty() && occurrence.reason.trim().is_empty(),
        row: BareRow {
            event_code: event.event.code.clone(),
            event_title: event.event.title.clone(),
            done_on: occurrence.done_on,
            demanded: demanded.to_owned(),
            reason: occurrence.reason.clone(),
        },
    })
}

/// «1,2 МБ», «340 КБ»; at least one kilobyte.
pub(crate) fn size(bytes: i64) -> String {
    const MB: i64 = 1024 * 1024;
    match bytes.max(0) {
        0 => "0\u{a0}КБ".to_owned(),
        bytes if bytes < MB => format!("{}\u{a0}КБ", (bytes + 1023) / 1024),
        bytes => {
            let tenths = (bytes * 10 + MB / 2) / MB;
            format!("{},{}\u{a0}МБ", tenths / 10, tenths % 10)
        }
    }
}
