//! A document as .docx: real styles, tables that turn the page as they do in the PDF, fields in the header.

mod body;
mod footnotes;
mod header;
mod package;
mod picture;
mod section;
mod styles;
mod table;
mod xml;

use crate::ReportError;
use crate::document::Document;

/// Writes a document for editing. Same document, same bytes; the signature is a line for the pen,
/// for no mark stands where no signature is.
///
/// # Errors
/// [`ReportError`] when the program's own fonts are damaged or the writer fails; never because of the text.
pub fn to_docx(document: &Document) -> Result<Vec<u8>, ReportError> {
    let body = body::write(document)?;
    package::pack(document, &body)
}
