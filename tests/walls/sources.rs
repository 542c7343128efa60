//! What may be written where.

use std::fs;

use super::{read, sources, sources_with, top};

const LONGEST_FILE: usize = 500;
const LONGEST_MAIN: usize = 20;
const SQL: [&str; 5] = ["SELECT ", "INSERT INTO", "DELETE FROM", "PRAGMA ", "rusqlite"];

#[test]
fn no_file_grows_into_a_second_job() {
    let rust = ["src-tauri", "tests"].into_iter().flat_map(|room| sources(room, &["rs"]));
    for path in rust.chain(sources("ui/src", &["ts", "svelte"])) {
        let lines = fs::read_to_string(&path).expect("a source is text").lines().count();
        assert!(lines <= LONGEST_FILE, "{} has {lines} lines", path.display());
    }
}

#[test]
fn the_shell_begins_in_a_few_lines() {
    assert!(read("src-tauri/src/main.rs").lines().count() <= LONGEST_MAIN);
}

#[test]
fn sql_is_written_in_the_store_only() {
    let store = top().join("src-tauri/crates/store");
    let mut found = sources_with("src-tauri", &["rs"], &SQL);
    found.retain(|path| !path.starts_with(&store));
    assert!(found.is_empty(), "SQL outside the store: {found:?}");
}

#[test]
fn only_the_client_knows_tauri() {
    let found = sources_with("ui/src", &["ts", "svelte"], &["@tauri-apps"]);
    assert_eq!(found, [top().join("ui/src/lib/api/client.ts")]);
}

#[test]
fn the_page_takes_nothing_from_the_network() {
    let found = sources_with("ui/src", &["ts", "svelte", "css"], &["https://", "url(http", "//cdn."]);
    assert!(found.is_empty(), "addresses in the page: {found:?}");
}

#[test]
fn the_types_of_the_window_are_fresh() {
    let fresh = opora_usecases::api::typescript::generate();
    assert!(
        read("ui/src/lib/api/generated.ts") == fresh,
        "ui/src/lib/api/generated.ts is stale: cargo run -p opora -- typescript"
    );
}

#[test]
fn every_test_file_is_run() {
    for main in sources("src-tauri/crates", &["rs"]).into_iter().filter(|path| path.ends_with("main.rs")) {
        let folder = main.parent().expect("a file lies in a folder");
        if !folder.ancestors().any(|above| above.ends_with("tests")) {
            continue;
        }
        let named = fs::read_to_string(&main).expect("a source is text");
        for file in fs::read_dir(folder).expect("a folder of tests").flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            let Some(module) = name.strip_suffix(".rs").filter(|stem| *stem != "main") else { continue };
            assert!(named.contains(&format!("mod {module};")), "{} is run by nobody", file.path().display());
        }
    }
}
