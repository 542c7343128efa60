//! The recovery code that is printed once and opens the file when the password is lost.

use std::fmt;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::{Result, StoreError};

/// Crockford's base 32: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// 136 random bits.
const SECRET_BYTES: usize = 17;
/// 24 bits that catch a mistyped character.
const SUM_BYTES: usize = 3;
const ALL_BYTES: usize = SECRET_BYTES + SUM_BYTES;
const CHARS: usize = ALL_BYTES * 8 / 5;
const GROUP: usize = 4;

/// A recovery code of 136 random bits and a checksum: eight groups of four characters.
#[derive(Clone)]
pub struct RecoveryCode(Zeroizing<String>);

impl RecoveryCode {
    /// Makes a code from fresh randomness.
    pub(crate) fn random() -> Result<Self> {
        let mut secret = Zeroizing::new([0u8; SECRET_BYTES]);
        crate::header::fill_random(secret.as_mut())?;
        Ok(Self(encode(secret.as_ref()).into()))
    }

    /// Reads a code as typed: any case, spaces and dashes; О, I, L and Cyrillic look-alikes are understood.
    pub fn parse(typed: &str) -> Result<Self> {
        let digits: Zeroizing<Vec<u8>> = Zeroizing::new(typed.chars().filter_map(digit).collect());
        let strange = typed.chars().any(|c| c.is_alphanumeric() && digit(c).is_none());
        if strange || digits.len() != CHARS {
            return Err(StoreError::MistypedRecovery);
        }
        let bytes = unpack(&digits);
        let (secret, sum) = bytes.split_at(SECRET_BYTES);
        if sum != checksum(secret) {
            return Err(StoreError::MistypedRecovery);
        }
        Ok(Self(encode(secret).into()))
    }

    /// The code in groups: `7K2M-…`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

fn checksum(secret: &[u8]) -> [u8; SUM_BYTES] {
    let hash = Sha256::new().chain_update(b"opora recovery code").chain_update(secret).finalize();
    [hash[0], hash[1], hash[2]]
}

fn encode(secret: &[u8]) -> String {
    let all: Zeroizing<Vec<u8>> = Zeroizing::new([secret, &checksum(secret)].concat());
    let mut text = String::with_capacity(CHARS + CHARS / GROUP);
    for i in 0..CHARS {
        if i > 0 && i % GROUP == 0 {
            text.push('-');
        }
        text.push(char::from(ALPHABET[usize::from(five_bits(&all, i))]));
    }
    text
}

/// The `i`-th group of five bits.
fn five_bits(bytes: &[u8], i: usize) -> u8 {
    (i * 5..i * 5 + 5).fold(0, |value, bit| (value << 1) | (bytes[bit / 8] >> (7 - bit % 8) & 1))
}

fn unpack(digits: &[u8]) -> Zeroizing<[u8; ALL_BYTES]> {
    let mut bytes = Zeroizing::new([0u8; ALL_BYTES]);
    for bit in 0..ALL_BYTES * 8 {
        bytes[bit / 8] |= (digits[bit / 5] >> (4 - bit % 5) & 1) << (7 - bit % 8);
    }
    bytes
}

fn digit(c: char) -> Option<u8> {
    let latin = match c.to_uppercase().next()? {
        'O' | 'О' => '0',
        'I' | 'L' => '1',
        'А' => 'A',
        'В' => 'B',
        'Е' => 'E',
        'К' => 'K',
        'М' => 'M',
        'Н' => 'H',
        'Р' => 'P',
        'С' => 'C',
        'Т' => 'T',
        'У' => 'Y',
        'Х' => 'X',
        other => other,
    };
    ALPHABET.iter().position(|&a| char::from(a) == latin).and_then(|i| u8::try_from(i).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_survives_sloppy_typing() {
        let code = RecoveryCode::random().unwrap();
        let sloppy = code.as_str().replace('-', " ").to_lowercase().replace('0', "о").replace('1', "l");
        assert_eq!(RecoveryCode::parse(&sloppy).unwrap().as_str(), code.as_str(), "typed as {sloppy}");
        assert!(RecoveryCode::parse(&code.as_str().replace('A', "А").replace('K', "К")).is_ok());
    }

    #[test]
    fn every_single_mistyped_character_is_caught() {
        let code = encode(&[7; SECRET_BYTES]);
        for (at, old) in code.char_indices().filter(|(_, c)| *c != '-') {
            let new = if old == '7' { '8' } else { '7' };
            let mut typed = code.clone();
            typed.replace_range(at..=at, &new.to_string());
            assert!(RecoveryCode::parse(&typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn short_and_strange_codes_are_refused() {
        for typed in ["", "7K2M", "Ж", &encode(&[1; SECRET_BYTES])[1..]] {
            assert!(matches!(RecoveryCode::parse(typed), Err(StoreError::MistypedRecovery)), "{typed}");
        }
    }
}
