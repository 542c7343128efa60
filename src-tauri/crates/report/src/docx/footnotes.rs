//! Footnotes: a part of their own, called for in the text.

use super::xml::Xml;

/// The first number that is free: before it stand the lines that part notes from the text.
const FIRST: usize = 2;

/// Calls for the note of this index.
pub(super) fn call(xml: &mut Xml, index: usize) {
    let id = (index + FIRST).to_string();
    xml.element("w:r", &[], |xml| {
        xml.nested(&["w:rPr"], |xml| xml.value("w:rStyle", "FootnoteReference"));
        xml.empty("w:footnoteReference", &[("w:id", &id)]);
    });
}

/// `word/footnotes.xml` without its root.
pub(super) fn write(notes: &[String]) -> String {
    let mut xml = Xml::default();
    for (id, kind, mark) in
        [("0", "separator", "w:separator"), ("1", "continuationSeparator", "w:continuationSeparator")]
    {
        xml.element("w:footnote", &[("w:type", kind), ("w:id", id)], |xml| {
            xml.nested(&["w:p", "w:r"], |xml| xml.empty(mark, &[]));
        });
    }
    for (index, note) in notes.iter().enumerate() {
        xml.element("w:footnote", &[("w:id", &(index + FIRST).to_string())], |xml| {
            let words = |xml: &mut Xml| {
                xml.element("w:r", &[], |xml| {
                    xml.nested(&["w:rPr"], |xml| xml.value("w:rStyle", "FootnoteReference"));
                    xml.empty("w:footnoteRef", &[]);
                });
                xml.run(&format!(" {note}"), false);
            };
            xml.paragraph("FootnoteText", |_| {}, words);
        });
    }
    xml.finish()
}
