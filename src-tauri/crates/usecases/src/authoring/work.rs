//! The draft and its rows together: in the school's file, or in memory alone.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use opora_domain::Id;
use opora_domain::authoring::{self, Decision, Draft, DraftMeta, DraftRow, Reading, RowBody, Source};
use opora_domain::programme::CodedText;
use opora_store::{Op, Tx};

use crate::{ApiError, App, Result};

/// A draft with its rows in order.
#[derive(Debug, Clone)]
pub(super) struct Work {
    pub(super) draft: Draft,
    pub(super) rows: Vec<DraftRow>,
}

impl Work {
    /// A draft of nothing.
    pub(super) fn blank(id: Id, origin: &str, today: NaiveDate) -> Self {
        let draft = Draft {
            id,
            origin: origin.to_owned(),
            meta: DraftMeta::default(),
            sections: Vec::new(),
            indicator_sections: Vec::new(),
            sheets: Vec::new(),
            skipped: Vec::new(),
            started_on: today,
        };
        Self { draft, rows: Vec::new() }
    }

    /// The draft of the school's file.
    pub(super) fn of(app: &App) -> Result<Option<Self>> {
        let read = app.read()?;
        let Some(draft) = read.all::<Draft>()?.into_iter().next() else { return Ok(None) };
        let mut rows: Vec<DraftRow> = read.by("draft_id", &draft.id)?;
        rows.sort_by_key(|row| row.sort);
        Ok(Some(Self { draft, rows }))
    }

    /// The draft of the school's file, or a refusal.
    pub(super) fn need(app: &App) -> Result<Self> {
        Self::of(app)?.ok_or_else(|| {
            ApiError::refused(
                "Своя программа сейчас не составляется.",
                "Ничего не изменено. Откройте файл с таблицей, вставьте таблицу или начните с чистого листа.",
            )
        })
    }

    /// Adds what another source holds; what the user has done stays.
    pub(super) fn add(&mut self, origin: &str, source: &Source, new_id: &dyn Fn() -> Id) {
        let read = authoring::read(source);
        let mut sheets = std::mem::take(&mut self.draft.sheets);
        let fresh = sheets.is_empty();
        sheets.extend(read.sheets.iter().cloned());
        let mut whole = if fresh { read.clone() } else { authoring::reread(sheets) };
        whole.meta = read.meta;
        self.draft.origin = match self.draft.sheets.is_empty() && fresh {
            true => origin.to_owned(),
            false => format!("{}; {origin}", self.draft.origin),
        };
        fill(&mut self.draft.meta, &whole.meta);
        self.take(whole, new_id);
    }

    /// Takes a reading in place of the one before; rows that the user has touched stay as they are.
    pub(super) fn take(&mut self, read: Reading, new_id: &dyn Fn() -> Id) {
        let key = |body: &RowBody| (body.sheet, body.place.clone());
        let mut known: BTreeMap<_, DraftRow> = std::mem::take(&mut self.rows)
            .into_iter()
            .map(|row| (Key::of(&row, key(&row.body)), row))
            .collect();
        for body in read.rows {
            let before = known.remove(&Key::Place(key(&body)));
            let id = before.as_ref().map_or_else(new_id, |row| row.id.clone());
            let touched = before.map(|row| row.body).filter(is_touched);
            self.rows.push(DraftRow {
                id,
                draft_id: self.draft.id.clone(),
                sort: 0,
                body: touched.unwrap_or(body),
            });
        }
        self.rows.extend(known.into_values().filter(|row| is_touched(&row.body)));
        self.draft.sections = merged(read.sections, &self.draft.sections, &self.rows, true);
        self.draft.indicator_sections =
            merged(read.indicator_sections, &self.draft.indicator_sections, &self.rows, false);
        self.draft.sheets = read.sheets;
        self.draft.skipped = read.skipped;
        self.renumber();
    }

    /// Gives the rows their order.
    pub(super) fn renumber(&mut self) {
        for (at, row) in self.rows.iter_mut().enumerate() {
            row.sort = i64::try_from(at).unwrap_or(i64::MAX);
        }
    }

    /// A row by its id.
    pub(super) fn row(&mut self, id: &str) -> Result<&mut DraftRow> {
        self.rows.iter_mut().find(|row| row.id == id).ok_or_else(|| ApiError::not_found("строка программы"))
    }

    /// Writes the draft and all rows anew.
    pub(super) fn write_whole(&self, app: &mut App, op: Op) -> Result<()> {
        app.transact(op, |tx| {
            erase_rows_gone(tx, self)?;
            tx.put(&self.draft)?;
            self.rows.iter().try_for_each(|row| tx.put(row))?;
            Ok(())
        })
    }

    /// Removes the draft and its rows.
    pub(super) fn erase(&self, tx: &Tx<'_>) -> Result<()> {
        for row in &self.rows {
            tx.delete::<DraftRow>(&row.id)?;
        }
        tx.delete::<Draft>(&self.draft.id)?;
        Ok(())
    }
}

/// What a row is known by when its table is read again.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Place((Option<usize>, String)),
    Own(Id),
}

impl Key {
    fn of(row: &DraftRow, place: (Option<usize>, String)) -> Self {
        if row.body.sheet.is_some() { Self::Place(place) } else { Self::Own(row.id.clone()) }
    }
}

fn is_touched(body: &RowBody) -> bool {
    body.edited || body.sheet.is_none() || body.decision != Decision::Pending
}

/// What is empty is filled; what stands is kept.
fn fill(meta: &mut DraftMeta, found: &DraftMeta) {
    let texts = [
        (&mut meta.title, &found.title),
        (&mut meta.territory, &found.territory),
        (&mut meta.act, &found.act),
        (&mut meta.goal, &found.goal),
    ];
    for (known, found) in texts {
        if known.is_empty() {
            known.clone_from(found);
        }
    }
    if meta.from.is_none() {
        (meta.from, meta.to) = (found.from, found.to);
    }
}

/// Headings of the reading, and those before them under which something still stands.
fn merged(read: Vec<CodedText>, before: &[CodedText], rows: &[DraftRow], events: bool) -> Vec<CodedText> {
    let mut sections = read;
    for section in before {
        let known = sections.iter().any(|known| known.code == section.code);
        let used = rows.iter().any(|row| row.body.is_event() == events && row.body.section == section.code);
        if !known && used {
            sections.push(section.clone());
        }
    }
    sections
}

fn erase_rows_gone(tx: &Tx<'_>, work: &Work) -> Result<()> {
    let before: Vec<DraftRow> = tx.by("draft_id", &work.draft.id)?;
    for row in before {
        if !work.rows.iter().any(|kept| kept.id == row.id) {
            tx.delete::<DraftRow>(&row.id)?;
        }
    }
    Ok(())
}
