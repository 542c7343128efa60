//! Sizes on A4, points, as the profile of ГОСТ Р 7.0.97-2025 has them: 20 or 30 mm at the edge of filing, 20 at the
//! top and bottom (and at the left of a turned sheet), 10 at the right, indent 12.5 mm.

use crate::document::{Orientation, Profile};

/// Points in a millimetre.
pub(crate) const MM: f32 = 72.0 / 25.4;
/// First-line indent.
pub(crate) const INDENT: f32 = 12.5 * MM;
/// Height of a line set solid in ems of its type, as offices count it for this face.
const SOLID: f32 = 1.15;

/// Sizes that follow from the profile.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Look {
    /// Body type.
    pub(crate) size: f32,
    /// Line pitch of the body.
    pub(crate) pitch: f32,
    /// Line pitch of requisites and stamps: they are set solid.
    pub(crate) tight: f32,
    /// Type of tables, notes and charts.
    pub(crate) small: f32,
    /// Line pitch of tables, notes and charts.
    pub(crate) small_pitch: f32,
    /// Margin at the edge of filing.
    left: f32,
}

impl Look {
    /// Of a profile; what it cannot be is brought to the nearest that it can.
    pub(crate) fn of(profile: Profile) -> Self {
        let size = f32::from(profile.type_size.clamp(12, 14));
        let spacing = f32::from(profile.spacing.clamp(100, 200)) / 100.0;
        let small = if size > 12.0 { 10.0 } else { 9.5 };
        Self {
            size,
            pitch: size * SOLID * spacing,
            tight: size * 1.2,
            small,
            small_pitch: small * 1.18,
            left: f32::from(profile.left_margin.clamp(20, 40)) * MM,
        }
    }

    /// Headings of the first, second and third level.
    pub(crate) fn heading(&self, level: u8) -> f32 {
        self.size + [2.0, 1.0, 0.0][usize::from(level.clamp(1, 3) - 1)]
    }

    /// Captions of tables, charts and pictures.
    pub(crate) fn caption(&self) -> f32 {
        self.size - 1.0
    }
}

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
    /// The sheet so turned: a turned one is filed by its upper edge, as the upright ones around it by the left.
    pub(crate) fn of(orientation: Orientation, look: &Look) -> Self {
        let (short, long, edge) = (210.0 * MM, 297.0 * MM, 20.0 * MM);
        let (width, height, left, top) = match orientation {
            Orientation::Portrait => (short, long, look.left, edge),
            Orientation::Landscape => (long, short, edge, look.left),
        };
        Self { width, height, left, text: width - left - 10.0 * MM, top, bottom: height - edge }
    }

    /// Height of the text.
    pub(crate) fn room(&self) -> f32 {
        self.bottom - self.top
    }
}

impl Default for Sheet {
    fn default() -> Self {
        Self::of(Orientation::Portrait, &Look::of(Profile::default()))
    }
}
