//! Rows of the plan: headings, events, what a page break has parted.

use super::rows::{self, Row};
use super::text::{begins_small, brief, join, line, norm};
use super::{ColumnField, Decision, EventBody, RowBody, RowKind, Sheet, Skipped, level_of};
use super::{calendar, codes};
use crate::programme::{CodedText, EventLevel};

/// What the plan of a source holds, put together sheet by sheet.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) sections: Vec<CodedText>,
    pub(super) rows: Vec<RowBody>,
    pub(super) skipped: Vec<Skipped>,
    section: String,
    /// The heading in force names a month: «Сентябрь».
    month: Option<String>,
}

impl Plan {
    /// Reads one sheet; `titled`: the text above it names a section of its own.
    pub(super) fn sheet(&mut self, number: usize, sheet: &Sheet, titled: bool) {
        self.month = None;
        if titled {
            self.month = calendar::is_column(&sheet.heading).then(|| line(&sheet.heading));
            self.open_section(&sheet.heading);
        }
        let rows = rows::of(sheet);
        let headed = bare_numbers_are_headings(&rows);
        for row in &rows {
            self.row(number, sheet, row, headed);
        }
    }

    fn row(&mut self, number: usize, sheet: &Sheet, row: &Row, headed: bool) {
        if let Some((text, why)) = row.foreign() {
            return self.skip(&row.place, text, why);
        }
        if let Some(title) = self.as_section(row, headed) {
            self.month = calendar::is_column(&title).then(|| line(&title));
            return self.open_section(&title);
        }
        let section = row.text(ColumnField::Section);
        if !section.is_empty() {
            self.open_section(section);
        }
        if self.continues(row) {
            return self.append(row);
        }
        let mut body = self.event(number, row);
        if let (Some(month), RowKind::Event(event)) = (&self.month, &mut body.kind) {
            event.term = calendar::under(month, &event.term, &sheet.years);
        }
        self.rows.push(body);
    }

    /// The title of a heading row, if it is one.
    fn as_section(&self, row: &Row, headed: bool) -> Option<String> {
        let (code, title) = (row.text(ColumnField::Code), row.text(ColumnField::Title));
        if row.title_continues {
            return None;
        }
        if let Some(only) = &row.only {
            let alone =
                row.wide || calendar::is_column(only) || codes::is_heading(only) || self.opens_alone(only);
            return (alone && (!begins_small(only) || self.rows.is_empty())).then(|| only.clone());
        }
        let bare = row.only_has(&[ColumnField::Code, ColumnField::Title, ColumnField::Section]);
        if !bare || title.is_empty() || code.is_empty() {
            return None;
        }
        let number = codes::of_cell(code);
        let roman = !code.starts_with(|c: char| c.is_ascii_digit());
        if codes::is_heading(title) || number.is_none() || roman {
            return Some(format!("{}. {title}", code.trim_end_matches(['.', ')'])));
        }
        let shallow = number.is_some_and(|code| codes::depth(&code) == 1);
        (shallow && headed).then(|| format!("{}. {title}", code.trim_end_matches(['.', ')'])))
    }

    /// A lone line before any event, or a short one with a capital after them.
    fn opens_alone(&self, text: &str) -> bool {
        !begins_small(text) && text.chars().count() < 200 && !super::guess::looks_dated(text)
    }

    /// The row is a piece of the one before it, parted by a page or by a merged cell.
    fn continues(&self, row: &Row) -> bool {
        if self.rows.is_empty() {
            return false;
        }
        let (code, title) = (row.text(ColumnField::Code), row.text(ColumnField::Title));
        let term = row.text(ColumnField::Term);
        if row.title_continues {
            return true;
        }
        if !code.is_empty() {
            return false;
        }
        title.is_empty() || (begins_small(title) && codes::before_title(title).is_none() && term.is_empty())
    }

