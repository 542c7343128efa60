//! Strips onto pages.

use std::collections::VecDeque;

use super::flow::{Flow, Footnote};
use super::geometry::{MM, Sheet};
use super::strip::{Cmd, Draw, Strip};
use super::table::TableHead;
use super::tags::NodeId;

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
    /// Rectangles of the figures as PDF counts.
    pub(crate) figures: Vec<(NodeId, [f32; 4])>,
}

/// Space between the text and the footnotes, the rule in its middle.
const FOOT_GAP: f32 = 14.0;
/// Length of the rule above footnotes.
const FOOT_RULE: f32 = 50.0 * MM;
/// Share of a page that footnotes carried over from the last one may take.
const CARRIED: f32 = 0.6;

/// Distributes the strips of a flow; `reserve` is kept free at the foot of the first page.
pub(crate) fn paginate(flow: &mut Flow<'_>, reserve: f32) -> Pages {
    let sheet = flow.strips.first().map_or(flow.sheet, |strip| strip.sheet);
    let mut pager = Pager {
        notes: &flow.notes,
        heads: &flow.heads,
        out: Pages { pages: vec![Page { sheet, ..Page::default() }], ..Pages::default() },
        y: sheet.top,
        fresh: true,
        reserve,
        foot: Vec::new(),
        carried: VecDeque::new(),
        figures: Vec::new(),
    };
    let mut rest = flow.strips.as_slice();
    while !rest.is_empty() {
        let end = (1..rest.len()).find(|i| !rest[i - 1].keep || rest[*i].page_break).unwrap_or(rest.len());
        let (group, after) = rest.split_at(end);
        pager.group(group);
        rest = after;
    }
    pager.close()
}

struct Pager<'a> {
    notes: &'a [Footnote],
    heads: &'a [TableHead],
    out: Pages,
    y: f32,
    /// Nothing but a repeated header stands on the page yet.
    fresh: bool,
    /// Kept free at the foot of the first page.
    reserve: f32,
    /// Lines of footnotes of this page.
    foot: Vec<Strip>,
    /// Lines of footnotes that found no room yet.
    carried: VecDeque<Strip>,
    /// Figures met.
    figures: Vec<Figure>,
}

/// A part of a figure on a page.
struct Figure {
    node: NodeId,
    page: usize,
    /// Left edge and width within the text.
    across: [f32; 2],
    top: f32,
    bottom: f32,
}

