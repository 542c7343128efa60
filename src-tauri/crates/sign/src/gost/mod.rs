//! GOST R 34.10-2012 and 34.11-2012: the mathematics of a signature is checked, never made.
//!
//! Own code because no kept library does it. Its word is about numbers only; the legal force of a qualified
//! signature is the business of a certified program, and the verdict says so.

mod curves;
mod point;

use const_oid::ObjectIdentifier;
use crypto_bigint::Uint;
use der::asn1::{Any, OctetString};
use der::{Decode, Sequence};
use spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};
use streebog::{Streebog256, Streebog512};

use crate::algorithm::{KeyFault, has_no_parameters, hash};
use point::{Group, Signature};

const STREEBOG_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.643.7.1.1.2.2");
const STREEBOG_512: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.643.7.1.1.2.3");
const KEY_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.643.7.1.1.1.1");
const KEY_512: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.643.7.1.1.1.2");
const SIGNATURE_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.643.7.1.1.3.2");
const SIGNATURE_512: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.643.7.1.1.3.3");
/// Limbs of the numbers: crypto-bigint counts in machine words.
const WORDS_256: usize = 256 / crypto_bigint::Limb::BITS;
const WORDS_512: usize = 512 / crypto_bigint::Limb::BITS;

/// Two lengths of key, each with its hash.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Size {
    Short,
    Long,
}

/// Parameters of a public key; the set for the hash that may follow does not matter.
#[derive(Sequence)]
struct KeyParameters {
    curve: ObjectIdentifier,
    #[asn1(optional = "true")]
    digest: Option<ObjectIdentifier>,
    #[asn1(optional = "true")]
    cipher: Option<ObjectIdentifier>,
}

/// Everything under Russia's arc 1.2.643 is of this family.
pub(crate) fn is_russian(oid: ObjectIdentifier) -> bool {
    oid.to_string().starts_with("1.2.643.")
}

/// Streebog of `parts` one after another; `None` for another identifier.
pub(crate) fn digest(algorithm: ObjectIdentifier, parts: &[&[u8]]) -> Option<Vec<u8>> {
    match algorithm {
        STREEBOG_256 => Some(hash::<Streebog256>(parts)),
        STREEBOG_512 => Some(hash::<Streebog512>(parts)),
        _ => None,
    }
}

/// The name of the algorithm for people; `None` if it is not of this family.
pub(crate) fn words(algorithm: ObjectIdentifier) -> Option<String> {
    let size = match size_of(algorithm) {
        Some(Size::Short) => "ГОСТ Р 34.10-2012, 256 бит",
        Some(Size::Long) => "ГОСТ Р 34.10-2012, 512 бит",
        None if is_russian(algorithm) => "устаревший или неизвестный ГОСТ",
        None => return None,
    };
    Some(size.to_owned())
}

/// The digest that goes with a key, as OpenSSL names it.
pub(crate) fn digest_name(key: ObjectIdentifier) -> Option<&'static str> {
    Some(match size_of(key)? {
        Size::Short => "md_gost12_256",
        Size::Long => "md_gost12_512",
    })
}

/// Check `signature` over `message` with `key`. In CMS the algorithm may be named by the key's own identifier.
pub(crate) fn check(
    key: &SubjectPublicKeyInfoOwned,
    algorithm: &AlgorithmIdentifierOwned,
    message: &[u8],
    signature: &[u8],
) -> Result<(), KeyFault> {
    let size = size_of(algorithm.oid).ok_or(outdated(algorithm.oid))?;
    let named_by_key = matches!(algorithm.oid, KEY_256 | KEY_512);
    let parameters_fit =
        has_no_parameters(algorithm) || (named_by_key && algorithm.parameters == key.algorithm.parameters);
    if !parameters_fit || size_of_key(key.algorithm.oid) != Some(size) {
        return Err(KeyFault::Wrong);
    }
    let right = match size {
        Size::Short => verify::<WORDS_256>(key, curves::of_256, &hash::<Streebog256>(&[message]), signature),
        Size::Long => verify::<WORDS_512>(key, curves::of_512, &hash::<Streebog512>(&[message]), signature),
    };
    if right? { Ok(()) } else { Err(KeyFault::Wrong) }
}

/// GOST R 34.10-2001 and 34.11-94 may not be used since 2019.
pub(crate) fn outdated(oid: ObjectIdentifier) -> KeyFault {
    match oid.to_string().starts_with("1.2.643.2.2.") {
        true => KeyFault::Weak("ГОСТ Р 34.10-2001 (отменён, с 2019 года не применяется)"),
        false => KeyFault::Unsupported("неизвестный ГОСТ"),
    }
}

