//! A process that dies at any moment: nothing that was acknowledged is lost, nothing is left half done.
//!
//! The test runs itself again as the child that writes (see [`child`]), reads what it acknowledges and kills it.
//! `full_disk` does the same with a disk that takes no more.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod full_disk;

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread::{sleep, spawn};
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use opora_domain::person::Person;
use opora_domain::registers::Meeting;
use opora_store::{By, Op, Secret, Store, StoreError, Tx};
use serde_json::json;
use tempfile::TempDir;

const ROLE: &str = "OPORA_FAULTS_ROLE";
const FOLDER: &str = "OPORA_FAULTS_FOLDER";
const ROUND: &str = "OPORA_FAULTS_ROUND";

#[test]
fn two_hundred_kills_lose_no_acknowledged_write() {
    let folder = TempDir::new().unwrap();
    drop(Store::create(folder.path(), None).unwrap());
    let (mut acknowledged, mut chance) = (BTreeSet::new(), Chance(20_241_007));
    for round in 0..200 {
        let lines = run_and_kill("writer", folder.path(), round, 1 + round % 6, chance.up_to(20));
        learn(&mut acknowledged, &lines);
        let store = Store::open(folder.path(), Secret::None, now()).unwrap();
        let (people, meetings) = stored(&store);
        let lost: Vec<_> = acknowledged.difference(&people).collect();
        assert!(lost.is_empty(), "round {round}: lost {lost:?}");
        assert_eq!(people, meetings, "round {round}: half of an operation");
        if round % 20 == 19 {
            let report = store.check().unwrap();
            assert!(report.is_clean(), "round {round}: {report:?}");
        }
    }
    println!("{} acknowledged writes after 200 kills", acknowledged.len());
    assert!(acknowledged.len() >= 300, "the child hardly wrote: {}", acknowledged.len());
}

#[test]
fn a_kill_during_restore_leaves_the_old_or_the_new() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data");
    let (mut store, _) = Store::create(&data, None).unwrap();
    for name in ["one", "two"] {
        write(&mut store, name, false).unwrap();
        store.backup(&folder.path().join(name), now()).unwrap();
    }
    drop(store);
    let (mut chance, mut seen) = (Chance(7), BTreeSet::new());
    for round in 0..40 {
        run_and_kill("restorer", folder.path(), round, 1, chance.up_to(150));
        let store = Store::open(&data, Secret::None, now()).unwrap();
        let (people, meetings) = stored(&store);
        assert!((1..=2).contains(&people.len()) && people == meetings, "round {round}: {people:?}");
        seen.insert(people.len());
    }
    assert_eq!(seen.len(), 2, "both sides of the swap were met");
}

#[test]
fn a_kill_during_a_change_of_password_leaves_the_old_or_the_new() {
    let folder = TempDir::new().unwrap();
    let (mut store, _) = Store::create(folder.path(), Some("0")).unwrap();
    write(&mut store, "one", false).unwrap();
    store.auto_backup(now()).unwrap();
    drop(store);
    let mut chance = Chance(9);
    for round in 0..8 {
        run_and_kill("locker", folder.path(), round, 1, chance.up_to(300));
        let opened =
            ["0", "1"].into_iter().find_map(|p| Store::open(folder.path(), Secret::Password(p), now()).ok());
        let store = opened.unwrap_or_else(|| panic!("round {round}: neither password opens"));
        assert_eq!(stored(&store).0.len(), 1);
    }
}

#[test]
fn a_kill_during_creation_leaves_a_whole_database_or_none() {
    let mut chance = Chance(11);
    for round in 0..15 {
        let folder = TempDir::new().unwrap();
        run_and_kill("creator", folder.path(), round, 0, chance.up_to(250));
        if Store::exists(folder.path()) {
            drop(Store::open(folder.path(), Secret::None, now()).unwrap());
        } else {
            drop(Store::create(folder.path(), None).unwrap());
        }
    }
}

/// The process that is killed; does nothing when the tests are run by a person.
#[test]
fn child() {
    let Some(role) = std::env::var_os(ROLE) else { return };
    let folder = std::env::var_os(FOLDER).unwrap();
    let round = std::env::var(ROUND).unwrap();
    match role.to_str().unwrap() {
        "writer" => write_forever(Path::new(&folder), &round),
        "restorer" => restore_forever(Path::new(&folder)),
        "locker" => change_password_forever(Path::new(&folder)),
        #[cfg(unix)]
        "full_disk" => full_disk::write_until_refused(Path::new(&folder)),
        "creator" => drop(Store::create(Path::new(&folder), None).unwrap()),
        other => panic!("no role {other}"),
    }
}

