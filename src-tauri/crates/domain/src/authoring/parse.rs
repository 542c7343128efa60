//! The formal reading of terms and targets, as a draft asks for it.

use super::text::{has_any, norm};
use super::{IndicatorBody, TargetText};
use crate::period::Period;
use crate::programme::Stage;
use crate::target::{self, Target};
use crate::term::{self, Context, Segment, Term};

/// Reads the words of a term of a draft; names of stages that the draft has not are no stages.
pub fn read_term(raw: &str, period: Period, stages: &[Stage]) -> Term {
    // What fell due before the act is told by the occurrences; it is no doubt about the words.
    let context = Context { period, approved: None, stages };
    let mut term = match raw.trim() {
        "" => Term { raw: String::new(), segments: vec![Segment::Unspecified], ambiguous: false, note: None },
        raw => term::parse_in(raw, &context),
    };
    let known = |code: &String| stages.iter().any(|stage| stage.code == *code);
    for segment in &mut term.segments {
        match segment {
            Segment::Window { stage, .. } => *stage = stage.take().filter(known),
            Segment::Yearly { stages, .. } if !stages.iter().all(known) => stages.clear(),
            _ => {}
        }
    }
    term
}

/// Reads the words of a target of an indicator.
pub fn read_target(text: &TargetText, indicator: &IndicatorBody, title: &str) -> Target {
    let raw = text.raw.trim();
    if is_where_it_began(text) {
        return observed(raw, indicator);
    }
    target::parse_titled(raw, indicator.unit, title)
}

/// A number or an answer under «базовое значение» is where the district began, not a target.
fn is_where_it_began(text: &TargetText) -> bool {
    let begins = has_any(&norm(&text.stage), &["исходн", "базов", "входн"]);
    let plain = norm(&text.raw);
    let number = plain.trim_end_matches(['%', ' ']).replace(',', ".").parse::<f64>().is_ok();
    begins && (number || matches!(plain.as_str(), "да" | "нет" | "есть" | "отсутствует"))
}

/// A value that is observed and not judged.
pub(super) fn observed(raw: &str, indicator: &IndicatorBody) -> Target {
    let text = serde_json::json!({ "raw": raw, "cmp": "track", "unit": indicator.unit });
    serde_json::from_value(text).expect("a target to be observed needs no more")
}
