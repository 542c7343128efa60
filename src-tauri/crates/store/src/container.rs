//! A backup is one file: a magic line, the length of a manifest, the manifest (JSON), the encrypted database.
//!
//! ```text
//! "OPORA BACKUP\r\n\x1a\n"  16 bytes
//! length of the manifest     u32, little endian
//! manifest                   JSON: date, counts, SHA-256 and length of the database, the wrapped key
//! database                   SQLCipher, as long as the manifest says; nothing follows
//! ```

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::header::Header;
use crate::{Result, StoreError, blob};

const MAGIC: &[u8; 16] = b"OPORA BACKUP\r\n\x1a\n";
const FORMAT: u32 = 1;
/// A manifest is a few kilobytes.
const MAX_MANIFEST: u32 = 1024 * 1024;

/// What a backup says of itself in clear: numbers only, nothing about people.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Manifest {
    pub(crate) format: u32,
    pub(crate) made_at: DateTime<FixedOffset>,
    pub(crate) reason: String,
    /// `user_version` of the database.
    pub(crate) schema: u32,
    /// Where the journal stood.
    pub(crate) position: String,
    /// Rows by table.
    pub(crate) counts: BTreeMap<String, u64>,
    pub(crate) database_bytes: u64,
    pub(crate) database_sha256: String,
    pub(crate) key: Header,
}

impl Manifest {
    /// The format that this program writes.
    pub(crate) const FORMAT: u32 = FORMAT;
}

/// Writes a container and flushes it.
pub(crate) fn write(path: &Path, manifest: &Manifest, mut database: impl Read) -> Result<()> {
    let json = serde_json::to_vec(manifest).map_err(|e| StoreError::Shape(e.to_string()))?;
    let length = u32::try_from(json.len()).map_err(|e| StoreError::Shape(e.to_string()))?;
    let mut file = File::create(path)?;
    file.write_all(MAGIC)?;
    file.write_all(&length.to_le_bytes())?;
    file.write_all(&json)?;
    io::copy(&mut database, &mut file)?;
    Ok(file.sync_all()?)
}

/// Opens a container; the reader stands at the first byte of the database.
pub(crate) fn open(path: &Path) -> Result<(Manifest, BufReader<File>)> {
    let file = File::open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => StoreError::Absent(path.to_owned()),
        _ => error.into(),
    })?;
    let mut reader = BufReader::new(file);
    let manifest = read_manifest(&mut reader)?;
    if manifest.format > FORMAT {
        return Err(StoreError::NewerThanProgram { file: manifest.format, program: FORMAT });
    }
    Ok((manifest, reader))
}

/// A container stands under this name, be it whole or not.
pub(crate) fn is_one(path: &Path) -> bool {
    let mut magic = [0u8; MAGIC.len()];
    let is_file = std::fs::metadata(path).is_ok_and(|meta| meta.is_file());
    is_file && File::open(path).is_ok_and(|mut file| file.read_exact(&mut magic).is_ok() && &magic == MAGIC)
}

/// Copies the database out to `target`; fails unless it is whole to the last byte.
pub(crate) fn extract(manifest: &Manifest, reader: impl Read, target: &Path) -> Result<()> {
    let file = File::create(target)?;
    copy_whole(manifest, reader, &file)?;
    Ok(file.sync_all()?)
}

/// Fails unless the database inside is whole to the last byte.
pub(crate) fn verify(path: &Path) -> Result<()> {
    let (manifest, reader) = open(path)?;
    copy_whole(&manifest, reader, io::sink())
}

fn copy_whole(manifest: &Manifest, mut reader: impl Read, target: impl Write) -> Result<()> {
    let mut out = Hashing { inner: target, hash: Sha256::new() };
    let copied = io::copy(&mut reader, &mut out)?;
    let same =
        copied == manifest.database_bytes && blob::hex(&out.hash.finalize()) == manifest.database_sha256;
    if same { Ok(()) } else { Err(StoreError::Damaged("backup".into())) }
}

/// Length and SHA-256 of a file.
pub(crate) fn measure(path: &Path) -> Result<(u64, String)> {
    let mut out = Hashing { inner: io::sink(), hash: Sha256::new() };
    let bytes = io::copy(&mut File::open(path)?, &mut out)?;
    Ok((bytes, blob::hex(&out.hash.finalize())))
}

fn read_manifest(reader: &mut impl Read) -> Result<Manifest> {
    let damaged = |_| StoreError::Damaged("backup".into());
    let (mut magic, mut length) = ([0u8; MAGIC.len()], [0u8; 4]);
    reader.read_exact(&mut magic).map_err(damaged)?;
    reader.read_exact(&mut length).map_err(damaged)?;
    let length = u32::from_le_bytes(length);
    if &magic != MAGIC || length > MAX_MANIFEST {
        return Err(StoreError::Damaged("not a backup of this program".into()));
    }
    let mut json = vec![0u8; length as usize];
    reader.read_exact(&mut json).map_err(damaged)?;
    serde_json::from_slice(&json).map_err(|_| StoreError::Damaged("backup".into()))
}

struct Hashing<W> {
    inner: W,
    hash: Sha256,
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hash.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}
