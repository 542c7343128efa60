//! The QR code of the first sheet (ГОСТ Р 7.0.97-2025, requisite 31).

use qrcodegen::{QrCode, QrCodeEcc};

use super::geometry::MM;
use super::pages::{Page, Pages, Placed};
use super::strip::{Cmd, Draw};
use super::tags::{Attribute, NodeId, Tree};

/// Side of the code with its quiet field.
const SIDE: f32 = 22.0 * MM;
/// Side where only the upper margin is free.
const SMALL: f32 = 16.0 * MM;
/// Modules of white around the code.
const QUIET: i32 = 4;
/// Room kept free for it at the foot of the first sheet.
pub(crate) const ROOM: f32 = SIDE + 2.0 * MM;

/// Where the code stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Corner {
    /// At the bottom right, under the text: where the standard wants it.
    Bottom,
    /// At the top right, above the text.
    Top,
}

/// The code of some words; none when they are too long for one.
pub(crate) fn encode(words: &str) -> Option<QrCode> {
    QrCode::encode_text(words, QrCodeEcc::Medium).or_else(|_| QrCode::encode_text(words, QrCodeEcc::Low)).ok()
}

/// Draws the code on the first page.
pub(crate) fn put(pages: &mut Pages, tree: &mut Tree, code: &QrCode, words: &str, corner: Corner) {
    let Some(page) = pages.pages.first_mut() else { return };
    let node = tree.add(0, "Figure");
    tree.nodes[node].alt = Some(format!("QR-код документа: {words}"));
    let sheet = page.sheet;
    let (side, bottom) = match corner {
        Corner::Bottom => (SIDE, sheet.bottom),
        Corner::Top => (SMALL, sheet.top - 1.0 * MM),
    };
    let (x, top) = (sheet.text - side, bottom - side);
    let left = sheet.left + x;
    let rect = [left, sheet.height - bottom, left + side, sheet.height - top];
    tree.set(node, Attribute::BBox(rect));
    draw(page, node, code, [x, top, side]);
}

fn draw(page: &mut Page, node: NodeId, code: &QrCode, [x, top, side]: [f32; 3]) {
    let module = side / (code.size() + 2 * QUIET) as f32;
    let place = |i: i32| (i + QUIET) as f32 * module;
    let all = runs(code)
        .into_iter()
        .map(|(row, from, to)| [x + place(from), place(row), (to - from) as f32 * module, module]);
    let draw = Draw::Squares { all: all.collect() };
    page.cmds.push(Placed { top, cmd: Cmd { node: Some(node), draw } });
}

/// Black stretches: row, first module, module after the last.
fn runs(code: &QrCode) -> Vec<(i32, i32, i32)> {
    let mut runs = Vec::new();
    for row in 0..code.size() {
        let mut from = None;
        for i in 0..=code.size() {
            match (code.get_module(i, row), from) {
                (true, None) => from = Some(i),
                (false, Some(start)) => {
                    runs.push((row, start, i));
                    from = None;
                }
                _ => {}
            }
        }
    }
    runs
}
