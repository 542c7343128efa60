//! Keys of differences, and which of them are one decision.

use opora_domain::programme::compare::{Difference, RowChange, RowKind};

use super::sides::Sides;

/// The key of a difference: an added row may bear the code of one that was renumbered.
pub(super) fn key(found: &Difference) -> String {
    let kind = serde_json::to_value(found.kind).ok();
    let kind = kind.as_ref().and_then(|value| value.as_str()).unwrap_or_default();
    match (&found.was_code, &found.code) {
        (Some(code), _) => format!("{kind}/{code}"),
        (None, code) => format!("{kind}/+{}", code.as_deref().unwrap_or_default()),
    }
}

/// The key of one field of it.
pub(super) fn field_key(found: &Difference, field: &str) -> String {
    format!("{}/{field}", key(found))
}

/// A target goes with its indicator when that comes or goes as a whole.
pub(super) fn goes_with_indicator(sides: &Sides, found: &Difference) -> bool {
    let indicator = |code: &Option<String>| {
        code.as_ref().and_then(|code| code.split_once('/')).map(|(own, _)| own.to_owned())
    };
    let of = |change: RowChange, code: Option<String>| {
        code.is_some()
            && sides.differences.iter().any(|other| {
                let same = if change == RowChange::Added { &other.code } else { &other.was_code };
                other.kind == RowKind::Indicator && other.change == change && *same == code
            })
    };
    found.kind == RowKind::Target
        && match found.change {
            RowChange::Added => of(RowChange::Added, indicator(&found.code)),
            RowChange::Vanished => of(RowChange::Vanished, indicator(&found.was_code)),
            RowChange::Changed | RowChange::Renumbered => false,
        }
}
