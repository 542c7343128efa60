//! The structure tree and its way back from marks to elements.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::form::Widget;
use super::text;
use crate::clean::clean;
use crate::pdf::tags::{Attribute, Kid, Node, NodeId, Tree};

/// Writes the tree; the n-th «Form» holds the n-th widget. Gives the reference of its root.
pub(super) fn write(
    pdf: &mut lopdf::Document,
    tree: &Tree,
    pages: &[ObjectId],
    widgets: &[Widget],
) -> ObjectId {
    let root = pdf.new_object_id();
    let (used, forms) = used(tree);
    let ids: Vec<ObjectId> =
        used.iter().map(|used| if *used { pdf.new_object_id() } else { (0, 0) }).collect();
    let headings = headings(tree, &used);
    let writer = Writer { root, ids: &ids, used: &used, pages, widgets, forms: &forms, headings: &headings };
    let mut notes = Vec::new();
    for (i, node) in tree.nodes.iter().enumerate().filter(|(i, _)| used[*i]) {
        let mut element = writer.element(i, node);
        if node.role == "Note" {
            let name = Object::string_literal(format!("note{:05}", notes.len() / 2 + 1));
            element.set("ID", name.clone());
            notes.extend([name, ids[i].into()]);
        }
        pdf.objects.insert(ids[i], Object::Dictionary(element));
    }
    let parents = pdf.add_object(dictionary! { "Nums" => writer.parents(tree) });
    let mut dictionary = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => ids[0],
        "ParentTree" => parents,
        "ParentTreeNextKey" => (pages.len() + forms.len()) as i64,
    };
    if !notes.is_empty() {
        dictionary.set("IDTree", dictionary! { "Names" => notes });
    }
    pdf.objects.insert(root, Object::Dictionary(dictionary));
    root
}

/// Which elements hold something, and the forms among them. An empty cell keeps its place in the row.
fn used(tree: &Tree) -> (Vec<bool>, Vec<NodeId>) {
    let mut used = vec![false; tree.nodes.len()];
    for (i, node) in tree.nodes.iter().enumerate().rev() {
        let holds = |kid: &Kid| match kid {
            Kid::Node(below) => used[*below],
            Kid::Mark { .. } => true,
        };
        used[i] = i == 0 || matches!(node.role, "TD" | "TH" | "Form") || node.kids.iter().any(holds);
    }
    let forms = (0..used.len()).filter(|i| tree.nodes[*i].role == "Form").collect();
    (used, forms)
}

/// Levels of headings without gaps: the first is H1, none is deeper than the one before it by two.
fn headings(tree: &Tree, used: &[bool]) -> BTreeMap<NodeId, &'static str> {
    const ROLES: [&str; 6] = ["H1", "H2", "H3", "H4", "H5", "H6"];
    let mut last = 0;
    let mut levels = BTreeMap::new();
    for (i, node) in tree.nodes.iter().enumerate().filter(|(i, _)| used[*i]) {
        if let Some(level) = ROLES.iter().position(|role| *role == node.role) {
            last = (level + 1).min(last + 1);
            levels.insert(i, ROLES[last - 1]);
        }
    }
    levels
}

struct Writer<'a> {
    root: ObjectId,
    ids: &'a [ObjectId],
    used: &'a [bool],
    pages: &'a [ObjectId],
    widgets: &'a [Widget],
    forms: &'a [NodeId],
    headings: &'a BTreeMap<NodeId, &'static str>,
}

impl Writer<'_> {
    fn element(&self, index: usize, node: &Node) -> Dictionary {
        let home = node.kids.iter().find_map(|kid| match kid {
            Kid::Mark { page, .. } => Some(*page),
            Kid::Node(_) => None,
        });
        let mut element = dictionary! {
            "S" => *self.headings.get(&index).unwrap_or(&node.role),
            "P" => if index == 0 { self.root } else { self.ids[node.parent] },
        };
        if let Some(kids) = one_or_many(self.kids(index, node, home)) {
            element.set("K", kids);
        }
        if let Some(page) = home {
            element.set("Pg", self.pages[page]);
        }
        if let Some(alt) = &node.alt {
            // A figure says something even where nobody described it.
            let alt = clean(alt);
            element.set("Alt", text(if alt.trim().is_empty() { "Рисунок без описания" } else { &alt }));
        }
        if let Some(attributes) = one_or_many(self.attributes(&node.attributes)) {
            element.set("A", attributes);
        }
        element
    }

    fn kids(&self, index: usize, node: &Node, home: Option<usize>) -> Vec<Object> {
        let holds = |kid: &&Kid| !matches!(kid, Kid::Node(below) if !self.used[*below]);
        let kids = node.kids.iter().filter(holds).map(|kid| self.kid(*kid, home));
        let widget = self.forms.iter().position(|form| *form == index).and_then(|n| self.widgets.get(n));
        let widget = widget.map(|widget| {
            dictionary! { "Type" => "OBJR", "Pg" => self.pages[widget.page], "Obj" => widget.id }.into()
        });
        kids.chain(widget).collect()
    }

    fn kid(&self, kid: Kid, home: Option<usize>) -> Object {
        match kid {
            Kid::Node(node) => self.ids[node].into(),
            Kid::Mark { page, mcid } if Some(page) == home => (mcid as i64).into(),
            Kid::Mark { page, mcid } => {
                dictionary! { "Type" => "MCR", "Pg" => self.pages[page], "MCID" => mcid as i64 }.into()
            }
        }
    }

    fn attributes(&self, attributes: &[Attribute]) -> Vec<Object> {
        attributes.iter().map(|attribute| Object::Dictionary(attribute_dictionary(attribute))).collect()
    }

    /// For each page the elements of its marks, by number.
    fn parents(&self, tree: &Tree) -> Vec<Object> {
        let mut pages: BTreeMap<usize, BTreeMap<usize, ObjectId>> = BTreeMap::new();
        for (i, node) in tree.nodes.iter().enumerate() {
            for kid in &node.kids {
                if let Kid::Mark { page, mcid } = kid {
                    pages.entry(*page).or_default().insert(*mcid, self.ids[i]);
                }
            }
        }
        let rows = pages.into_iter().map(|(page, marks)| {
            let elements: Vec<Object> = marks.into_values().map(Object::from).collect();
            (page, Object::Array(elements))
        });
        let forms = (self.pages.len()..).zip(self.forms.iter().map(|form| self.ids[*form].into()));
        rows.chain(forms).flat_map(|(key, value)| [Object::Integer(key as i64), value]).collect()
    }
}

/// One thing needs no array around it.
fn one_or_many(mut all: Vec<Object>) -> Option<Object> {
    match all.len() {
        0 => None,
        1 => all.pop(),
        _ => Some(Object::Array(all)),
    }
}

fn attribute_dictionary(attribute: &Attribute) -> Dictionary {
    match attribute {
        Attribute::Scope(scope) => dictionary! { "O" => "Table", "Scope" => *scope },
        Attribute::ColSpan(span) => dictionary! { "O" => "Table", "ColSpan" => *span as i64 },
        Attribute::Summary(summary) => dictionary! { "O" => "Table", "Summary" => text(summary) },
        Attribute::ListNumbering(kind) => dictionary! { "O" => "List", "ListNumbering" => *kind },
        Attribute::BBox(rect) => {
            let rect: Vec<Object> =
                rect.iter().map(|value| Object::Real((value * 10.0).round() / 10.0)).collect();
            dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => rect }
        }
    }
}
