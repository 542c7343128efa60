use opora_domain::person::Person;
use opora_store::{Op, StoreError};

use crate::support::{School, by, teacher};

#[test]
fn undo_and_redo_walk_back_and_forth() {
    let mut school = School::with_teachers(&["p1", "p2"]);
    school.rename("p1", "Ель");
    let undone = school.store.undo(by()).unwrap().unwrap();
    assert_eq!((undone.op.as_str(), undone.changed.as_slice()), ("edit_person", &["person".to_owned()][..]));
    assert_eq!(school.fio("p1").unwrap(), teacher("p1").fio);
    school.store.undo(by()).unwrap().unwrap();
    assert_eq!(school.ids(), ["p1"]);
    school.store.redo(by()).unwrap().unwrap();
    school.store.redo(by()).unwrap().unwrap();
    assert_eq!((school.ids().len(), school.fio("p1").unwrap()), (2, "Ель".to_owned()));
    assert_eq!(school.store.redo(by()).unwrap(), None);
}

#[test]
fn nothing_to_undo_is_said_so() {
    let mut school = School::new();
    assert_eq!(school.store.undo(by()).unwrap(), None);
    assert_eq!(school.store.redo(by()).unwrap(), None);
}

#[test]
fn undo_and_redo_survive_a_restart() {
    let mut school = School::with_teachers(&["p1", "p2"]).reopen();
    school.store.undo(by()).unwrap().unwrap();
    let mut school = school.reopen();
    assert_eq!(school.ids(), ["p1"]);
    assert_eq!(school.store.next_redo().unwrap().as_deref(), Some("add_person"));
    school.store.redo(by()).unwrap().unwrap();
    let mut school = school.reopen();
    assert_eq!(school.ids(), ["p1", "p2"]);
    school.store.undo(by()).unwrap().unwrap();
    school.store.undo(by()).unwrap().unwrap();
    assert_eq!(school.ids(), Vec::<String>::new());
}

#[test]
fn a_new_write_drops_what_could_be_redone() {
    let mut school = School::with_teachers(&["p1", "p2"]);
    school.store.undo(by()).unwrap().unwrap();
    school.add("p3");
    assert_eq!(school.store.redo(by()).unwrap(), None);
    assert_eq!(school.ids(), ["p1", "p3"]);
    let undone: Vec<_> = school.store.history(10).unwrap().iter().map(|e| (e.undone, e.undoable)).collect();
    assert_eq!(undone, [(false, true), (true, false), (false, true)], "the audit keeps the dropped line");
    school.store.undo(by()).unwrap().unwrap();
    school.store.undo(by()).unwrap().unwrap();
    assert_eq!(school.ids(), Vec::<String>::new(), "undo steps over the dropped line");
}

#[test]
fn a_lasting_operation_stops_undo() {
    let mut school = School::with_teachers(&["p1"]);
    school
        .store
        .transact(Op("close_stage"), by(), |tx| {
            tx.lasting();
            tx.insert(&teacher("p2"))
        })
        .unwrap();
    assert_eq!(school.store.undo(by()).unwrap(), None);
    school.add("p3");
    school.store.undo(by()).unwrap().unwrap();
    assert_eq!(school.store.undo(by()).unwrap(), None);
    assert_eq!(school.store.next_undo().unwrap(), None);
    assert_eq!(school.ids(), ["p1", "p2"]);
    assert!(school.store.history(10).unwrap().iter().all(|entry| !entry.undoable));
}

#[test]
fn many_rows_with_references_come_back_whole() {
    let mut school = School::new();
    school
        .store
        .transact(Op("adopt"), by(), |tx| {
            crate::records::put_everything(tx)?;
            (0..300).try_for_each(|n| tx.insert(&teacher(&format!("t{n:03}"))))
        })
        .unwrap();
    let full = school.store.check().unwrap().counts;
    school.store.undo(by()).unwrap().unwrap();
    let empty = school.store.check().unwrap().counts;
    assert!(
        empty.iter().all(|(table, n)| *n == 0 || matches!(table.as_str(), "journal" | "blob")),
        "{empty:?}"
    );
    school.store.redo(by()).unwrap().unwrap();
    assert_eq!(school.store.check().unwrap().counts, full);
    assert!(school.store.check().unwrap().is_clean());
}

#[test]
fn undo_that_meets_other_data_is_a_conflict_and_changes_nothing() {
    let mut school = School::with_teachers(&["p1"]);
    let dir = school.store.dir().to_owned();
    drop(school.store);
    crate::support::raw(&dir).execute("UPDATE person SET fio = 'чужая рука'", []).unwrap();
    school.store = opora_store::Store::open(&dir, opora_store::Secret::None, crate::support::now()).unwrap();
    assert!(matches!(school.store.undo(by()), Err(StoreError::Conflict(_))));
    assert_eq!(school.fio("p1").unwrap(), "чужая рука");
    assert_eq!(school.store.next_undo().unwrap().as_deref(), Some("add_person"));
    assert_eq!(school.store.read().count::<Person>().unwrap(), 1);
}
