//! Sizes on A4, points. GOST R 7.0.97: 30 mm at the edge of filing, 20 at the top and bottom (and at
//! the left of a turned sheet), 10 at the right, indent 12.5 mm.

use crate::document::Orientation;

/// Points in a millimetre.
pub(crate) const MM: f32 = 72.0 / 25.4;
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

/// A sheet and the field of its text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Sheet {
    /// Page width.
    pub(crate) width: f32,
    /// Page height.
    pub(crate) height: f32,
    /// Left edge of the text.
    pub(crate) left: f32,
    /// Width of the text.
    pub(crate) text: f32,
    /// Top edge of the text, from the top of the page.
    pub(crate) top: f32,
    /// Bottom edge of the text, from the top of the page.
    pub(crate) bottom: f32,
}

impl Sheet {
    const PORTRAIT: Self = Self {
        width: 210.0 * MM,
        height: 297.0 * MM,
        left: 30.0 * MM,
        text: 170.0 * MM,
        top: 20.0 * MM,
        bottom: 277.0 * MM,
    };
    /// Filed by its upper edge, as the upright sheets around it are by the left one.
    const LANDSCAPE: Self = Self {
        width: 297.0 * MM,
        height: 210.0 * MM,
        left: 20.0 * MM,
        text: 267.0 * MM,
        top: 30.0 * MM,
        bottom: 190.0 * MM,
    };

    /// The sheet so turned.
    pub(crate) fn of(orientation: Orientation) -> Self {
        match orientation {
            Orientation::Portrait => Self::PORTRAIT,
            Orientation::Landscape => Self::LANDSCAPE,
        }
    }

    /// Height of the text.
    pub(crate) fn room(&self) -> f32 {
        self.bottom - self.top
    }
}

impl Default for Sheet {
    fn default() -> Self {
        Self::PORTRAIT
    }
}
