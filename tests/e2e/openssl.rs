//! Another school's tools: keys, signatures and time stamps that OpenSSL makes.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::founding::DEPUTY;

/// What OpenSSL must read to know GOST; given to commands that speak of it.
const GOST: &str = "openssl_conf = conf\n[conf]\nengines = engines\n[engines]\ngost = gost\n\
                    [gost]\nengine_id = gost\ndefault_algorithms = ALL\n";
const REQ: &str = "[req]\ndistinguished_name = dn\nstring_mask = utf8only\n[dn]\n\
                   [leaf]\nkeyUsage = digitalSignature,nonRepudiation\n\
                   [tsa]\nextendedKeyUsage = critical,timeStamping\nkeyUsage = critical,digitalSignature\n";
const TSA: &str = "[service]\nserial = serial\nsigner_cert = tsa.pem\nsigner_key = tsa.key\n\
                   signer_digest = sha256\ndefault_policy = 1.2.3.4.1\ndigests = sha256\n\
                   ess_cert_id_alg = sha256\n";
/// Of every key file that is made here.
pub(crate) const PASSWORD: &str = "пароль ключа";

/// A folder with OpenSSL at work in it.
pub(crate) struct OpenSsl {
    folder: TempDir,
}

impl OpenSsl {
    pub(crate) fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        for (name, text) in [("gost.cnf", GOST), ("req.cnf", REQ), ("tsa.cnf", TSA), ("serial", "01\n")] {
            desk.put(name, text.as_bytes());
        }
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        opora_exchange::write_file(&self.path(name), bytes).unwrap();
        self.path(name)
    }

    /// The deputy's key in a file under [`PASSWORD`], as a certification centre would hand it over.
    pub(crate) fn key_file(&self) -> PathBuf {
        self.key("school", "rsa:2048", "leaf", DEPUTY);
        let password = format!("pass:{PASSWORD}");
        let line = "pkcs12 -export -inkey school.key -in school.pem -out school.p12 -passout";
        self.run(line, &[&password]);
        self.path("school.p12")
    }

    /// The deputy's GOST key; gives its certificate.
    pub(crate) fn gost_key(&self) -> PathBuf {
        self.key("gost", "gost2012_256 -pkeyopt paramset:A", "leaf", DEPUTY);
        self.path("gost.pem")
    }

    /// A detached signature by the GOST key.
    pub(crate) fn gost_sign(&self, data: &Path, signature: &str) -> PathBuf {
        let line = format!(
            "cms -sign -binary -cades -nosmimecap -outform DER -md md_gost12_256 -signer gost.pem \
             -inkey gost.key -out {signature} -in"
        );
        self.run(&line, &[data.to_str().unwrap()]);
        self.path(signature)
    }

    /// What a time stamp service answers.
    pub(crate) fn stamp(&self, request: &Path) -> PathBuf {
        self.key("tsa", "rsa:2048", "tsa", "Служба времени");
        let line = "ts -reply -config tsa.cnf -section service -out answer.tsr -queryfile";
        self.run(line, &[request.to_str().unwrap()]);
        self.path("answer.tsr")
    }

    /// The signature beside a document is of this document.
    pub(crate) fn accepts(&self, document: &Path, signature: &Path) {
        let files = [document.to_str().unwrap(), "-in", signature.to_str().unwrap()];
        self.run("cms -verify -binary -inform DER -noverify -out read.bin -content", &files);
    }

    fn key(&self, name: &str, kind: &str, extensions: &str, owner: &str) {
        let line = format!(
            "req -config req.cnf -x509 -newkey {kind} -nodes -keyout {name}.key -out {name}.pem -utf8 \
             -days 7000 -extensions {extensions} -subj"
        );
        self.run(&line, &[&format!("/C=RU/O=Школа/CN={owner}")]);
    }

    fn run(&self, line: &str, more: &[&str]) {
        let mut command = Command::new("openssl");
        command.args(line.split_whitespace()).args(more).current_dir(self.folder.path());
        if line.contains("gost") {
            command.env("OPENSSL_CONF", self.path("gost.cnf"));
        }
        let output = command.stdin(Stdio::null()).output().expect("openssl is installed");
        assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}
