//! Every reader of foreign bytes: none may panic, and nobody is trusted, so nothing may be valid.

#![no_main]

use libfuzzer_sys::fuzz_target;
use opora_sign::{Identity, Trust, Verdict, attachment, read_certificate, read_revision, verify, verify_detached};

fuzz_target!(|bytes: &[u8]| {
    let trust = Trust { certificates: Vec::new(), crls: vec![bytes.to_vec()] };
    assert_ne!(verify(bytes, &trust).verdict, Verdict::Valid);
    assert_ne!(verify_detached("Отчёт".as_bytes(), bytes, &trust).verdict, Verdict::Valid);
    let _ = (read_certificate(bytes), read_revision(bytes, 1), attachment(bytes, "opora-report.json"));
    let _ = Identity::from_pkcs12(bytes, "1");
});