fn size_of(algorithm: ObjectIdentifier) -> Option<Size> {
    match algorithm {
        SIGNATURE_256 => Some(Size::Short),
        SIGNATURE_512 => Some(Size::Long),
        _ => size_of_key(algorithm),
    }
}

fn size_of_key(algorithm: ObjectIdentifier) -> Option<Size> {
    match algorithm {
        KEY_256 => Some(Size::Short),
        KEY_512 => Some(Size::Long),
        _ => None,
    }
}

/// Encodings of RFC 9215: the key is x then y, little-endian; the signature s then r, big-endian; the hash is a
/// little-endian number.
fn verify<const L: usize>(
    key: &SubjectPublicKeyInfoOwned,
    curve: fn(ObjectIdentifier) -> Option<&'static curves::Curve>,
    hash: &[u8],
    signature: &[u8],
) -> Result<bool, KeyFault> {
    let set = curve_of(key).ok_or(KeyFault::Wrong)?;
    let curve = curve(set).ok_or(KeyFault::Unsupported("ГОСТ с другой эллиптической кривой"))?;
    let point = point_bytes(key).ok_or(KeyFault::Wrong)?;
    let bytes = Uint::<L>::BYTES;
    if point.len() != 2 * bytes || signature.len() != 2 * bytes || hash.len() != bytes {
        return Err(KeyFault::Wrong);
    }
    let (x, y) = point.split_at(bytes);
    let (s, r) = signature.split_at(bytes);
    let signature = Signature { r: Uint::from_be_slice(r), s: Uint::from_be_slice(s) };
    let (x, y, hash) = (Uint::from_le_slice(x), Uint::from_le_slice(y), Uint::from_le_slice(hash));
    Ok(Group::<L>::new(curve).verify(&x, &y, &hash, &signature))
}

fn curve_of(key: &SubjectPublicKeyInfoOwned) -> Option<ObjectIdentifier> {
    let parameters: &Any = key.algorithm.parameters.as_ref()?;
    parameters.decode_as::<KeyParameters>().ok().map(|parameters| parameters.curve)
}

fn point_bytes(key: &SubjectPublicKeyInfoOwned) -> Option<Vec<u8>> {
    let inner = OctetString::from_der(key.subject_public_key.as_bytes()?).ok()?;
    Some(inner.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(change: usize) -> bool {
        let number = Uint::<WORDS_256>::from_be_hex;
        let x = number("7f2b49e270db6d90d8595bec458b50c58585ba1d4e9b788f6689dbd8e56fd80b");
        let y = number("26f1b489d6701dd185c8413a977b3cbbaf64d1c593d26627dffb101a87ff77da");
        let hash = number("2dfbc1b372d89a1188c09c52e0eec61fce52032ab1022e8e67ece6672b043ee5");
        let r = number("41aa28d2f1ab148280cd9ed56feda41974053554a42767b83ad043fd39dc0493");
        let s = number("01456c64ba4642a1653c235a98a60249bcd6d3f746b631df928014f6c5bf9c40");
        let one = |at: usize| if at == change { Uint::ONE } else { Uint::ZERO };
        let signature = Signature { r: r.wrapping_add(&one(1)), s: s.wrapping_add(&one(2)) };
        Group::<WORDS_256>::new(&curves::EXAMPLE).verify(&x, &y, &hash.wrapping_add(&one(3)), &signature)
    }

    #[test]
    fn worked_example_of_rfc_7091_holds_and_its_neighbours_do_not() {
        assert!(example(0));
        assert!((1..=3).all(|change| !example(change)));
    }

    #[test]
    fn curves_are_printed_right() {
        assert!(curves::ALL_256.iter().all(|curve| Group::<WORDS_256>::new(curve).is_sound()));
        assert!(curves::ALL_512.iter().all(|curve| Group::<WORDS_512>::new(curve).is_sound()));
    }

    #[test]
    fn worked_example_of_rfc_6986_holds() {
        let message: &[u8] = b"012345678901234567890123456789012345678901234567890123456789012";
        let hex = |oid| crate::certificate::hex_lower(&digest(oid, &[message]).expect("a digest"));
        assert_eq!(hex(STREEBOG_256), "9d151eefd8590b89daa6ba6cb74af9275dd051026bb149a452fd84e5e57b5500");
        assert_eq!(
            hex(STREEBOG_512),
            "1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48"
        );
    }
}
