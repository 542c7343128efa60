//! `opora verify` over folders, bundles of certificates and lists of the revoked.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// Later than any machine on which the keys below are made.
const NOW: &str = "2030-01-15T10:00:00+07:00";
/// An authority without a database of its own would forget what it revoked.
const CA: &str = "[ca]\ndefault_ca = own\n[own]\ndatabase = index.txt\nserial = serial\ncrlnumber = number\n\
                  default_md = sha256\ndefault_days = 7000\ndefault_crl_days = 30\nnew_certs_dir = .\npolicy = any\n\
                  x509_extensions = leaf\nunique_subject = no\n[any]\ncommonName = supplied\n\
                  [req]\ndistinguished_name = dn\n[dn]\n\
                  [authority]\nbasicConstraints = critical,CA:TRUE\nkeyUsage = critical,keyCertSign,cRLSign\n\
                  [leaf]\nkeyUsage = digitalSignature,nonRepudiation\n";

fn run(folder: &Path, program: &str, line: &str) -> Output {
    let mut command = Command::new(program);
    command.args(line.split_whitespace()).current_dir(folder).stdin(Stdio::null());
    command.env("OPORA_KEY_PASSWORD", "1").env_remove("OPORA_PASSWORD").output().unwrap()
}

fn openssl(folder: &Path, line: &str) {
    let output = run(folder, "openssl", line);
    assert!(output.status.success(), "openssl {line}: {}", String::from_utf8_lossy(&output.stderr));
}

fn put(path: &Path, body: &[u8]) {
    opora_exchange::write_file(path, body).unwrap();
}

fn verify(folder: &Path, line: &str) -> (Option<i32>, Vec<(String, String)>) {
    let output = run(folder, env!("CARGO_BIN_EXE_opora"), &format!("verify {line} --json"));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let rows = found.as_array().into_iter().flatten();
    let rows = rows.map(|row| (text(&row["file"]), text(&row["verdict"]))).collect();
    (output.status.code(), rows)
}

/// An authority, its two certificates, a document signed beside by both; the second certificate is revoked then.
fn desk() -> TempDir {
    let desk = tempfile::tempdir().unwrap();
    let folder = desk.path();
    for (name, text) in [("ca.cnf", CA), ("index.txt", ""), ("serial", "01\n"), ("number", "01\n")] {
        put(&folder.join(name), text.as_bytes());
    }
    openssl(
        folder,
        "req -config ca.cnf -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 7000 -extensions authority -subj /CN=Centre",
    );
    std::fs::create_dir(folder.join("in")).unwrap();
    for name in ["good", "lost"] {
        openssl(
            folder,
            &format!(
                "req -config ca.cnf -new -newkey rsa:2048 -nodes -keyout {name}.key -out {name}.csr -subj /CN={name}"
            ),
        );
        openssl(
            folder,
            &format!(
                "ca -config ca.cnf -batch -cert ca.pem -keyfile ca.key -in {name}.csr -out {name}.pem -notext"
            ),
        );
        openssl(
            folder,
            &format!("pkcs12 -export -inkey {name}.key -in {name}.pem -out {name}.p12 -passout pass:1"),
        );
        put(&folder.join(format!("in/{name}.pdf")), format!("%PDF-1.7 {name}").as_bytes());
        let line =
            format!("sign in/{name}.pdf --key {name}.p12 --detached --out in/{name}.pdf.sig --now {NOW}");
        let output = run(folder, env!("CARGO_BIN_EXE_opora"), &line);
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    }
    openssl(
        folder,
        "ca -config ca.cnf -cert ca.pem -keyfile ca.key -revoke lost.pem -crl_reason keyCompromise",
    );
    openssl(folder, "ca -config ca.cnf -cert ca.pem -keyfile ca.key -gencrl -out ca.crl");
    openssl(folder, "crl2pkcs7 -nocrl -certfile ca.pem -outform DER -out ca.p7b");
    desk
}

#[test]
fn folder_is_judged_with_bundles_and_lists_of_the_revoked() {
    let desk = desk();
    let folder = desk.path();
    let rows = |second: &str| {
        let row = |name: &str, verdict: &str| (format!("in/{name}.pdf"), verdict.to_owned());
        vec![row("good", "valid"), row("lost", second)]
    };
    assert_eq!(verify(folder, "in --trust ca.p7b"), (Some(0), rows("valid")));
    assert_eq!(verify(folder, "in --trust ca.p7b --crl ca.crl"), (Some(1), rows("valid_unknown_signer")));
    put(&folder.join("in/bare.pdf"), "%PDF-1.7".as_bytes());
    assert_eq!(
        verify(folder, "in --trust ca.pem --crl ca.crl").0,
        Some(2),
        "one carries no signature to read"
    );
    assert_eq!(
        verify(folder, "in/good.pdf in/lost.pdf.sig --trust ca.pem").1[0].1,
        "modified",
        "the named one counts"
    );
    for (line, words) in [
        ("in --crl ca.pem", "не список отозванных"),
        ("in --trust ca.crl", "нет сертификата"),
        ("in --trust good.key", "нет сертификата"),
    ] {
        let output = run(folder, env!("CARGO_BIN_EXE_opora"), &format!("verify {line}"));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(1) && said.contains(words), "{line}: {said}");
    }
}

#[test]
fn a_folder_without_documents_is_not_called_valid() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), env!("CARGO_BIN_EXE_opora"), "verify .");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("В папке нет документов PDF"));
}
