use opora_domain::evidence::{Evidence, EvidenceKind, FileRef};
use opora_domain::person::Person;
use opora_domain::registers::Meeting;
use opora_store::{ChangeKind, Op, StoreError};
use serde_json::json;

use crate::support::{School, by, now, teacher};

#[test]
fn a_write_says_which_tables_changed() {
    let mut school = School::new();
    let done = school
        .store
        .transact(Op("import"), by(), |tx| {
            tx.insert(&teacher("p1"))?;
            tx.insert(&meeting("m1"))?;
            assert_eq!(tx.all::<Person>()?.len(), 1, "a transaction reads what it wrote");
            Ok::<_, StoreError>(7)
        })
        .unwrap();
    assert_eq!((done.value, done.changed), (7, vec!["meeting".to_owned(), "person".to_owned()]));
}

#[test]
fn an_error_leaves_nothing_behind() {
    let mut school = School::with_teachers(&["p1"]);
    let failed = school.store.transact(Op("import"), by(), |tx| {
        tx.insert(&teacher("p2"))?;
        tx.put_blob(b"body")?;
        tx.delete::<Person>("p1")?;
        Err::<(), _>(StoreError::Conflict("told so".into()))
    });
    assert!(matches!(failed, Err(StoreError::Conflict(_))));
    assert_eq!(school.ids(), ["p1"]);
    assert_eq!(school.store.history(10).unwrap().len(), 1);
    assert_eq!(school.store.check().unwrap().counts["blob"], 0);
    school.add("p2");
}

#[test]
fn a_panic_leaves_nothing_behind() {
    let mut school = School::with_teachers(&["p1"]);
    let store = std::panic::AssertUnwindSafe(&mut school.store);
    let panicked = std::panic::catch_unwind(move || {
        let store = store;
        store.0.transact(Op("import"), by(), |tx| -> Result<(), StoreError> {
            tx.insert(&teacher("p2"))?;
            panic!("as a mistake in a rule would")
        })
    });
    assert!(panicked.is_err());
    assert_eq!(school.ids(), ["p1"]);
    school.add("p2");
}

#[test]
fn a_transaction_without_changes_leaves_no_line() {
    let mut school = School::with_teachers(&["p1"]);
    let same = school.store.transact(Op("edit_person"), by(), |tx| tx.update(&teacher("p1"))).unwrap();
    assert_eq!(same.changed, Vec::<String>::new());
    assert_eq!(school.store.history(10).unwrap().len(), 1);
}

#[test]
fn constraints_are_conflicts() {
    let mut school = School::with_teachers(&["p1"]);
    let taken = school.store.transact(Op("add"), by(), |tx| tx.insert(&teacher("p1")));
    assert!(matches!(taken, Err(StoreError::Conflict(_))), "{taken:?}");
    let orphan = school.store.transact(Op("add"), by(), |tx| tx.insert(&evidence(None)));
    assert!(matches!(orphan, Err(StoreError::Conflict(_))), "{orphan:?}");
    let absent = school.store.transact(Op("edit"), by(), |tx| tx.update(&teacher("p9")));
    assert!(matches!(absent, Err(StoreError::NotFound { table: "person", .. })), "{absent:?}");
    assert!(matches!(school.store.read().need::<Person>("p9"), Err(StoreError::NotFound { .. })));
    assert_eq!(school.ids(), ["p1"]);
}

#[test]
fn the_journal_tells_what_was_done_to_which_row() {
    let mut school = School::with_teachers(&["p1"]);
    school.rename("p1", "Ель Мария Петровна");
    school.store.transact(Op("remove"), by(), |tx| tx.delete::<Person>("p1")).unwrap();
    let history = school.store.history(2).unwrap();
    assert_eq!(history.iter().map(|e| e.op.as_str()).collect::<Vec<_>>(), ["remove", "edit_person"]);
    assert_eq!((history[0].who.as_str(), history[0].at), ("Завуч", now()));
    let kinds = [ChangeKind::Removed, ChangeKind::Changed];
    for (entry, kind) in history.iter().zip(kinds) {
        let changes = school.store.changes(entry.seq).unwrap();
        assert_eq!(changes.len(), 1);
        assert_eq!(
            (changes[0].table.as_str(), changes[0].id.as_str(), changes[0].kind),
            ("person", "p1", kind)
        );
    }
}

#[test]
fn a_body_is_kept_once_and_found_by_its_hash() {
    let mut school = School::new();
    let keep = |school: &mut School| {
        school.store.transact(Op("attach"), by(), |tx| tx.put_blob("Приказ".as_bytes())).unwrap().value
    };
    let (first, second) = (keep(&mut school), keep(&mut school));
    assert_eq!(first, second);
    assert_eq!(first.len(), 64);
    let school = school.reopen();
    assert_eq!(school.store.read().blob(&first).unwrap().unwrap(), "Приказ".as_bytes());
    assert_eq!(school.store.read().blob("00").unwrap(), None);
}

#[test]
fn only_unreferenced_bodies_are_swept() {
    let mut school = School::new();
    let sha256 = school
        .store
        .transact(Op("attach"), by(), |tx| {
            tx.put_blob(b"nobody wants it")?;
            let sha256 = tx.put_blob(b"proof")?;
            let file = FileRef { name: "приказ.pdf".into(), sha256: sha256.clone(), size: 5 };
            put_occurrence(tx)?;
            tx.insert(&evidence(Some(file)))?;
            Ok::<_, StoreError>(sha256)
        })
        .unwrap()
        .value;
    school.store.auto_backup(now()).unwrap();
    assert_eq!(school.store.check().unwrap().counts["blob"], 1, "the orphan is gone");
    school.store.undo(by()).unwrap().unwrap();
    school.store.auto_backup(now()).unwrap();
    assert!(school.store.read().blob(&sha256).unwrap().is_some(), "a redo still needs it");
    school.add("p1");
    school.store.auto_backup(now()).unwrap();
    assert_eq!(school.store.read().blob(&sha256).unwrap(), None, "nothing can bring it back");
    assert!(school.store.check().unwrap().is_clean());
}

fn meeting(id: &str) -> Meeting {
    serde_json::from_value(json!({
        "id": id, "number": "1", "date": "2024-09-02", "agenda": "План", "present": 5, "decisions": ""
    }))
    .unwrap()
}

fn evidence(file: Option<FileRef>) -> Evidence {
    Evidence {
        id: "v1".into(),
        occurrence_id: "o1".into(),
        kind: EvidenceKind::Order,
        title: "Приказ".into(),
        number: "58".into(),
        date: None,
        file,
    }
}

fn put_occurrence(tx: &opora_store::Tx<'_>) -> Result<(), StoreError> {
    for put in [crate::records::put_program, crate::records::put_task, crate::records::put_event] {
        put(tx)?;
    }
    crate::records::put_the_occurrence(tx)
}
