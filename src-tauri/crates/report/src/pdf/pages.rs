//! Strips onto pages.

use super::flow::Flow;
use super::geometry::Sheet;
use super::strip::{Cmd, Draw, Strip};
use super::tags::{Attribute, NodeId};

/// A page: commands with y from its top.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    /// What is drawn.
    pub(crate) cmds: Vec<Placed>,
    /// The sheet.
    pub(crate) sheet: Sheet,
}

/// A command with the top of its strip.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    /// Top of the strip, from the top of the page.
    pub(crate) top: f32,
    /// The command.
    pub(crate) cmd: Cmd,
}

/// An entry of the bookmarks.
#[derive(Debug, Clone)]
pub(crate) struct Bookmark {
    /// 1 to 3.
    pub(crate) level: u8,
    /// Words.
    pub(crate) title: String,
    /// Page index.
    pub(crate) page: usize,
    /// Top, from the bottom of the page as PDF counts.
    pub(crate) y: f32,
}

/// All pages.
#[derive(Debug, Default)]
pub(crate) struct Pages {
    /// Pages.
    pub(crate) pages: Vec<Page>,
    /// Bookmarks in order.
    pub(crate) bookmarks: Vec<Bookmark>,
    /// Where the mark of the signature stands: page index, [x1, y1, x2, y2] as PDF counts.
    pub(crate) marks: Vec<(usize, [f32; 4])>,
}

/// Distributes the strips of a flow.
pub(crate) fn paginate(flow: &mut Flow<'_>) -> Pages {
    let strips = std::mem::take(&mut flow.strips);
    let sheet = strips.first().map_or(Sheet::default(), |strip| strip.sheet);
    let mut pager = Pager {
        flow,
        out: Pages { pages: vec![Page { sheet, ..Page::default() }], ..Pages::default() },
        y: sheet.top,
        fresh: true,
        figures: Vec::new(),
    };
    let mut rest = strips.as_slice();
    while !rest.is_empty() {
        let end = (1..rest.len()).find(|i| !rest[i - 1].keep || rest[*i].page_break).unwrap_or(rest.len());
        let (group, after) = rest.split_at(end);
        pager.group(group);
        rest = after;
    }
    pager.close_figures();
    pager.out
}

struct Pager<'a, 'b> {
    flow: &'a mut Flow<'b>,
    out: Pages,
    y: f32,
    /// Nothing but a repeated header stands on the page yet.
    fresh: bool,
    /// Figures met: node, page, top, bottom.
    figures: Vec<(NodeId, usize, f32, f32)>,
}

impl Pager<'_, '_> {
    fn group(&mut self, group: &[Strip]) {
        let height: f32 = group.iter().map(|strip| strip.before + strip.height).sum();
        let forced = group.first().is_some_and(|strip| strip.page_break);
        if forced || self.y + height > self.sheet().bottom {
            self.turn(group.first());
        }
        for strip in group {
            if self.y + self.before(strip) + strip.height > self.sheet().bottom + 0.5 {
                self.turn(Some(strip));
            }
            self.put(strip);
        }
    }

    fn before(&self, strip: &Strip) -> f32 {
        if self.fresh { 0.0 } else { strip.before }
    }

    /// A new page; in the middle of a table its header is drawn again.
    fn turn(&mut self, next: Option<&Strip>) {
        if self.fresh {
            return;
        }
        let table = next.and_then(|strip| strip.table);
        if table.is_some() {
            self.close_table();
        }
        let sheet = next.map_or(self.sheet(), |strip| strip.sheet);
        self.out.pages.push(Page { sheet, ..Page::default() });
        self.y = sheet.top;
        if let Some(head) = table.and_then(|index| self.flow.heads.get(index)) {
            let mut head = head.strip.clone();
            head.cmds.iter_mut().for_each(|cmd| cmd.node = None);
            self.fresh = true;
            self.put(&head);
        }
        self.fresh = true;
    }

    /// The rule under the last row on the page: a row taller than the page has none of its own.
    fn close_table(&mut self) {
        let draw = Draw::Rule { from: [0.0, 0.0], to: [self.sheet().text, 0.0], line: 0.5, grey: 0.35 };
        let top = self.y;
        self.page().cmds.push(Placed { top, cmd: Cmd { node: None, draw } });
    }

    fn sheet(&self) -> Sheet {
        self.out.pages.last().map_or(Sheet::default(), |page| page.sheet)
    }

    fn page(&mut self) -> &mut Page {
        self.out.pages.last_mut().expect("there is always a page")
    }

    fn put(&mut self, strip: &Strip) {
        self.y += self.before(strip);
        let (top, page, sheet) = (self.y, self.out.pages.len() - 1, self.sheet());
        self.page().cmds.extend(strip.cmds.iter().map(|cmd| Placed { top, cmd: cmd.clone() }));
        if let Some((level, title)) = &strip.bookmark {
            let y = sheet.height - top + 4.0;
            self.out.bookmarks.push(Bookmark { level: *level, title: title.clone(), page, y });
        }
        if let Some([x, y, w, h]) = strip.mark {
            let (left, upper) = (sheet.left + x, sheet.height - top - y);
            self.out.marks.push((page, [left, upper - h, left + w, upper]));
        }
        if let Some(node) = strip.figure {
            self.figures.push((node, page, top, top + strip.height));
        }
        self.y += strip.height;
        self.fresh = false;
    }

    /// Gives each figure that stands on one page its rectangle.
    fn close_figures(&mut self) {
        let mut nodes: Vec<NodeId> = self.figures.iter().map(|figure| figure.0).collect();
        nodes.dedup();
        for node in nodes {
            let parts: Vec<_> = self.figures.iter().filter(|figure| figure.0 == node).collect();
            let page = parts[0].1;
            let sheet = self.out.pages[page].sheet;
            let top =
                parts.iter().filter(|part| part.1 == page).map(|part| part.2).fold(sheet.height, f32::min);
            let bottom = parts.iter().filter(|part| part.1 == page).map(|part| part.3).fold(0.0, f32::max);
            let rect = [sheet.left, sheet.height - bottom, sheet.left + sheet.text, sheet.height - top];
            self.flow.tree.set(node, Attribute::BBox(rect));
        }
    }
}
