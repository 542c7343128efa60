use opora_domain::authoring::{Decision, DraftRow, EventBody, IndicatorBody, RowBody, RowKind};
use opora_domain::programme::{CodedText, EventLevel, Projection};
use opora_domain::target::Unit;

use super::save_section::free_code;
use super::work::Work;
use super::{AddRowInput, TableDraftView, view};
use crate::{App, Problems, Result, ops};

/// Adds an event or an indicator after a row, or last in its section.
///
/// # Errors
/// `Invalid` without a title or with a heading that is not there.
pub fn add_row(app: &mut App, input: AddRowInput) -> Result<TableDraftView> {
    let mut work = Work::need(app)?;
    let section = section(&mut work, &input);
    Problems::default()
        .check(input.title.trim().is_empty(), "title", "Напишите название.")
        .check(section.is_none(), "section", "Такого раздела нет.")
        .finish()?;
    let section = section.unwrap_or_default();
    let at = place(&work, &input, &section);
    let body = RowBody {
        place: String::new(),
        sheet: None,
        code: free_row_code(&work, &section, !input.indicator),
        section,
        title: input.title.trim().to_owned(),
        kind: blank(input.indicator),
        doubts: Vec::new(),
        decision: Decision::Pending,
        edited: true,
    };
    let row = DraftRow { id: app.new_id(), draft_id: work.draft.id.clone(), sort: 0, body };
    work.rows.insert(at, row);
    work.renumber();
    work.write_whole(app, ops::ADD_DRAFT_ROW)?;
    Ok(view::of(&work))
}

fn blank(indicator: bool) -> RowKind {
    if indicator {
        let (unit, projection) = (Unit::Percent, Projection::Flag);
        return RowKind::Indicator(IndicatorBody { unit, projection, targets: Vec::new() });
    }
    RowKind::Event(EventBody {
        result: String::new(),
        term: String::new(),
        responsible: String::new(),
        evidence: String::new(),
        level: EventLevel::School,
        is_group: false,
    })
}

/// The named heading, or the first one; a draft without any gets one.
fn section(work: &mut Work, input: &AddRowInput) -> Option<String> {
    let (sections, title) = match input.indicator {
        true => (&mut work.draft.indicator_sections, "Показатели"),
        false => (&mut work.draft.sections, "Мероприятия"),
    };
    if sections.is_empty() {
        sections.push(CodedText { code: free_code(&[]), title: title.to_owned() });
    }
    let wanted = if input.section.is_empty() { sections[0].code.as_str() } else { &input.section };
    sections.iter().find(|section| section.code == wanted).map(|section| section.code.clone())
}

fn place(work: &Work, input: &AddRowInput, section: &str) -> usize {
    let after = input.after.as_ref().and_then(|id| work.rows.iter().position(|row| row.id == *id));
    let in_section = |row: &DraftRow| row.body.section == section && row.body.is_event() != input.indicator;
    let last = || work.rows.iter().rposition(in_section);
    after.or_else(last).map_or(work.rows.len(), |at| at + 1)
}

fn free_row_code(work: &Work, section: &str, event: bool) -> String {
    let codes =
        || work.rows.iter().filter(|row| row.body.is_event() == event).map(|row| row.body.code.as_str());
    let dotted = codes().any(|code| code.contains('.')) || codes().next().is_none();
    let stem = if dotted { format!("{section}.") } else { String::new() };
    let mut numbers = (1..).map(|n: usize| format!("{stem}{n}"));
    numbers.find(|code| !codes().any(|known| known == code)).unwrap_or_default()
}
