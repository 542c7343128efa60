//! The quarterly report as a reader of the file sees it.

mod common;

use common::{flat, mark, quarterly_file, run, text};

#[test]
fn fixture_report_is_a_clean_pdf() {
    let (path, pages) = quarterly_file("quarterly.pdf", Some(&mark()));
    assert!((3..=8).contains(&pages), "{pages} pages");
    let said = run("qpdf", &["--check", path.to_str().unwrap()]);
    assert!(said.contains("No syntax or stream encoding errors"), "{said}");
    println!("{}", flat(&text(&path, &[])));
}
