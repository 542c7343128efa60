//! Whom the verifier believes: a pinned certificate, or one issued directly by a pinned authority. Nobody else.

#![allow(clippy::unwrap_used)] // helpers of tests fail as tests do

use std::str::FromStr;
use std::time::Duration;

use crate::common::*;
use chrono::{DateTime, Datelike, Utc};
use der::{Decode, Encode};
use opora_sign::{Identity, Trust, Verdict, sign, verify};
use p256::ecdsa::{DerSignature, SigningKey};
use p256::pkcs8::{DecodePrivateKey, EncodePrivateKey};
use rand_core::OsRng;
use spki::SubjectPublicKeyInfoOwned;
use x509_cert::Certificate;
use x509_cert::builder::{Builder, CertificateBuilder, Profile};
use x509_cert::name::Name;
use x509_cert::serial_number::SerialNumber;
use x509_cert::time::{Time, Validity};

const AUTHORITY: &str = "CN=Удостоверяющий центр района,O=Управление образования";
const LEAF: &str = "CN=Ёлкина Мария Петровна";

fn certify(profile: Profile, subject: &str, holder: &SigningKey, issuer: &SigningKey, year: i32) -> Vec<u8> {
    let time = |year: i32| {
        let date = DateTime::<Utc>::default().with_year(year).unwrap();
        let since = Duration::from_secs(u64::try_from(date.timestamp()).unwrap());
        Time::GeneralTime(der::DateTime::from_unix_duration(since).unwrap().into())
    };
    let validity = Validity { not_before: time(year), not_after: time(year + 3) };
    let public = SubjectPublicKeyInfoOwned::from_key(*holder.verifying_key()).unwrap();
    let name = Name::from_str(subject).unwrap();
    let builder =
        CertificateBuilder::new(profile, SerialNumber::from(7u32), validity, name, public, issuer).unwrap();
    builder.build::<DerSignature>().unwrap().to_der().unwrap()
}

fn authority(key: &SigningKey, year: i32) -> Vec<u8> {
    certify(Profile::Root, AUTHORITY, key, key, year)
}

fn leaf_of(issuer: &Name, issuer_key: &SigningKey) -> Identity {
    let key = SigningKey::random(&mut OsRng);
    let profile = Profile::Leaf {
        issuer: issuer.clone(),
        enable_key_agreement: false,
        enable_key_encipherment: false,
        include_subject_key_identifier: true,
    };
    let der = certify(profile, LEAF, &key, issuer_key, 2024);
    Identity::from_parts(&der, key.to_pkcs8_der().unwrap().as_bytes()).unwrap()
}

/// `sign` checks itself against the signer's own certificate, so a leaf of an authority signs as well.
fn verdict_of(identity: &Identity, trusted: Vec<u8>) -> (Verdict, String) {
    let signed = sign(&report(), identity, &request()).unwrap();
    let found = verify(&signed, &Trust { certificates: vec![trusted], ..Trust::default() });
    (found.verdict, found.reasons.join(" "))
}

#[test]
fn certificate_of_a_trusted_authority_is_trusted() {
    let key = SigningKey::random(&mut OsRng);
    let (verdict, reasons) =
        verdict_of(&leaf_of(&Name::from_str(AUTHORITY).unwrap(), &key), authority(&key, 2023));
    assert_eq!(verdict, Verdict::Valid, "{reasons}");
    assert!(reasons.contains("выдан доверенным центром «Удостоверяющий центр района»"), "{reasons}");
}

#[test]
fn namesake_of_the_authority_is_not_it() {
    let (ours, theirs) = (SigningKey::random(&mut OsRng), SigningKey::random(&mut OsRng));
    let (verdict, _) =
        verdict_of(&leaf_of(&Name::from_str(AUTHORITY).unwrap(), &theirs), authority(&ours, 2023));
    assert_eq!(verdict, Verdict::ValidUnknownSigner);
}

#[test]
fn authority_out_of_date_at_signing_proves_nothing() {
    let key = SigningKey::random(&mut OsRng);
    for year in [2020, 2025] {
        let (verdict, _) =
            verdict_of(&leaf_of(&Name::from_str(AUTHORITY).unwrap(), &key), authority(&key, year));
        assert_eq!(verdict, Verdict::ValidUnknownSigner, "authority of {year}");
    }
}

/// A pinned teacher must not be able to make certificates in the director's name.
#[test]
fn pinned_person_is_no_authority() {
    let teacher = Identity::create("Учитель", "", start(), 3).unwrap();
    let key = SigningKey::from_pkcs8_der(&teacher.key_pkcs8_der()).unwrap();
    let name = Certificate::from_der(&teacher.certificate_der).unwrap().tbs_certificate.subject;
    let (verdict, _) = verdict_of(&leaf_of(&name, &key), teacher.certificate_der.clone());
    assert_eq!(verdict, Verdict::ValidUnknownSigner);
}

#[test]
fn same_key_under_another_certificate_is_another_signer() {
    let key = SigningKey::random(&mut OsRng);
    let pkcs8 = key.to_pkcs8_der().unwrap();
    let profile = || Profile::Leaf {
        issuer: Name::from_str(LEAF).unwrap(),
        enable_key_agreement: false,
        enable_key_encipherment: false,
        include_subject_key_identifier: true,
    };
    let ours = certify(profile(), LEAF, &key, &key, 2024);
    let renewed = certify(profile(), LEAF, &key, &key, 2023);
    let identity = Identity::from_parts(&ours, pkcs8.as_bytes()).unwrap();
    assert_eq!(verdict_of(&identity, ours).0, Verdict::Valid);
    assert_eq!(verdict_of(&identity, renewed).0, Verdict::ValidUnknownSigner);
}

#[test]
fn authority_certificate_may_not_sign_documents() {
    let key = SigningKey::random(&mut OsRng);
    let identity =
        Identity::from_parts(&authority(&key, 2024), key.to_pkcs8_der().unwrap().as_bytes()).unwrap();
    let refused = sign(&report(), &identity, &request()).unwrap_err();
    assert!(matches!(refused, opora_sign::SignError::WrongKeyUsage));
}
