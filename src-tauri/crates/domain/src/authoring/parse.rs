//! The formal reading of terms and targets, as a draft asks for it.

use super::DraftMeta;
use crate::period::Period;
use crate::programme::Stage;
use crate::target::{self, Target, Unit};
use crate::term::{self, Context, Segment, Term};

/// Reads the words of a term of a draft; names of stages that the draft has not are no stages.
pub fn read_term(raw: &str, period: Period, meta: &DraftMeta, stages: &[Stage]) -> Term {
    let context = Context { period, approved: meta.act_date(), stages };
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
pub fn read_target(raw: &str, unit: Unit, title: &str) -> Target {
    target::parse_titled(raw, unit, title)
}
