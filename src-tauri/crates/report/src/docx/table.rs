//! Tables: the header repeated on each page, no row torn, widths as in the PDF.

use crate::document::{Kind, Row, Table};
use crate::pdf::fonts::Fonts;
use crate::pdf::table::column_edges;

use super::section::Sheet;
use super::xml::Xml;

/// Background of the header and of group rows, as in the PDF.
const SHADE: &str = "ECEDF0";

/// A borderless column: requisites, stamps, signatures.
#[derive(Debug)]
pub(super) struct Field {
    /// Part of the width.
    pub(super) share: f32,
    /// Centred.
    pub(super) center: bool,
    /// Lines with their weight.
    pub(super) lines: Vec<(String, bool)>,
}

/// A cell in the making.
struct Cell<'a> {
    text: &'a str,
    width: i64,
    span: usize,
    style: &'static str,
    shaded: bool,
    /// Stays on one page with the next row.
    keep: bool,
}

/// Writes a table; it has rows.
pub(super) fn write(xml: &mut Xml, fonts: &mut Fonts, table: &Table, sheet: Sheet) {
    let widths = widths(fonts, table, sheet);
    xml.element("w:tbl", &[], |xml| {
        properties(xml, "DataTable", &widths, &table.summary);
        let titles = table.columns.iter().zip(&widths);
        let head: Vec<Cell<'_>> = titles
            .map(|(column, width)| Cell {
                text: &column.title,
                width: *width,
                span: 1,
                style: "TableHead",
                shaded: true,
                keep: true,
            })
            .collect();
        row(xml, true, &head);
        for (i, data) in table.printed().iter().enumerate() {
            let before_total = matches!(table.printed().get(i + 1), Some(Row::Total(_)));
            row(xml, false, &cells(table, data, &widths, before_total));
        }
    });
}

/// Twentieths of a point, by the same measure as on the pages of the PDF.
fn widths(fonts: &mut Fonts, table: &Table, sheet: Sheet) -> Vec<i64> {
    let edges = column_edges(fonts, table, sheet.text_width() / 20.0);
    edges.windows(2).map(|pair| ((pair[1] - pair[0]) * 20.0).round() as i64).collect()
}

fn cells<'a>(table: &Table, data: &'a Row, widths: &[i64], keep: bool) -> Vec<Cell<'a>> {
    let (texts, total) = match data {
        Row::Group(text) | Row::Subgroup(text) => {
            let (width, span) = (widths.iter().sum(), widths.len());
            return vec![Cell {
                text,
                width,
                span,
                style: "TableGroup",
                shaded: matches!(data, Row::Group(_)),
                keep: true,
            }];
        }
        Row::Cells(texts) => (texts, false),
        Row::Total(texts) => (texts, true),
    };
    let columns = table.columns.iter().zip(widths).enumerate();
    columns
        .map(|(i, (column, width))| Cell {
            text: texts.get(i).map_or("", String::as_str),
            width: *width,
            span: 1,
            style: match (total, column.kind) {
                (true, Kind::Number) => "TableTotalNumber",
                (true, _) => "TableGroup",
                (false, Kind::Number) => "TableNumber",
                (false, _) => "TableText",
            },
            shaded: total,
            keep,
        })
        .collect()
}

fn properties(xml: &mut Xml, style: &str, widths: &[i64], summary: &str) {
    let total: i64 = widths.iter().sum();
    xml.element("w:tblPr", &[], |xml| {
        xml.value("w:tblStyle", style);
        xml.empty("w:tblW", &[("w:w", &total.to_string()), ("w:type", "dxa")]);
        xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        xml.empty("w:tblLook", &[("w:val", "0020"), ("w:firstRow", "1")]);
        if !summary.is_empty() {
            xml.value("w:tblDescription", summary);
        }
    });
    xml.element("w:tblGrid", &[], |xml| {
        widths.iter().for_each(|width| xml.empty("w:gridCol", &[("w:w", &width.to_string())]));
    });
}

fn row(xml: &mut Xml, header: bool, cells: &[Cell<'_>]) {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            if header {
                xml.empty("w:tblHeader", &[]);
            }
        });
        cells.iter().for_each(|data| cell(xml, data));
    });
}

fn cell(xml: &mut Xml, data: &Cell<'_>) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &data.width.to_string()), ("w:type", "dxa")]);
            if data.span > 1 {
                xml.value("w:gridSpan", data.span);
            }
            if data.shaded {
                xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", SHADE)]);
            }
        });
        let keep = |xml: &mut Xml| {
            if data.keep {
                xml.empty("w:keepNext", &[]);
            }
        };
        xml.paragraph(data.style, keep, |xml| {
            if !data.text.is_empty() {
                xml.run(data.text, false);
            }
        });
    });
}

/// Columns without borders.
pub(super) fn fields(xml: &mut Xml, fields: &[Field], sheet: Sheet) {
    let full = sheet.text_width();
    let widths: Vec<i64> = fields.iter().map(|field| (field.share * full).round() as i64).collect();
    xml.element("w:tbl", &[], |xml| {
        properties(xml, "FieldTable", &widths, "");
        xml.element("w:tr", &[], |xml| {
            xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
            for (field, width) in fields.iter().zip(&widths) {
                field_cell(xml, field, *width);
            }
        });
    });
}

fn field_cell(xml: &mut Xml, field: &Field, width: i64) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        });
        let centred = |xml: &mut Xml| {
            if field.center {
                xml.value("w:jc", "center");
            }
        };
        for (text, bold) in &field.lines {
            xml.paragraph("NoIndent", centred, |xml| xml.run(text, *bold));
        }
        if field.lines.is_empty() {
            xml.paragraph("NoIndent", |_| {}, |_| {});
        }
    });
}
