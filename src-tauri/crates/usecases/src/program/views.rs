//! Corrections and versions for reading.

use chrono::NaiveDate;
use opora_domain::program::{ProgramChange, ProgramVersion};
use opora_domain::words::Words;

use super::{ChangeView, VersionCard};

/// A correction with its words.
pub(super) fn change(change: ProgramChange) -> ChangeView {
    ChangeView {
        subject_label: change.subject.label().to_owned(),
        action_label: change.action.label().to_owned(),
        text: change.words(),
        basis_text: dated(&change.basis, change.basis_date),
        version_label: change
            .version
            .map_or_else(|| "не утверждено".to_owned(), |number| format!("Версия {number}")),
        change,
    }
}

/// A version on its card.
pub(super) fn card(version: &ProgramVersion, changes: &[ProgramChange]) -> VersionCard {
    VersionCard {
        number: version.number,
        title: title(version),
        fixed_on: version.fixed_on,
        order_no: version.order_no.clone(),
        order_date: version.order_date,
        authority: version.authority.clone(),
        note: version.note.clone(),
        snapshot_sha256: version.snapshot_sha256.clone(),
        changes: changes.iter().filter(|change| change.version == Some(version.number)).count(),
    }
}

/// «Версия 2 — приказ № 45 от 02.09.2024».
pub(super) fn title(version: &ProgramVersion) -> String {
    if version.number == 0 {
        return "Исходная программа, до правок школы".to_owned();
    }
    let order = dated(&format!("приказ №\u{a0}{}", version.order_no), version.order_date);
    format!("Версия {} — {order}", version.number)
}

/// «приказ № 45 от 02.09.2024».
fn dated(document: &str, date: Option<NaiveDate>) -> String {
    match date.filter(|_| !document.is_empty()) {
        Some(date) => format!("{document} от\u{a0}{}", date.format("%d.%m.%Y")),
        None => document.to_owned(),
    }
}
