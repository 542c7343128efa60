//! Documents of the programme that need no signature: passport, road map, corrections, inventory.
//!
//! `documents.list () → DocumentsView`, `documents.preview DocumentInput → PdfView`,
//! `documents.export DocumentExportInput → ExportView | null` (null when the user chose no folder).

mod types;

pub use types::*;
