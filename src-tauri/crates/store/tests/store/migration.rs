use std::path::PathBuf;

use opora_domain::evidence::Evidence;
use opora_domain::indicator::{Indicator, IndicatorTarget, IndicatorValue};
use opora_domain::occurrence::{Occurrence, OccurrenceStatus};
use opora_domain::program::{Event, Origin, Program, ProgramVersion, Task};
use opora_store::{Secret, Store};
use rusqlite::Connection;
use rusqlite::session::Session;
use tempfile::TempDir;

use crate::support::{School, by, ids, now, raw};

/// The file that the first release left behind: its schema and a school with a programme.
const OLD: &str = include_str!("schema_14.sql");
const OLD_VERSION: u32 = 14;

/// A folder with a file of the first release, closed.
fn old_school() -> (TempDir, PathBuf) {
    let School { folder, store } = School::new();
    let dir = store.dir().to_owned();
    drop(store);
    let application: i32 = raw(&dir).pragma_query_value(None, "application_id", |row| row.get(0)).unwrap();
    for file in ["opora.db", "opora.db-wal", "opora.db-shm"] {
        std::fs::remove_file(dir.join(file)).ok();
    }
    let conn = raw(&dir);
    conn.execute_batch(OLD).unwrap();
    conn.pragma_update(None, "application_id", application).unwrap();
    conn.pragma_update(None, "user_version", OLD_VERSION).unwrap();
    (folder, dir)
}

fn texts(conn: &Connection, sql: &str) -> Vec<String> {
    conn.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// The old program's own change, kept so that it may be undone.
fn mark_in_the_old_way(conn: &Connection) {
    let mut session = Session::new(conn).unwrap();
    session.attach(None::<&str>).unwrap();
    conn.execute("UPDATE event SET title = 'Переименовано' WHERE id = 'e1'", []).unwrap();
    let mut changeset = Vec::new();
    session.changeset_strm(&mut changeset).unwrap();
    drop(session);
    conn.execute(
        "INSERT INTO journal (op, at, who, tables, state, lasting, changeset)
         VALUES ('rename', '2024-10-01T12:00:00+07:00', 'завуч', '[\"event\"]', 'done', 0, ?1)",
        [&changeset],
    )
    .unwrap();
}

fn open(dir: &std::path::Path) -> Store {
    Store::open(dir, Secret::None, now()).unwrap()
}

#[test]
fn a_file_of_the_first_release_opens_without_loss() {
    let (_folder, dir) = old_school();
    let store = open(&dir);
    let report = store.check().unwrap();
    assert!(report.is_clean(), "{report:?}");
    let read = store.read();
    let program: Program = read.need("g1").unwrap();
    assert_eq!((program.version, program.ended_on, program.goal.as_str()), (0, None, ""));
    let (task, event): (Task, Event) = (read.need("k1").unwrap(), read.need("e1").unwrap());
    assert_eq!(
        (task.origin, task.template_code.as_deref(), task.is_in_plan()),
        (Origin::Template, Some("1"), true)
    );
    assert_eq!((event.origin, event.template_code.as_deref()), (Origin::Template, Some("1.1")));
    assert_eq!((event.responsible_person_id.as_ref(), event.is_owed()), (None, true));
    let done: Occurrence = read.need("o1").unwrap();
    assert_eq!((done.status, done.result.as_str()), (OccurrenceStatus::Done, "Проведено"));
    assert_eq!(read.need::<Evidence>("v1").unwrap().number, "45");
    let indicator: Indicator = read.need("i1").unwrap();
    assert_eq!((indicator.origin, indicator.template_code.as_deref()), (Origin::Template, Some("1")));
    assert!(read.need::<IndicatorTarget>("it1").unwrap().is_in_plan());
    assert_eq!(read.need::<IndicatorValue>("iv1").unwrap().comment, "отчёт");
    assert_eq!(read.count::<ProgramVersion>().unwrap(), 0);
}

#[test]
fn what_the_old_program_did_can_still_be_undone() {
    let (_folder, dir) = old_school();
    mark_in_the_old_way(&raw(&dir));
    let mut store = open(&dir);
    assert_eq!(store.read().need::<Event>("e1").unwrap().title, "Переименовано");
    assert_eq!(store.undo(by()).unwrap().unwrap().op, "rename");
    assert_eq!(store.read().need::<Event>("e1").unwrap().title, "Мероприятие");
    store.redo(by()).unwrap().unwrap();
    assert_eq!(store.read().need::<Event>("e1").unwrap().title, "Переименовано");
}

#[test]
fn a_migration_runs_after_a_verified_backup() {
    let (_folder, dir) = old_school();
    assert_eq!(ids(&open(&dir)), ["p1"]);
    let backups = Store::backups(&dir);
    assert_eq!(backups.len(), 1);
    assert_eq!((backups[0].reason.as_str(), backups[0].schema), ("migration", OLD_VERSION));
    assert_eq!(backups[0].counts["person"], 1);
}

#[test]
fn a_migration_that_fails_changes_nothing() {
    let (_folder, dir) = old_school();
    raw(&dir).execute_batch("CREATE TABLE program_version (id TEXT)").unwrap();
    Store::open(&dir, Secret::None, now()).unwrap_err();
    let conn = raw(&dir);
    let version: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    let columns = texts(&conn, "SELECT name FROM pragma_table_info('event')");
    assert_eq!(
        (version, columns.contains(&"origin".to_owned())),
        (OLD_VERSION, false),
        "all of it or none of it"
    );
}

#[test]
fn a_backup_of_an_older_program_is_migrated_when_opened() {
    let (_folder, dir) = old_school();
    drop(open(&dir));
    let old = Store::backups(&dir).remove(0);
    Store::restore(&dir, &old.path, Secret::None).unwrap();
    assert_eq!(ids(&open(&dir)), ["p1"]);
}
