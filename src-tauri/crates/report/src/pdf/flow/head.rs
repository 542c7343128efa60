//! Requisites above the title: organisation, number and date, addressee, stamps.

use super::{Flow, Set};
use crate::document::{Approval, Requisites};
use crate::pdf::breaking::Line;
use crate::pdf::geometry::MM;
use crate::pdf::strip::{Strip, baseline};
use crate::pdf::tags::NodeId;
use crate::pdf::text::Text;

/// Lines of the angular block are no longer (ГОСТ Р 7.0.97-2025).
const COLUMN: f32 = 80.0 * MM;
/// Width of the addressee.
const ADDRESSEE: f32 = 75.0 * MM;

/// Lines of one element in a column.
struct Column {
    node: NodeId,
    set: Set,
    lines: Vec<Line>,
    /// Space above.
    before: f32,
}

impl Flow<'_> {
    fn column(&mut self, set: Set, lines: &[(&str, bool)], before: f32) -> Column {
        let node = self.tree.add(0, "P");
        let texts = lines.iter().map(|(line, bold)| Text::of(line, *bold));
        let lines = texts.flat_map(|text| set.lines(self.fonts, &text)).collect();
        Column { node, set, lines, before }
    }

    /// Columns as one strip; those of the same left edge stand one under another.
    fn side_by_side(&mut self, columns: Vec<Column>) {
        let mut strip = Strip { before: 16.0, ..Strip::default() };
        let (mut y, mut x) = (0.0, f32::NAN);
        for Column { node, set, lines, before } in columns {
            y = if set.x == x { y + before } else { 0.0 };
            x = set.x;
            for line in lines {
                strip.text(Some(node), set.left(&line), y + baseline(set.size, set.pitch), line);
                y += set.pitch;
            }
            strip.height = strip.height.max(y);
        }
        self.strips.push(strip);
    }

    /// Each stamp in its half of the page, the approval at the right.
    pub(super) fn approval(&mut self, approval: &Approval) {
        let left = Set { width: COLUMN, ..self.plain(self.look.size, self.look.tight) };
        let right = Set { x: self.sheet.text - COLUMN, ..left };
        let mut columns = Vec::new();
        for (set, stamp) in [(left, &approval.agreed), (right, &approval.approved)] {
            let Some(stamp) = stamp else { continue };
            let lines = stamp.lines.iter().map(|line| (line.as_str(), false));
            let lines: Vec<(&str, bool)> =
                std::iter::once((stamp.word.as_str(), true)).chain(lines).collect();
            columns.push(self.column(set, &lines, 0.0));
        }
        self.side_by_side(columns);
    }

    pub(super) fn requisites(&mut self, requisites: &Requisites) {
        let left = Set { place: 0.5, width: COLUMN, ..self.plain(self.look.size, self.look.tight) };
        let right = Set { x: self.sheet.text - ADDRESSEE, width: ADDRESSEE, place: 0.0, ..left };
        let number = match requisites.number.as_str() {
            "" => "________",
            number => number,
        };
        let date = format!("{} №\u{a0}{number}", requisites.date.format("%d.%m.%Y"));
        let organisation = requisites.organisation.iter().enumerate();
        let organisation: Vec<(&str, bool)> = organisation.map(|(i, line)| (line.as_str(), i == 0)).collect();
        let addressee: Vec<(&str, bool)> =
            requisites.addressee.iter().map(|line| (line.as_str(), false)).collect();
        let from = self.column(left, &organisation, 0.0);
        let dated = self.column(left, &[(&date, false)], 10.0);
        let to = self.column(right, &addressee, 0.0);
        self.side_by_side(vec![from, dated, to]);
    }
}
