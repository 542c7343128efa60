use std::fs;
use std::path::{Path, PathBuf};

use opora_store::{Op, Store};

use crate::support::{SURNAME, by, now, teacher};

/// The surname as UTF-8, as windows-1251 and as UTF-16, in both cases of the first letter.
fn spellings() -> Vec<Vec<u8>> {
    let cp1251 = |c: char| match c {
        'Ё' => 0xA8,
        'ё' => 0xB8,
        other => u8::try_from(u32::from(other) - 0x350).unwrap(),
    };
    [SURNAME.to_owned(), SURNAME.to_lowercase(), SURNAME.to_uppercase()]
        .iter()
        .flat_map(|word| {
            [
                word.as_bytes().to_vec(),
                word.chars().map(cp1251).collect(),
                word.encode_utf16().flat_map(u16::to_le_bytes).collect(),
                word.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            ]
        })
        .collect()
}

#[test]
fn a_surname_lies_nowhere_in_clear() {
    let folder = tempfile::TempDir::new().unwrap();
    let (data, copies) = (folder.path().join("data"), folder.path().join("stick"));
    fs::create_dir(&copies).unwrap();
    let (mut store, _) = Store::create(&data, Some("берёза")).unwrap();
    for n in 0..200 {
        store.transact(Op("add_person"), by(), |tx| tx.insert(&teacher(&format!("p{n:03}")))).unwrap();
    }
    store.transact(Op("attach"), by(), |tx| tx.put_blob(SURNAME.as_bytes())).unwrap();
    store.auto_backup(now()).unwrap().unwrap();
    store.backup(&copies.join("copy.opora"), now()).unwrap();
    assert!(data.join("opora.db-wal").metadata().unwrap().len() > 0, "the log is part of the proof");
    prove(folder.path());
    drop(store);
    Store::restore(&data, &copies.join("copy.opora"), opora_store::Secret::Password("берёза")).unwrap();
    prove(folder.path());
}

#[test]
fn the_search_would_find_a_surname() {
    let text = [b"xx".as_slice(), SURNAME.as_bytes(), b"yy"].concat();
    assert!(spellings().iter().any(|word| holds(&text, word)));
    assert_eq!(spellings()[1], [0xA8, 0xEB, 0xEA, 0xE8, 0xED, 0xE0], "cp1251");
}

fn prove(folder: &Path) {
    let files = files(folder);
    assert!(files.len() >= 5, "{files:?}");
    for file in files {
        let bytes = fs::read(&file).unwrap();
        for word in spellings() {
            assert!(!holds(&bytes, &word), "{} holds {word:02x?}", file.display());
        }
    }
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { all.extend(files(&path)) } else { all.push(path) }
    }
    all
}
