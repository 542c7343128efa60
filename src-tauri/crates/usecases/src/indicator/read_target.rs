use opora_domain::target::{Cmp, parse};

use super::{TargetReading, TargetTextInput};
use crate::{App, Result};

/// How a target typed by the user is understood; nothing is written.
pub fn read_target(_: &mut App, input: TargetTextInput) -> Result<TargetReading> {
    let target = parse(&input.raw, input.unit);
    let unread = target.cmp == Cmp::Track && !input.raw.trim().is_empty();
    let words = match (target.words(), target.note.as_str()) {
        (_, note) if unread && !note.is_empty() => note.to_owned(),
        _ if unread => "показатель будет наблюдаться без оценки".to_owned(),
        (words, "") => words,
        (words, note) => format!("{words} ({note})"),
    };
    Ok(TargetReading { target, words, unread })
}
