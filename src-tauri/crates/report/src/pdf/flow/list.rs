//! Lists, one inside another.

use super::{Flow, Set};
use crate::document::{List, Run};
use crate::pdf::geometry::MM;
use crate::pdf::strip::{Strip, baseline};
use crate::pdf::tags::{Attribute, NodeId};
use crate::pdf::text::Text;

/// Where a list stands among the lists around it.
#[derive(Debug, Clone, Default)]
pub(super) struct Place {
    /// Left edge of the labels, from the indent.
    left: f32,
    /// Numbers of the items around: «1.».
    prefix: String,
}

/// Lists deeper than this are not moved further to the right.
const DEEPEST: f32 = 40.0 * MM;

impl Flow<'_> {
    /// Lays a list out under an element.
    pub(super) fn list(&mut self, list: &List, parent: NodeId, place: &Place) {
        let node = self.tree.add(parent, "L");
        self.tree.set(node, Attribute::ListNumbering(if list.numbered { "Decimal" } else { "None" }));
        let labels: Vec<String> = (1..=list.items.len())
            .map(|i| if list.numbered { format!("{}{i})", place.prefix) } else { "—".to_owned() })
            .collect();
        let hang = self.hang(&labels);
        let mut last = self.strips.len();
        for (i, (item, label)) in list.items.iter().zip(&labels).enumerate() {
            let before = if i == 0 && place.prefix.is_empty() { 3.0 } else { 1.5 };
            // An item that announces another list is not left without it.
            let keep = item.inner.as_ref().is_some_and(|inner| !inner.items.is_empty());
            last = self.strips.len();
            let body = self.list_item(node, label, &item.runs, (place.left, hang), (before, keep));
            if let Some(inner) = item.inner.as_ref().filter(|inner| !inner.items.is_empty()) {
                let prefix =
                    if list.numbered { format!("{}{}.", place.prefix, i + 1) } else { String::new() };
                self.list(inner, body, &Place { left: (place.left + hang).min(DEEPEST), prefix });
            }
        }
        // A last item of one line does not go to the next page alone.
        if list.items.len() > 1 && self.strips.len() == last + 1 {
            self.strips[last - 1].keep = true;
        }
    }

    /// Width that the labels of a list take.
    fn hang(&mut self, labels: &[String]) -> f32 {
        let widest = labels.last().map_or(0, |label| self.fonts.width(label, false));
        (widest as f32 * self.look.size / 1000.0 + 2.2 * MM).max(6.0 * MM)
    }

    fn list_item(
        &mut self,
        list: NodeId,
        label: &str,
        runs: &[Run],
        (left, hang): (f32, f32),
        (before, keep): (f32, bool),
    ) -> NodeId {
        let item = self.tree.add(list, "LI");
        let (mark, body) = (self.tree.add(item, "Lbl"), self.tree.add(item, "LBody"));
        let left = self.indent + left;
        let x = left + hang;
        let set = Set { x, width: self.sheet.text - x, indent: 0.0, ..self.body() };
        let text = self.text(runs);
        let lines = set.lines(self.fonts, &text);
        let first = self.strips.len();
        let count = lines.len();
        self.lines(body, lines, set, before, false);
        self.strips[first + count - 1].keep |= keep;
        let beside = Set { x: left, width: hang + x, justify: false, ..set };
        for line in beside.lines(self.fonts, &Text::of(label, false)) {
            let mut strip = Strip::default();
            strip.text(Some(mark), left, baseline(set.size, set.pitch), line);
            self.strips[first].cmds.splice(0..0, strip.cmds);
        }
        body
    }
}
