//! The draft as the window shows it.

use opora_domain::authoring::{
    DraftRow, EventBody, IndicatorBody, RowBody, RowKind, RowState, Sheet, event_problems, obstacles,
    read_target, read_term,
};
use opora_domain::period::Period;
use opora_domain::target::Cmp;
use opora_domain::term::{OccurrenceKind, expand};
use opora_domain::words::{Words, counted, plural};

use super::work::Work;
use super::{
    ColumnView, DraftTotals, IndicatorRowView, RowView, TableDraftView, TableView, TargetView, TermView, say,
};
use crate::Detail;

const SAMPLES: usize = 3;
/// Longest sample of a column.
const SAMPLE_CHARS: usize = 80;

/// The whole draft.
pub(super) fn of(work: &Work) -> TableDraftView {
    let draft = &work.draft;
    let (mut rows, mut indicators): (Vec<RowView>, Vec<IndicatorRowView>) = (Vec::new(), Vec::new());
    for row in &work.rows {
        match &row.body.kind {
            RowKind::Event(event) => rows.push(event_row(work, row, event)),
            RowKind::Indicator(indicator) => indicators.push(indicator_row(row, indicator)),
        }
    }
    let states = rows.iter().map(|row| row.state).chain(indicators.iter().map(|row| row.state));
    TableDraftView {
        origin: draft.origin.clone(),
        meta: draft.meta.clone(),
        sections: draft.sections.clone(),
        indicator_sections: draft.indicator_sections.clone(),
        tables: draft.sheets.iter().enumerate().map(|(number, sheet)| table(number, sheet)).collect(),
        totals: totals(states),
        rows,
        indicators,
        skipped: draft.skipped.clone(),
        problems: problems(work),
    }
}

/// What keeps the draft from being finished.
pub(super) fn problems(work: &Work) -> Vec<Detail> {
    let found = obstacles(&work.draft, &work.rows).into_iter();
    found.map(|obstacle| Detail { place: obstacle.place, message: obstacle.message }).collect()
}

/// What is to be looked at in a row.
pub(super) fn doubts(work: &Work, row: &DraftRow) -> Vec<String> {
    match &row.body.kind {
        RowKind::Event(event) => {
            let term = read_term(&event.term, period(work), &[]);
            event_problems(&row.body, event, &term)
        }
        RowKind::Indicator(indicator) => indicator_doubts(&row.body, indicator),
    }
}

/// The period of the programme; until it is known, the year in which the work was begun.
fn period(work: &Work) -> Period {
    let begun = work.draft.started_on;
    work.draft.meta.period().unwrap_or(Period { from: begun, to: None })
}

fn event_row(work: &Work, row: &DraftRow, event: &EventBody) -> RowView {
    let body = &row.body;
    let term = read_term(&event.term, period(work), &[]);
    let problems = event_problems(body, event, &term);
    let state = body.state(&problems);
    let dated = |kind: OccurrenceKind| kind == OccurrenceKind::Dated;
    let occurrences = expand(&term, period(work)).iter().filter(|one| dated(one.kind)).count();
    RowView {
        id: row.id.clone(),
        place: place(body),
        code: body.code.clone(),
        section: body.section.clone(),
        title: body.title.clone(),
        result: event.result.clone(),
        term: TermView {
            reading: if term.raw.is_empty() { String::new() } else { say::term(&term) },
            raw: term.raw,
            segments: term.segments,
            ambiguous: term.ambiguous,
            note: term.note.unwrap_or_default(),
            occurrences,
        },
        responsible: event.responsible.clone(),
        evidence: event.evidence.clone(),
        level: event.level,
        level_label: event.level.label().to_owned(),
        is_group: event.is_group,
        depth: depth(work, &body.code),
        state,
        state_label: state.label().to_owned(),
        problems,
    }
}

/// How many group rows stand above the code.
fn depth(work: &Work, code: &str) -> usize {
    let is_above = |row: &&DraftRow| match &row.body.kind {
        RowKind::Event(event) => {
            event.is_group
                && code.strip_prefix(row.body.code.as_str()).is_some_and(|rest| rest.starts_with('.'))
        }
        RowKind::Indicator(_) => false,
    };
    work.rows.iter().filter(is_above).count()
}

