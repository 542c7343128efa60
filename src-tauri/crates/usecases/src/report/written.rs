//! What was written by hand, kept between drafts.

use opora_domain::issued_report::ReportDraft;

/// Key of section 14.
pub(super) const RISKS: &str = "risks";
/// Key of the conclusions of section 15.
pub(super) const CONCLUSIONS: &str = "conclusions";
/// Key of the note under the road map.
pub(super) const ROADMAP: &str = "roadmap";
/// Key of the corrections of the road map.
pub(super) const CORRECTIONS: &str = "corrections";

/// Key of the time for which an annual report is kept.
pub(super) const RETENTION: &str = "retention";

/// How long an annual report is kept: as written, else for good, as lists of archive terms ask.
pub(super) fn retention(draft: Option<&ReportDraft>) -> String {
    let said = section(draft, RETENTION).join(" ");
    if said.is_empty() { "постоянно".to_owned() } else { said.trim_end_matches('.').to_owned() }
}

/// The paragraphs of a section written by hand; none when nothing was written.
pub(super) fn section(draft: Option<&ReportDraft>, key: &str) -> Vec<String> {
    draft.and_then(|draft| draft.notes.get(key)).map(|text| paragraphs(text)).unwrap_or_default()
}

/// Lines that say something.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
