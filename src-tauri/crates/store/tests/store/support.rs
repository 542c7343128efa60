//! A school in a temporary folder.

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use opora_domain::person::{Category, Person, Subject};
use opora_store::{By, Done, Op, Secret, Store, StoreError};
use rusqlite::Connection;
use tempfile::TempDir;

pub(crate) const SURNAME: &str = "Ёлкина";

pub(crate) fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-10-07T12:04:00+07:00").unwrap()
}

pub(crate) fn by() -> By<'static> {
    By { now: now(), who: "Завуч" }
}

pub(crate) struct School {
    pub(crate) folder: TempDir,
    pub(crate) store: Store,
}

impl School {
    /// Without a password.
    pub(crate) fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let (store, _) = Store::create(&folder.path().join("data"), None).unwrap();
        Self { folder, store }
    }

    pub(crate) fn with_teachers(ids: &[&str]) -> Self {
        let mut school = Self::new();
        for id in ids {
            school.add(id);
        }
        school
    }

    pub(crate) fn add(&mut self, id: &str) -> Done<()> {
        let person = teacher(id);
        self.store.transact(Op("add_person"), by(), |tx| tx.insert(&person)).unwrap()
    }

    pub(crate) fn rename(&mut self, id: &str, fio: &str) -> Done<()> {
        let person = Person { fio: fio.into(), ..teacher(id) };
        self.store.transact(Op("edit_person"), by(), |tx| tx.update(&person)).unwrap()
    }

    pub(crate) fn reopen(self) -> Self {
        let (folder, dir) = (self.folder, self.store.dir().to_owned());
        drop(self.store);
        Self { folder, store: Store::open(&dir, Secret::None, now()).unwrap() }
    }

    pub(crate) fn ids(&self) -> Vec<String> {
        ids(&self.store)
    }

    pub(crate) fn fio(&self, id: &str) -> Option<String> {
        self.store.read().get::<Person>(id).unwrap().map(|person| person.fio)
    }
}

pub(crate) fn ids(store: &Store) -> Vec<String> {
    store.read().all::<Person>().unwrap().into_iter().map(|person| person.id).collect()
}

pub(crate) fn teacher(id: &str) -> Person {
    Person {
        id: id.into(),
        fio: format!("{SURNAME} Мария Петровна"),
        post: "Учитель".into(),
        subjects: vec![Subject::Math, Subject::Physics],
        category: Category::First,
        experience_years: Some(12),
        weekly_load: Some(1850),
        archived_on: None,
    }
}

pub(crate) fn create_error(dir: &Path, password: Option<&str>) -> StoreError {
    Store::create(dir, password).map(drop).unwrap_err()
}

pub(crate) fn open_error(dir: &Path, secret: Secret<'_>) -> StoreError {
    Store::open(dir, secret, now()).map(drop).unwrap_err()
}

/// Opens a closed file without a password behind the store's back.
pub(crate) fn raw(dir: &Path) -> Connection {
    use base64::Engine;
    let header: serde_json::Value =
        serde_json::from_slice(&std::fs::read(dir.join("opora.key")).unwrap()).unwrap();
    let key = base64::engine::general_purpose::STANDARD.decode(header["open"].as_str().unwrap()).unwrap();
    let hex: String = key.iter().map(|b| format!("{b:02x}")).collect();
    let conn = Connection::open(dir.join("opora.db")).unwrap();
    conn.execute_batch(&format!("PRAGMA key = \"x'{hex}'\";")).unwrap();
    conn
}