impl Pager<'_> {
    fn group(&mut self, group: &[Strip]) {
        let height: f32 = group.iter().map(|strip| strip.before + strip.height).sum();
        let notes: f32 = group.iter().map(|strip| self.demand(strip)).sum();
        let first = group.first();
        if first.is_some_and(|strip| strip.page_break) || !self.fits(height, notes) {
            self.turn(first);
        }
        for strip in group {
            while !self.fits(self.before(strip) + strip.height, self.demand(strip)) && self.turn(Some(strip))
            {
            }
            self.put(strip);
        }
    }

    fn fits(&self, height: f32, notes: f32) -> bool {
        let gap = if notes > 0.0 && self.foot.is_empty() { FOOT_GAP } else { 0.0 };
        self.y + height + notes + gap <= self.bottom() + 0.5
    }

    /// Room that the footnotes of a strip ask for on its page: all of a short one, the beginning of a long one.
    fn demand(&self, strip: &Strip) -> f32 {
        let most = self.sheet().room() / 4.0;
        let height = |note: &usize| {
            let lines = self.notes.get(*note).into_iter().flatten();
            let whole: f32 = lines.clone().map(|line| line.height).sum();
            if whole <= most { whole } else { lines.take(3).map(|line| line.height).sum() }
        };
        strip.notes.iter().map(height).sum()
    }

    fn before(&self, strip: &Strip) -> f32 {
        if self.fresh { 0.0 } else { strip.before }
    }

    /// A new page, unless this one is still empty; in the middle of a table its header is drawn again.
    fn turn(&mut self, next: Option<&Strip>) -> bool {
        let reserved = self.reserve > 0.0 && self.out.pages.len() == 1;
        if self.fresh && self.foot.is_empty() && !reserved {
            return false;
        }
        let table = next.and_then(|strip| strip.table);
        if table.is_some() && !self.fresh {
            self.close_table();
        }
        self.page_with(next.map_or(self.sheet(), |strip| strip.sheet));
        if let Some(head) = table.and_then(|index| self.heads.get(index)) {
            for mut strip in head.continued.iter().chain([&head.strip]).cloned() {
                strip.cmds.iter_mut().for_each(|cmd| cmd.node = None);
                self.put(&strip);
                self.fresh = true;
            }
        }
        self.fresh = true;
        true
    }

    /// Ends this page with its footnotes and begins another with what is left of them.
    fn page_with(&mut self, sheet: Sheet) {
        self.close_foot();
        self.out.pages.push(Page { sheet, ..Page::default() });
        self.y = sheet.top;
        self.fresh = true;
        self.fill_foot(sheet.room() * (1.0 - CARRIED));
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

    /// Where text and footnotes end on this page.
    fn floor(&self) -> f32 {
        self.sheet().bottom - if self.out.pages.len() == 1 { self.reserve } else { 0.0 }
    }

    /// Where the text ends on this page.
    fn bottom(&self) -> f32 {
        let foot: f32 = self.foot.iter().map(|line| line.height).sum();
        self.floor() - foot - if self.foot.is_empty() { 0.0 } else { FOOT_GAP }
    }

    /// Moves waiting lines of footnotes to this page while so much of it stays free.
    fn fill_foot(&mut self, free: f32) {
        while let Some(line) = self.carried.front() {
            let gap = if self.foot.is_empty() { FOOT_GAP } else { 0.0 };
            if self.y + free + gap + line.height > self.bottom() + 0.5 {
                return;
            }
            self.foot.extend(self.carried.pop_front());
        }
    }

    fn close_foot(&mut self) {
        if self.foot.is_empty() {
            return;
        }
        let mut top = self.bottom() + FOOT_GAP;
        let lines = std::mem::take(&mut self.foot);
        let draw = Draw::Rule { from: [0.0, 0.0], to: [FOOT_RULE, 0.0], line: 0.5, grey: 0.2 };
        let page = self.page();
        page.cmds.push(Placed { top: top - FOOT_GAP / 2.0 + 2.0, cmd: Cmd { node: None, draw } });
        for line in lines {
            page.cmds.extend(line.cmds.into_iter().map(|cmd| Placed { top, cmd }));
            top += line.height;
        }
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
        if let Some((node, across)) = strip.figure {
            self.figures.push(Figure { node, page, across, top, bottom: top + strip.height });
        }
        for (node, across, [from, to]) in &strip.figures {
            self.figures.push(Figure {
                node: *node,
                page,
                across: *across,
                top: top + from,
                bottom: top + to,
            });
        }
        self.y += strip.height;
        self.fresh = false;
        for note in &strip.notes {
            self.carried.extend(self.notes.get(*note).into_iter().flatten().cloned());
        }
        self.fill_foot(0.0);
    }

    /// The last footnotes and the rectangles of the figures, each by its first page.
    fn close(mut self) -> Pages {
        while !self.carried.is_empty() {
            self.page_with(self.sheet());
            self.fill_foot(0.0);
        }
        self.close_foot();
        for parts in self.figures.chunk_by(|a, b| a.node == b.node) {
            let (first, sheet) = (&parts[0], self.out.pages[parts[0].page].sheet);
            let here = || parts.iter().filter(|part| part.page == first.page);
            let top = here().map(|part| part.top).fold(sheet.height, f32::min);
            let bottom = here().map(|part| part.bottom).fold(0.0, f32::max);
            let [x, w] = first.across;
            let rect = [sheet.left + x, sheet.height - bottom, sheet.left + x + w, sheet.height - top];
            self.out.figures.push((first.node, rect));
        }
        self.out
    }
}
