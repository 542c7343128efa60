//! Footnotes: a raised number in the text, the words at the foot of the page.

use super::{Flow, Set};
use crate::pdf::breaking::{CALL_SIZE, Item, Line};
use crate::pdf::geometry::MM;
use crate::pdf::strip::{Strip, baseline};
use crate::pdf::tags::NodeId;
use crate::pdf::text::Text;

/// How high the number is raised, in ems of the text.
const RAISE: f32 = 0.36;
/// Where the words of a footnote begin.
const HANG: f32 = 4.0 * MM;

/// A footnote laid out: a strip for each line.
pub(crate) type Footnote = Vec<Strip>;

impl Flow<'_> {
    /// A line cut at its calls: each is an element of its own, and brings its footnote.
    pub(super) fn line_with_calls(
        &mut self,
        strip: &mut Strip,
        node: NodeId,
        left: f32,
        y: f32,
        line: &Line,
    ) {
        let is_call = |item: &Item| matches!(item, Item::Call(..));
        let mut x = left;
        for items in line.items.chunk_by(|a, b| !is_call(a) && !is_call(b)) {
            let spaces = items.iter().filter(|item| matches!(item, Item::Space(..))).count() as f32;
            match items {
                [Item::Call(number, segments)] => {
                    let call = vec![Item::Word(segments.clone())];
                    let reference = self.tree.loose(node, "Reference");
                    let small = Line::of(call, line.size * CALL_SIZE);
                    strip.text(Some(reference), x, y - RAISE * line.size, small);
                    strip.notes.push(number - 1);
                    self.footnote(node, *number);
                }
                items => {
                    let piece = Line { stretch: line.stretch, ..Line::of(items.to_vec(), line.size) };
                    strip.text(Some(node), x, y, piece);
                }
            }
            let width: i32 = items.iter().map(Item::width).sum();
            x += width as f32 * line.size / 1000.0 + spaces * line.stretch;
        }
    }

    /// Lays out the footnote of a number under the element that calls for it.
    fn footnote(&mut self, caller: NodeId, number: usize) {
        let note = self.tree.loose(caller, "Note");
        let label = self.tree.add(note, "Lbl");
        let set = Set { x: HANG, width: self.sheet.text - HANG, justify: true, ..self.small() };
        let y = baseline(set.size, set.pitch);
        let words = self.note_words.get(number - 1).map_or("", String::as_str);
        let lines = set.lines(self.fonts, &Text::of(words, false));
        let mut strips: Vec<Strip> = lines
            .into_iter()
            .map(|line| {
                let mut strip = Strip::of(set.pitch);
                strip.text(Some(note), set.left(&line), y, line);
                strip
            })
            .collect();
        if let Some(first) = strips.first_mut() {
            let mut mark = Strip::default();
            let number = vec![Item::Word(self.fonts.word(&number.to_string(), false))];
            mark.text(Some(label), 0.0, y - RAISE * set.size, Line::of(number, set.size * CALL_SIZE));
            first.cmds.splice(0..0, mark.cmds);
        }
        self.notes.push(strips);
    }
}
