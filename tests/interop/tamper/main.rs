//! The tamper corpus: files made from our own signed documents by every trick known, one right verdict for each.
//! What pdfsig and pyHanko say of the same files stands beside ours in `tamper.md` under the folder of the tests.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where it fails")]

mod additions;
mod contents;
mod desk;
mod gost;
mod judges;
mod later;
mod people;
mod signers;
mod surgery;

use opora_sign::{Trust, Verdict, verify, verify_detached};

/// A file and the verdict it deserves.
pub(crate) struct Case {
    name: &'static str,
    pdf: Vec<u8>,
    /// A signature beside the file instead of one inside.
    beside: Option<Vec<u8>>,
    trust: Trust,
    expected: Verdict,
    /// Words that the reasons must contain.
    words: &'static str,
}

impl Case {
    pub(crate) fn new(
        name: &'static str,
        pdf: Vec<u8>,
        trust: &Trust,
        expected: Verdict,
        words: &'static str,
    ) -> Case {
        Case { name, pdf, beside: None, trust: trust.clone(), expected, words }
    }
}

#[test]
fn every_tampered_file_gets_its_verdict() {
    let desk = desk::Desk::new();
    let mut cases = contents::cases();
    cases.extend(later::cases());
    cases.extend(additions::cases());
    cases.extend(signers::cases(&desk));
    cases.extend(people::cases(&desk));
    cases.extend(gost::cases(&desk));
    assert!(cases.len() >= 60, "only {} files", cases.len());
    let others = judges::ask(&desk, &cases);
    let mut wrong = Vec::new();
    let mut table = String::from("| Файл | Верно | Опора | pdfsig | pyHanko |\n|---|---|---|---|---|\n");
    for (case, said) in cases.iter().zip(others) {
        let found = match &case.beside {
            Some(signature) => verify_detached(&case.pdf, signature, &case.trust),
            None => verify(&case.pdf, &case.trust),
        };
        let reasons = found.reasons.join(" ");
        if found.verdict != case.expected || !reasons.contains(case.words) {
            wrong.push(format!("{}: {:?}, not {:?}: {reasons}", case.name, found.verdict, case.expected));
        }
        let [pdfsig, pyhanko] = said;
        table.push_str(&format!(
            "| {} | {} | {} | {pdfsig} | {pyhanko} |\n",
            case.name,
            case.expected.label(),
            found.verdict.label()
        ));
    }
    let mut file = std::fs::File::create(concat!(env!("CARGO_TARGET_TMPDIR"), "/tamper.md")).unwrap();
    std::io::Write::write_all(&mut file, table.as_bytes()).unwrap();
    assert!(wrong.is_empty(), "{} wrong of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
