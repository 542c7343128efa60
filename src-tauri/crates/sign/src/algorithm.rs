//! Hashes and signatures by their identifiers: RSA, ECDSA and GOST, and nothing that is known to be broken.

use const_oid::ObjectIdentifier;
use const_oid::db::rfc5912::{
    ECDSA_WITH_SHA_256, ECDSA_WITH_SHA_384, ECDSA_WITH_SHA_512, ID_EC_PUBLIC_KEY, ID_MGF_1, ID_RSASSA_PSS,
    ID_SHA_256, ID_SHA_384, ID_SHA_512, RSA_ENCRYPTION, SECP_256_R_1, SECP_384_R_1,
    SHA_256_WITH_RSA_ENCRYPTION, SHA_384_WITH_RSA_ENCRYPTION, SHA_512_WITH_RSA_ENCRYPTION,
};
use der::{Encode, Tag, Tagged};
use rsa::pkcs1::RsaPssParams;
use rsa::traits::PublicKeyParts;
use sha2::{Digest, Sha256, Sha384, Sha512};
use signature::hazmat::PrehashVerifier;
use spki::{AlgorithmIdentifierOwned, DecodePublicKey, SubjectPublicKeyInfoOwned};

use crate::gost;

/// A shorter RSA key is within reach of those who want it.
const MIN_RSA_BITS: usize = 2048;
/// Identifiers of SHA-1 and MD5, alone and in signatures.
const BROKEN: [(&str, &str); 9] = [
    ("1.3.14.3.2.26", "SHA-1"),
    ("1.3.14.3.2.29", "SHA-1"),
    ("1.2.840.113549.1.1.5", "SHA-1"),
    ("1.2.840.10045.4.1", "SHA-1"),
    ("1.2.840.10040.4.3", "SHA-1"),
    ("1.2.840.113549.2.5", "MD5"),
    ("1.2.840.113549.1.1.4", "MD5"),
    ("1.2.840.113549.2.2", "MD2"),
    ("1.2.840.113549.1.1.2", "MD2"),
];

