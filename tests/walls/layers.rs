//! Who may depend on whom, by `cargo tree`.

use std::collections::BTreeSet;
use std::process::Command;

use super::top;

/// Everything that goes into a package when it is shipped.
fn inside(package: &str) -> BTreeSet<String> {
    tree(package, "99")
}

/// What a package names itself, without what its dependencies bring.
fn named_by(package: &str) -> BTreeSet<String> {
    tree(package, "1")
}

fn tree(package: &str, depth: &str) -> BTreeSet<String> {
    let asked = ["tree", "--offline", "--locked", "-e", "normal", "--prefix", "none"];
    let asked = Command::new(env!("CARGO"))
        .args(asked)
        .args(["--depth", depth, "-p", package])
        .current_dir(top())
        .output();
    let output = asked.expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("cargo writes UTF-8");
    text.lines().skip(1).filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

#[test]
fn rooms_do_not_see_what_is_not_theirs() {
    for (room, forbidden) in [
        (
            "opora-domain",
            "opora-store opora-report opora-sign opora-exchange opora-usecases rusqlite tauri printpdf lopdf directories getrandom",
        ),
        ("opora-store", "opora-report opora-sign opora-exchange opora-usecases tauri printpdf lopdf"),
        ("opora-report", "opora-store opora-sign opora-exchange opora-usecases rusqlite tauri p256 rsa"),
        (
            "opora-sign",
            "opora-domain opora-store opora-report opora-exchange opora-usecases rusqlite tauri printpdf",
        ),
        ("opora-exchange", "opora-store opora-report opora-sign opora-usecases rusqlite tauri printpdf"),
        ("opora-usecases", "tauri wry opora-desktop"),
        ("opora", "tauri wry opora-desktop"),
    ] {
        let seen = inside(room);
        let broken: Vec<_> = forbidden.split(' ').filter(|name| seen.contains(*name)).collect();
        assert!(broken.is_empty(), "{room} must not see {broken:?}");
    }
}

#[test]
fn only_the_store_names_the_database() {
    for room in ["opora-desktop", "opora", "opora-usecases", "opora-report", "opora-sign", "opora-exchange"] {
        assert!(!named_by(room).contains("rusqlite"), "{room} names rusqlite");
    }
    assert!(named_by("opora-store").contains("rusqlite"));
}

#[test]
fn the_window_and_the_command_line_speak_only_to_use_cases() {
    for (room, allowed) in
        [("opora-desktop", &["opora-usecases"][..]), ("opora", &["opora-exchange", "opora-usecases"])]
    {
        let mut ours: Vec<_> = named_by(room).into_iter().collect();
        ours.retain(|name| name.starts_with("opora-"));
        assert_eq!(ours, allowed, "{room}");
    }
}

#[test]
fn nothing_shipped_can_speak_to_the_network() {
    for client in ["reqwest", "hyper", "ureq", "rustls", "native-tls", "curl"] {
        assert!(!inside("opora-desktop").contains(client), "the window brings {client}");
        assert!(!inside("opora").contains(client), "the command line brings {client}");
    }
}
