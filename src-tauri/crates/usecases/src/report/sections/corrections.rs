use opora_domain::program::ProgramChange;
use opora_domain::words::{Words, quoted};

use crate::report::facts::Facts;

/// How many changes are told one by one.
const TOLD: usize = 10;

/// Section 15: corrections of the programme made in the period, a sentence each.
pub(in crate::report) fn suggest_corrections(facts: &Facts) -> Vec<String> {
    let made = facts.changes.iter().filter(|change| facts.within(change.date)).collect::<Vec<_>>();
    let mut lines = made.iter().take(TOLD).map(|change| sentence(change)).collect::<Vec<_>>();
    if made.len() > TOLD {
        lines.push(format!(
            "Всего изменений за период — {}; остальные перечислены в листе изменений.",
            made.len()
        ));
    }
    lines
}

/// «05.09.2024, 2.4 «…»: изменён срок — было «…», стало «…». Причина: …».
fn sentence(change: &ProgramChange) -> String {
    let fields = change.fields.iter().map(|field| field.label.to_lowercase()).collect::<Vec<_>>().join(", ");
    let what = [change.action.label().to_lowercase(), fields];
    let what = what.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(": ");
    let row = format!("{} {}", change.code, quoted(change.title.trim_end_matches('.')));
    let mut text = format!("{} — {}: {what}.", change.date.format("%d.%m.%Y"), row.trim_start());
    for (word, said) in [("Причина", &change.reason), ("Основание", &change.basis)] {
        if !said.trim().is_empty() {
            text += &format!(" {word}: {}.", said.trim().trim_end_matches('.'));
        }
    }
    text
}
