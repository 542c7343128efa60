//! One document signed in every way there is: each file stays PDF/A-3a and PDF/UA-1.

use chrono::{DateTime, Duration, FixedOffset};
use opora_report::pdf::{PdfOutput, to_pdf};
use opora_sign::{
    Field, Identity, NextRequest, SignRequest, embed, prepare, prepare_next, sign, sign_next, timestamp,
    to_be_signed,
};
use opora_usecases::signed_file;

use crate::desk::Desk;
use crate::{passes_all, whole};

const EC: &str = "ec -pkeyopt ec_paramgen_curve:P-256";
const GOST: [(&str, &str, &str); 2] = [
    ("gost256", "gost2012_256 -pkeyopt paramset:A", "-md md_gost12_256 -cades"),
    ("gost512", "gost2012_512 -pkeyopt paramset:A", "-md md_gost12_512 -cades"),
];

/// The document with every block and two electronic marks, and the desk where strangers' keys are made.
struct Paper {
    drawn: PdfOutput,
    desk: Desk,
    now: DateTime<FixedOffset>,
}

impl Paper {
    fn new() -> Paper {
        let desk = Desk::new();
        desk.root("root", EC);
        desk.issue("tsa", EC, "root", "tsa");
        desk.put("serial", b"01");
        let now = desk.now("tsa");
        Paper { drawn: to_pdf(&whole::document(12)).unwrap(), desk, now }
    }

    fn field(&self, index: usize) -> Field<'static> {
        let (page, rect) = self.drawn.marks[index];
        Field { name: ["Signature1", "Signature2"][index], page, rect }
    }

    fn request<'a>(&self, also: &'a [Field<'a>]) -> SignRequest<'a> {
        let Field { name, page, rect } = self.field(0);
        let location = "с. Сосновка";
        SignRequest {
            signed_at: self.now, reason: "Утверждаю", location, field_name: name, page, rect, also
        }
    }

    fn next(&self) -> NextRequest<'static> {
        NextRequest { signed_at: self.now, reason: "", location: "", field_name: "Signature2" }
    }

    fn own(&self, name: &str) -> Identity {
        Identity::create(name, "МБОУ «Сосновская СОШ»", self.now.to_utc() - Duration::days(1), 3).unwrap()
    }

    /// A container of OpenSSL with the key, its certificate and the root.
    fn key_file(&self, name: &str, kind: &str) -> Vec<u8> {
        self.desk.issue(name, kind, "root", "leaf");
        let line = "pkcs12 -export -certfile root.pem -passout pass:1234";
        self.desk.openssl(&format!("{line} -inkey {name}.key -in {name}.pem -out {name}.p12"));
        self.desk.take(&format!("{name}.p12"))
    }

    /// What another program gives back for a prepared document.
    fn outside(&self, prepared: &[u8], name: &str, more: &str) -> Vec<u8> {
        let cms = self.desk.cms(&to_be_signed(prepared).unwrap(), name, more);
        embed(prepared, &cms, &self.desk.take(&format!("{name}.pem"))).unwrap()
    }

    fn stamped(&self, signed: &[u8], field: &str) -> Vec<u8> {
        self.desk.put("q.tsq", &timestamp::request(signed, field).unwrap());
        self.desk.openssl(
            "ts -config plain.cnf -reply -section tsa_config -queryfile q.tsq -signer tsa.pem -inkey tsa.key -out r.tsr",
        );
        timestamp::attach(signed, field, &self.desk.take("r.tsr")).unwrap()
    }
}

#[test]
fn every_way_of_signing_keeps_the_standard() {
    let paper = Paper::new();
    let mut files = by_own_keys(&paper);
    files.extend(by_key_files(&paper));
    files.extend(by_other_programs(&paper));
    passes_all(&files);
}

type Files = Vec<(String, Vec<u8>)>;

fn by_own_keys(paper: &Paper) -> Files {
    let (deputy, director) = (paper.own("Ёлкина Елена Викторовна"), paper.own("Ольхова Мария Сергеевна"));
    let waiting = [paper.field(1)];
    let alone = sign(&paper.drawn.bytes, &deputy, &paper.request(&[])).unwrap();
    let first = sign(&paper.drawn.bytes, &deputy, &paper.request(&waiting)).unwrap();
    let both = sign_next(&first, &director, &paper.next()).unwrap();
    vec![
        ("signed-alone-stamped.pdf".to_owned(), paper.stamped(&alone, "Signature1")),
        ("signed-alone.pdf".to_owned(), alone),
        ("signed-first-of-two.pdf".to_owned(), first),
        ("signed-both-stamped.pdf".to_owned(), paper.stamped(&both, "Signature2")),
        ("signed-both.pdf".to_owned(), both),
    ]
}

/// Keys from files, the field drawn by the report or, in a file of somebody else, none.
fn by_key_files(paper: &Paper) -> Files {
    let plain = to_pdf(&opora_report::document::Document {
        blocks: whole::document(3).blocks.into_iter().take(8).collect(),
        ..whole::document(3)
    });
    let plain = plain.unwrap();
    assert!(plain.marks.is_empty(), "no mark is drawn");
    let mut files = Vec::new();
    for (name, kind) in [("rsa", "rsa:2048"), ("p256", EC)] {
        let key = paper.key_file(name, kind);
        let identity = Identity::from_pkcs12(&key, "1234").unwrap();
        let drawn = sign(&paper.drawn.bytes, &identity, &paper.request(&[])).unwrap();
        files.push((format!("signed-{name}.pdf"), drawn));
        let unseen = signed_file::sign(&plain.bytes, &key, "1234", "Отчёт", paper.now).unwrap();
        files.push((format!("signed-{name}-unseen.pdf"), unseen));
    }
    files
}

fn by_other_programs(paper: &Paper) -> Files {
    let deputy = paper.own("Ёлкина Елена Викторовна");
    let waiting = [paper.field(1)];
    let first = sign(&paper.drawn.bytes, &deputy, &paper.request(&waiting)).unwrap();
    let mut files = Vec::new();
    for (name, kind, more) in GOST {
        paper.desk.root(&format!("{name}root"), kind);
        paper.desk.issue(name, kind, &format!("{name}root"), "leaf");
        let certificate = paper.desk.take(&format!("{name}.pem"));
        let moment = SignRequest { signed_at: paper.desk.now(name), ..paper.request(&[]) };
        let prepared = prepare(&paper.drawn.bytes, &certificate, &moment).unwrap();
        let alone = paper.outside(&prepared, name, more);
        let moment = NextRequest { signed_at: paper.desk.now(name), ..paper.next() };
        let prepared = prepare_next(&first, &certificate, &moment).unwrap();
        files.push((format!("signed-{name}-second.pdf"), paper.outside(&prepared, name, more)));
        files.push((format!("signed-{name}-stamped.pdf"), paper.stamped(&alone, "Signature1")));
        files.push((format!("signed-{name}.pdf"), alone));
    }
    files
}
