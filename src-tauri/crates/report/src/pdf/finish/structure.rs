//! The structure tree and its way back from marks to elements.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::text;
use crate::pdf::tags::{Attribute, Kid, Node, Tree};

/// Writes the tree; gives the reference of its root.
pub(super) fn write(pdf: &mut lopdf::Document, tree: &Tree, pages: &[ObjectId]) -> ObjectId {
    let root = pdf.new_object_id();
    let ids: Vec<ObjectId> = tree.nodes.iter().map(|_| pdf.new_object_id()).collect();
    let writer = Writer { root, ids: &ids, pages };
    for (i, node) in tree.nodes.iter().enumerate() {
        pdf.objects.insert(ids[i], Object::Dictionary(writer.element(i, node)));
    }
    let parents = pdf.add_object(dictionary! { "Nums" => writer.parents(tree) });
    let dictionary = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => ids[0],
        "ParentTree" => parents,
        "ParentTreeNextKey" => pages.len() as i64,
    };
    pdf.objects.insert(root, Object::Dictionary(dictionary));
    root
}

struct Writer<'a> {
    root: ObjectId,
    ids: &'a [ObjectId],
    pages: &'a [ObjectId],
}

impl Writer<'_> {
    fn element(&self, index: usize, node: &Node) -> Dictionary {
        let home = node.kids.iter().find_map(|kid| match kid {
            Kid::Mark { page, .. } => Some(*page),
            Kid::Node(_) => None,
        });
        let mut element = dictionary! {
            "Type" => "StructElem",
            "S" => node.role,
            "P" => if index == 0 { self.root } else { self.ids[node.parent] },
            "K" => node.kids.iter().map(|kid| self.kid(*kid, home)).collect::<Vec<_>>(),
        };
        if let Some(page) = home {
            element.set("Pg", self.pages[page]);
        }
        if let Some(alt) = &node.alt {
            element.set("Alt", text(alt));
        }
        let attributes = self.attributes(&node.attributes);
        if !attributes.is_empty() {
            element.set("A", attributes);
        }
        element
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
        let rows = pages.into_iter();
        rows.flat_map(|(page, marks)| {
            let elements: Vec<Object> = marks.into_values().map(Object::from).collect();
            [Object::Integer(page as i64), Object::Array(elements)]
        })
        .collect()
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
