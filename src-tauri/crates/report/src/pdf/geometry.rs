//! Sizes on A4, points. GOST R 7.0.97: 30 mm left, 10 right, 20 top and bottom, indent 12.5 mm.

/// Points in a millimetre.
pub(crate) const MM: f32 = 72.0 / 25.4;
/// Page width.
pub(crate) const PAGE_W: f32 = 210.0 * MM;
/// Page height.
pub(crate) const PAGE_H: f32 = 297.0 * MM;
/// Left edge of the text.
pub(crate) const LEFT: f32 = 30.0 * MM;
/// Width of the text.
pub(crate) const TEXT_W: f32 = 170.0 * MM;
/// Top edge of the text, from the top of the page.
pub(crate) const TOP: f32 = 20.0 * MM;
/// Bottom edge of the text, from the top of the page.
pub(crate) const BOTTOM: f32 = PAGE_H - 20.0 * MM;
/// First-line indent.
pub(crate) const INDENT: f32 = 12.5 * MM;
/// Body type.
pub(crate) const BODY: f32 = 12.0;
/// Line pitch of the body.
pub(crate) const BODY_PITCH: f32 = 15.5;
/// Type of tables.
pub(crate) const SMALL: f32 = 9.5;
/// Line pitch of tables.
pub(crate) const SMALL_PITCH: f32 = 11.2;
