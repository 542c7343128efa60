//! Signing and verifying with keys of two kinds, a small file and a large one.

use std::path::Path;
use std::process::Command;

use chrono::{DateTime, FixedOffset};
use opora_report::document::{Attachment, Document};
use opora_report::pdf::to_pdf;
use opora_sign::{Identity, SignRequest, Trust, Verdict, sign, verify};
use serde_json::{Value, json};

use crate::{measure, median, peak_kb, repeated, write};

const KEYS: [&str; 2] = ["rsa", "p256"];
const SIZES: [(&str, usize); 2] = [("50 КБ", 20 * 1024), ("5 МБ", 5 * 1024 * 1024)];

/// Measures and prints a table.
pub(crate) fn print(folder: &Path) {
    make_keys(folder);
    println!("\n| Подпись | ключ | файл | подписать, мс | проверить, мс | новый процесс, мс | пик, МБ |");
    println!("|---|---|---|---:|---:|---:|---:|");
    for (index, (size, extra)) in SIZES.into_iter().enumerate() {
        write(&folder.join(format!("unsigned-{index}.pdf")), &unsigned(extra));
        for key in KEYS {
            let out = folder.to_str().expect("an ASCII path");
            let wanted = format!("{key}-{index}");
            line("Опора (с самопроверкой)", key, size, None, &["sign", out, &wanted]);
            line("pyHanko 0.38", key, size, Some("compare_sign.py"), &["sign", out, &wanted]);
        }
    }
}

fn line(name: &str, key: &str, size: &str, script: Option<&str>, arguments: &[&str]) {
    let figures = measure(script, arguments);
    println!(
        "| {name} | {key} | {size} | {:.1} | {:.1} | {:.0} | {} |",
        median(&figures.said, "sign_ms"),
        median(&figures.said, "verify_ms"),
        figures.fresh.as_secs_f64() * 1000.0,
        figures.peak_kb / 1024
    );
}

/// A report with incompressible data inside, so that the file is as large as wanted.
fn unsigned(extra: usize) -> Vec<u8> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let noise = std::iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[0]
    });
    let attachment = Attachment {
        name: "data.bin".to_owned(),
        mime: "application/octet-stream".to_owned(),
        description: "Данные".to_owned(),
        bytes: noise.take(extra).collect(),
    };
    let document = Document { attachments: vec![attachment], ..crate::report::document(10, 0) };
    to_pdf(&document).expect("a report").bytes
}

/// Keys, certificates and containers by OpenSSL: the same for both.
fn make_keys(folder: &Path) {
    for (name, kind) in [("rsa", &["rsa:2048"][..]), ("p256", &["ec", "-pkeyopt", "ec_paramgen_curve:P-256"])]
    {
        let request = ["req", "-x509", "-nodes", "-days", "3650", "-subj", "/CN=Signer", "-newkey"];
        let usage = ["-addext", "keyUsage=critical,digitalSignature,nonRepudiation"];
        let (key, certificate) = (format!("{name}.key"), format!("{name}.pem"));
        let files = ["-keyout", &key, "-out", &certificate];
        openssl(folder, &[&request[..], kind, &usage, &files].concat());
        let container = format!("{name}.p12");
        let export = ["pkcs12", "-export", "-inkey", &key, "-in", &certificate, "-passout", "pass:1234"];
        openssl(folder, &[&export[..], &["-out", &container]].concat());
    }
}

fn openssl(folder: &Path, arguments: &[&str]) {
    let output =
        Command::new("openssl").args(arguments).current_dir(folder).output().expect("openssl is needed");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Ourselves, so many times; `wanted` is «rsa-0».
pub(crate) fn own(folder: &Path, wanted: &str, times: usize) -> Value {
    let (key, size) = wanted.split_once('-').expect("a key and a size");
    let read = |name: String| std::fs::read(folder.join(name)).expect("a file made before");
    let identity = Identity::from_pkcs12(&read(format!("{key}.p12")), "1234").expect("a container");
    let pdf = read(format!("unsigned-{size}.pdf"));
    let trust = Trust { certificates: vec![identity.certificate_der.clone()], ..Trust::default() };
    let (signing, signed) =
        repeated(times, |run| sign(&pdf, &identity, &request(moment(run))).expect("a signature"));
    write(&folder.join(format!("opora-{wanted}.pdf")), &signed);
    let (verifying, found) = repeated(times, |_| verify(&signed, &trust));
    assert_eq!(found.verdict, Verdict::Valid, "{:?}", found.reasons);
    json!({ "sign_ms": signing, "verify_ms": verifying, "peak_kb": peak_kb() })
}

/// Within the certificate: now, and a second later for each run.
#[allow(clippy::disallowed_methods, reason = "the keys were made just now")]
fn moment(run: usize) -> DateTime<FixedOffset> {
    let now = std::time::SystemTime::now();
    DateTime::<chrono::Utc>::from(now).fixed_offset() + chrono::Duration::seconds(run as i64)
}

fn request(signed_at: DateTime<FixedOffset>) -> SignRequest<'static> {
    let rect = [72.0, 72.0, 272.0, 132.0];
    SignRequest { signed_at, reason: "", location: "", field_name: "Signature1", page: 0, rect, also: &[] }
}
