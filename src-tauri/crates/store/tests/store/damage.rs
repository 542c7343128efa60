use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use opora_store::{Secret, Store, StoreError};

use crate::support::{School, now};

/// Every page in turn: either the damage is named, or nothing that was written is lost. Never a panic.
#[test]
fn a_flipped_byte_in_any_page_is_noticed() {
    let mut school = School::new();
    for n in 0..40 {
        school.add(&format!("p{n:02}"));
    }
    let dir = school.store.dir().to_owned();
    drop(school.store);
    let file = dir.join("opora.db");
    let whole = fs::read(&file).unwrap();
    for page in 0..whole.len() / 4096 {
        poke(&file, page * 4096 + 1234, whole[page * 4096 + 1234] ^ 1);
        let opened = Store::open(&dir, Secret::None, now());
        let noticed = match &opened {
            Err(StoreError::Damaged(_)) => true,
            Err(_) => false,
            Ok(store) => store.check().is_ok_and(|report| !report.is_clean()),
        };
        assert!(noticed, "page {page}: {opened:?}");
        drop(opened);
        restore_bytes(&file, &whole);
    }
    assert!(Store::open(&dir, Secret::None, now()).unwrap().check().unwrap().is_clean());
}

#[test]
fn a_cut_file_is_damaged_not_foreign_or_newer() {
    let school = School::with_teachers(&["p1"]);
    let dir = school.store.dir().to_owned();
    drop(school.store);
    let file = dir.join("opora.db");
    let whole = fs::read(&file).unwrap();
    for length in [0, 1, 100, 4096, whole.len() / 2, whole.len() - 4096] {
        restore_bytes(&file, &whole[..length]);
        let opened = Store::open(&dir, Secret::None, now());
        assert!(matches!(opened, Err(StoreError::Damaged(_))), "cut at {length}: {opened:?}");
    }
}

#[test]
fn a_check_finds_the_same_twice_and_names_what_is_missing() {
    let mut school = School::new();
    school
        .store
        .transact(opora_store::Op("fill"), crate::support::by(), crate::records::put_everything)
        .unwrap();
    let dir = school.store.dir().to_owned();
    drop(school.store);
    let conn = crate::support::raw(&dir);
    conn.execute("DELETE FROM blob", []).unwrap();
    conn.execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM task; UPDATE person SET category = 'чин';")
        .unwrap();
    drop(conn);
    let store = Store::open(&dir, Secret::None, now()).unwrap();
    let report = store.check().unwrap();
    assert_eq!(report, store.check().unwrap());
    assert_eq!(report.missing_blobs.len(), 1);
    assert_eq!(report.unreadable.len(), 1, "{:?}", report.unreadable);
    assert_eq!(report.foreign_keys, ["event → task", "indicator → task"]);
    assert_eq!(report.integrity, Vec::<String>::new());
}

fn poke(file: &Path, at: usize, byte: u8) {
    let mut file = File::options().write(true).open(file).unwrap();
    file.seek(SeekFrom::Start(at as u64)).unwrap();
    file.write_all(&[byte]).unwrap();
}

fn restore_bytes(file: &Path, bytes: &[u8]) {
    for suffix in ["opora.db-wal", "opora.db-shm"] {
        fs::remove_file(file.with_file_name(suffix)).ok();
    }
    File::create(file).unwrap().write_all(bytes).unwrap();
}
