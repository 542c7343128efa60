//! Tables: header, rows, totals.

mod measure;
mod rows;
mod widths;

use crate::document::{ParagraphStyle, Row, Run, Table};

use super::flow::Flow;
use super::strip::{Strip, baseline};
use super::tags::{Attribute, NodeId};
use super::text::Text;
use measure::Texts;
use rows::{Align, Cells, Maker};
use widths::Fit;
pub(crate) use widths::column_edges;

/// Space at the sides of a cell.
const PAD_X: f32 = 4.8;
/// Share of the page that a table may take and stay whole.
const SHORT: f32 = 0.25;
/// Share of the page of a row that does not stay alone under the header.
const LOW: f32 = 0.07;

/// The header of a table, drawn again on each page.
#[derive(Debug, Clone)]
pub(crate) struct TableHead {
    /// «Продолжение таблицы 2» (ГОСТ Р 2.105), where the table has a number.
    pub(crate) continued: Option<Strip>,
    /// The header.
    pub(crate) strip: Strip,
}

/// Lays a table out; it has rows.
pub(crate) fn lay_table(flow: &mut Flow<'_>, table: &Table) {
    if table.columns.is_empty() {
        return;
    }
    let mut texts = Texts::default();
    let Fit { edges, size } = widths::fit(flow.fonts, &mut texts, table, flow.sheet.text, flow.look.small);
    let node = flow.tree.add(0, "Table");
    flow.tree.set(node, Attribute::Summary(table.summary.clone()));
    let thead = flow.tree.add(node, "THead");
    let mut maker = Maker { flow, texts, edges, size };
    let head = header(&mut maker, table, thead);
    let tbody = maker.flow.tree.add(node, "TBody");
    body(&mut maker, table, tbody, head);
    if let Some(note) = table.cut() {
        flow.paragraph(&[Run::plain(note)], ParagraphStyle::Note);
    }
}

fn body<'a>(maker: &mut Maker<'_, '_, 'a>, table: &'a Table, tbody: NodeId, head: Strip) {
    let page = maker.flow.sheet.room();
    // A header that takes half of the page would leave no room for the rows: it stands once.
    let repeated = head.height < page / 2.0;
    let index = repeated.then_some(maker.flow.heads.len());
    let mut room = page;
    if repeated {
        let continued = continued(maker.flow);
        room -= head.height + continued.as_ref().map_or(0.0, |strip| strip.height);
        maker.flow.heads.push(TableHead { continued, strip: head.clone() });
    }
    maker.flow.strips.push(Strip { keep: repeated, ..head });
    let body = maker.flow.strips.len();
    let rows = table.printed();
    for (i, row) in rows.iter().enumerate() {
        let keep =
            matches!(row, Row::Group(_) | Row::Subgroup(_)) || matches!(rows.get(i + 1), Some(Row::Total(_)));
        let tr = maker.flow.tree.add(tbody, "TR");
        let cells = row_cells(maker, table, row, tr);
        let shade = matches!(row, Row::Group(_) | Row::Total(_));
        let first = maker.flow.strips.len();
        maker.flow.strips.extend(cells.strips(shade, room));
        let strips = &mut maker.flow.strips[first..];
        strips.iter_mut().for_each(|strip| strip.table = index);
        if let Some(last) = strips.last_mut() {
            last.keep |= keep;
        }
    }
    let total = matches!(rows.last(), Some(Row::Total(_)));
    keep_short(&mut maker.flow.strips[body..], room, if total { 3 } else { 2 });
    if let Some(last) = maker.flow.strips.last_mut() {
        last.keep = false;
    }
    maker.flow.space_after(4.0);
}

/// What stands above the repeated header.
fn continued(flow: &mut Flow<'_>) -> Option<Strip> {
    let words = format!("Продолжение таблицы {}", flow.table_number.as_deref()?);
    let size = flow.look.caption();
    let set = flow.plain(size, size * 1.27);
    let mut strip = Strip::of(set.pitch + 2.0);
    for line in set.lines(flow.fonts, &Text::of(&words, false)).into_iter().take(1) {
        strip.text(None, 0.0, baseline(size, set.pitch), line);
    }
    Some(strip)
}

/// A short table is not torn between pages; a long one leaves no single row at its end, nor a low one at its
/// beginning. `tail` is how many rows its end is.
fn keep_short(rows: &mut [Strip], room: f32, tail: usize) {
    let height: f32 = rows.iter().map(|row| row.height).sum();
    let whole = height <= room * SHORT;
    let count = rows.len();
    for (i, row) in rows.iter_mut().enumerate() {
        let low = i == 0 && row.height <= room * LOW;
        row.keep |= whole || low || (i + tail >= count && i + 1 < count);
    }
}

fn header<'a>(maker: &mut Maker<'_, '_, 'a>, table: &'a Table, thead: NodeId) -> Strip {
    let tr = maker.flow.tree.add(thead, "TR");
    let mut cells = Vec::new();
    for (i, column) in table.columns.iter().enumerate() {
        let node = maker.flow.tree.add(tr, "TH");
        maker.flow.tree.set(node, Attribute::Scope("Column"));
        cells.push(maker.cell(node, &column.title, true, (i, i + 1), Align::Center));
    }
    // A header is one strip: it is drawn again whole on each page.
    let mut strip = Cells::of(cells, maker.size).whole(true);
    strip.before = 4.0;
    strip
}

fn row_cells<'a>(maker: &mut Maker<'_, '_, 'a>, table: &'a Table, row: &'a Row, tr: NodeId) -> Cells {
    let count = table.columns.len();
    let (texts, bold) = match row {
        Row::Group(text) | Row::Subgroup(text) => {
            let node = maker.flow.tree.add(tr, "TH");
            maker.flow.tree.set(node, Attribute::Scope("Row"));
            maker.flow.tree.set(node, Attribute::ColSpan(count));
            return Cells::of(vec![maker.cell(node, text, true, (0, count), Align::Left)], maker.size);
        }
        Row::Cells(texts) => (texts, false),
        Row::Total(texts) => (texts, true),
    };
    let mut cells = Vec::new();
    for (i, column) in table.columns.iter().enumerate() {
        let node = maker.flow.tree.add(tr, "TD");
        let text = texts.get(i).map_or("", String::as_str);
        cells.push(maker.cell(node, text, bold, (i, i + 1), Align::of(column.kind, text)));
    }
    Cells::of(cells, maker.size)
}
