//! How cells look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Formats of the workbook.
pub(super) struct Look {
    /// The title of the document.
    pub(super) title: Format,
    /// A heading in the text.
    pub(super) heading: Format,
    /// Words of the text.
    pub(super) words: Format,
    /// The name of a value.
    pub(super) name: Format,
    /// Header of a table.
    pub(super) head: Format,
    /// A heading across the table.
    pub(super) group: Format,
    /// A heading under a heading.
    pub(super) subgroup: Format,
    /// A cell of words.
    pub(super) cell: Format,
    /// A row of totals.
    pub(super) total: Format,
}

impl Look {
    pub(super) fn new() -> Self {
        let font = || Format::new().set_font_name("Times New Roman").set_font_size(11);
        let top = || font().set_align(FormatAlign::Top).set_text_wrap();
        let framed = || top().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x59_59_59));
        let shade = Color::RGB(0xEC_ED_F0);
        let head = framed().set_bold().set_background_color(shade);
        Self {
            title: font().set_bold().set_font_size(14),
            heading: top().set_bold().set_font_size(12),
            words: top(),
            name: top().set_bold(),
            head: head.clone().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter),
            group: head.clone(),
            subgroup: framed().set_bold(),
            cell: framed(),
            total: head,
        }
    }
}
