//! Elements into text: names are ours, words are escaped.

use quick_xml::escape::escape;

use crate::clean::clean;
use crate::pdf::text::Text;

/// Glued as on the pages of the PDF: «50 %» does not end a line in its middle. Spaces at the ends stay.
fn glued(text: &str) -> String {
    let core = text.trim_matches(' ');
    let Some(at) = text.find(core).filter(|_| !core.is_empty()) else { return text.to_owned() };
    format!("{}{}{}", &text[..at], Text::of(core, false).string, &text[at + core.len()..])
}

/// A growing piece of XML.
#[derive(Debug, Default)]
pub(super) struct Xml(String);

impl Xml {
    /// An element with what stands in it.
    pub(super) fn element(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        inside: impl FnOnce(&mut Self),
    ) {
        self.start(name, attributes);
        self.0.push('>');
        inside(self);
        self.0 += &format!("</{name}>");
    }

    /// Elements without attributes, each in the one before.
    pub(super) fn nested(&mut self, names: &[&str], inside: impl FnOnce(&mut Self)) {
        names.iter().for_each(|name| self.0 += &format!("<{name}>"));
        inside(self);
        names.iter().rev().for_each(|name| self.0 += &format!("</{name}>"));
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.0 += "/>";
    }

    /// An element that says one thing.
    pub(super) fn value(&mut self, name: &str, value: impl ToString) {
        self.empty(name, &[("w:val", &value.to_string())]);
    }

    /// Words.
    pub(super) fn text(&mut self, text: &str) {
        self.0 += &escape(clean(text));
    }

    /// A run of words of one weight; line ends become breaks.
    pub(super) fn run(&mut self, text: &str, bold: bool) {
        self.element("w:r", &[], |xml| {
            if bold {
                xml.element("w:rPr", &[], |xml| xml.empty("w:b", &[]));
            }
            for (i, line) in glued(text).lines().enumerate() {
                if i > 0 {
                    xml.empty("w:br", &[]);
                }
                xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(line));
            }
        });
    }

    /// A paragraph of a style; `properties` follow the style in the order of the schema.
    pub(super) fn paragraph(
        &mut self,
        style: &str,
        properties: impl FnOnce(&mut Self),
        runs: impl FnOnce(&mut Self),
    ) {
        self.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.value("w:pStyle", style);
                properties(xml);
            });
            runs(xml);
        });
    }

    /// A field that the office program counts: `PAGE`, `NUMPAGES`.
    pub(super) fn field(&mut self, code: &str, shown: &str) {
        self.element("w:fldSimple", &[("w:instr", code)], |xml| xml.run(shown, false));
    }

    /// What has been written.
    pub(super) fn finish(self) -> String {
        self.0
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.0 += &format!("<{name}");
        for (key, value) in attributes {
            self.0 += &format!(" {key}=\"{}\"", escape(clean(value)));
        }
    }
}
