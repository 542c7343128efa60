//! Our signatures before other programs, and theirs before us: pdfsig with an NSS store, pyHanko, qpdf.

#![allow(clippy::unwrap_used)] // helpers of tests fail as tests do

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use chrono::{DateTime, FixedOffset, TimeZone, Utc};
use opora_sign::{Identity, SignRequest, Trust, Verdict, Verification, certificate_pem, sign, verify};
use tempfile::TempDir;

const SIGNER: &str = "Ёлкина Мария Петровна";

/// A folder with one identity in the forms that each program wants.
struct Desk {
    folder: TempDir,
    identity: Identity,
}

impl Desk {
    /// Fifteen years from 2024: pdfsig judges by today's clock, whatever it is.
    fn new() -> Desk {
        Desk::with(Identity::create(SIGNER, "МБОУ «Школа № 5»", first_of_september(2024), 15).unwrap())
    }

    fn with(identity: Identity) -> Desk {
        let desk = Desk { folder: tempfile::tempdir().unwrap(), identity };
        desk.put("cert.pem", certificate_pem(&desk.identity.certificate_der).as_bytes());
        desk.put("key.der", &desk.identity.key_pkcs8_der());
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::File::create(&path)
            .and_then(|mut file| std::io::Write::write_all(&mut file, bytes))
            .unwrap();
        path
    }

