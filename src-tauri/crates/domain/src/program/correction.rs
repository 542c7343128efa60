//! Why a change is made: what must be said before and after the first approval.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Longest reason or basis, characters.
const MAX_CHARS: usize = 2000;

/// Why the programme is changed and on what basis.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Correction {
    /// Why; always demanded.
    pub reason: String,
    /// «приказ № 45», «протокол заседания № 3»; demanded once the programme has been approved.
    pub basis: String,
    /// Date of that document; demanded with it.
    pub basis_date: Option<NaiveDate>,
}

impl Correction {
    /// What is missing or wrong, by field. Before the first approval the plan is a draft and needs no basis.
    pub fn problems(&self, approved: bool, today: NaiveDate) -> Vec<(&'static str, &'static str)> {
        let (reason, basis) = (self.reason.trim(), self.basis.trim());
        let long = |text: &str| text.chars().count() > MAX_CHARS;
        let dated = !basis.is_empty() || approved;
        [
            (reason.is_empty(), "reason", "Укажите причину изменения."),
            (long(reason), "reason", "Причина длиннее 2000 знаков."),
            (
                approved && basis.is_empty(),
                "basis",
                "Программа утверждена: укажите основание — приказ или протокол с номером.",
            ),
            (long(basis), "basis", "Основание длиннее 2000 знаков."),
            (dated && self.basis_date.is_none(), "basis_date", "Укажите дату документа-основания."),
            (
                self.basis_date.is_some_and(|date| date > today),
                "basis_date",
                "Дата документа-основания не может быть в будущем.",
            ),
        ]
        .into_iter()
        .filter_map(|(wrong, field, message)| wrong.then_some((field, message)))
        .collect()
    }
}
