//! The key file: a random data key, wrapped by the password and by the recovery code.
//!
//! Only the wrapped key is kept. Without a password the key lies there in the open slot, readable by anyone who
//! has the folder; the window says so until a password is set.

use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::recovery::RecoveryCode;
use crate::{Result, StoreError};
use crate::{blob, disk};

/// The format of the key file that this program writes.
const FORMAT: u32 = 1;
const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;
const SALT_BYTES: usize = 16;
/// Bounds on what a foreign header may ask of this machine.
const MAX_MEMORY_KIB: u32 = 1024 * 1024;
const MAX_PASSES: u32 = 16;
const MAX_LANES: u32 = 16;

/// What the user knows.
#[derive(Clone, Copy)]
pub enum Secret<'a> {
    /// Nothing: works only for a file without a password.
    None,
    /// The password.
    Password(&'a str),
    /// The recovery code as typed.
    Recovery(&'a str),
}

/// The key under which the pages of the database are encrypted.
pub(crate) struct DataKey(Zeroizing<[u8; KEY_BYTES]>);

impl DataKey {
    pub(crate) fn random() -> Result<Self> {
        let mut key = Zeroizing::new([0u8; KEY_BYTES]);
        fill_random(key.as_mut())?;
        Ok(Self(key))
    }

    /// SQLCipher's raw key literal: no PBKDF2, the key is random already.
    pub(crate) fn as_pragma(&self) -> Zeroizing<String> {
        let hex: Zeroizing<String> = Zeroizing::new(self.0.iter().map(|b| format!("{b:02x}")).collect());
        Zeroizing::new(format!("PRAGMA key = \"x'{}'\";", hex.as_str()))
    }

    /// A name of the key; the key cannot be found from it.
    fn id(&self) -> String {
        let hash = Sha256::new().chain_update(b"opora data key").chain_update(self.0.as_ref()).finalize();
        blob::hex(&hash[..8])
    }

    fn from_slice(bytes: &[u8]) -> Result<Self> {
        let key: [u8; KEY_BYTES] = bytes.try_into().map_err(|_| damaged("length of the data key"))?;
        Ok(Self(Zeroizing::new(key)))
    }
}

/// The contents of `opora.key`, also carried by every backup.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Header {
    format: u32,
    /// Tells which data key is wrapped here, without saying anything of it.
    key_id: String,
    /// The data key itself, base64; present only while there is no password.
    open: Option<String>,
    password: Option<Slot>,
    recovery: Option<Slot>,
}

#[derive(Clone, Serialize, Deserialize)]
struct Slot {
    kdf: Kdf,
    nonce: String,
    sealed: String,
}

/// Argon2id and its cost.
#[derive(Clone, Serialize, Deserialize)]
struct Kdf {
    name: String,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: String,
}

impl Header {
    /// A header for this key, without any slot yet.
    pub(crate) fn new(key: &DataKey) -> Self {
        Self { format: FORMAT, key_id: key.id(), open: None, password: None, recovery: None }
    }

    /// What the header of an older copy becomes when today's changes to `today`; `None` when it stays.
    ///
    /// A copy of another data key (kept from before a restore) only loses its open slot to the new password.
    pub(crate) fn follow(&self, today: &Self, password: Option<&str>) -> Result<Option<Self>> {
        if self.key_id == today.key_id {
            return Ok(Some(today.clone()));
        }
        if self.open.is_none() || password.is_none() {
            return Ok(None);
        }
        let mut header = self.clone();
        header.set_password(&self.unlock(Secret::None)?, password)?;
        Ok(Some(header))
    }

    pub(crate) fn needs_password(&self) -> bool {
        self.open.is_none()
    }

    /// Sets or takes away the password.
    pub(crate) fn set_password(&mut self, key: &DataKey, password: Option<&str>) -> Result<()> {
        self.password = password.map(|p| Slot::seal("password", p, key)).transpose()?;
        self.open = if password.is_none() { Some(BASE64.encode(key.0.as_ref())) } else { None };
        Ok(())
    }

    pub(crate) fn set_recovery(&mut self, key: &DataKey, code: &RecoveryCode) -> Result<()> {
        self.recovery = Some(Slot::seal("recovery", code.as_str(), key)?);
        Ok(())
    }

