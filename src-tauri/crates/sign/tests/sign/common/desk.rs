//! A folder with the third parties' programs at hand: openssl (with GOST on demand), pdfsig, pyHanko, qpdf.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use chrono::{DateTime, FixedOffset};
use opora_sign::read_certificate;
use tempfile::TempDir;

/// What OpenSSL must read to know GOST; given to single commands only.
const GOST: &str = "openssl_conf = conf\n[conf]\nengines = engines\n[engines]\ngost = gost\n\
                    [gost]\nengine_id = gost\ndefault_algorithms = ALL\n";
/// Without it `req` would look for the machine's own configuration.
const REQ: &str = "[req]\ndistinguished_name = dn\nstring_mask = utf8only\n[dn]\n\
                   [ca]\nbasicConstraints = critical,CA:TRUE\nkeyUsage = critical,keyCertSign\n\
                   subjectKeyIdentifier = hash\n[leaf]\nkeyUsage = digitalSignature,nonRepudiation\n\
                   [tsa]\nextendedKeyUsage = critical,timeStamping\nkeyUsage = critical,digitalSignature\n";

pub struct Desk {
    folder: TempDir,
}

impl Desk {
    pub fn new() -> Desk {
        let desk = Desk { folder: tempfile::tempdir().unwrap() };
        desk.put("gost.cnf", GOST.as_bytes());
        desk.put("req.cnf", REQ.as_bytes());
        desk
    }

    pub fn put(&self, name: &str, bytes: &[u8]) {
        std::fs::File::create(self.folder.path().join(name))
            .and_then(|mut file| std::io::Write::write_all(&mut file, bytes))
            .unwrap();
    }

    pub fn take(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.folder.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub fn run(&self, program: impl AsRef<Path>, arguments: &[&str]) -> Output {
        self.started(Command::new(program.as_ref()).args(arguments))
    }

    /// OpenSSL; `gost` engine when any argument speaks of GOST. It must succeed.
    pub fn openssl(&self, line: &str) {
        let output = self.try_openssl(line);
        assert!(output.status.success(), "openssl {line}\n{}", words(&output));
    }

    pub fn try_openssl(&self, line: &str) -> Output {
        let mut command = Command::new("openssl");
        command.args(line.split_whitespace());
        if line.contains("gost") {
            command.env("OPENSSL_CONF", self.folder.path().join("gost.cnf"));
        }
        self.started(&mut command)
    }

    fn started(&self, command: &mut Command) -> Output {
        let command = command.current_dir(self.folder.path()).env("LC_ALL", "C.UTF-8");
        let output = command.stdin(Stdio::null()).output();
        output.unwrap_or_else(|error| panic!("{command:?} is needed for this test: {error}"))
    }

    /// A key `{name}.key` and its self-signed certificate `{name}.pem`. `kind` is what follows `-newkey`.
    pub fn key(&self, name: &str, kind: &str) -> Certificate {
        self.openssl(&format!(
            "req -config req.cnf -x509 -newkey {kind} -nodes -keyout {name}.key -out {name}.pem -utf8 -days 7000 \
             -extensions leaf -subj /C=RU/O=Школа/CN=Подписывающий-{name}"
        ));
        self.certificate(name)
    }

    /// An authority `ca.pem`, and a key `{name}.key` with the certificate `{name}.pem` that it issued.
    pub fn issued(&self, name: &str, kind: &str, extensions: &str) -> Certificate {
        if !self.folder.path().join("ca.pem").exists() {
            self.openssl(&format!(
                "req -config req.cnf -x509 -newkey {kind} -nodes -keyout ca.key -out ca.pem -utf8 -days 7000 \
                 -extensions ca -subj /C=RU/CN=Центр"
            ));
        }
        self.openssl(&format!(
            "req -config req.cnf -new -newkey {kind} -nodes -keyout {name}.key -out {name}.csr -utf8 \
             -subj /C=RU/CN=Подписывающий-{name}"
        ));
        self.openssl(&format!(
            "x509 -req -in {name}.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 6000 -out {name}.pem \
             -extfile req.cnf -extensions {extensions}"
        ));
        self.certificate(name)
    }

    pub fn certificate(&self, name: &str) -> Certificate {
        let (der, info) = read_certificate(&self.take(&format!("{name}.pem"))).unwrap();
        Certificate { der, from: info.not_before.fixed_offset() }
    }

    /// What pdfsig says, trusting `{trusted}.pem`.
    pub fn pdfsig(&self, pdf: &[u8], trusted: &[&str]) -> String {
        self.put("judged.pdf", pdf);
        std::fs::remove_dir_all(self.path("nss")).ok();
        std::fs::create_dir(self.path("nss")).unwrap();
        assert!(self.run("certutil", &["-N", "-d", "sql:nss", "--empty-password"]).status.success());
        for name in trusted {
            let file = format!("{name}.pem");
            let arguments = ["-A", "-d", "sql:nss", "-n", name, "-t", "C,C,C", "-i", &file];
            assert!(self.run("certutil", &arguments).status.success());
        }
        words(&self.run("pdfsig", &["-nssdir", "sql:nss", "judged.pdf"]))
    }

    /// What pyHanko says, trusting `{trusted}.pem`.
    pub fn pyhanko(&self, pdf: &[u8], trusted: &[&str]) -> (bool, String) {
        self.put("judged.pdf", pdf);
        let files: Vec<String> = trusted.iter().map(|name| format!("{name}.pem")).collect();
        let mut arguments = vec!["sign", "validate", "--pretty-print", "--trust-replace"];
        arguments.extend(["--no-revocation-check", "--validation-time", "claimed"]);
        files.iter().for_each(|file| arguments.extend(["--trust", file]));
        arguments.push("judged.pdf");
        let tool = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../.venv/bin/pyhanko");
        let output = self.run(tool, &arguments);
        (output.status.success(), words(&output))
    }

    /// qpdf finds nothing to complain of.
    pub fn qpdf(&self, pdf: &[u8]) {
        self.put("judged.pdf", pdf);
        let output = self.run("qpdf", &["--check", "judged.pdf"]);
        let said = words(&output);
        assert!(output.status.success() && !said.contains("WARNING"), "{said}");
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// A certificate that a program has just made, and the first moment of its validity: tests sign then, so that no test
/// depends on today's date.
pub struct Certificate {
    pub der: Vec<u8>,
    pub from: DateTime<FixedOffset>,
}

pub fn words(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
