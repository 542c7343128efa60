//! Styles by the names that Word knows in every language, and the numberings of lists.

use crate::document::Profile;

use super::xml::Xml;

/// Levels that a numbering of Word has.
const LEVELS: usize = 9;
/// A numbered list may stand so deep within lists with dashes.
const STARTS: usize = 4;

/// How the items of a list are marked.
#[derive(Debug, Clone, Copy)]
pub(super) enum Marks {
    /// With dashes.
    Dashes,
    /// With the numbering of this index.
    Numbers(usize),
}

impl Marks {
    /// Its number in `numbering.xml`.
    pub(super) fn id(self) -> usize {
        match self {
            Self::Dashes => 1,
            Self::Numbers(index) => index + 2,
        }
    }

    /// The style of its items.
    pub(super) fn style(self) -> &'static str {
        match self {
            Self::Dashes => "ListBullet",
            Self::Numbers(_) => "ListNumber",
        }
    }
}

/// The level at which Word is told that an item stands.
pub(super) fn level(depth: usize) -> usize {
    depth.min(LEVELS - 1)
}

/// `word/styles.xml`: type and spacing as the school has chosen.
pub(super) fn styles(profile: Profile) -> String {
    let half_points = |more: u8| (2 * (profile.type_size + more)).to_string();
    include_str!("styles.xml")
        .replace("{body}", &half_points(0))
        .replace("{heading}", &half_points(1))
        .replace("{title}", &half_points(2))
        .replace("{line}", &(u32::from(profile.spacing) * 240 / 100).to_string())
}

/// `word/numbering.xml` without its root: dashes, and a numbering that begins anew for each list, given by the
/// depths at which they begin.
pub(super) fn numbering(numbered: &[usize]) -> String {
    let mut xml = Xml::default();
    abstraction(&mut xml, 0, |_| ("bullet", "—".to_owned()));
    for start in 0..STARTS {
        // «1)», under it «1.1)».
        let label = |level: usize| {
            let parts: Vec<String> = (start.min(level)..=level).map(|i| format!("%{}", i + 1)).collect();
            ("decimal", format!("{})", parts.join(".")))
        };
        abstraction(&mut xml, start + 1, label);
    }
    instance(&mut xml, Marks::Dashes, None);
    for (index, start) in numbered.iter().enumerate() {
        instance(&mut xml, Marks::Numbers(index), Some((*start).min(STARTS - 1)));
    }
    xml.finish()
}

fn abstraction(xml: &mut Xml, id: usize, label: impl Fn(usize) -> (&'static str, String)) {
    xml.element("w:abstractNum", &[("w:abstractNumId", &id.to_string())], |xml| {
        xml.value("w:multiLevelType", "multilevel");
        for level in 0..LEVELS {
            let (format, text) = label(level);
            xml.element("w:lvl", &[("w:ilvl", &level.to_string())], |xml| {
                xml.value("w:start", 1);
                xml.value("w:numFmt", format);
                xml.value("w:lvlText", text);
                xml.value("w:lvlJc", "left");
                let hanging = 397 + 170 * level.min(2);
                let left = (709 + hanging + 397 * level).to_string();
                xml.element("w:pPr", &[], |xml| {
                    xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging.to_string())]);
                });
            });
        }
    });
}

fn instance(xml: &mut Xml, marks: Marks, start: Option<usize>) {
    xml.element("w:num", &[("w:numId", &marks.id().to_string())], |xml| {
        xml.value("w:abstractNumId", start.map_or(0, |start| start + 1));
        if let Some(start) = start {
            let level = [("w:ilvl", &*start.to_string())];
            xml.element("w:lvlOverride", &level, |xml| xml.value("w:startOverride", 1));
        }
    });
}
