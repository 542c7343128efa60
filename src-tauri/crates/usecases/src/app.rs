//! The running program: the open file, the host, and what the present call changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDate};
use opora_domain::school::School;
use opora_sign::FoundCertificate;
use opora_store::{By, Op, Reader, Store, Tx};

use crate::running::Running;
use crate::verify::Judged;
use crate::{ApiError, Code, Host, Result};

/// The running program. One per process; one file open at a time.
pub struct App {
    pub(crate) host: Box<dyn Host>,
    /// Where the real school lies; the demo lies in a folder beside it.
    pub(crate) home: PathBuf,
    pub(crate) in_demo: bool,
    pub(crate) store: Option<Store>,
    /// Files chosen by the user, by the token given to the window.
    pub(crate) picked: BTreeMap<String, PathBuf>,
    /// Certificates of files shown last, by fingerprint.
    pub(crate) offered: BTreeMap<String, FoundCertificate>,
    /// The PDF judged last.
    pub(crate) judged: Option<Judged>,
    /// The program of signing at work.
    pub(crate) running: Option<Running>,
    demo_today: Option<NaiveDate>,
    changed: BTreeSet<String>,
}

impl App {
    /// A program over a data folder; nothing is opened yet.
    pub fn new(home: PathBuf, host: Box<dyn Host>) -> Self {
        Self {
            host,
            home,
            in_demo: false,
            store: None,
            picked: BTreeMap::new(),
            offered: BTreeMap::new(),
            judged: None,
            running: None,
            demo_today: None,
            changed: BTreeSet::new(),
        }
    }

    /// The data folder of this user on this machine (`directories`).
    pub fn default_home() -> Option<PathBuf> {
        directories::ProjectDirs::from("ru", "", "Opora").map(|dirs| dirs.data_local_dir().join("school"))
    }

    /// The folder of the file in use.
    pub(crate) fn folder(&self) -> PathBuf {
        if self.in_demo { self.home.join("demo") } else { self.home.clone() }
    }

    /// The moment; in a demo its day is the demo's own.
    pub(crate) fn now(&self) -> DateTime<FixedOffset> {
        let now = self.host.now();
        let shown = self
            .demo_today
            .and_then(|day| day.and_time(now.time()).and_local_timezone(now.timezone()).single());
        shown.unwrap_or(now)
    }

    /// The day the program lives in.
    pub(crate) fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }

    pub(crate) fn new_id(&self) -> String {
        self.host.new_id()
    }

    /// Takes an opened file into use, or none.
    pub(crate) fn set_store(&mut self, store: Option<Store>) -> Result<()> {
        self.store = store;
        self.picked.clear();
        self.offered.clear();
        self.judged = None;
        self.running = None;
        self.demo_today = None;
        if self.store.is_some() {
            self.demo_today = self.read()?.all::<School>()?.first().and_then(|school| school.demo_today);
        }
        Ok(())
    }

    /// The open file, for reading.
    pub(crate) fn read(&self) -> Result<Reader<'_>> {
        match &self.store {
            Some(store) => Ok(store.read()),
            None => Err(closed(&self.folder())),
        }
    }

    /// The one way to write: everything inside `work` is kept, or nothing.
    pub(crate) fn transact<T>(&mut self, op: Op, work: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        let now = self.now();
        let folder = self.folder();
        let store = self.store.as_mut().ok_or_else(|| closed(&folder))?;
        let done = store.transact(op, By { now, who: "завуч" }, work)?;
        self.note_changes(done.changed);
        Ok(done.value)
    }

    /// Moves a demonstration to another day while it is being filled.
    pub(crate) fn live_on(&mut self, day: NaiveDate) {
        self.demo_today = Some(day);
    }

    /// The school card.
    pub(crate) fn school(&self) -> Result<School> {
        self.read()?.all::<School>()?.into_iter().next().ok_or_else(|| ApiError::not_found("карточка школы"))
    }

    pub(crate) fn note_changes(&mut self, tables: impl IntoIterator<Item = impl Into<String>>) {
        self.changed.extend(tables.into_iter().map(Into::into));
    }

    pub(crate) fn forget_changes(&mut self) {
        self.changed.clear();
    }

    pub(crate) fn take_changes(&mut self) -> Vec<String> {
        std::mem::take(&mut self.changed).into_iter().collect()
    }
}

fn closed(folder: &Path) -> ApiError {
    if Store::exists(folder) {
        ApiError::new(Code::Locked, "Данные закрыты паролем.", "Введите пароль, чтобы продолжить работу.")
    } else {
        ApiError::new(Code::NoBase, "Школа ещё не создана.", "Создайте школу на первом экране.")
    }
}
