//! Files outside the base, signed by a key file and by other programs, with OpenSSL as the other program.

use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// Later than any machine on which the keys below are made.
const NOW: &str = "2030-01-15T10:00:00+07:00";
const PASSWORD: &str = "Пароль ключа";
/// Without it `req` would look for the machine's own configuration.
const REQ: &str = "[req]\ndistinguished_name = dn\n[dn]\n[leaf]\nkeyUsage = digitalSignature,nonRepudiation\n\
                   subjectKeyIdentifier = hash\n";
const GOST: &str = "openssl_conf = conf\n[conf]\nengines = engines\n[engines]\ngost = gost\n\
                    [gost]\nengine_id = gost\ndefault_algorithms = ALL\n";

struct Desk {
    folder: TempDir,
}

impl Desk {
    /// A folder with an unsigned report.
    fn new() -> Desk {
        let desk = Desk { folder: tempfile::tempdir().unwrap() };
        for (name, text) in [("req.cnf", REQ), ("gost.cnf", GOST)] {
            opora_exchange::write_file(&desk.folder.path().join(name), text.as_bytes()).unwrap();
        }
        desk.opora("--data school demo");
        desk.opora("--data school report quarterly --period 2024-Q4 --unsigned --out report.pdf");
        desk
    }

    fn run(&self, program: &str, line: &str) -> Output {
        let mut command = Command::new(program);
        if line.contains("gost") {
            command.env("OPENSSL_CONF", self.folder.path().join("gost.cnf"));
        }
        let command = command.args(line.split_whitespace()).current_dir(self.folder.path());
        command.env("OPORA_KEY_PASSWORD", PASSWORD).env("KEY_PASSWORD", PASSWORD).output().unwrap()
    }

    fn opora(&self, line: &str) {
        let output = self.run(env!("CARGO_BIN_EXE_opora"), line);
        assert!(output.status.success(), "opora {line}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// Sentence and exit code of a refusal.
    fn refused(&self, line: &str) -> String {
        let output = self.run(env!("CARGO_BIN_EXE_opora"), line);
        assert!(!output.status.success(), "opora {line} went through");
        String::from_utf8_lossy(&output.stderr).into_owned()
    }

    fn openssl(&self, line: &str) {
        let output = self.run("openssl", line);
        assert!(output.status.success(), "openssl {line}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// A key and its certificate: `{name}.key`, `{name}.pem`.
    fn key(&self, name: &str, kind: &str) {
        self.openssl(&format!(
            "req -config req.cnf -x509 -newkey {kind} -nodes -keyout {name}.key -out {name}.pem -days 7000 \
             -extensions leaf -subj /C=RU/O=School/CN=Signer"
        ));
    }

    fn verdict(&self, files: &str, trust: &str) -> String {
        let output = self.run(env!("CARGO_BIN_EXE_opora"), &format!("verify {files} --json --trust {trust}"));
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        found[0]["verdict"].as_str().unwrap().to_owned()
    }
}

#[test]
fn a_key_file_signs_the_pdf_and_beside_it() {
    let desk = Desk::new();
    desk.key("rsa", "rsa:2048");
    desk.openssl("pkcs12 -export -inkey rsa.key -in rsa.pem -out rsa.p12 -passout env:KEY_PASSWORD");
    desk.opora(&format!("sign report.pdf --key rsa.p12 --out signed.pdf --now {NOW}"));
    assert_eq!(desk.verdict("signed.pdf", "rsa.pem"), "valid");
    desk.opora(&format!("sign report.pdf --key rsa.p12 --detached --out report.pdf.sig --now {NOW}"));
    assert_eq!(desk.verdict("report.pdf report.pdf.sig", "rsa.pem"), "valid");
    assert_eq!(
        desk.verdict("signed.pdf report.pdf.sig", "rsa.pem"),
        "modified",
        "a signature of another file"
    );
    desk.openssl("cms -verify -binary -inform DER -in report.pdf.sig -content report.pdf -CAfile rsa.pem -purpose any -out out.pdf");
    let said = desk.refused(&format!("sign signed.pdf --key rsa.p12 --out again.pdf --now {NOW}"));
    assert!(said.contains("уже подписан"), "{said}");
    assert!(!desk.folder.path().join("again.pdf").exists());
}

#[test]
fn another_program_signs_by_gost_and_its_answer_is_checked() {
    let desk = Desk::new();
    for (name, kind, digest) in [
        ("g256", "gost2012_256 -pkeyopt paramset:A", "md_gost12_256"),
        ("g512", "gost2012_512 -pkeyopt paramset:A", "md_gost12_512"),
    ] {
        desk.key(name, kind);
        let prepared = format!("sign report.pdf --certificate {name}.pem --out {name}-prepared.pdf");
        desk.opora(&format!("{prepared} --bytes {name}.bin --now {NOW}"));
        desk.openssl(&format!(
            "cms -sign -binary -in {name}.bin -outform DER -md {digest} -signer {name}.pem -inkey {name}.key -cades \
             -nosmimecap -out {name}.p7s"
        ));
        let embed = format!("sign {name}-prepared.pdf --certificate {name}.pem --out {name}.pdf");
        let wrong = desk.refused(&format!("{embed} --answer {name}.pem"));
        assert!(!wrong.is_empty() && !desk.folder.path().join(format!("{name}.pdf")).exists(), "{wrong}");
        desk.opora(&format!("{embed} --answer {name}.p7s"));
        assert_eq!(desk.verdict(&format!("{name}.pdf"), &format!("{name}.pem")), "valid");
    }
    let foreign =
        desk.refused("sign g512-prepared.pdf --certificate g512.pem --answer g256.p7s --out foreign.pdf");
    assert!(foreign.contains("сертификат") || foreign.contains("файл"), "{foreign}");
}

#[test]
fn a_stamp_is_asked_for_and_only_its_own_answer_is_taken() {
    let desk = Desk::new();
    desk.key("rsa", "rsa:2048");
    desk.openssl("pkcs12 -export -inkey rsa.key -in rsa.pem -out rsa.p12 -passout env:KEY_PASSWORD");
    desk.opora(&format!("sign report.pdf --key rsa.p12 --out signed.pdf --now {NOW}"));
    desk.opora("sign signed.pdf --stamp-request --out request.tsq");
    let request = std::fs::read(desk.folder.path().join("request.tsq")).unwrap();
    assert_eq!(request[0], 0x30, "a DER sequence");
    let said = desk.refused("sign signed.pdf --stamp request.tsq --out stamped.pdf");
    assert!(!said.is_empty() && !desk.folder.path().join("stamped.pdf").exists(), "{said}");
}
