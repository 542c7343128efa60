//! pdfsig and pyHanko on every file, the latter in one process for all.

use crate::Case;
use crate::desk::{Desk, text};

/// For each case what pdfsig and pyHanko say, in short.
pub(crate) fn ask(desk: &Desk, cases: &[Case]) -> Vec<[String; 2]> {
    for (index, case) in cases.iter().enumerate() {
        desk.put(&format!("case{index:03}.pdf"), &case.pdf);
        let mut roots = Vec::new();
        for certificate in &case.trust.certificates {
            let (der, _) = opora_sign::read_certificate(certificate).unwrap();
            roots.extend(opora_sign::certificate_pem(&der).into_bytes());
        }
        desk.put(&format!("case{index:03}.crt"), &roots);
    }
    let judge = concat!(env!("CARGO_MANIFEST_DIR"), "/interop/tamper/judge.py");
    let python = concat!(env!("CARGO_MANIFEST_DIR"), "/../.venv/bin/python");
    let said = desk.run(python, &format!("{judge} {}", cases.len()));
    assert!(said.status.success(), "{}", text(&said));
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let words: Vec<&str> = said.lines().collect();
    assert_eq!(words.len(), cases.len(), "{said}");
    let both = |(index, case): (usize, &Case)| match case.beside {
        Some(_) => ["—".to_owned(), "—".to_owned()],
        None => [pdfsig(desk, index), words[index].to_owned()],
    };
    cases.iter().enumerate().map(both).collect()
}

fn pdfsig(desk: &Desk, index: usize) -> String {
    let said = text(&desk.run("pdfsig", &format!("case{index:03}.pdf")));
    let after = |mark: &str| {
        let found =
            said.lines().filter_map(|line| line.trim().strip_prefix(mark)).map(|rest| rest.trim().to_owned());
        found.collect::<Vec<_>>().join(" + ")
    };
    let validity = after("- Signature Validation:");
    let whole = if said.contains("Not total document signed") { ", not total" } else { "" };
    match validity.is_empty() {
        true => "no signature".into(),
        false => format!("{validity}{whole}"),
    }
}