/// Why a signature does not stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeyFault {
    /// The mathematics disagrees.
    Wrong,
    /// Honest, but not ours to check.
    Unsupported(&'static str),
    /// Known to be forged: SHA-1, MD5, a short key.
    Weak(&'static str),
}

/// How RSA fills the block.
enum Padding {
    Pkcs1,
    /// Length of the salt.
    Pss(usize),
}

/// What a signature is to be checked with.
enum Scheme {
    Ecdsa(ObjectIdentifier),
    Rsa(ObjectIdentifier, Padding),
}

/// Check `signature` over `message` with `key`. `digest` is what the signer says was hashed with, when the algorithm
/// itself does not (plain `rsaEncryption` in CMS).
pub(crate) fn check(
    key: &SubjectPublicKeyInfoOwned,
    algorithm: &AlgorithmIdentifierOwned,
    digest: Option<ObjectIdentifier>,
    message: &[u8],
    signature: &[u8],
) -> Result<(), KeyFault> {
    if gost::is_russian(algorithm.oid) {
        return gost::check(key, algorithm, message, signature);
    }
    match scheme(algorithm, digest)? {
        Scheme::Ecdsa(hash) => check_ecdsa(key, &hash_of(hash, message)?, signature),
        Scheme::Rsa(hash, padding) => check_rsa(key, hash, &padding, &hash_of(hash, message)?, signature),
    }
}

fn hash_of(algorithm: ObjectIdentifier, message: &[u8]) -> Result<Vec<u8>, KeyFault> {
    hash_with(algorithm, &[message]).ok_or_else(|| unknown_algorithm(algorithm))
}

fn scheme(
    algorithm: &AlgorithmIdentifierOwned,
    digest: Option<ObjectIdentifier>,
) -> Result<Scheme, KeyFault> {
    if algorithm.oid == ID_RSASSA_PSS {
        return pss(algorithm);
    }
    if !has_no_parameters(algorithm) {
        return Err(unknown_algorithm(algorithm.oid));
    }
    match (ecdsa_hash(algorithm.oid), rsa_hash(algorithm.oid, digest)) {
        (Some(hash), _) => Ok(Scheme::Ecdsa(hash)),
        (None, Some(hash)) => Ok(Scheme::Rsa(hash, Padding::Pkcs1)),
        (None, None) => Err(unknown_algorithm(algorithm.oid)),
    }
}

/// RSA-PSS with one hash for both of its uses, as everybody makes it. Without parameters it means SHA-1.
fn pss(algorithm: &AlgorithmIdentifierOwned) -> Result<Scheme, KeyFault> {
    let parameters = algorithm.parameters.as_ref().ok_or(KeyFault::Weak("SHA-1"))?;
    let parameters = parameters.decode_as::<RsaPssParams<'_>>().map_err(|_| KeyFault::Wrong)?;
    let hash = parameters.hash.oid;
    let mask = parameters.mask_gen;
    if broken(hash).is_some() {
        return Err(unknown_algorithm(hash));
    }
    let usual = mask.oid == ID_MGF_1 && mask.parameters.is_some_and(|inner| inner.oid == hash);
    match usual {
        true => Ok(Scheme::Rsa(hash, Padding::Pss(usize::from(parameters.salt_len)))),
        false => Err(KeyFault::Unsupported("RSA-PSS с необычными параметрами")),
    }
}

fn check_ecdsa(key: &SubjectPublicKeyInfoOwned, hash: &[u8], signature: &[u8]) -> Result<(), KeyFault> {
    if key.algorithm.oid != ID_EC_PUBLIC_KEY {
        return Err(KeyFault::Wrong);
    }
    let curve = key.algorithm.parameters.as_ref().and_then(|p| p.decode_as::<ObjectIdentifier>().ok());
    let der = key.to_der().map_err(|_| KeyFault::Wrong)?;
    match curve {
        Some(SECP_256_R_1) => check_p256(&der, hash, signature),
        Some(SECP_384_R_1) => check_p384(&der, hash, signature),
        _ => Err(KeyFault::Unsupported("ECDSA с другой эллиптической кривой")),
    }
}

fn check_p256(key: &[u8], hash: &[u8], signature: &[u8]) -> Result<(), KeyFault> {
    let key = p256::ecdsa::VerifyingKey::from_public_key_der(key).map_err(|_| KeyFault::Wrong)?;
    let signature = p256::ecdsa::DerSignature::try_from(signature).map_err(|_| KeyFault::Wrong)?;
    key.verify_prehash(hash, &signature).map_err(|_| KeyFault::Wrong)
}

fn check_p384(key: &[u8], hash: &[u8], signature: &[u8]) -> Result<(), KeyFault> {
    let key = p384::ecdsa::VerifyingKey::from_public_key_der(key).map_err(|_| KeyFault::Wrong)?;
    let signature = p384::ecdsa::DerSignature::try_from(signature).map_err(|_| KeyFault::Wrong)?;
    key.verify_prehash(hash, &signature).map_err(|_| KeyFault::Wrong)
}

fn check_rsa(
    key: &SubjectPublicKeyInfoOwned,
    hash: ObjectIdentifier,
    padding: &Padding,
    hashed: &[u8],
    signature: &[u8],
) -> Result<(), KeyFault> {
    let der = key.to_der().map_err(|_| KeyFault::Wrong)?;
    let key = rsa::RsaPublicKey::from_public_key_der(&der).map_err(|_| KeyFault::Wrong)?;
    if key.n().bits() < MIN_RSA_BITS {
        return Err(KeyFault::Weak("RSA с ключом короче 2048 бит"));
    }
    let done = match (padding, hash) {
        (Padding::Pkcs1, ID_SHA_256) => key.verify(rsa::Pkcs1v15Sign::new::<Sha256>(), hashed, signature),
        (Padding::Pkcs1, ID_SHA_384) => key.verify(rsa::Pkcs1v15Sign::new::<Sha384>(), hashed, signature),
        (Padding::Pkcs1, ID_SHA_512) => key.verify(rsa::Pkcs1v15Sign::new::<Sha512>(), hashed, signature),
        (Padding::Pss(salt), ID_SHA_256) => {
            key.verify(rsa::Pss::new_with_salt::<Sha256>(*salt), hashed, signature)
        }
        (Padding::Pss(salt), ID_SHA_384) => {
            key.verify(rsa::Pss::new_with_salt::<Sha384>(*salt), hashed, signature)
        }
        (Padding::Pss(salt), ID_SHA_512) => {
            key.verify(rsa::Pss::new_with_salt::<Sha512>(*salt), hashed, signature)
        }
        _ => return Err(unknown_algorithm(hash)),
    };
    done.map_err(|_| KeyFault::Wrong)
}

/// The hash of `parts` one after another, by its identifier: SHA-2 or Streebog; `None` for anything else.
pub(crate) fn hash_with(algorithm: ObjectIdentifier, parts: &[&[u8]]) -> Option<Vec<u8>> {
    match algorithm {
        ID_SHA_256 => Some(hash::<Sha256>(parts)),
        ID_SHA_384 => Some(hash::<Sha384>(parts)),
        ID_SHA_512 => Some(hash::<Sha512>(parts)),
        other => gost::digest(other, parts),
    }
}

pub(crate) fn hash<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
    let hasher = parts.iter().fold(D::new(), |hasher, part| hasher.chain_update(part));
    hasher.finalize().to_vec()
}

