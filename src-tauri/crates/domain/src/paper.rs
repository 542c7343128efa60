//! How the school's papers look: «Оформление документов» (ГОСТ Р 7.0.97-2025, agrees with the edition of 2016).

use serde::{Deserialize, Serialize};

use crate::Id;

/// Types of the text, points.
pub const TYPE_SIZES: [u8; 3] = [12, 13, 14];
/// Left margins, millimetres: the wider one for what is kept longer than ten years.
pub const LEFT_MARGINS: [u8; 2] = [20, 30];
/// Line spacings, hundredths.
pub const SPACINGS: [u16; 3] = [100, 115, 150];

/// Layout chosen once for the school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperSettings {
    /// Identifier.
    pub id: Id,
    /// One of [`TYPE_SIZES`].
    pub type_size: u8,
    /// One of [`LEFT_MARGINS`].
    pub left_margin: u8,
    /// One of [`SPACINGS`].
    pub spacing: u16,
    /// A QR code on the first sheet (requisite 31).
    pub code: bool,
}

impl PaperSettings {
    /// What holds until the school chooses.
    pub fn usual(id: Id) -> Self {
        Self { id, type_size: 12, left_margin: 30, spacing: 115, code: false }
    }
}
