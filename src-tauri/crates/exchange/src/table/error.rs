//! What can be wrong with a file of tables. No words for users: `usecases` finds those by the variant.

/// A file that was not read as tables.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// Not a single byte.
    #[error("the file is empty")]
    Empty,
    /// No kind of file that is read here.
    #[error("not a file with tables")]
    Unknown,
    /// A PDF: what looks like a table there is lines and letters.
    #[error("a PDF")]
    Pdf,
    /// Word before 2007, or RTF.
    #[error("an old document of Word")]
    OldWord,
    /// Closed by a password.
    #[error("closed by a password")]
    Encrypted,
    /// Damaged, or renamed.
    #[error("damaged: {0}")]
    Corrupt(String),
    /// Larger than is read.
    #[error("more than {limit} bytes")]
    TooBig {
        /// The limit, bytes.
        limit: u64,
    },
    /// Unpacked it is larger than any document of an office.
    #[error("unpacks to more than {limit} bytes")]
    Bomb {
        /// The limit, bytes.
        limit: u64,
    },
    /// A table with too many rows, or too many tables.
    #[error("{place}: more than {limit} rows or cells")]
    TooLong {
        /// The table.
        place: String,
        /// The limit.
        limit: usize,
    },
    /// A cell that is longer than a cell may be.
    #[error("{place}: more than {limit} characters")]
    CellTooLong {
        /// The cell.
        place: String,
        /// The limit, characters.
        limit: usize,
    },
    /// Text, but not a table.
    #[error("there is no table")]
    NoTable,
}
