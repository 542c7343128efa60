//! What was written by hand, kept between drafts.

use opora_domain::issued_report::ReportDraft;

/// Key of the note under the road map.
pub(super) const ROADMAP: &str = "roadmap";
/// Key of the corrections of the road map.
pub(super) const CORRECTIONS: &str = "corrections";

/// The paragraphs of a section written by hand; none when nothing was written.
pub(super) fn section(draft: Option<&ReportDraft>, key: &str) -> Vec<String> {
    draft.and_then(|draft| draft.notes.get(key)).map(|text| paragraphs(text)).unwrap_or_default()
}

/// Lines that say something.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
