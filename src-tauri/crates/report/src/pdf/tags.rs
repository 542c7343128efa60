//! The structure tree: what each mark on the pages is a part of.

/// Index of a node.
pub(crate) type NodeId = usize;

/// The tree; node 0 is the document.
#[derive(Debug)]
pub(crate) struct Tree {
    /// Nodes; children come after their parents.
    pub(crate) nodes: Vec<Node>,
}

/// A structure element.
#[derive(Debug)]
pub(crate) struct Node {
    /// Standard type: «P», «TD».
    pub(crate) role: &'static str,
    /// Parent; the document is its own.
    pub(crate) parent: NodeId,
    /// What it holds, in reading order.
    pub(crate) kids: Vec<Kid>,
    /// The same in words, for figures.
    pub(crate) alt: Option<String>,
    /// Attribute owner, key and value.
    pub(crate) attributes: Vec<Attribute>,
    /// Among the children of its parent already.
    attached: bool,
}

/// A child of a node.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kid {
    /// An element.
    Node(NodeId),
    /// Marked content on a page.
    Mark {
        /// Page index.
        page: usize,
        /// Number on that page.
        mcid: usize,
    },
}

/// An attribute of an element.
#[derive(Debug, Clone)]
pub(crate) enum Attribute {
    /// A header cell of a column or of a row.
    Scope(&'static str),
    /// A cell over so many columns.
    ColSpan(usize),
    /// What the table is about.
    Summary(String),
    /// «Decimal» or «None».
    ListNumbering(&'static str),
    /// Where a figure stands on its first page.
    BBox([f32; 4]),
}

impl Tree {
    /// The document alone.
    pub(crate) fn new() -> Self {
        Self { nodes: vec![Node::new(0, "Document", true)] }
    }

    /// Adds an element at the end of its parent.
    pub(crate) fn add(&mut self, parent: NodeId, role: &'static str) -> NodeId {
        let id = self.loose(parent, role);
        self.nodes[id].attached = true;
        self.nodes[parent].kids.push(Kid::Node(id));
        id
    }

    /// An element that takes its place among the words of its parent when it is drawn.
    pub(crate) fn loose(&mut self, parent: NodeId, role: &'static str) -> NodeId {
        self.nodes.push(Node::new(parent, role, false));
        self.nodes.len() - 1
    }

    /// Puts a loose element, or the loose one around it, behind what its parent holds so far.
    pub(crate) fn attach(&mut self, node: NodeId) {
        let mut node = node;
        while node != 0 {
            let parent = self.nodes[node].parent;
            if !std::mem::replace(&mut self.nodes[node].attached, true) {
                self.nodes[parent].kids.push(Kid::Node(node));
            }
            node = parent;
        }
    }

    /// Adds an attribute.
    pub(crate) fn set(&mut self, node: NodeId, attribute: Attribute) {
        self.nodes[node].attributes.push(attribute);
    }
}

impl Node {
    fn new(parent: NodeId, role: &'static str, attached: bool) -> Self {
        Self { role, parent, kids: Vec::new(), alt: None, attributes: Vec::new(), attached }
    }
}
