//! Several files as one archive, and their names.

use opora_exchange::{Entry, distinct_names, zip_files};

#[test]
fn the_same_files_give_the_same_archive() {
    let entries = [
        Entry { name: "Отчёт № 1.pdf", bytes: b"%PDF-" },
        Entry { name: "opora-package.json", bytes: b"{}" },
    ];
    let archive = zip_files(&entries).unwrap();
    assert!(archive.starts_with(b"PK\x03\x04"));
    assert_eq!(archive, zip_files(&entries).unwrap());
    assert!(zip_files(&[entries[0], entries[0]]).is_err(), "a name stands twice");
}

#[test]
fn names_of_one_folder_differ_in_more_than_the_size_of_letters() {
    let given = ["Отчёт.pdf", "отчёт.pdf", "Отчёт?.pdf", "Отчёт.pdf", ""].map(str::to_owned);
    let names = distinct_names(&given);
    assert_eq!(names, ["Отчёт.pdf", "отчёт (2).pdf", "Отчёт-.pdf", "Отчёт (3).pdf", "файл"]);
    let long = vec![format!("{}.pdf", "щ".repeat(300)); 12];
    let names = distinct_names(&long);
    let different: std::collections::BTreeSet<_> = names.iter().map(|name| name.to_lowercase()).collect();
    assert_eq!(different.len(), 12);
    assert!(names.iter().all(|name| name.chars().count() <= 120 && name.ends_with(".pdf")));
    let emoji = distinct_names(&vec![format!("{}.pdf", "\u{1f4c4}".repeat(300)); 3]);
    assert!(emoji.iter().all(|name| name.len() <= 240 && name.ends_with(".pdf")), "{emoji:?}");
}
