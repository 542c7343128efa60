//! A private key: P-256 or RSA, from PKCS#8, wiped when dropped.

use const_oid::ObjectIdentifier;
use const_oid::db::rfc5912::{ID_EC_PUBLIC_KEY, RSA_ENCRYPTION, SECP_256_R_1};
use der::{Decode, Encode};
use p256::ecdsa::{DerSignature, SigningKey};
use p256::pkcs8::{DecodePrivateKey, EncodePrivateKey, PrivateKeyInfo};
use rand_core::OsRng;
use rsa::RsaPrivateKey;
use rsa::pkcs1v15;
use rsa::traits::PublicKeyParts;
use sha2::Sha256;
use signature::{RandomizedSigner, SignatureEncoding, Signer};
use spki::EncodePublicKey;
use x509_cert::builder::{Builder, RequestBuilder};
use x509_cert::name::Name;
use zeroize::Zeroizing;

use crate::SignError;
use crate::certificate::Parsed;

/// Shorter keys are broken, longer ones are not met.
const RSA_BITS: std::ops::RangeInclusive<usize> = 2048..=4096;

/// Both kinds wipe themselves when dropped.
#[derive(Clone)]
pub(crate) enum Key {
    P256(SigningKey),
    Rsa(Box<RsaPrivateKey>),
}

impl Key {
    /// Read PKCS#8 and say precisely what is not ours.
    pub(crate) fn from_pkcs8(der: &[u8]) -> Result<Key, SignError> {
        let info = PrivateKeyInfo::from_der(der).map_err(|_| SignError::BadKey)?;
        match info.algorithm.oid {
            ID_EC_PUBLIC_KEY => p256(der, info.algorithm.parameters_oid().ok()),
            RSA_ENCRYPTION => rsa(der),
            oid if is_gost(oid) => Err(SignError::GostKey),
            _ => Err(SignError::UnknownKey),
        }
    }

    pub(crate) fn to_pkcs8(&self) -> Zeroizing<Vec<u8>> {
        let document = match self {
            Key::P256(key) => key.to_pkcs8_der(),
            Key::Rsa(key) => key.to_pkcs8_der(),
        };
        Zeroizing::new(document.expect("a key that was read always encodes").as_bytes().to_vec())
    }

    /// Whether the certificate is of this key.
    pub(crate) fn belongs_to(&self, certificate: &Parsed) -> bool {
        let theirs = certificate.x509.tbs_certificate.subject_public_key_info.to_der().ok();
        theirs.is_some() && theirs == self.public_der()
    }

    /// PKCS#10 for `owner`.
    pub(crate) fn request(&self, owner: Name) -> Option<Vec<u8>> {
        let request = match self {
            Key::P256(key) => {
                RequestBuilder::new(owner, key).and_then(|request| request.build::<DerSignature>())
            }
            Key::Rsa(key) => {
                let key = pkcs1v15::SigningKey::<Sha256>::new(key.as_ref().clone());
                RequestBuilder::new(owner, &key)
                    .and_then(|request| request.build_with_rng::<pkcs1v15::Signature>(&mut OsRng))
            }
        };
        request.ok()?.to_der().ok()
    }

    /// The public half as `SubjectPublicKeyInfo`.
    fn public_der(&self) -> Option<Vec<u8>> {
        let document = match self {
            Key::P256(key) => key.verifying_key().to_public_key_der(),
            Key::Rsa(key) => key.to_public_key().to_public_key_der(),
        };
        document.ok().map(der::Document::into_vec)
    }

    /// Over SHA-256. Deterministic: ECDSA by RFC 6979, PKCS#1 v1.5 by nature; chance only blinds the RSA arithmetic.
    pub(crate) fn sign(&self, message: &[u8]) -> Option<Vec<u8>> {
        match self {
            Key::P256(key) => Signer::<DerSignature>::try_sign(key, message).ok().map(|s| s.to_vec()),
            Key::Rsa(key) => {
                let key = pkcs1v15::SigningKey::<Sha256>::new(key.as_ref().clone());
                key.try_sign_with_rng(&mut OsRng, message).ok().map(|s| s.to_vec())
            }
        }
    }
}

fn p256(der: &[u8], curve: Option<ObjectIdentifier>) -> Result<Key, SignError> {
    if curve != Some(SECP_256_R_1) {
        return Err(SignError::OtherCurve);
    }
    SigningKey::from_pkcs8_der(der).map(Key::P256).map_err(|_| SignError::BadKey)
}

fn rsa(der: &[u8]) -> Result<Key, SignError> {
    let key = RsaPrivateKey::from_pkcs8_der(der).map_err(|_| SignError::BadKey)?;
    let bits = key.n().bits();
    match RSA_BITS.contains(&bits) {
        true => Ok(Key::Rsa(Box::new(key))),
        false => Err(SignError::RsaLength(bits)),
    }
}

/// 1.2.643 is Russia's arc: all GOST algorithms live there.
pub(crate) fn is_gost(algorithm: ObjectIdentifier) -> bool {
    algorithm.to_string().starts_with("1.2.643.")
}
