//! What README says must be so.

use super::{read, top};

/// Made by the two commands, not kept in the repository.
const MADE: [&str; 4] = ["out/", "target/", ".tools/", ".venv/"];

/// Words in backquotes and link targets that look like paths.
fn named_paths(text: &str) -> Vec<&str> {
    let quoted = text.split('`').skip(1).step_by(2);
    let linked = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let is_path = |word: &&str| {
        let plain = word.chars().all(|sign| sign.is_ascii_alphanumeric() || "._-/@".contains(sign));
        plain && (word.contains('/') || word.contains('.')) && !word.starts_with(['-', '/'])
    };
    quoted
        .chain(linked)
        .filter(is_path)
        .filter(|word| !MADE.iter().any(|made| word.starts_with(made)))
        .collect()
}

#[test]
fn every_path_named_in_readme_exists() {
    let readme = read("README.md");
    let paths = named_paths(&readme);
    assert!(paths.len() > 10, "the map of the rooms is gone: {paths:?}");
    for path in paths {
        assert!(top().join(path).exists(), "README names {path}, which is not there");
    }
}

#[test]
fn every_room_stands_on_the_map() {
    let readme = read("README.md");
    let rooms = std::fs::read_dir(top().join("src-tauri/crates")).expect("the rooms can be listed");
    for room in rooms.flatten().map(|room| room.file_name().to_string_lossy().into_owned()) {
        assert!(readme.contains(&format!("crates/{room}")), "the map lacks crates/{room}");
    }
}
