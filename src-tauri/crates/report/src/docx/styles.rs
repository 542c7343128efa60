//! Styles by the names that Word knows in every language, and the two kinds of list.

use super::xml::Xml;

/// A list.
#[derive(Debug, Clone, Copy)]
pub(super) enum List {
    /// With dashes.
    Dashes,
    /// The numbered list of this index.
    Numbered(usize),
}

impl List {
    /// Its number in `numbering.xml`.
    pub(super) fn id(self) -> usize {
        match self {
            Self::Dashes => 1,
            Self::Numbered(index) => index + 2,
        }
    }

    /// Its style.
    pub(super) fn style(self) -> &'static str {
        match self {
            Self::Dashes => "ListBullet",
            Self::Numbered(_) => "ListNumber",
        }
    }
}

/// `word/styles.xml`.
pub(super) const STYLES: &str = include_str!("styles.xml");

/// `word/numbering.xml` without its root: dashes, and a numbering that begins anew for each list.
pub(super) fn numbering(numbered: usize) -> String {
    let mut xml = Xml::default();
    for (id, format, text) in [("0", "bullet", "—"), ("1", "decimal", "%1)")] {
        xml.element("w:abstractNum", &[("w:abstractNumId", id)], |xml| {
            xml.value("w:multiLevelType", "singleLevel");
            xml.element("w:lvl", &[("w:ilvl", "0")], |xml| {
                xml.value("w:start", 1);
                xml.value("w:numFmt", format);
                xml.value("w:lvlText", text);
                xml.value("w:lvlJc", "left");
                xml.element("w:pPr", &[], |xml| {
                    xml.empty("w:ind", &[("w:left", "1106"), ("w:hanging", "397")])
                });
            });
        });
    }
    let lists = (0..numbered).map(List::Numbered);
    for list in [List::Dashes].into_iter().chain(lists) {
        xml.element("w:num", &[("w:numId", &list.id().to_string())], |xml| {
            let numbered = matches!(list, List::Numbered(_));
            xml.value("w:abstractNumId", i32::from(numbered));
            if numbered {
                xml.element("w:lvlOverride", &[("w:ilvl", "0")], |xml| xml.value("w:startOverride", 1));
            }
        });
    }
    xml.finish()
}
