//! The whole schema as text: a change of it is seen in review. `OPORA_BLESS=1` writes it anew.

use std::path::Path;

use crate::support::{School, raw};

#[test]
fn the_schema_is_the_one_written_down() {
    let school = School::new();
    let dir = school.store.dir().to_owned();
    drop(school.store);
    let conn = raw(&dir);
    let mut statement = conn
        .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY tbl_name, type DESC, name")
        .unwrap();
    let lines: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let version: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    let actual = format!("-- user_version {version}\n{};\n", lines.join(";\n"));
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/store/schema.sql");
    if std::env::var_os("OPORA_BLESS").is_some() {
        use std::io::Write;
        std::fs::File::create(&file).unwrap().write_all(actual.as_bytes()).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
    assert!(actual == written, "the schema differs from {}; now it is:\n{actual}", file.display());
}

#[test]
fn every_table_is_strict_and_has_a_primary_key_for_the_session() {
    let school = School::new();
    let dir = school.store.dir().to_owned();
    drop(school.store);
    let conn = raw(&dir);
    let loose: i64 = conn
        .query_row(
            "SELECT count(*) FROM pragma_table_list t
             WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'
               AND (NOT strict OR NOT EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE pk = 1 AND cid = 0))",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(loose, 0);
}

#[test]
fn every_reference_has_an_index() {
    let school = School::new();
    let dir = school.store.dir().to_owned();
    drop(school.store);
    let conn = raw(&dir);
    let mut statement = conn
        .prepare(
            "SELECT t.name || '.' || f.\"from\" FROM pragma_table_list t, pragma_foreign_key_list(t.name) f
             WHERE NOT EXISTS (SELECT 1 FROM pragma_index_list(t.name) i, pragma_index_info(i.name) c
                               WHERE c.seqno = 0 AND c.name = f.\"from\")",
        )
        .unwrap();
    let bare: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(bare, Vec::<String>::new());
}
