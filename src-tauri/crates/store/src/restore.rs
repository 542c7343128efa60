//! Puts a backup in the place of the data; what stood there is kept aside.

use std::path::Path;

use crate::backup::{self, BackupInfo};
use crate::disk::{self, DirLock};
use crate::header::Secret;
use crate::store::Store;
use crate::{Result, StoreError, connection, container, migrate, swap};

impl Store {
    /// Replaces the database of `dir`, which must not be open, by the one in `file`.
    ///
    /// The backup is proved first: a damaged one, a wrong secret or a newer program's file leaves all as it was.
    /// The password and the recovery code are from then on those of the backup.
    pub fn restore(dir: &Path, file: &Path, secret: Secret<'_>) -> Result<BackupInfo> {
        disk::create_private_dir(dir)?;
        let _lock = DirLock::take(dir)?;
        swap::finish(dir)?;
        let staged = stage(dir, file, secret);
        if staged.is_err() {
            swap::discard(dir)?;
        }
        staged?;
        swap::commit(dir)?;
        Self::backup_info(file)
    }
}

/// Lays the proved database and its key ready beside the present ones.
fn stage(dir: &Path, file: &Path, secret: Secret<'_>) -> Result<()> {
    let (manifest, _) = container::open(file)?;
    let program = migrate::program_version();
    if manifest.schema > program {
        return Err(StoreError::NewerThanProgram { file: manifest.schema, program });
    }
    let header = manifest.key.known()?;
    let key = header.unlock(secret)?;
    backup::prove(file, &swap::new_database(dir), &key)?;
    full_check(dir, &key)?;
    header.save(&swap::new_key(dir))
}

fn full_check(dir: &Path, key: &crate::header::DataKey) -> Result<()> {
    let conn = connection::open_copy(&swap::new_database(dir), key)?;
    let verdict: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" { Ok(()) } else { Err(StoreError::Damaged(verdict)) }
}
