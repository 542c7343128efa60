//! Signing and verifying with keys of two kinds, a small file and a large one.

use std::path::Path;
use std::process::Command;

use chrono::{DateTime, FixedOffset};
use opora_report::document::{Attachment, Document};
use opora_report::pdf::to_pdf;
use opora_sign::{Identity, SignRequest, Trust, Verdict, sign, verify};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{Figures, answer, both, least, measure, repeated, times, write};

const KEYS: [&str; 2] = ["rsa", "p256"];
const SIZES: [(&str, usize); 2] = [("50 КБ", 20 * 1024), ("5 МБ", 5 * 1024 * 1024)];

/// Measures and prints a table. What is verified is the same file for both: the one that we have signed.
pub(crate) fn print(folder: &Path) {
    make_keys(folder);
    println!(
        "\n| Работа | ключ | файл | новый процесс, мс | тёплый вызов, мс | пик, МБ | дольше нас: новый / тёплый |"
    );
    println!("|---|---|---|---:|---:|---:|---:|");
    for (index, (size, extra)) in SIZES.into_iter().enumerate() {
        write(&folder.join(format!("unsigned-{index}.pdf")), &unsigned(extra));
        for key in KEYS {
            let out = folder.to_str().expect("an ASCII path");
            let wanted = format!("{key}-{index}");
            for (work, what) in [("подписать", "sign"), ("проверить", "verify")] {
                let ours = line(&format!("{work}, Опора"), key, size, None, &[what, out, &wanted], None);
                let script = Some("compare_sign.py");
                line(&format!("{work}, pyHanko 0.38"), key, size, script, &[what, out, &wanted], Some(&ours));
            }
        }
    }
    let large = read(folder, "unsigned-1.pdf");
    let (took, _) = repeated(crate::WARM, |_| Sha256::digest(&large));
    println!(
        "\nПодписывая, «Опора» всякий раз и проверяет готовый файл; pyHanko — нет. Сама контрольная сумма 5 МБ (SHA-256): \
         {:.1} мс — быстрее не проверить никому.",
        least(&took)
    );
}

/// Measures one engine; `ours` are our own figures for a peer.
fn line(
    name: &str,
    key: &str,
    size: &str,
    script: Option<&str>,
    arguments: &[&str],
    ours: Option<&Figures>,
) -> Figures {
    let figures = measure(script, arguments);
    println!(
        "| {name} | {key} | {size} | {} | {} | {} | {} |",
        both(&figures.fresh),
        both(&figures.warm),
        figures.peak_kb / 1024,
        times(ours, &figures)
    );
    figures
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
pub(crate) fn own_signing(folder: &Path, wanted: &str, times: usize) -> Value {
    let (key, size) = wanted.split_once('-').expect("a key and a size");
    let identity = identity(folder, key);
    let pdf = read(folder, &format!("unsigned-{size}.pdf"));
    let (took, signed) =
        repeated(times, |run| sign(&pdf, &identity, &request(moment(run))).expect("a signature"));
    write(&folder.join(format!("opora-{wanted}.pdf")), &signed);
    answer(&took, signed.len())
}

/// The file that we have signed before.
pub(crate) fn own_verifying(folder: &Path, wanted: &str, times: usize) -> Value {
    let (key, _) = wanted.split_once('-').expect("a key and a size");
    let trust = Trust { certificates: vec![read(folder, &format!("{key}.pem"))], ..Trust::default() };
    let signed = read(folder, &format!("opora-{wanted}.pdf"));
    let (took, found) = repeated(times, |_| verify(&signed, &trust));
    assert_eq!(found.verdict, Verdict::Valid, "{:?}", found.reasons);
    answer(&took, signed.len())
}

fn identity(folder: &Path, key: &str) -> Identity {
    Identity::from_pkcs12(&read(folder, &format!("{key}.p12")), "1234").expect("a container")
}

fn read(folder: &Path, name: &str) -> Vec<u8> {
    std::fs::read(folder.join(name)).expect("a file made before")
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