    /// Gives the data key for what the user knows; a file without a password asks for nothing.
    pub(crate) fn unlock(&self, secret: Secret<'_>) -> Result<DataKey> {
        if let Some(open) = &self.open {
            return DataKey::from_slice(&Zeroizing::new(decode(open)?));
        }
        match secret {
            Secret::None => Err(StoreError::WrongSecret),
            Secret::Password(typed) => open_slot(self.password.as_ref(), "password", typed),
            Secret::Recovery(typed) => self.unlock_by_code(&RecoveryCode::parse(typed)?),
        }
    }

    pub(crate) fn unlock_by_code(&self, code: &RecoveryCode) -> Result<DataKey> {
        open_slot(self.recovery.as_ref(), "recovery", code.as_str())
    }

    /// Reads `opora.key`.
    pub(crate) fn load(path: &Path) -> Result<Self> {
        let bytes = std::fs::read(path)?;
        let header: Self = serde_json::from_slice(&bytes).map_err(|_| damaged("key file"))?;
        header.known()
    }

    /// Refuses a header of a newer program.
    pub(crate) fn known(self) -> Result<Self> {
        if self.format > FORMAT {
            return Err(StoreError::NewerThanProgram { file: self.format, program: FORMAT });
        }
        Ok(self)
    }

    pub(crate) fn save(&self, path: &Path) -> Result<()> {
        let json = serde_json::to_vec_pretty(self).map_err(|e| StoreError::Shape(e.to_string()))?;
        Ok(disk::write_whole(path, &json)?)
    }
}

impl Slot {
    fn seal(purpose: &str, secret: &str, key: &DataKey) -> Result<Self> {
        let kdf = Kdf::fresh()?;
        let mut nonce = [0u8; NONCE_BYTES];
        fill_random(&mut nonce)?;
        let payload = Payload { msg: key.0.as_ref(), aad: purpose.as_bytes() };
        let sealed = kdf
            .cipher(secret)?
            .encrypt(XNonce::from_slice(&nonce), payload)
            .map_err(|_| damaged("sealing the key"))?;
        Ok(Self { kdf, nonce: BASE64.encode(nonce), sealed: BASE64.encode(sealed) })
    }

    fn open(&self, purpose: &str, secret: &str) -> Result<DataKey> {
        let nonce = decode(&self.nonce)?;
        if nonce.len() != NONCE_BYTES {
            return Err(damaged("nonce"));
        }
        let sealed = decode(&self.sealed)?;
        let payload = Payload { msg: &sealed, aad: purpose.as_bytes() };
        let opened = self.kdf.cipher(secret)?.decrypt(XNonce::from_slice(&nonce), payload);
        DataKey::from_slice(&Zeroizing::new(opened.map_err(|_| StoreError::WrongSecret)?))
    }
}

impl Kdf {
    /// 64 MiB, three passes: under a second on a school laptop.
    fn fresh() -> Result<Self> {
        let mut salt = [0u8; SALT_BYTES];
        fill_random(&mut salt)?;
        Ok(Self {
            name: "argon2id".into(),
            memory_kib: 64 * 1024,
            passes: 3,
            lanes: 1,
            salt: BASE64.encode(salt),
        })
    }

    fn cipher(&self, secret: &str) -> Result<XChaCha20Poly1305> {
        let within =
            self.memory_kib <= MAX_MEMORY_KIB && self.passes <= MAX_PASSES && self.lanes <= MAX_LANES;
        if self.name != "argon2id" || !within {
            return Err(damaged("cost of the key file"));
        }
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(KEY_BYTES))
            .map_err(|_| damaged("cost of the key file"))?;
        let mut wrap = Zeroizing::new([0u8; KEY_BYTES]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(secret.as_bytes(), &decode(&self.salt)?, wrap.as_mut())
            .map_err(|_| damaged("salt of the key file"))?;
        Ok(XChaCha20Poly1305::new(wrap.as_ref().into()))
    }
}

/// Fills `bytes` from the operating system.
pub(crate) fn fill_random(bytes: &mut [u8]) -> Result<()> {
    getrandom::fill(bytes).map_err(|e| StoreError::Io(std::io::Error::other(e.to_string())))
}

fn open_slot(slot: Option<&Slot>, purpose: &str, secret: &str) -> Result<DataKey> {
    slot.ok_or(StoreError::WrongSecret)?.open(purpose, secret)
}

fn decode(text: &str) -> Result<Vec<u8>> {
    BASE64.decode(text).map_err(|_| damaged("key file"))
}

fn damaged(what: &str) -> StoreError {
    StoreError::Damaged(what.to_owned())
}
