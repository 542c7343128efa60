//! Good files to spoil.

use std::path::Path;

use chrono::{DateTime, FixedOffset, TimeZone};
use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use opora_sign::{
    Field, Identity, NextRequest, SignRequest, Trust, Verdict, sign, sign_detached, sign_next, verify,
    verify_detached,
};

/// What the detached signatures sign.
pub(crate) const TEXT: &str = "Отчёт";

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Pdf,
    Detached,
    Certificate,
    Pkcs12,
}

pub(crate) struct Seed {
    pub(crate) kind: Kind,
    pub(crate) bytes: Vec<u8>,
}

fn moment() -> DateTime<FixedOffset> {
    FixedOffset::east_opt(7 * 3600).unwrap().with_ymd_and_hms(2024, 12, 25, 10, 15, 0).unwrap()
}

/// Our own files and those of `folder`; everything in them is trusted.
pub(crate) fn all(folder: Option<&str>) -> (Vec<Seed>, Trust) {
    let since = moment().to_utc() - chrono::Duration::days(90);
    let person = |name| Identity::create(name, "Школа", since, 15).unwrap();
    let (deputy, director) = (person("Завуч"), person("Директор"));
    let mut trust = Trust::default();
    trust.certificates.extend([&deputy, &director].map(|one| one.certificate_der.clone()));
    let mut seeds = ours(&deputy, &director);
    if let Some(folder) = folder {
        seeds.extend(foreign(Path::new(folder), &mut trust));
    }
    for seed in &seeds {
        let verdict = match seed.kind {
            Kind::Pdf => verify(&seed.bytes, &trust).verdict,
            Kind::Detached => verify_detached(TEXT.as_bytes(), &seed.bytes, &trust).verdict,
            Kind::Certificate | Kind::Pkcs12 => Verdict::Valid,
        };
        assert_eq!(verdict, Verdict::Valid, "a good file is not good");
    }
    (seeds, trust)
}

fn ours(deputy: &Identity, director: &Identity) -> Vec<Seed> {
    let also = [Field { name: "Директор", page: 0, rect: [300.0, 60.0, 540.0, 130.0] }];
    let request = |also| SignRequest {
        signed_at: moment(),
        reason: "Отчёт",
        location: "Боготол",
        field_name: "Завуч",
        page: 0,
        rect: [60.0, 60.0, 280.0, 130.0],
        also,
    };
    let next = NextRequest { signed_at: moment(), reason: "", location: "", field_name: "Директор" };
    let mut seeds = Vec::new();
    for packed in [false, true] {
        let pdf = document(packed);
        seeds.push(Seed { kind: Kind::Pdf, bytes: sign(&pdf, deputy, &request(&[])).unwrap() });
        let once = sign(&pdf, deputy, &request(&also)).unwrap();
        seeds.push(Seed { kind: Kind::Pdf, bytes: sign_next(&once, director, &next).unwrap() });
    }
    let detached = sign_detached(TEXT.as_bytes(), director, moment()).unwrap();
    seeds.push(Seed { kind: Kind::Detached, bytes: detached });
    seeds.push(Seed { kind: Kind::Certificate, bytes: director.certificate_der.clone() });
    seeds
}

fn foreign(folder: &Path, trust: &mut Trust) -> Vec<Seed> {
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut seeds = Vec::new();
    for path in paths {
        let bytes = std::fs::read(&path).expect("a file");
        let kind = match path.extension().and_then(|extension| extension.to_str()) {
            Some("pdf") => Kind::Pdf,
            Some("sig") => Kind::Detached,
            Some("p12") => Kind::Pkcs12,
            Some("pem" | "der") => Kind::Certificate,
            _ => continue,
        };
        if kind == Kind::Certificate {
            trust.certificates.push(bytes.clone());
        }
        seeds.push(Seed { kind, bytes });
    }
    seeds
}

fn document(packed: bool) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let content =
        document.add_object(Stream::new(Dictionary::new(), b"0 0 1 rg 100 100 200 50 re f".to_vec()));
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content, "Resources" => Dictionary::new(),
    });
    let kids: Vec<Object> = vec![page.into()];
    let size: Vec<Object> = vec![0.into(), 0.into(), 595.into(), 842.into()];
    document.set_object(
        pages,
        dictionary! { "Type" => "Pages", "Count" => 1, "Kids" => kids, "MediaBox" => size },
    );
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    if packed {
        document.save_modern(&mut bytes).unwrap();
    } else {
        document.reference_table.cross_reference_type = lopdf::xref::XrefType::CrossReferenceTable;
        document.save_to(&mut bytes).unwrap();
    }
    bytes
}