/// Says `ack ID` when ID is saved, and `maybe ID` before it is taken back for a moment.
fn write_forever(folder: &Path, round: &str) {
    let mut store = Store::open(folder, Secret::None, now()).unwrap();
    println!("ready");
    for n in 0.. {
        let id = format!("{round}-{n:05}");
        write(&mut store, &id, n % 7 == 0).unwrap();
        println!("ack {id}");
        if n % 11 == 5 {
            println!("maybe {id}");
            store.undo(by()).unwrap().unwrap();
            store.redo(by()).unwrap().unwrap();
            println!("ack {id}");
        }
        if n % 40 == 20 {
            store.auto_backup(now()).unwrap();
        }
    }
}

fn restore_forever(folder: &Path) {
    for name in ["one", "two"].into_iter().cycle() {
        Store::restore(&folder.join("data"), &folder.join(name), Secret::None).unwrap();
        println!("restored {name}");
    }
}

fn change_password_forever(folder: &Path) {
    let opened = ["0", "1"].into_iter().find_map(|p| Store::open(folder, Secret::Password(p), now()).ok());
    let mut store = opened.unwrap();
    println!("ready");
    for password in ["1", "0"].into_iter().cycle() {
        store.set_password(Some(password)).unwrap();
    }
}

/// One operation of two rows, sometimes with the body of a file.
fn write(store: &mut Store, id: &str, with_body: bool) -> Result<(), StoreError> {
    let fill = |tx: &Tx<'_>| {
        tx.insert(&person(id))?;
        if with_body {
            tx.put_blob(id.repeat(2000).as_bytes())?;
        }
        tx.insert(&meeting(id))
    };
    store.transact(Op("test_write"), by(), fill).map(drop)
}

/// Starts the child, lets it say `words` lines (in every tenth round none) and live for `patience` more,
/// kills it, and gives all its whole lines.
fn run_and_kill(role: &str, folder: &Path, round: u32, words: u32, patience: Duration) -> Vec<String> {
    let (mut child, lines) = start(role, folder, round);
    let words = if round % 10 == 9 { 0 } else { words as usize };
    let mut said: Vec<String> = lines.iter().take(words).collect();
    sleep(patience);
    child.kill().unwrap();
    child.wait().unwrap();
    said.extend(lines);
    said
}

fn start(role: &str, folder: &Path, round: u32) -> (Child, Receiver<String>) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--nocapture"])
        .env(ROLE, role)
        .env(FOLDER, folder)
        .env(ROUND, round.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let (send, lines) = channel();
    spawn(move || {
        let mut line = String::new();
        while output.read_line(&mut line).is_ok_and(|n| n > 0) {
            if line.ends_with('\n')
                && ["ready", "ack", "maybe", "restored"].iter().any(|w| line.starts_with(w))
            {
                send.send(line.trim_end().to_owned()).ok();
            }
            line.clear();
        }
    });
    (child, lines)
}

fn learn(acknowledged: &mut BTreeSet<String>, lines: &[String]) {
    for line in lines {
        match line.split_once(' ') {
            Some(("ack", id)) => drop(acknowledged.insert(id.to_owned())),
            Some(("maybe", id)) => drop(acknowledged.remove(id)),
            _ => {}
        }
    }
}

/// Ids of both halves of the operations.
fn stored(store: &Store) -> (BTreeSet<String>, BTreeSet<String>) {
    let people = store.read().all::<Person>().unwrap().into_iter().map(|p| p.id).collect();
    let meetings = store.read().all::<Meeting>().unwrap().into_iter().map(|m| m.id).collect();
    (people, meetings)
}

fn person(id: &str) -> Person {
    serde_json::from_value(json!({
        "id": id, "fio": "Ёлкина М. П.", "post": "Учитель", "subjects": [], "category": "none",
        "experience_years": null, "weekly_load": null, "archived_on": null
    }))
    .unwrap()
}

fn meeting(id: &str) -> Meeting {
    serde_json::from_value(json!({
        "id": id, "number": "", "date": "2024-10-07", "agenda": "План", "present": null, "decisions": ""
    }))
    .unwrap()
}

fn by() -> By<'static> {
    By { now: now(), who: "test" }
}

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-10-07T12:04:00+07:00").unwrap()
}

/// Repeatable pseudo-random waits.
struct Chance(u64);

impl Chance {
    fn up_to(&mut self, milliseconds: u64) -> Duration {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        Duration::from_micros(self.0 % (milliseconds * 1000))
    }
}