    fn take(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    fn run(&self, program: impl AsRef<Path>, arguments: &[&str]) -> Output {
        let program = program.as_ref();
        let started = Command::new(program)
            .args(arguments)
            .current_dir(self.folder.path())
            .env("LC_ALL", "C.UTF-8")
            .output();
        started.unwrap_or_else(|error| panic!("{} is needed for this test: {error}", program.display()))
    }

    /// The same pages as an editor might hand them over: a classic table, and packed into object streams.
    fn documents(&self) -> [Vec<u8>; 2] {
        self.put("plain.pdf", &plain_pdf());
        let packed = self.run("qpdf", &["--object-streams=generate", "plain.pdf", "packed.pdf"]);
        assert!(packed.status.success(), "{}", text(&packed));
        [plain_pdf(), self.take("packed.pdf")]
    }

    fn signed(&self) -> [Vec<u8>; 2] {
        self.documents().map(|pdf| sign(&pdf, &self.identity, &request()).unwrap())
    }

    fn pdfsig(&self, pdf: &[u8]) -> String {
        self.put("judged.pdf", pdf);
        if !self.path("nss").exists() {
            std::fs::create_dir(self.path("nss")).unwrap();
            assert!(self.run("certutil", &["-N", "-d", "sql:nss", "--empty-password"]).status.success());
            let trusted = ["-A", "-d", "sql:nss", "-n", "school", "-t", "C,C,C", "-i", "cert.pem"];
            assert!(self.run("certutil", &trusted).status.success());
        }
        text(&self.run("pdfsig", &["-nssdir", "sql:nss", "judged.pdf"]))
    }

    fn pyhanko(&self, pdf: &[u8]) -> Output {
        self.put("judged.pdf", pdf);
        let arguments = [
            "sign",
            "validate",
            "--pretty-print",
            "--trust",
            "cert.pem",
            "--trust-replace",
            "--no-revocation-check",
            "--validation-time",
            "claimed",
            "judged.pdf",
        ];
        self.run(python_tool("pyhanko"), &arguments)
    }

    /// Sign with pyHanko (its clock is today's) with the key and certificate files of the desk.
    fn pyhanko_signs(&self, pdf: &[u8], key: &str, certificate: &str) -> Vec<u8> {
        self.put("theirs.pdf", pdf);
        let arguments = [
            "sign",
            "addsig",
            "--field",
            "1/50,50,200,100/Theirs",
            "--use-pades",
            "pemder",
            "--key",
            key,
            "--cert",
            certificate,
            "--no-pass",
            "theirs.pdf",
            "theirs-signed.pdf",
        ];
        let done = self.run(python_tool("pyhanko"), &arguments);
        assert!(done.status.success(), "{}", text(&done));
        self.take("theirs-signed.pdf")
    }

    fn judge(&self, pdf: &[u8]) -> Verification {
        verify(pdf, &Trust { certificates: vec![self.take("cert.pem")], ..Trust::default() })
    }
}

fn python_tool(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../.venv/bin").join(name)
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn first_of_september(year: i32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(year, 9, 1, 0, 0, 0).unwrap()
}

fn signed_at() -> DateTime<FixedOffset> {
    FixedOffset::east_opt(7 * 3600).unwrap().with_ymd_and_hms(2024, 12, 25, 10, 15, 0).unwrap()
}

fn request() -> SignRequest<'static> {
    let rect = [300.0, 60.0, 540.0, 130.0];
    SignRequest {
        signed_at: signed_at(),
        reason: "Отчёт",
        location: "Боготол",
        field_name: "Signature1",
        page: 0,
        rect,
        also: &[],
    }
}

/// One page drawn by hand, so that no PDF library stands on both sides of the test.
fn plain_pdf() -> Vec<u8> {
    let content = "0 0 1 rg 100 600 200 50 re f";
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>/Contents 4 0 R>>".to_owned(),
        format!("<</Length {}>>\nstream\n{content}\nendstream", content.len()),
    ];
    let mut pdf = "%PDF-1.7\n".to_owned();
    let mut table = "0000000000 65535 f \n".to_owned();
    for (index, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", pdf.len()));
        pdf.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let (start, size) = (pdf.len(), objects.len() + 1);
    let id = "<30313233343536373839616263646566>";
    let trailer = format!("trailer\n<</Size {size}/Root 1 0 R/ID[{id}{id}]>>");
    pdf.push_str(&format!("xref\n0 {size}\n{table}{trailer}\nstartxref\n{start}\n%%EOF\n"));
    pdf.into_bytes()
}

/// An editor's saving: the page now has other content.
fn page_replaced(signed: &[u8]) -> Vec<u8> {
    let previous = String::from_utf8_lossy(signed)
        .rsplit("startxref\n")
        .next()
        .unwrap()
        .lines()
        .next()
        .unwrap()
        .to_owned();
    let mut pdf = signed.to_vec();
    pdf.extend_from_slice(b"\n");
    let offset = pdf.len();
    pdf.extend_from_slice(
        b"4 0 obj\n<</Length 26>>\nstream\n1 0 0 rg 0 0 595 842 re f  \nendstream\nendobj\n",
    );
    let start = pdf.len();
    let rest = format!(
        "xref\n4 1\n{offset:010} 00000 n \ntrailer\n<</Size 99/Root 1 0 R/Prev {previous}>>\nstartxref\n{start}\n%%EOF\n"
    );
    pdf.extend_from_slice(rest.as_bytes());
    pdf
}

#[test]
fn pdfsig_finds_it_valid_trusted_and_total() {
    let desk = Desk::new();
    for signed in desk.signed() {
        let said = desk.pdfsig(&signed);
        for words in [
            "Signature is Valid.",
            "Certificate is Trusted.",
            "Total document signed",
            "ETSI.CAdES.detached",
            SIGNER,
        ] {
            assert!(said.contains(words), "no «{words}» in:\n{said}");
        }
    }
}

#[test]
fn pyhanko_finds_it_valid_and_whole() {
    let desk = Desk::new();
    for signed in desk.signed() {
        let output = desk.pyhanko(&signed);
        let said = text(&output);
        assert!(output.status.success(), "{said}");
        for words in ["The signature is judged VALID.", "covers the entire file", "certificate is trusted"] {
            assert!(said.contains(words), "no «{words}» in:\n{said}");
        }
        let level = "
from pyhanko.pdf_utils.reader import PdfFileReader
signature, = PdfFileReader(open('judged.pdf', 'rb')).embedded_signatures
print(signature.docmdp_level, signature.sig_object['/SubFilter'])
";
        assert_eq!(
            text(&desk.run(python_tool("python"), &["-c", level])),
            "MDPPerm.NO_CHANGES /ETSI.CAdES.detached\n"
        );
    }
}

#[test]
fn qpdf_finds_no_fault() {
    let desk = Desk::new();
    for signed in desk.signed() {
        desk.put("judged.pdf", &signed);
        let output = desk.run("qpdf", &["--check", "judged.pdf"]);
        let said = text(&output);
        assert!(output.status.success() && said.contains("No syntax or stream encoding errors"), "{said}");
        assert!(!said.contains("WARNING"), "{said}");
    }
}

/// Where a third party is milder than we are (junk after the end), ours is the stricter word.
#[test]
fn tampered_files_fail_everywhere() {
    let desk = Desk::new();
    let [signed, _] = desk.signed();
    let at = String::from_utf8_lossy(&signed).find("0 0 1 rg").unwrap();
    let mut flipped = signed.clone();
    flipped[at] = b'1';
    assert!(desk.pdfsig(&flipped).contains("Digest Mismatch"));
    assert!(!desk.pyhanko(&flipped).status.success());
    assert_eq!(desk.judge(&flipped).verdict, Verdict::Modified);

    let replaced = page_replaced(&signed);
    assert!(!desk.pyhanko(&replaced).status.success());
    assert!(!desk.pdfsig(&replaced).contains("Total document signed\n"), "{}", desk.pdfsig(&replaced));
    assert_eq!(desk.judge(&replaced).verdict, Verdict::Modified);
}

#[test]
fn signature_of_pyhanko_is_valid_for_us() {
    let desk = Desk::new();
    for pdf in desk.documents() {
        let signed = desk.pyhanko_signs(&pdf, "key.der", "cert.pem");
        let found = desk.judge(&signed);
        assert_eq!(found.verdict, Verdict::Valid, "{:?}", found.reasons);
        assert_eq!(found.signer, Some(desk.identity.certificate()));
        let mut broken = signed.clone();
        let at = broken.len() / 2;
        broken[at] ^= 1;
        assert_eq!(desk.judge(&broken).verdict, Verdict::Modified);
    }
}

#[test]
fn rsa_signature_of_pyhanko_is_valid_for_us() {
    let desk = Desk::new();
    let script = "
import datetime as d
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization as s
from cryptography.hazmat.primitives.asymmetric import rsa
key = rsa.generate_private_key(65537, 2048)
name = x509.Name([x509.NameAttribute(x509.oid.NameOID.COMMON_NAME, 'Директор')])
cert = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(5).not_valid_before(d.datetime(2024, 1, 1)).not_valid_after(d.datetime(2090, 1, 1))
        .sign(key, hashes.SHA256()))
open('cert.pem', 'wb').write(cert.public_bytes(s.Encoding.PEM))
open('rsa.pem', 'wb').write(key.private_bytes(s.Encoding.PEM, s.PrivateFormat.PKCS8, s.NoEncryption()))
";
    let made = desk.run(python_tool("python"), &["-c", script]);
    assert!(made.status.success(), "{}", text(&made));
    let found = desk.judge(&desk.pyhanko_signs(&plain_pdf(), "rsa.pem", "cert.pem"));
    assert_eq!(found.verdict, Verdict::Valid, "{:?}", found.reasons);
    assert_eq!(found.signer.unwrap().subject, "Директор");
}

