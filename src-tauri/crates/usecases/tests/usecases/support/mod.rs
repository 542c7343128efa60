//! A school in a temporary folder, spoken to through the public calls only.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part")]

pub(crate) mod diagnosis;
pub(crate) mod program;

use std::path::PathBuf;

use opora_usecases::api::Dispatcher;
use opora_usecases::{ApiError, App, PlainHost};
use serde_json::{Value, json};
use tempfile::TempDir;

/// The program over a folder of its own.
pub struct Desk {
    pub dir: TempDir,
    pub api: Dispatcher,
    host: PlainHost,
}

impl Desk {
    /// A program at noon of a day, with nothing created yet.
    pub fn empty(day: &str) -> Self {
        let host = PlainHost { now: Some(noon(day)), ..PlainHost::default() };
        let dir = tempfile::tempdir().unwrap();
        let api = program(&dir, &host);
        Self { dir, api, host }
    }

    /// A school without a password, without a programme.
    pub fn school(day: &str) -> Self {
        let mut desk = Self::empty(day);
        desk.call("base.create", json!({ "school": school_card(), "password": null }));
        desk
    }

    /// A school that has adopted a programme.
    pub fn with_programme(day: &str, programme: &str) -> Self {
        let mut desk = Self::school(day);
        desk.call("programme.adopt", json!({ "id": programme }));
        desk
    }

    /// Closes the program and starts it again on another day; opens the file if no password guards it.
    pub fn restart(&mut self, day: &str) {
        self.host.now = Some(noon(day));
        self.host_changed();
        self.call("base.status", json!(null));
    }

    /// What the user will choose when asked for a file.
    pub fn will_pick_file(&mut self, file: Option<PathBuf>) {
        self.host.file = file;
        self.host_changed();
        self.call("base.status", json!(null));
    }

    /// What the user will choose when asked for a folder.
    pub fn will_pick_folder(&mut self, folder: Option<PathBuf>) {
        self.host.folder = folder;
        self.host_changed();
        self.call("base.status", json!(null));
    }

    fn host_changed(&mut self) {
        self.leave();
        self.api = program(&self.dir, &self.host);
    }

    /// Closes the program: the lock on the folder goes with it.
    pub fn leave(&mut self) {
        self.api = Dispatcher::new(App::new(self.dir.path().join("elsewhere"), Box::new(self.host.clone())));
    }

    /// A call that succeeds; gives its value.
    pub fn call(&mut self, name: &str, payload: Value) -> Value {
        let reply = self.api.dispatch(name, payload.clone());
        reply.unwrap_or_else(|error| panic!("{name} {payload}: {error:?}")).value
    }

    /// Names of the tables that a successful call changed.
    pub fn changed_by(&mut self, name: &str, payload: Value) -> Vec<String> {
        self.api.dispatch(name, payload).unwrap().changed
    }

    /// A call that is refused.
    pub fn refused(&mut self, name: &str, payload: Value) -> ApiError {
        match self.api.dispatch(name, payload) {
            Ok(reply) => panic!("{name} was not refused: {}", reply.value),
            Err(error) => error,
        }
    }

    /// Signs the report of a quarter by the school's own key; gives its place in the journal.
    pub fn issue_quarter(&mut self, period: &str, number: &str) -> Value {
        let asked = self.issue_of_quarter(period, number);
        self.call("issue.sign", asked)["issued"].clone()
    }

    /// What `issue.sign` is asked for the report of a quarter.
    pub fn issue_of_quarter(&mut self, period: &str, number: &str) -> Value {
        let (year, quarter) = period.split_once("-Q").unwrap();
        let (first, last) = [("01-01", "03-31"), ("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31")]
            [quarter.parse::<usize>().unwrap() - 1];
        let document = json!({ "kind": "quarterly", "from": format!("{year}-{first}"),
            "to": format!("{year}-{last}") });
        let today = self.call("base.status", Value::Null)["today"].clone();
        json!({ "document": document, "number": number, "date": today, "correction_reason": "Дополнены сведения",
            "signers": [{ "role": "deputy", "way": "own_key" }] })
    }

    /// Writes an issued document to the chosen folder; gives the name of the file.
    pub fn export(&mut self, entry: &Value) -> String {
        let ids = [&entry["report"]["id"]];
        let written = self.call("journal.export", json!({ "ids": ids, "package": false }));
        text(&written["files"][0]["name"])
    }

    /// Adds a teacher of mathematics and gives her id.
    pub fn add_teacher(&mut self, fio: &str) -> String {
        let person = json!({ "id": null, "fio": fio, "post": "Учитель", "subjects": ["math"],
            "category": "first", "experience_years": 12, "weekly_load": 1800 });
        text(&self.call("person.save", person)["id"])
    }
}

fn program(dir: &TempDir, host: &PlainHost) -> Dispatcher {
    Dispatcher::new(App::new(dir.path().join("school"), Box::new(host.clone())))
}

fn noon(day: &str) -> chrono::DateTime<chrono::FixedOffset> {
    chrono::DateTime::parse_from_rfc3339(&format!("{day}T12:00:00+07:00")).unwrap()
}

/// A complete school card.
pub fn school_card() -> Value {
    json!({
        "full_name": "Муниципальное бюджетное общеобразовательное учреждение «Критовская СОШ»",
        "short_name": "МБОУ «Критовская СОШ»",
        "territory": "Боготольский район Красноярского края",
        "authority": "Управление образования администрации Боготольского района",
        "addressee": "Начальнику Управления образования",
        "director": "Иванова Ольга Петровна",
        "deputy": "Петрова Анна Сергеевна",
        "school_year": 2024,
        "site": "",
        "status": "shnor",
        "status_basis": "",
        "pupils": 120
    })
}

/// A JSON string as text.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("not a string: {value}")).to_owned()
}

/// A no-break space as a plain one.
pub fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}
