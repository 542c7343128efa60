//! Requisite «подпись»: post, place of the signature, name.

use crate::document::{Mark, Signature, SignatureMark, SimpleMark};

use super::flow::{Flow, Set};
use super::geometry::MM;
use super::strip::{Draw, Strip, baseline};
use super::text::Text;

/// Shares of the width: the post, the place of the signature and the name.
const POST_W: f32 = 0.27;
const MARK_X: f32 = 0.282;
const MARK_W: f32 = 0.488;
const NAME_X: f32 = 0.782;
/// A signature stands under at least so many lines.
const LINES: f32 = 2.0;
const MARK_RGB: [f32; 3] = [0.16, 0.28, 0.52];

/// Lays the block out; it is never torn from the text before it, nor from the one who signs above.
pub(crate) fn lay_signature(flow: &mut Flow<'_>, signature: &Signature) {
    hold_text(&mut flow.strips, LINES * flow.look.tight);
    let full = flow.sheet.text;
    let post = Set { width: full * POST_W, ..flow.plain(flow.look.size, flow.look.tight) };
    let name = Set { x: full * NAME_X, width: full * (1.0 - NAME_X), place: 1.0, ..post };
    let post_node = flow.tree.add(0, "P");
    let posts = post.lines(flow.fonts, &Text::of(&signature.post, false));
    let mark = match &signature.mark {
        Mark::Electronic(mark) => electronic(flow, mark),
        Mark::Simple(mark) => simple(flow, mark),
        Mark::Pen => by_hand(flow, signature),
    };
    let name_node = flow.tree.add(0, "P");
    let names = name.lines(flow.fonts, &Text::of(&signature.name, false));
    let height = mark.height.max(posts.len().max(names.len()) as f32 * post.pitch);
    let mut strip = Strip { before: 22.0, mark: mark.mark, ..Strip::of(height) };
    for (node, set, lines) in [(post_node, post, posts), (name_node, name, names)] {
        let top = (height - lines.len() as f32 * set.pitch) / 2.0;
        for (i, line) in lines.into_iter().enumerate() {
            let y = top + i as f32 * set.pitch + baseline(set.size, set.pitch);
            strip.text(Some(node), set.left(&line), y, line);
        }
        if node == post_node {
            strip.cmds.extend(mark.cmds.iter().cloned());
        }
    }
    flow.strips.push(strip);
}

/// Ties so much of the text to what follows: a signature that goes to the next page takes it along.
fn hold_text(strips: &mut [Strip], wanted: f32) {
    let mut held = 0.0;
    for strip in strips.iter_mut().rev() {
        if held >= wanted {
            return;
        }
        strip.keep = true;
        held += strip.height;
    }
}

/// Left edge and width of the place of the signature.
fn place(flow: &Flow<'_>) -> (f32, f32) {
    (flow.sheet.text * MARK_X, flow.sheet.text * MARK_W)
}

/// A line for the pen and one for the date.
fn by_hand(flow: &mut Flow<'_>, signature: &Signature) -> Strip {
    let pitch = flow.look.tight;
    let mut strip = Strip::of(2.0 * pitch + 6.0);
    let y = pitch + 6.0;
    let (x, width) = place(flow);
    let width = width - 8.0 * MM;
    strip.decorate(Draw::Rule { from: [x, y], to: [x + width, y], line: 0.6, grey: 0.0 });
    let node = flow.tree.add(0, "P");
    let set = Set { place: 0.5, x, width, ..flow.plain(9.0, 11.0) };
    for line in set.lines(flow.fonts, &Text::of(&signature.under_line(), false)) {
        strip.text(Some(node), set.left(&line), y + baseline(9.0, 12.0), line);
    }
    strip
}

/// The mark of the electronic signature: its words are those of the standard.
fn electronic(flow: &mut Flow<'_>, mark: &SignatureMark) -> Strip {
    let dates = format!("{} по {}", mark.valid_from.format("%d.%m.%Y"), mark.valid_to.format("%d.%m.%Y"));
    let rows = [
        format!("Сертификат: {}", mark.serial),
        format!("Владелец: {}", mark.owner),
        format!("Действителен: с {dates}"),
    ];
    let mut strip = framed(flow, "Документ подписан\u{a0}электронной подписью", &rows);
    let (x, width) = place(flow);
    strip.mark = Some([x, 0.0, width, strip.height]);
    flow.tree.add(0, "Form"); // of the field that lies over it
    strip
}

/// The mark of a simple electronic signature: who, when, by what key.
fn simple(flow: &mut Flow<'_>, mark: &SimpleMark) -> Strip {
    let rows = [
        format!("{}, {}", mark.owner, mark.post),
        format!("Дата и время: {}", mark.signed_at.format("%d.%m.%Y %H:%M (UTC%:z)")),
        format!("Ключ: {}", mark.key),
    ];
    framed(flow, "Документ подписан простой\u{a0}электронной подписью", &rows)
}

fn framed(flow: &mut Flow<'_>, heading: &str, rows: &[String]) -> Strip {
    let node = flow.tree.add(0, "P");
    let (x, w) = place(flow);
    let mut strip = Strip::default();
    let mut y = 5.0;
    let heading = (heading, true, 10.0);
    for (text, bold, size) in
        std::iter::once(heading).chain(rows.iter().map(|row| (row.as_str(), false, 8.5)))
    {
        let inner = Set { x: x + 7.0, width: w - 14.0, ..flow.plain(size, size * 1.3) };
        for line in inner.lines(flow.fonts, &Text::of(text, bold)) {
            strip.text(Some(node), inner.x, y + baseline(size, inner.pitch), line);
            y += inner.pitch;
        }
        y += if bold { 2.0 } else { 0.0 };
    }
    strip.height = y + 5.0;
    let h = strip.height;
    strip.decorate(Draw::Frame { x, y: 0.0, w, h, line: 1.0, rgb: MARK_RGB });
    strip
}
