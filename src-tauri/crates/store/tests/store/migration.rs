use opora_store::{Secret, Store};

use crate::support::{School, ids, now, raw};

#[test]
fn a_migration_runs_after_a_verified_backup() {
    let school = School::with_teachers(&["p1"]);
    let dir = school.store.dir().to_owned();
    drop(school.store);
    let conn = raw(&dir);
    let newest: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    conn.execute_batch("DROP TABLE identity; DROP TABLE trusted_certificate").unwrap();
    conn.pragma_update(None, "user_version", newest - 1).unwrap();
    drop(conn);
    let store = Store::open(&dir, Secret::None, now()).unwrap();
    assert_eq!(ids(&store), ["p1"]);
    assert!(store.check().unwrap().counts.contains_key("trusted_certificate"));
    let backups = Store::backups(&dir);
    assert_eq!(backups.len(), 1);
    assert_eq!((backups[0].reason.as_str(), backups[0].schema), ("migration", newest - 1));
    assert_eq!(backups[0].counts["person"], 1);
}

#[test]
fn a_migration_that_fails_changes_nothing() {
    let school = School::with_teachers(&["p1"]);
    let dir = school.store.dir().to_owned();
    drop(school.store);
    let conn = raw(&dir);
    let newest: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    conn.execute_batch("DROP TABLE identity").unwrap();
    conn.pragma_update(None, "user_version", newest - 1).unwrap();
    drop(conn);
    Store::open(&dir, Secret::None, now()).unwrap_err();
    let conn = raw(&dir);
    let version: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    let made: bool = conn
        .query_row("SELECT count(*) FROM sqlite_schema WHERE name = 'identity'", [], |row| row.get(0))
        .unwrap();
    assert_eq!((version, made), (newest - 1, false), "all of it or none of it");
}

#[test]
fn a_backup_of_an_older_program_is_migrated_when_opened() {
    let school = School::with_teachers(&["p1"]);
    let dir = school.store.dir().to_owned();
    drop(school.store);
    let conn = raw(&dir);
    let newest: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    conn.execute_batch("DROP TABLE identity; DROP TABLE trusted_certificate").unwrap();
    conn.pragma_update(None, "user_version", newest - 1).unwrap();
    drop(conn);
    drop(Store::open(&dir, Secret::None, now()).unwrap());
    let old = Store::backups(&dir).remove(0);
    Store::restore(&dir, &old.path, Secret::None).unwrap();
    assert_eq!(ids(&Store::open(&dir, Secret::None, now()).unwrap()), ["p1"]);
}
