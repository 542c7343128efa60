//! Documents as one archive: with an index for a person, the same for a program, and the certificates.

use std::collections::BTreeMap;
use std::path::Path;

use opora_exchange::{Entry, distinct_names, safe_name, zip_files};
use opora_sign::{CertificateInfo, Trust, Verification, certificate_pem};

use super::copies::{self, Copy};
use super::export::{Handed, Outcome, put};
use super::index::{self, Listed};
use crate::verify::{judge_by, judge_detached_by};
use crate::{ApiError, App, Result};

/// A file inside, by its name.
type Inside<'a> = (String, std::borrow::Cow<'a, [u8]>);

/// Writes «Пакет … .zip».
pub(super) fn write(app: &App, folder: &Path, copies: &[Copy], addressee: &str) -> Result<Outcome> {
    let name = format!("Пакет {} {}.zip", app.school()?.short_name, app.today().format("%d.%m.%Y"));
    let (archive, names) = archive(app, copies, addressee)?;
    let file = match put(folder, &name, &archive) {
        Ok(file) => file,
        Err(error) => {
            return Ok(Outcome { failed: Some((vec![safe_name(&name)], error)), ..Outcome::default() });
        }
    };
    let handed = copies.iter().zip(names).map(|(copy, name)| Handed {
        report_id: copy.report.id.clone(),
        file: file.clone(),
        note: format!("В пакете: {name}"),
    });
    Ok(Outcome {
        handed: handed.collect(),
        archive: Some(file.name.clone()),
        files: vec![file.clone()],
        failed: None,
    })
}

/// The archive and the names of the PDFs inside.
fn archive(app: &App, copies: &[Copy], addressee: &str) -> Result<(Vec<u8>, Vec<String>)> {
    let pdfs = copies::pdf_names(copies);
    let mut files: Vec<Inside<'_>> = Vec::new();
    for (copy, name) in copies.iter().zip(&pdfs) {
        files.push((name.clone(), copy.pdf.as_slice().into()));
    }
    for (copy, name) in copies.iter().zip(&pdfs) {
        let beside = copy.beside.iter();
        files.extend(
            beside.map(|(file, body)| (copies::beside_name(name, file.kind), body.as_slice().into())),
        );
    }
    let certificates = certificates(copies);
    for (info, der) in &certificates {
        let name = format!("Сертификат {}.pem", info.subject);
        files.push((name, certificate_pem(der).into_bytes().into()));
    }
    let names = distinct_names(&files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>());
    let infos: Vec<CertificateInfo> = certificates.into_iter().map(|(info, _)| info).collect();
    let listed = Listed::of(copies, &names, &infos);
    let text = index::text(app, &listed, addressee)?;
    let data = index::json(app, &listed, addressee)?;
    let mut entries =
        vec![Entry { name: index::TEXT_NAME, bytes: &text }, Entry { name: index::JSON_NAME, bytes: &data }];
    entries.extend(files.iter().zip(&names).map(|((_, bytes), name)| Entry { name, bytes }));
    Ok((zip_files(&entries).map_err(ApiError::internal)?, pdfs))
}

/// Certificates that the signatures carry, each once.
fn certificates(copies: &[Copy]) -> Vec<(CertificateInfo, Vec<u8>)> {
    let trust = Trust::default();
    let mut found = BTreeMap::new();
    let mut take = |judged: Verification| {
        for signature in judged.signatures {
            if let Some((info, der)) = signature.signer.zip(signature.certificate_der) {
                found.insert(info.sha256.clone(), (info, der));
            }
        }
    };
    for copy in copies {
        take(judge_by(&copy.pdf, &trust));
        for (_, body) in copy.beside.iter().filter(|(_, body)| !body.starts_with(b"%PDF")) {
            take(judge_detached_by(&copy.pdf, body, &trust));
        }
    }
    found.into_values().collect()
}
