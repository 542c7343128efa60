use opora_domain::issued_report::ReportDraft;
use opora_domain::period::ReportPeriod;
use opora_domain::report::theme::Theme;
use opora_domain::words::Words;

use super::completeness::completeness;
use super::outline::outline;
use super::snapshot::{Suggested, draft_of, drawn_up, period};
use super::{DraftView, Outdated, PeriodInput, SectionText, difference, written};
use crate::{App, Result, identity, issue};

/// What the report of a quarter or a year will say and what is missing.
pub fn draft(app: &mut App, input: PeriodInput) -> Result<DraftView> {
    let period = period(&input.period)?;
    let (report, suggested) = drawn_up(app, period, "")?;
    let kept = draft_of(app, period)?;
    let issued = difference::in_force(app, period)?;
    let outdated = outdated(kept.as_ref(), &suggested);
    let missing = completeness(app, period, &report, &outdated)?;
    Ok(DraftView {
        period: period.to_string(),
        label: period.label(),
        outline: outline(&report, &missing, period),
        missing: missing.into_iter().map(|(_, missing)| missing).collect(),
        conclusions: report.conclusions.paragraphs.join("\n"),
        suggested: suggested.conclusions.join("\n"),
        sections: sections(period, kept.as_ref(), &suggested),
        risks: report.risks,
        risks_edited: kept.as_ref().is_some_and(|kept| kept.no_risks || !kept.risks.is_empty()),
        no_risks: kept.as_ref().is_some_and(|kept| kept.no_risks),
        outdated,
        since: report.since,
        suggested_risks: suggested.risks,
        requests: kept.map(|kept| kept.requests).unwrap_or_default(),
        next_number: issue::next_number(app)?,
        signer: identity::current(app)?.map(|current| current.certificate.subject),
        replaces: issued.map(|earlier| earlier.number),
    })
}

/// Sections written by hand besides conclusions, requests and risks.
fn sections(period: ReportPeriod, kept: Option<&ReportDraft>, suggested: &Suggested) -> Vec<SectionText> {
    let section = |key: &str, title: String, suggested: String| SectionText {
        key: key.to_owned(),
        title,
        text: kept.and_then(|kept| kept.notes.get(key)).cloned().unwrap_or_default(),
        suggested,
    };
    let themes = Theme::ALL
        .iter()
        .map(|theme| section(theme.key(), format!("{}. {}", theme.section(), theme.label()), String::new()));
    let roadmap =
        section(written::ROADMAP, "2. Исполнение дорожной карты: пояснения".to_owned(), String::new());
    let corrections = "15. Корректировка дорожной карты".to_owned();
    let corrections = section(written::CORRECTIONS, corrections, suggested.corrections.join("\n"));
    let retention = section(written::RETENTION, "Срок хранения".to_owned(), written::retention(None));
    let retention = period.is_year().then_some(retention);
    std::iter::once(roadmap).chain(themes).chain(std::iter::once(corrections)).chain(retention).collect()
}

/// Sections edited by hand for which the rules now suggest something else than at the time of the edit.
fn outdated(kept: Option<&ReportDraft>, suggested: &Suggested) -> Vec<Outdated> {
    let Some(kept) = kept else { return Vec::new() };
    let now = suggested.as_kept();
    let names = [
        (written::RISKS, "14. Риски и меры"),
        (written::CONCLUSIONS, "15. Выводы"),
        (written::CORRECTIONS, "15. Корректировка дорожной карты"),
    ];
    let differs = |key: &str| kept.suggested.get(key).is_some_and(|then| Some(then) != now.get(key));
    names
        .into_iter()
        .filter(|(key, _)| differs(key))
        .map(|(key, title)| Outdated { key: key.to_owned(), title: title.to_owned() })
        .collect()
}