#[test]
fn certificate_expired_at_signing_does_not_prove_the_signer() {
    let desk = Desk::with(Identity::create(SIGNER, "", first_of_september(2019), 1).unwrap());
    let found = desk.judge(&desk.pyhanko_signs(&plain_pdf(), "key.der", "cert.pem"));
    assert_eq!(found.verdict, Verdict::ValidUnknownSigner);
    assert!(found.reasons[0].contains("сертификат не действовал"), "{:?}", found.reasons);
}

#[test]
fn second_signature_on_a_foreign_file_is_not_one_whole() {
    let desk = Desk::new();
    let first = desk.pyhanko_signs(&plain_pdf(), "key.der", "cert.pem");
    desk.put("theirs.pdf", &first);
    let arguments = [
        "sign",
        "addsig",
        "--field",
        "1/250,50,400,100/Second",
        "pemder",
        "--key",
        "key.der",
        "--cert",
        "cert.pem",
        "--no-pass",
        "theirs.pdf",
        "twice.pdf",
    ];
    let done = desk.run(python_tool("pyhanko"), &arguments);
    assert!(done.status.success(), "{}", text(&done));
    let found = desk.judge(&desk.take("twice.pdf"));
    assert_eq!(found.verdict, Verdict::Modified);
    assert!(found.reasons[0].contains("отметка рисует поверх"), "{:?}", found.reasons);
}