    fn append(&mut self, row: &Row) {
        let Some(RowBody { title, kind: RowKind::Event(event), .. }) = self.rows.last_mut() else { return };
        if !row.title_continues {
            join(title, &line(row.text(ColumnField::Title)));
        }
        let shared_term = row.title_continues && event.term == row.text(ColumnField::Term);
        if !shared_term {
            join(&mut event.term, row.text(ColumnField::Term));
        }
        join(&mut event.result, row.text(ColumnField::Result));
        join(&mut event.evidence, row.text(ColumnField::Evidence));
        if !event.responsible.contains(row.text(ColumnField::Responsible)) {
            join(&mut event.responsible, row.text(ColumnField::Responsible));
        }
        event.level = level_of(&event.responsible);
    }

    fn event(&mut self, sheet: usize, row: &Row) -> RowBody {
        let mut doubts = Vec::new();
        let raw_code = row.text(ColumnField::Code);
        let mut code = codes::of_cell(raw_code).unwrap_or_default();
        let mut title = line(row.text(ColumnField::Title));
        if code.is_empty() && !raw_code.is_empty() && codes::before_title(raw_code).is_none() {
            doubts.push(format!("В графе «№» стоит «{}»: номер дан программой.", brief(raw_code)));
        }
        if let Some(numbered) = codes::before_title(&title)
            && (code.is_empty() || numbered.code == code || codes::is_under(&numbered.code, &code))
        {
            code = numbered.code;
            title = numbered.rest.to_owned();
        }
        if title.is_empty() {
            doubts.push("Название мероприятия не прочитано.".to_owned());
        }
        let responsible = line(row.text(ColumnField::Responsible));
        let event = EventBody {
            result: row.text(ColumnField::Result).to_owned(),
            term: line(row.text(ColumnField::Term)),
            level: level_of(&responsible),
            responsible,
            evidence: row.text(ColumnField::Evidence).to_owned(),
            is_group: false,
        };
        doubts.extend(swapped(&event));
        RowBody {
            place: row.place.clone(),
            sheet: Some(sheet),
            code,
            section: self.section.clone(),
            title,
            kind: RowKind::Event(event),
            doubts,
            decision: Decision::Pending,
            edited: false,
        }
    }

    fn open_section(&mut self, text: &str) {
        let (code, title) = codes::heading(&line(text));
        let title = title.trim_end_matches([':', '.']).to_owned();
        if let Some(known) = self.sections.iter().find(|section| norm(&section.title) == norm(&title)) {
            self.section = known.code.clone();
            return;
        }
        let taken = |code: &str| self.sections.iter().any(|section| section.code == code);
        let ordinal = || (self.sections.len() + 1..).map(|n| n.to_string()).find(|code| !taken(code));
        let code = code.filter(|code| !taken(code)).or_else(ordinal).unwrap_or_default();
        self.section = code.clone();
        self.sections.push(CodedText { code, title });
    }

    fn skip(&mut self, place: &str, text: &str, why: &str) {
        self.skipped.push(Skipped { place: place.to_owned(), text: brief(text), why: why.to_owned() });
    }
}

/// In some plans a row «1. Название» without a term is a heading; in others it is an event that lacks one.
fn bare_numbers_are_headings(rows: &[Row]) -> bool {
    let shallow =
        |row: &&Row| codes::of_cell(row.text(ColumnField::Code)).is_some_and(|code| codes::depth(&code) == 1);
    let bare = |row: &&Row| row.only_has(&[ColumnField::Code, ColumnField::Title, ColumnField::Section]);
    let deep = rows
        .iter()
        .any(|row| codes::of_cell(row.text(ColumnField::Code)).is_some_and(|code| codes::depth(&code) > 1));
    deep && rows.iter().filter(shallow).all(|row| bare(&row))
}

/// The column «Срок» names people and the column «Ответственный» names months.
fn swapped(event: &EventBody) -> Option<String> {
    let dated = super::guess::looks_dated;
    let people =
        !event.term.is_empty() && !dated(&event.term) && level_of(&event.term) != EventLevel::Unassigned;
    let moved = dated(&event.responsible) && level_of(&event.responsible) == EventLevel::Unassigned;
    (people && (moved || event.responsible.is_empty()))
        .then(|| "В графе «Срок» похоже стоит ответственный.".to_owned())
}