fn ecdsa_hash(algorithm: ObjectIdentifier) -> Option<ObjectIdentifier> {
    match algorithm {
        ECDSA_WITH_SHA_256 => Some(ID_SHA_256),
        ECDSA_WITH_SHA_384 => Some(ID_SHA_384),
        ECDSA_WITH_SHA_512 => Some(ID_SHA_512),
        _ => None,
    }
}

fn rsa_hash(algorithm: ObjectIdentifier, digest: Option<ObjectIdentifier>) -> Option<ObjectIdentifier> {
    match algorithm {
        SHA_256_WITH_RSA_ENCRYPTION => Some(ID_SHA_256),
        SHA_384_WITH_RSA_ENCRYPTION => Some(ID_SHA_384),
        SHA_512_WITH_RSA_ENCRYPTION => Some(ID_SHA_512),
        RSA_ENCRYPTION => digest,
        _ => None,
    }
}

/// The algorithm for people: «ECDSA P-256, SHA-256».
pub(crate) fn words(
    key: &SubjectPublicKeyInfoOwned,
    algorithm: &AlgorithmIdentifierOwned,
    digest: ObjectIdentifier,
) -> String {
    if let Some(words) = gost::words(algorithm.oid) {
        return words;
    }
    match scheme(algorithm, Some(digest)) {
        Ok(Scheme::Ecdsa(hash)) => format!("ECDSA {}, {}", curve_words(key), hash_words(hash)),
        Ok(Scheme::Rsa(hash, Padding::Pkcs1)) => format!("RSA{}, {}", rsa_bits(key), hash_words(hash)),
        Ok(Scheme::Rsa(hash, Padding::Pss(_))) => format!("RSA-PSS{}, {}", rsa_bits(key), hash_words(hash)),
        Err(KeyFault::Weak(kind) | KeyFault::Unsupported(kind)) => kind.to_owned(),
        Err(KeyFault::Wrong) => algorithm.oid.to_string(),
    }
}

fn curve_words(key: &SubjectPublicKeyInfoOwned) -> &'static str {
    match key.algorithm.parameters.as_ref().and_then(|p| p.decode_as::<ObjectIdentifier>().ok()) {
        Some(SECP_256_R_1) => "P-256",
        Some(SECP_384_R_1) => "P-384",
        _ => "с другой кривой",
    }
}

fn rsa_bits(key: &SubjectPublicKeyInfoOwned) -> String {
    let key = key.to_der().ok().and_then(|der| rsa::RsaPublicKey::from_public_key_der(&der).ok());
    key.map_or_else(String::new, |key| format!(" {} бит", key.n().bits()))
}

fn hash_words(hash: ObjectIdentifier) -> &'static str {
    match hash {
        ID_SHA_256 => "SHA-256",
        ID_SHA_384 => "SHA-384",
        ID_SHA_512 => "SHA-512",
        _ => broken(hash).unwrap_or("неизвестная контрольная сумма"),
    }
}

fn broken(oid: ObjectIdentifier) -> Option<&'static str> {
    let text = oid.to_string();
    BROKEN.iter().find(|(known, _)| *known == text).map(|(_, name)| *name)
}

/// Why an identifier is not one of ours.
pub(crate) fn unknown_algorithm(oid: ObjectIdentifier) -> KeyFault {
    match broken(oid) {
        Some(name) => KeyFault::Weak(name),
        None if gost::is_russian(oid) => gost::outdated(oid),
        None => KeyFault::Wrong,
    }
}

pub(crate) fn has_no_parameters(algorithm: &AlgorithmIdentifierOwned) -> bool {
    algorithm.parameters.as_ref().is_none_or(|p| p.tag() == Tag::Null && p.value().is_empty())
}
