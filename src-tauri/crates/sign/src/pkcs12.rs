//! An identity from a `.p12` or `.pfx` file, modern (AES, SHA-256) or legacy (RC2, 3DES, SHA-1).

use memchr::memmem;
use p12_keystore::error::Error;
use p12_keystore::{
    Certificate, EncryptionAlgorithm, KeyStore, KeyStoreEntry, MacAlgorithm, Pkcs12Archive, PrivateKey,
    PrivateKeyChain,
};

use crate::certificate::Parsed;
use crate::key::Key;
use crate::{Identity, SignError};

/// A key with a long chain is under 20 KB.
const MAX_BYTES: usize = 4 * 1024 * 1024;
/// 1.2.643, Russia's arc, as it stands inside an encoded identifier.
const GOST_ARC: &[u8] = &[0x2a, 0x85, 0x03];

pub(crate) fn read(bytes: &[u8], password: &str) -> Result<Identity, SignError> {
    if bytes.len() > MAX_BYTES || bytes.first() != Some(&0x30) {
        return Err(SignError::NotPkcs12);
    }
    let archive = open(bytes, password)?;
    let keys: Vec<Key> = keys(&archive)?;
    let certificates: Vec<Vec<u8>> = archive.certs.iter().map(|bag| bag.cert.as_der().to_vec()).collect();
    for key in keys {
        if let Some(own) = certificates.iter().find(|der| belongs(der, &key)) {
            return Ok(Identity::with_key(own, key)?.with_chain(chain(own, &certificates)));
        }
    }
    Err(SignError::NoCertificateOfKey)
}

/// PBKDF2 turns of a new file: as many as keep a stolen file from being guessed quickly and open it in a second.
const TURNS: u32 = 100_000;

/// A new file: AES-256 and SHA-256, as Windows 10, OpenSSL 3 and this program open.
pub(crate) fn write(identity: &Identity, password: &str) -> Option<Vec<u8>> {
    let key = PrivateKey::from_der(&identity.key_pkcs8_der()).ok()?;
    let certificates = std::iter::once(&identity.certificate_der).chain(&identity.chain);
    let certificates: Vec<Certificate> =
        certificates.map(|der| Certificate::from_der(der).ok()).collect::<Option<_>>()?;
    let info = identity.certificate();
    let chain = PrivateKeyChain::new(info.sha256.as_str(), key, certificates);
    let mut store = KeyStore::new();
    store.add_entry(&info.subject, KeyStoreEntry::PrivateKeyChain(chain));
    let writer = store.writer(password);
    let writer = writer.encryption_algorithm(EncryptionAlgorithm::PbeWithHmacSha256AndAes256);
    let writer = writer.encryption_iterations(TURNS).mac_algorithm(MacAlgorithm::HmacSha256);
    writer.mac_iterations(TURNS).write().ok()
}

/// Programs before 2016 spread the bytes of UTF-8 over the password's characters: tried second.
fn open(bytes: &[u8], password: &str) -> Result<Pkcs12Archive, SignError> {
    let spread: String = password.bytes().map(char::from).collect();
    match Pkcs12Archive::from_pkcs12(bytes, password) {
        Ok(archive) => Ok(archive),
        Err(first) => {
            let second = (spread != password).then(|| Pkcs12Archive::from_pkcs12(bytes, &spread).ok());
            second.flatten().ok_or_else(|| reason(bytes, &first))
        }
    }
}

fn reason(bytes: &[u8], error: &Error) -> SignError {
    match error {
        Error::MacError(_) | Error::Pkcs5Error(_) | Error::UnpadError => SignError::WrongPassword,
        Error::UnsupportedEncryptionScheme | Error::UnsupportedMacAlgorithm
            if memmem::find(bytes, GOST_ARC).is_some() =>
        {
            SignError::GostKey
        }
        Error::UnsupportedEncryptionScheme | Error::UnsupportedMacAlgorithm => SignError::UnknownPkcs12Cipher,
        _ => SignError::NotPkcs12,
    }
}

/// The keys that can sign here; if there is none, why the first one cannot.
fn keys(archive: &Pkcs12Archive) -> Result<Vec<Key>, SignError> {
    let mut usable = Vec::new();
    let mut fault = SignError::NoKey;
    for bag in archive.keys.iter().rev() {
        match Key::from_pkcs8(bag.key.as_der()) {
            Ok(key) => usable.insert(0, key),
            Err(error) => fault = error,
        }
    }
    if usable.is_empty() { Err(fault) } else { Ok(usable) }
}

fn belongs(certificate: &[u8], key: &Key) -> bool {
    Parsed::read(certificate).is_ok_and(|certificate| key.belongs_to(&certificate))
}

/// The issuers of `own` upwards; anything else in the file is not shown to strangers.
fn chain(own: &[u8], certificates: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let mut chain: Vec<Vec<u8>> = Vec::new();
    let mut last = own;
    loop {
        let issuer = certificates
            .iter()
            .find(|der| der.as_slice() != own && !chain.contains(der) && is_issuer(der, last));
        let Some(issuer) = issuer else { return chain };
        chain.push(issuer.clone());
        last = issuer;
    }
}

fn is_issuer(authority: &[u8], of: &[u8]) -> bool {
    match (Parsed::read(authority), Parsed::read(of)) {
        (Ok(authority), Ok(of)) => of.x509.tbs_certificate.issuer == authority.x509.tbs_certificate.subject,
        _ => false,
    }
}
