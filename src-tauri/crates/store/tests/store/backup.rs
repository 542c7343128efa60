use std::fs;

use opora_store::{Secret, Store, StoreError};
use tempfile::TempDir;

use crate::support::{School, ids, now, open_error};

#[test]
fn a_backup_restores_on_another_machine() {
    let mut school = School::with_teachers(&["p1", "p2"]);
    let file = school.folder.path().join("копия школы.opora");
    let info = school.store.backup(&file, now()).unwrap();
    assert_eq!((info.counts["person"], info.reason.as_str(), info.made_at), (2, "manual", now()));
    let other = TempDir::new().unwrap();
    Store::restore(other.path(), &file, Secret::None).unwrap();
    let store = Store::open(other.path(), Secret::None, now()).unwrap();
    assert_eq!(ids(&store), ["p1", "p2"]);
    assert!(store.check().unwrap().is_clean());
}

#[test]
fn a_restored_file_can_still_undo() {
    let mut school = School::with_teachers(&["p1", "p2"]);
    let file = school.folder.path().join("copy.opora");
    school.store.backup(&file, now()).unwrap();
    school.add("p3");
    let dir = school.store.dir().to_owned();
    drop(school.store);
    Store::restore(&dir, &file, Secret::None).unwrap();
    let mut store = Store::open(&dir, Secret::None, now()).unwrap();
    assert_eq!(ids(&store), ["p1", "p2"], "no stale log is played into the restored file");
    store.undo(crate::support::by()).unwrap().unwrap();
    assert_eq!(ids(&store), ["p1"]);
    assert!(dir.join("replaced/1/opora.db").exists(), "what stood there is kept");
}

#[test]
fn restore_needs_the_secret_of_the_backup() {
    let folder = TempDir::new().unwrap();
    let (mut store, code) = Store::create(&folder.path().join("a"), Some("берёза")).unwrap();
    let file = folder.path().join("copy.opora");
    store.backup(&file, now()).unwrap();
    let other = folder.path().join("b");
    let refused = Store::restore(&other, &file, Secret::Password("осина"));
    assert!(matches!(refused, Err(StoreError::WrongSecret)));
    assert!(!Store::exists(&other));
    Store::restore(&other, &file, Secret::Recovery(code.as_str())).unwrap();
    assert!(matches!(open_error(&other, Secret::None), StoreError::WrongSecret));
    Store::open(&other, Secret::Password("берёза"), now()).unwrap();
}

#[test]
fn an_open_database_is_not_restored_over() {
    let mut school = School::with_teachers(&["p1"]);
    let file = school.folder.path().join("copy.opora");
    school.store.backup(&file, now()).unwrap();
    let refused = Store::restore(school.store.dir(), &file, Secret::None);
    assert!(matches!(refused, Err(StoreError::InUse)));
}

#[test]
fn a_damaged_backup_is_refused_and_the_data_stay() {
    let mut school = School::with_teachers(&["p1", "p2"]);
    let file = school.folder.path().join("copy.opora");
    school.store.backup(&file, now()).unwrap();
    school.add("p3");
    let dir = school.store.dir().to_owned();
    drop(school.store);
    let whole = fs::read(&file).unwrap();
    for (what, bytes) in damages(&whole) {
        overwrite(&file, &bytes);
        let refused = Store::restore(&dir, &file, Secret::None);
        assert!(matches!(refused, Err(StoreError::Damaged(_))), "{what}: {refused:?}");
        assert_eq!(ids(&Store::open(&dir, Secret::None, now()).unwrap()), ["p1", "p2", "p3"], "{what}");
    }
    assert!(!dir.join("replaced").exists());
    let absent = Store::restore(&dir, &dir.join("nothing.opora"), Secret::None);
    assert!(matches!(absent, Err(StoreError::Absent(_))));
}

#[test]
fn automatic_backups_are_made_only_after_a_change_and_thinned() {
    let mut school = School::with_teachers(&["p0"]);
    assert!(school.store.auto_backup(now()).unwrap().is_some());
    assert!(school.store.auto_backup(now()).unwrap().is_none(), "nothing has changed");
    for n in 1..20 {
        school.add(&format!("p{n}"));
        school.store.auto_backup(now()).unwrap().unwrap();
    }
    let kept = Store::backups(school.store.dir());
    assert_eq!(kept.len(), 13, "twelve newest and the last of the older ones of that week");
    assert_eq!(kept[0].counts["person"], 20, "the newest first");
}

#[test]
fn a_backup_that_cannot_be_made_leaves_the_old_one() {
    let mut school = School::with_teachers(&["p1"]);
    let file = school.folder.path().join("copy.opora");
    school.store.backup(&file, now()).unwrap();
    let whole = fs::read(&file).unwrap();
    fs::create_dir(school.folder.path().join("copy.opora.part")).unwrap();
    school.add("p2");
    school.store.backup(&file, now()).unwrap_err();
    assert_eq!(fs::read(&file).unwrap(), whole);
    assert!(
        fs::read_dir(school.store.dir())
            .unwrap()
            .all(|e| { !e.unwrap().file_name().to_string_lossy().ends_with(".tmp") })
    );
}

/// Ways in which a stick spoils a file.
fn damages(whole: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut all = vec![
        ("empty".to_owned(), Vec::new()),
        ("one byte more".to_owned(), [whole, b"x"].concat()),
        ("zeroed tail".to_owned(), [&whole[..whole.len() - 512], &[0; 512]].concat()),
    ];
    for part in 1..8 {
        let at = whole.len() * part / 8;
        let mut flipped = whole.to_vec();
        flipped[at] ^= 1;
        all.push((format!("flipped at {at}"), flipped));
        all.push((format!("cut at {at}"), whole[..at].to_vec()));
    }
    all
}

#[expect(clippy::disallowed_methods, reason = "a half-written file is the point")]
fn overwrite(path: &std::path::Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_backup_never_writes_over_the_data_or_over_another_file() {
    let mut school = School::with_teachers(&["p1"]);
    let dir = school.store.dir().to_owned();
    for name in ["opora.db", "opora.key", "copy.opora"] {
        let refused = school.store.backup(&dir.join(name), now());
        assert!(matches!(refused, Err(StoreError::BesideData(_))), "{name}");
    }
    let letter = school.folder.path().join("письмо.docx");
    overwrite(&letter, "мой текст".as_bytes());
    assert!(matches!(school.store.backup(&letter, now()), Err(StoreError::Occupied(_))));
    assert_eq!(fs::read_to_string(&letter).unwrap(), "мой текст");
    let taken = school.folder.path().join("папка");
    fs::create_dir(&taken).unwrap();
    assert!(matches!(school.store.backup(&taken, now()), Err(StoreError::Occupied(_))));
    let absent = school.folder.path().join("нет").join("copy.opora");
    assert!(matches!(school.store.backup(&absent, now()), Err(StoreError::Absent(_))));
    drop(school.store);
    assert_eq!(ids(&Store::open(&dir, Secret::None, now()).unwrap()), ["p1"]);
}
