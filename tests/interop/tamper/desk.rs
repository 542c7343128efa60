//! A folder with OpenSSL at hand: authorities, keys, signatures, lists of the revoked.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use chrono::{DateTime, FixedOffset};
use opora_sign::{
    CertificateInfo, Identity, SignRequest, certificate_pem, prepare, read_certificate, to_be_signed,
};
use tempfile::TempDir;

use crate::surgery::{fill, report, request};

const CONFIG: &str = "openssl_conf = conf
[conf]
engines = engines
[engines]
gost = gost
[gost]
engine_id = gost
default_algorithms = ALL
[req]
distinguished_name = dn
string_mask = utf8only
[dn]
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
[short]
basicConstraints = critical,CA:TRUE,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
[leaf]
keyUsage = critical,digitalSignature,nonRepudiation
[cipher]
keyUsage = critical,keyEncipherment
[server]
extendedKeyUsage = serverAuth
[strange]
1.2.3.4 = critical,DER:0500
[tsa]
extendedKeyUsage = critical,timeStamping
[ca]
default_ca = list
[list]
database = index.txt
default_md = sha256
[tsa_config]
serial = serial
default_policy = 1.2.3
digests = sha256
signer_digest = sha256
ess_cert_id_alg = sha256
";

pub(crate) struct Desk {
    folder: TempDir,
}

impl Desk {
    pub(crate) fn new() -> Desk {
        let desk = Desk { folder: tempfile::tempdir().unwrap() };
        desk.put("desk.cnf", CONFIG.as_bytes());
        desk.put("plain.cnf", &CONFIG.as_bytes()[CONFIG.find("[req]").unwrap()..]);
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn put(&self, name: &str, bytes: &[u8]) {
        std::fs::File::create(self.path(name))
            .and_then(|mut file| std::io::Write::write_all(&mut file, bytes))
            .unwrap();
    }

    pub(crate) fn take(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub(crate) fn run(&self, program: impl AsRef<Path>, line: &str) -> Output {
        let program = program.as_ref();
        let mut command = Command::new(program);
        command.args(line.split_whitespace()).current_dir(self.folder.path()).env("LC_ALL", "C.UTF-8");
        let config = if line.contains("gost") { "desk.cnf" } else { "plain.cnf" };
        command.env("OPENSSL_CONF", self.path(config)).stdin(Stdio::null());
        let output = command.output();
        output.unwrap_or_else(|error| panic!("{} is needed for this test: {error}", program.display()))
    }

    pub(crate) fn openssl(&self, line: &str) {
        let output = self.run("openssl", line);
        assert!(output.status.success(), "openssl {line}\n{}", text(&output));
    }

    /// A root `{name}.pem` with its key.
    pub(crate) fn root(&self, name: &str, kind: &str) {
        self.openssl(&format!(
            "req -x509 -newkey {kind} -nodes -keyout {name}.key -out {name}.pem -days 7000 -extensions root -subj /CN=Root-{name}"
        ));
    }

    /// A key and a certificate issued by `issuer`.
    pub(crate) fn issue(&self, name: &str, kind: &str, issuer: &str, extensions: &str) {
        self.openssl(&format!(
            "req -new -newkey {kind} -nodes -keyout {name}.key -out {name}.csr -subj /CN=Person-{name}"
        ));
        self.openssl(&format!(
            "x509 -req -in {name}.csr -CA {issuer}.pem -CAkey {issuer}.key -CAcreateserial -days 6000 -out {name}.pem \
             -extfile plain.cnf -extensions {extensions}{}",
            if kind.contains("gost") { " -engine gost" } else { "" }
        ));
    }

    /// The key and the certificate of one of our identities as files for OpenSSL.
    pub(crate) fn hand_over(&self, name: &str, identity: &Identity) {
        self.put(&format!("{name}.pem"), certificate_pem(&identity.certificate_der).as_bytes());
        self.put(&format!("{name}.der"), &identity.key_pkcs8_der());
        self.openssl(&format!("pkcs8 -inform DER -nocrypt -in {name}.der -out {name}.key"));
    }

    pub(crate) fn certificate(&self, name: &str) -> (Vec<u8>, CertificateInfo) {
        read_certificate(&self.take(&format!("{name}.pem"))).unwrap()
    }

    /// A moment at which everything just made is in force.
    pub(crate) fn now(&self, name: &str) -> DateTime<FixedOffset> {
        self.certificate(name).1.not_before.fixed_offset() + chrono::Duration::minutes(5)
    }

    /// CMS over `content` by OpenSSL; `more` are its further arguments.
    pub(crate) fn cms(&self, content: &[u8], name: &str, more: &str) -> Vec<u8> {
        self.put("content.bin", content);
        self.openssl(&format!(
            "cms -sign -binary -in content.bin -outform DER -signer {name}.pem -inkey {name}.key -nosmimecap -out made.cms {more}"
        ));
        self.take("made.cms")
    }

    /// A report prepared for the certificate `prepared_for` and signed by OpenSSL with the key `name`.
    pub(crate) fn pdf(
        &self,
        prepared_for: &[u8],
        at: DateTime<FixedOffset>,
        name: &str,
        more: &str,
    ) -> Vec<u8> {
        let request = SignRequest { signed_at: at, ..request(&[]) };
        let prepared = prepare(&report(), prepared_for, &request).unwrap();
        let cms = self.cms(&to_be_signed(&prepared).unwrap(), name, more);
        fill(&prepared, &cms)
    }
}

pub(crate) fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
