//! Running headers: none on the first page but the word of a draft, the number of the page on the others.

use crate::document::Document;

use super::section::Sheet;
use super::xml::Xml;

/// What stands above the first page.
pub(super) fn first(document: &Document) -> Xml {
    let mut xml = Xml::default();
    xml.paragraph(
        "Header",
        |_| {},
        |xml| {
            if let Some(word) = &document.watermark {
                xml.run(word, false);
                watermark(xml, word);
            }
        },
    );
    xml
}

/// What stands above the others.
pub(super) fn running(document: &Document, sheet: Sheet) -> Xml {
    let mut xml = Xml::default();
    xml.paragraph(
        "Header",
        |_| {},
        |xml| {
            xml.run("стр. ", false);
            xml.field("PAGE", "1");
            xml.run(" из ", false);
            xml.field("NUMPAGES", "1");
            if let Some(word) = &document.watermark {
                xml.run(&format!(" · {word}"), false);
                watermark(xml, word);
            }
        },
    );
    let right = (sheet.text_width().round() as i64).to_string();
    let tabs = |xml: &mut Xml| {
        xml.element("w:tabs", &[], |xml| xml.empty("w:tab", &[("w:val", "right"), ("w:pos", &right)]));
    };
    let (left, school) = &document.header;
    xml.paragraph("HeaderSmall", tabs, |xml| {
        xml.run(left, false);
        xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
        xml.run(school, false);
    });
    xml
}

/// A pale word from corner to corner, as Word itself draws it.
fn watermark(xml: &mut Xml, word: &str) {
    let style = "position:absolute;margin-left:0;margin-top:0;width:440pt;height:130pt;rotation:315;\
                 z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:page;\
                 mso-position-vertical:center;mso-position-vertical-relative:page";
    xml.element("w:r", &[], |xml| {
        xml.element("w:pict", &[], |xml| {
            let kind = [
                ("id", "_x0000_t136"),
                ("coordsize", "21600,21600"),
                ("o:spt", "136"),
                ("adj", "10800"),
                ("path", "m@7,l@8,m@5,21600l@6,21600e"),
            ];
            xml.element("v:shapetype", &kind, |xml| {
                xml.element("v:formulas", &[], |xml| {
                    FORMULAS.iter().for_each(|eqn| xml.empty("v:f", &[("eqn", eqn)]))
                });
                xml.empty("v:path", &[("textpathok", "t"), ("o:connecttype", "custom")]);
                xml.empty("v:textpath", &[("on", "t"), ("fitshape", "t")]);
            });
            let shape = [
                ("id", "watermark"),
                ("o:spid", "_x0000_s2049"),
                ("type", "#_x0000_t136"),
                ("style", style),
                ("fillcolor", "#ededed"),
                ("stroked", "f"),
                ("alt", word),
            ];
            xml.element("v:shape", &shape, |xml| {
                xml.empty(
                    "v:textpath",
                    &[("style", "font-family:'Times New Roman';font-size:1pt"), ("string", word)],
                );
            });
        });
    });
}

/// How Word bends words along a path: its own shape 136.
const FORMULAS: [&str; 11] = [
    "sum #0 0 10800",
    "prod #0 2 1",
    "sum 21600 0 @1",
    "sum 0 0 @2",
    "sum 21600 0 @3",
    "if @0 @3 0",
    "if @0 21600 @1",
    "if @0 0 @2",
    "if @0 @4 21600",
    "mid @5 @6",
    "mid @8 @5",
];
