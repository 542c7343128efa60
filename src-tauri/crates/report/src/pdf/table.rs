//! Tables: widths, cells, header, rows.

use std::rc::Rc;

use crate::document::{Kind, Row, Table};

use super::breaking::{Line, least_width};
use super::flow::{Flow, Set};
use super::fonts::Fonts;
use super::geometry::{SMALL, SMALL_PITCH};
use super::strip::{Cmd, Draw, Strip, baseline};
use super::tags::{Attribute, NodeId};
use super::text::Text;

/// Space at the sides of a cell.
const PAD_X: f32 = 4.8;
/// Space above and below the text of a cell.
const PAD_Y: f32 = 2.5;
/// Weight of the rules.
const RULE: f32 = 0.5;
/// Background of the header and of group rows.
const SHADE: [f32; 3] = [0.925, 0.93, 0.94];

/// The header of a table, drawn again on each page.
#[derive(Debug, Clone)]
pub(crate) struct TableHead {
    /// The header.
    pub(crate) strip: Strip,
}

/// Where the lines of a cell stand.
#[derive(Debug, Clone, Copy)]
enum Align {
    Left,
    Center,
    Right,
}

impl From<Kind> for Align {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Text | Kind::Date => Self::Left,
            Kind::Number => Self::Right,
        }
    }
}

/// Share of the page that a table may take and stay whole.
const SHORT: f32 = 0.25;

/// A row in the making.
struct Cells {
    cells: Vec<Cell>,
}

impl Cells {
    fn width(&self) -> f32 {
        self.cells.last().map_or(0.0, |cell| cell.x + cell.width)
    }
}

struct Cell {
    node: NodeId,
    x: f32,
    width: f32,
    align: Align,
    lines: Vec<Rc<Line>>,
}

/// Lays a table out; it has rows.
pub(crate) fn lay_table(flow: &mut Flow<'_>, table: &Table) {
    let edges = column_edges(flow.fonts, table, flow.sheet.text);
    let index = flow.heads.len();
    let node = flow.tree.add(0, "Table");
    flow.tree.set(node, Attribute::Summary(table.summary.clone()));
    let thead = flow.tree.add(node, "THead");
    let head = header(flow, table, thead, &edges);
    let room = flow.sheet.room() - head.height;
    flow.heads.push(TableHead { strip: head.clone() });
    flow.strips.push(head);
    let body = flow.strips.len();
    let tbody = flow.tree.add(node, "TBody");
    for (i, row) in table.rows.iter().enumerate() {
        let keep = matches!(row, Row::Group(_) | Row::Subgroup(_))
            || matches!(table.rows.get(i + 1), Some(Row::Total(_)));
        let tr = flow.tree.add(tbody, "TR");
        let cells = row_cells(flow, table, row, tr, &edges);
        let shade = matches!(row, Row::Group(_) | Row::Total(_));
        let first = flow.strips.len();
        flow.strips.extend(row_strips(&cells, shade, room));
        for strip in &mut flow.strips[first..] {
            strip.table = Some(index);
        }
        if let Some(last) = flow.strips.last_mut() {
            last.keep |= keep;
        }
    }
    keep_short(&mut flow.strips[body..], room);
    if let Some(last) = flow.strips.last_mut() {
        last.keep = false;
        last.height += 4.0;
    }
}

/// A short table is not torn between pages; a long one leaves no single row at its end.
fn keep_short(rows: &mut [Strip], room: f32) {
    let height: f32 = rows.iter().map(|row| row.height).sum();
    let whole = height <= room * SHORT;
    let count = rows.len();
    for (i, row) in rows.iter_mut().enumerate() {
        row.keep |= whole || i + 2 == count;
    }
}

/// Left edges of the columns and the right edge of the last one.
///
/// Widths follow the weights, but no column is narrower than its longest word, or, where there is
/// no room for whole words, than its longest syllable.
pub(crate) fn column_edges(fonts: &mut Fonts, table: &Table, full: f32) -> Vec<f32> {
    let words: Vec<f32> =
        (0..table.columns.len()).map(|i| least_column(fonts, table, i, (full, false))).collect();
    let least = match words.iter().sum::<f32>() <= full {
        true => words,
        false => (0..table.columns.len()).map(|i| least_column(fonts, table, i, (full, true))).collect(),
    };
    let weights: f32 = table.columns.iter().map(|column| column.weight).sum();
    let wanted = table.columns.iter().map(|column| column.weight / weights * full);
    let mut widths: Vec<f32> = wanted.zip(&least).map(|(wanted, least)| wanted.max(*least)).collect();
    let excess = widths.iter().sum::<f32>() - full;
    let spare: f32 = widths.iter().zip(&least).map(|(width, least)| width - least).sum();
    for (width, least) in widths.iter_mut().zip(&least) {
        *width -= if spare > 0.0 { excess * (*width - least) / spare } else { 0.0 };
    }
    let scale = full / widths.iter().sum::<f32>();
    let mut edges = vec![0.0];
    for width in widths {
        edges.push(edges.last().copied().unwrap_or(0.0) + width * scale);
    }
    edges
}

