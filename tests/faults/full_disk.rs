//! A disk that takes no more: the write is refused, everything before it stays.

#![cfg(unix)]

use std::process::Command;

use super::*;

#[test]
fn a_full_disk_refuses_the_write_and_keeps_what_was_there() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data");
    let (mut store, _) = Store::create(&data, None).unwrap();
    write(&mut store, "before", true).unwrap();
    let good = folder.path().join("copy.opora");
    store.backup(&good, now()).unwrap();
    drop(store);
    let copy = std::fs::read(&good).unwrap();
    let said = run_without_space("full_disk", folder.path());
    let refusal = said.lines().find(|line| line.starts_with("refused")).unwrap();
    println!("{refusal}");
    assert_eq!(std::fs::read(&good).unwrap(), copy, "a backup that fails leaves the good one");
    let mut store = Store::open(&data, Secret::None, now()).unwrap();
    let (people, meetings) = stored(&store);
    let acknowledged: BTreeSet<String> =
        said.lines().filter_map(|line| line.strip_prefix("ack ")).map(str::to_owned).collect();
    assert_eq!(people, &acknowledged | &BTreeSet::from(["before".to_owned()]));
    assert_eq!(people, meetings);
    assert!(store.check().unwrap().is_clean());
    write(&mut store, "after", true).unwrap();
}

/// The child: no file of its may grow over a limit; the system answers as a full disk does.
pub(crate) fn write_until_refused(folder: &Path) {
    let mut store = Store::open(&folder.join("data"), Secret::None, now()).unwrap();
    let refused = (0..10_000).map(|n| format!("full-{n:05}")).find_map(|id| {
        let written = write(&mut store, &id, true);
        if written.is_ok() {
            println!("ack {id}");
        }
        written.err()
    });
    println!("refused {:?}", refused.unwrap());
    let id = stored(&store).0.pop_last().unwrap();
    println!("still reads {id}");
    store.backup(&folder.join("copy.opora"), now()).unwrap_err();
}

fn run_without_space(role: &str, folder: &Path) -> String {
    let output = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 1500; exec \"$0\" --exact child --nocapture"])
        .arg(std::env::current_exe().unwrap())
        .env(ROLE, role)
        .env(FOLDER, folder)
        .env(ROUND, "0")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    said
}