fn indicator_row(row: &DraftRow, indicator: &IndicatorBody) -> IndicatorRowView {
    let body = &row.body;
    let problems = indicator_doubts(body, indicator);
    let state = body.state(&problems);
    IndicatorRowView {
        id: row.id.clone(),
        place: place(body),
        code: body.code.clone(),
        section: body.section.clone(),
        title: body.title.clone(),
        unit: indicator.unit,
        unit_label: indicator.unit.label().to_owned(),
        projection: indicator.projection,
        projection_label: indicator.projection.label().to_owned(),
        targets: targets(body, indicator),
        state,
        state_label: state.label().to_owned(),
        problems,
    }
}

fn targets(body: &RowBody, indicator: &IndicatorBody) -> Vec<TargetView> {
    let of = |text: &opora_domain::authoring::TargetText| {
        let target = read_target(text, indicator, &body.title);
        TargetView {
            stage: text.stage.clone(),
            raw: text.raw.clone(),
            reading: target.words(),
            unread: target.cmp == Cmp::Track && !target.note.is_empty(),
        }
    };
    indicator.targets.iter().map(of).collect()
}

fn indicator_doubts(body: &RowBody, indicator: &IndicatorBody) -> Vec<String> {
    let mut doubts = body.doubts.clone();
    for text in &indicator.targets {
        let target = read_target(text, indicator, &body.title);
        if !target.note.is_empty() && (target.ambiguous || target.cmp == Cmp::Track) {
            doubts.push(format!("Цель «{}»: {}.", text.raw, target.note.trim_end_matches('.')));
        }
    }
    doubts
}

fn place(body: &RowBody) -> String {
    if body.place.is_empty() { "Добавлено вами".to_owned() } else { body.place.clone() }
}

fn table(number: usize, sheet: &Sheet) -> TableView {
    let columns = sheet.columns.iter().enumerate().map(|(at, column)| ColumnView {
        head: column.head.clone(),
        field: column.field,
        samples: samples(sheet, at),
    });
    TableView {
        table: number,
        place: sheet.table.place.clone(),
        heading: sheet.heading.clone(),
        kind: sheet.kind,
        kind_label: sheet.kind.label().to_owned(),
        head_rows: sheet.head_rows,
        rows: sheet.table.rows.len(),
        columns: columns.collect(),
    }
}

fn samples(sheet: &Sheet, column: usize) -> Vec<String> {
    let rows = sheet.table.rows.iter().skip(sheet.head_rows);
    let filled =
        rows.filter_map(|row| row.get(column)).map(|cell| cell.text.as_str()).filter(|text| !text.is_empty());
    filled.take(SAMPLES).map(|text| text.chars().take(SAMPLE_CHARS).collect()).collect()
}

fn totals(states: impl Iterator<Item = RowState>) -> DraftTotals {
    let mut totals = DraftTotals::default();
    for state in states {
        match state {
            RowState::Clear => totals.clear += 1,
            RowState::Unclear => totals.unclear += 1,
            RowState::Confirmed => totals.confirmed += 1,
            RowState::Dropped => totals.dropped += 1,
        }
    }
    totals.all = totals.clear + totals.unclear + totals.confirmed;
    totals.words = words(&totals);
    totals
}

fn words(totals: &DraftTotals) -> String {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let mut parts = Vec::new();
    if totals.confirmed > 0 {
        parts.push(format!("подтверждено {}", totals.confirmed));
    }
    if totals.clear > 0 {
        parts.push(format!("прочитано без сомнений {}", totals.clear));
    }
    if totals.unclear > 0 {
        let verb = plural(number(totals.unclear), "требует", "требуют", "требуют");
        parts.push(format!("{verb} уточнения {}", totals.unclear));
    }
    if totals.dropped > 0 {
        parts.push(format!("исключено {}", totals.dropped));
    }
    let all = counted(number(totals.all), "строка", "строки", "строк");
    if parts.is_empty() { all } else { format!("{all}: {}", parts.join(", ")) }
}