/// The least width at which the header keeps whole words and the cells whole words or syllables.
fn least_column(fonts: &mut Fonts, table: &Table, column: usize, (full, syllables): (f32, bool)) -> f32 {
    let mut least = least_width(fonts, &Text::of(&table.columns[column].title, true), SMALL, false);
    for row in &table.rows {
        let (cells, bold) = match row {
            Row::Cells(cells) => (cells, false),
            Row::Total(cells) => (cells, true),
            Row::Group(_) | Row::Subgroup(_) => continue,
        };
        if let Some(cell) = cells.get(column) {
            least = least.max(least_width(fonts, &Text::of(cell, bold), SMALL, syllables));
        }
    }
    // A hash or an address may be broken anywhere: it must not push the other columns out.
    (least + 2.0 * PAD_X + 0.5).min(full / 5.0)
}

fn header(flow: &mut Flow<'_>, table: &Table, thead: NodeId, edges: &[f32]) -> Strip {
    let tr = flow.tree.add(thead, "TR");
    let mut cells = Vec::new();
    for (i, column) in table.columns.iter().enumerate() {
        let node = flow.tree.add(tr, "TH");
        flow.tree.set(node, Attribute::Scope("Column"));
        cells.push(cell(flow, node, &column.title, true, [edges[i], edges[i + 1]], Align::Center));
    }
    let mut strip = whole_row(&Cells { cells }, true);
    strip.keep = true;
    strip.before = 2.0;
    strip
}

fn row_cells(flow: &mut Flow<'_>, table: &Table, row: &Row, tr: NodeId, edges: &[f32]) -> Cells {
    let (texts, bold) = match row {
        Row::Group(text) | Row::Subgroup(text) => {
            let node = flow.tree.add(tr, "TH");
            flow.tree.set(node, Attribute::Scope("Row"));
            flow.tree.set(node, Attribute::ColSpan(table.columns.len()));
            let cells = vec![cell(flow, node, text, true, [0.0, flow.sheet.text], Align::Left)];
            return Cells { cells };
        }
        Row::Cells(texts) => (texts, false),
        Row::Total(texts) => (texts, true),
    };
    let mut cells = Vec::new();
    for (i, column) in table.columns.iter().enumerate() {
        let node = flow.tree.add(tr, "TD");
        let text = texts.get(i).map_or("", String::as_str);
        cells.push(cell(flow, node, text, bold, [edges[i], edges[i + 1]], column.kind.into()));
    }
    Cells { cells }
}

fn cell(flow: &mut Flow<'_>, node: NodeId, text: &str, bold: bool, span: [f32; 2], align: Align) -> Cell {
    let width = span[1] - span[0] - 2.0 * PAD_X;
    let set = Set { width, hyphenate: true, ..flow.plain(SMALL, SMALL_PITCH) };
    let lines = match text {
        "" => Vec::new(),
        text => set.lines(flow.fonts, &Text::of(text, bold)),
    };
    Cell {
        node,
        x: span[0],
        width: span[1] - span[0],
        align,
        lines: lines.into_iter().map(Rc::new).collect(),
    }
}

/// One strip, or one for each line when the row is taller than a page.
fn row_strips(row: &Cells, shade: bool, room: f32) -> Vec<Strip> {
    let strip = whole_row(row, shade);
    if strip.height <= room {
        return vec![strip];
    }
    let count = row.cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
    let mut strips: Vec<Strip> =
        (0..count).map(|i| row_band(row, i, i + 1, i == 0, i + 1 == count)).collect();
    for i in [0, count.saturating_sub(2)] {
        strips[i].keep = count > 1;
    }
    strips
}

fn whole_row(row: &Cells, shade: bool) -> Strip {
    let count = row.cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0).max(1);
    let mut strip = row_band(row, 0, count, true, true);
    if shade {
        let fill = Draw::Fill { x: 0.0, y: 0.0, w: row.width(), h: strip.height, rgb: SHADE };
        strip.cmds.insert(0, Cmd { node: None, draw: fill });
    }
    strip
}

/// The lines `from..to` of all cells, with the rules around them.
fn row_band(row: &Cells, from: usize, to: usize, top: bool, bottom: bool) -> Strip {
    let above = if top { PAD_Y } else { 0.0 };
    let height = above + (to - from) as f32 * SMALL_PITCH + if bottom { PAD_Y } else { 0.0 };
    let mut strip = Strip::of(height);
    rules(&mut strip, row, top, bottom);
    for cell in &row.cells {
        for (i, line) in cell.lines.iter().enumerate().take(to).skip(from) {
            let slack = cell.width - 2.0 * PAD_X - line.width;
            let shift = match cell.align {
                Align::Left => 0.0,
                Align::Center => slack / 2.0,
                Align::Right => slack,
            };
            let y = above + (i - from) as f32 * SMALL_PITCH + baseline(SMALL, SMALL_PITCH);
            let x = cell.x + PAD_X + shift;
            let draw = Draw::Text { x, y, line: Rc::clone(line), grey: 0.0 };
            strip.cmds.push(Cmd { node: Some(cell.node), draw });
        }
    }
    strip
}

fn rules(strip: &mut Strip, row: &Cells, top: bool, bottom: bool) {
    let (width, height) = (row.width(), strip.height);
    let mut rule = |from, to| strip.decorate(Draw::Rule { from, to, line: RULE, grey: 0.35 });
    if top {
        rule([0.0, 0.0], [width, 0.0]);
    }
    if bottom {
        rule([0.0, height], [width, height]);
    }
    for cell in &row.cells {
        rule([cell.x, 0.0], [cell.x, height]);
    }
    rule([width, 0.0], [width, height]);
}
