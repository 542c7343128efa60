//! Brings a file to the schema of this program. A migration is never edited after its release.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::connection::user_version;
use crate::table::MIGRATIONS;
use crate::{Result, StoreError};

/// The schema of this program: the number of its migrations.
pub(crate) fn program_version() -> u32 {
    u32::try_from(MIGRATIONS.len()).expect("a short list")
}

/// How many migrations the file still needs; a file of a newer program is refused.
pub(crate) fn pending(conn: &Connection) -> Result<u32> {
    let (file, program) = (user_version(conn)?, program_version());
    program.checked_sub(file).ok_or(StoreError::NewerThanProgram { file, program })
}

/// Runs the missing migrations in one transaction.
pub(crate) fn migrate(conn: &Connection) -> Result<()> {
    let seen = user_version(conn)? as usize;
    let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    for sql in MIGRATIONS.iter().skip(seen) {
        tx.execute_batch(sql)?;
    }
    tx.pragma_update(None, "user_version", program_version())?;
    Ok(tx.commit()?)
}
