use opora_store::{Secret, Store, StoreError};
use tempfile::TempDir;

use crate::support::{School, create_error, ids, now, open_error, raw};

#[test]
fn an_empty_folder_has_no_database() {
    let folder = TempDir::new().unwrap();
    assert!(!Store::exists(folder.path()));
    assert!(matches!(Store::needs_password(folder.path()), Err(StoreError::Absent(_))));
    assert!(matches!(open_error(folder.path(), Secret::None), StoreError::Absent(_)));
}

#[test]
fn a_second_program_is_kept_out_and_let_in_afterwards() {
    let school = School::new();
    let dir = school.store.dir().to_owned();
    assert!(matches!(open_error(&dir, Secret::None), StoreError::InUse));
    assert!(matches!(create_error(&dir, None), StoreError::InUse));
    drop(school.store);
    Store::open(&dir, Secret::None, now()).unwrap();
}

#[test]
fn creating_never_overwrites() {
    let school = School::with_teachers(&["p1"]);
    let dir = school.store.dir().to_owned();
    drop(school.store);
    assert!(matches!(create_error(&dir, None), StoreError::AlreadyExists(_)));
    assert_eq!(ids(&Store::open(&dir, Secret::None, now()).unwrap()), ["p1"]);
}

#[test]
fn only_the_password_or_the_recovery_code_opens() {
    let folder = TempDir::new().unwrap();
    let (store, code) = Store::create(folder.path(), Some("берёза")).unwrap();
    assert!(!store.without_password());
    assert!(store.recovery_code_fits(&code.as_str().to_lowercase()).unwrap());
    drop(store);
    assert!(Store::needs_password(folder.path()).unwrap());
    for secret in [Secret::None, Secret::Password("береза"), Secret::Password("")] {
        assert!(matches!(open_error(folder.path(), secret), StoreError::WrongSecret));
    }
    let mistyped = Secret::Recovery("1234-5678");
    assert!(matches!(open_error(folder.path(), mistyped), StoreError::MistypedRecovery));
    Store::open(folder.path(), Secret::Password("берёза"), now()).unwrap();
    Store::open(folder.path(), Secret::Recovery(code.as_str()), now()).unwrap();
}

#[test]
fn a_changed_password_replaces_the_old_one_in_kept_backups_too() {
    let folder = TempDir::new().unwrap();
    let (mut store, code) = Store::create(folder.path(), None).unwrap();
    assert!(store.without_password());
    let kept = store.auto_backup(now()).unwrap().expect("the first one").path;
    store.set_password(Some("первый")).unwrap();
    store.set_password(Some("второй")).unwrap();
    assert!(!store.without_password());
    drop(store);
    assert!(matches!(open_error(folder.path(), Secret::Password("первый")), StoreError::WrongSecret));
    Store::open(folder.path(), Secret::Password("второй"), now()).unwrap();
    Store::open(folder.path(), Secret::Recovery(code.as_str()), now()).unwrap();
    for secret in [Secret::None, Secret::Password("первый")] {
        let refused = Store::restore(folder.path(), &kept, secret);
        assert!(matches!(refused, Err(StoreError::WrongSecret)), "an old backup must not stay open");
    }
    Store::restore(folder.path(), &kept, Secret::Password("второй")).unwrap();
}

#[test]
fn copies_from_before_a_restore_of_another_file_get_the_password_and_stay_usable() {
    let (mut other, mut school) = (School::with_teachers(&["p9"]), School::with_teachers(&["p1"]));
    let brought = other.folder.path().join("copy.opora");
    other.store.backup(&brought, now()).unwrap();
    let kept = school.store.auto_backup(now()).unwrap().unwrap().path;
    let dir = school.store.dir().to_owned();
    drop(school.store);
    Store::restore(&dir, &brought, Secret::None).unwrap();
    let mut store = Store::open(&dir, Secret::None, now()).unwrap();
    assert_eq!(ids(&store), ["p9"]);
    store.set_password(Some("берёза")).unwrap();
    drop(store);
    let aside = std::fs::read_to_string(dir.join("replaced/1/opora.key")).unwrap();
    assert!(aside.contains("\"open\": null"), "what was moved aside is not left open");
    assert!(matches!(Store::restore(&dir, &kept, Secret::None), Err(StoreError::WrongSecret)));
    Store::restore(&dir, &kept, Secret::Password("берёза")).unwrap();
    assert_eq!(ids(&Store::open(&dir, Secret::Password("берёза"), now()).unwrap()), ["p1"]);
}

#[test]
fn a_new_recovery_code_replaces_the_old_one() {
    let folder = TempDir::new().unwrap();
    let (mut store, old) = Store::create(folder.path(), Some("берёза")).unwrap();
    let new = store.new_recovery_code().unwrap();
    assert!(!store.recovery_code_fits(old.as_str()).unwrap());
    drop(store);
    assert!(matches!(open_error(folder.path(), Secret::Recovery(old.as_str())), StoreError::WrongSecret));
    Store::open(folder.path(), Secret::Recovery(new.as_str()), now()).unwrap();
}

#[test]
fn a_password_can_be_taken_away() {
    let folder = TempDir::new().unwrap();
    let (mut store, _) = Store::create(folder.path(), Some("берёза")).unwrap();
    store.set_password(None).unwrap();
    drop(store);
    assert!(!Store::needs_password(folder.path()).unwrap());
    Store::open(folder.path(), Secret::None, now()).unwrap();
}

#[test]
fn a_file_of_a_newer_program_is_refused_by_its_own_name() {
    let school = School::with_teachers(&["p1"]);
    let dir = school.store.dir().to_owned();
    drop(school.store);
    let conn = raw(&dir);
    let program: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    conn.pragma_update(None, "user_version", program + 1).unwrap();
    drop(conn);
    match open_error(&dir, Secret::None) {
        StoreError::NewerThanProgram { file, program: ours } => {
            assert_eq!((file, ours), (program + 1, program))
        }
        other => panic!("{other:?}"),
    }
    raw(&dir).pragma_update(None, "user_version", program).unwrap();
    assert_eq!(ids(&Store::open(&dir, Secret::None, now()).unwrap()), ["p1"], "nothing was touched");
}

#[test]
fn a_lost_key_file_is_found_in_the_newest_backup() {
    let mut school = School::with_teachers(&["p1"]);
    school.store.auto_backup(now()).unwrap();
    school.add("p2");
    let dir = school.store.dir().to_owned();
    drop(school.store);
    for damage in [None, Some(&b"{"[..])] {
        match damage {
            None => std::fs::remove_file(dir.join("opora.key")).unwrap(),
            Some(bytes) => overwrite(&dir.join("opora.key"), bytes),
        }
        assert_eq!(ids(&Store::open(&dir, Secret::None, now()).unwrap()), ["p1", "p2"]);
    }
}

#[expect(clippy::disallowed_methods, reason = "a half-written file is the point")]
fn overwrite(path: &std::path::Path, bytes: &[u8]) {
    std::fs::write(path, bytes).unwrap();
}
