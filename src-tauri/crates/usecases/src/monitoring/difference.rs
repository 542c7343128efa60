//! What changed: between two stages, and since a stage was closed.

use std::cmp::Ordering;

use opora_domain::indicator::{Indicator, ValueSource};
use opora_domain::monitoring::Stage;
use opora_domain::target::{self, Fact};
use opora_domain::words::plural;

use super::snapshot::FrozenRow;
use super::{Change, ChangeDirection, CompareColumn, CompareRow};
use crate::indicator::Board;

/// Which way is good for an indicator, by the last of the stages whose target says it.
pub(super) fn wants<'a>(
    board: &Board,
    indicator: &Indicator,
    stages: impl DoubleEndedIterator<Item = &'a Stage>,
) -> Option<Ordering> {
    stages.rev().find_map(|stage| board.target(&indicator.id, &stage.code)?.wants())
}

/// The change in words; none between facts that cannot be compared.
pub(super) fn change(before: &Fact, now: &Fact, wants: Option<Ordering>) -> Option<Change> {
    let (way, text) = target::change(before, now)?;
    let direction = match way {
        Ordering::Greater => ChangeDirection::Up,
        Ordering::Less => ChangeDirection::Down,
        Ordering::Equal => ChangeDirection::Same,
    };
    // «Да» is always the good answer, whatever the share of schools is to do.
    let wants = if matches!(now, Fact::Flag { .. }) { wants.map(|_| Ordering::Greater) } else { wants };
    let better = wants.filter(|_| way != Ordering::Equal).map(|good| good == way);
    Some(Change { text, direction, better })
}

/// The change told with the stage it is counted from, when that is not the neighbouring one.
pub(super) fn since(change: Change, title: Option<&str>) -> Change {
    let Some(title) = title else { return change };
    Change { text: format!("{} (к этапу «{title}»)", change.text), ..change }
}

/// How present data differ from the snapshot of a closed stage; empty when they agree or it is open.
pub(super) fn drift(board: &Board, stage: &Stage, indicator: &Indicator, frozen: &FrozenRow) -> String {
    if stage.closed_on.is_none() {
        return String::new();
    }
    let now = board.cell(indicator, stage);
    let mut parts = Vec::new();
    let counted = now.auto.as_ref().filter(|auto| auto.fact.is_some() && auto.fact != frozen.value);
    if let Some(auto) = counted.filter(|_| frozen.row.source != Some(ValueSource::Manual)) {
        parts.push(format!("по данным программы сейчас {}", auto.fact_text));
    }
    let target = now.target.unwrap_or_default();
    if target != frozen.row.target {
        let words = if target.is_empty() { "не задана" } else { &target };
        parts.push(format!("цель теперь — {words}"));
    }
    if !indicator.is_in_plan() {
        parts.push("показатель исключён из программы".to_owned());
    }
    if parts.is_empty() {
        String::new()
    } else {
        format!("после закрытия изменилось: {}", parts.join("; "))
    }
}

/// What happened between neighbouring stages, a sentence for each pair.
pub(super) fn summary(columns: &[CompareColumn], rows: &[CompareRow]) -> Vec<String> {
    (1..columns.len()).filter_map(|at| between(columns, rows, at)).collect()
}

fn between(columns: &[CompareColumn], rows: &[CompareRow], at: usize) -> Option<String> {
    let cells = rows.iter().filter_map(|row| row.cells.get(at)?.as_ref()?.change.as_ref());
    let (mut better, mut worse, mut same, mut other) = (0, 0, 0, 0);
    for change in cells {
        match (change.better, change.direction) {
            (Some(true), _) => better += 1,
            (Some(false), _) => worse += 1,
            (None, ChangeDirection::Same) => same += 1,
            (None, _) => other += 1,
        }
    }
    let compared = better + worse + same + other;
    if compared == 0 {
        return None;
    }
    let counted = [("лучше", better), ("хуже", worse), ("без изменений", same), ("изменилось", other)];
    let parts = counted.iter().filter(|(_, n)| *n > 0).map(|(words, n)| format!("{words} — {n}"));
    let title = |at: usize| columns[at].view.stage.title.as_str();
    let comparable = plural(compared, "сравним", "сравнимы", "сравнимы");
    let indicators = plural(compared, "показатель", "показателя", "показателей");
    let preliminary = if columns[at].preliminary { " (предварительно)" } else { "" };
    Some(format!(
        "«{}» → «{}»{preliminary}: {comparable} {compared} {indicators}; {}",
        title(at - 1),
        title(at),
        parts.collect::<Vec<_>>().join(", ")
    ))
}
