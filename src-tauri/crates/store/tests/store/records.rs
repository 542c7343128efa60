//! Every table takes its struct and gives it back.

use std::fmt::Debug;

use opora_domain::authoring::{AddedProgramme, Draft, DraftRow};
use opora_domain::{
    evidence, identity, indicator, issued_report, mentoring, monitoring, occurrence, paper, person, program,
    registers, school, self_diagnosis, term,
};
use opora_store::{Op, Record, StoreError, Tx};
use serde_json::{Value, json};

use crate::support::{School, by};

type Put = fn(&Tx<'_>) -> Result<(), StoreError>;

/// Sample rows of all tables, parents first.
const EVERYTHING: &[Put] = &[
    |tx| put::<school::School>(tx, samples::school()),
    |tx| put::<term::SchoolYear>(tx, samples::school_year()),
    |tx| put::<person::Person>(tx, samples::person()),
    put_program,
    put_task,
    put_event,
    |tx| put::<program::ProgramChange>(tx, samples::program_change()),
    |tx| put::<program::ProgramVersion>(tx, samples::program_version()),
    put_the_occurrence,
    |tx| {
        tx.put_blob(b"proof")?;
        put::<evidence::Evidence>(tx, samples::evidence())
    },
    |tx| put::<indicator::Indicator>(tx, samples::indicator()),
    |tx| put::<indicator::IndicatorTarget>(tx, samples::indicator_target()),
    |tx| put::<indicator::IndicatorValue>(tx, samples::indicator_value()),
    |tx| put::<monitoring::Stage>(tx, samples::stage()),
    |tx| put::<self_diagnosis::Response>(tx, samples::response()),
    |tx| put::<self_diagnosis::Deficit>(tx, samples::deficit()),
    |tx| put::<mentoring::Tandem>(tx, samples::tandem()),
    |tx| put::<mentoring::MentoringStep>(tx, samples::mentoring_step()),
    |tx| put::<mentoring::MentoringMeeting>(tx, samples::mentoring_meeting()),
    |tx| put::<registers::Meeting>(tx, samples::meeting()),
    |tx| put::<registers::IomStep>(tx, samples::iom_step()),
    |tx| put::<registers::Assessment>(tx, samples::assessment()),
    |tx| put::<issued_report::ReportDraft>(tx, samples::report_draft()),
    |tx| put::<issued_report::IssuedReport>(tx, samples::report()),
    |tx| put::<issued_report::Dispatch>(tx, samples::dispatch()),
    |tx| put::<identity::SigningIdentity>(tx, samples::identity()),
    |tx| put::<identity::TrustedCertificate>(tx, samples::trusted_certificate()),
    |tx| put::<issued_report::ReportFile>(tx, samples::report_file()),
    |tx| put::<issued_report::PendingSigning>(tx, samples::pending_signing()),
    |tx| put::<identity::SimpleKey>(tx, samples::simple_key()),
    |tx| put::<identity::RevocationList>(tx, samples::revocation_list()),
    |tx| put::<identity::SigningSettings>(tx, samples::signing_settings()),
    |tx| put::<paper::PaperSettings>(tx, samples::paper()),
    |tx| put::<Draft>(tx, samples::draft()),
    |tx| put::<DraftRow>(tx, samples::draft_row()),
    |tx| put::<AddedProgramme>(tx, samples::added_programme()),
];

#[test]
fn every_record_comes_back_as_it_went_in() {
    let mut school = School::new();
    school.store.transact(Op("fill"), by(), put_everything).unwrap();
    let report = school.store.check().unwrap();
    assert!(report.is_clean(), "{report:?}");
    let empty: Vec<_> = report.counts.iter().filter(|(_, n)| **n == 0).collect();
    assert_eq!(empty, Vec::<(&String, &u64)>::new(), "every table has its sample");
}

#[test]
fn rows_are_found_by_a_column_and_replaced_by_put() {
    let mut school = School::with_teachers(&["p1", "p2"]);
    let mut changed = crate::support::teacher("p2");
    changed.post = "Завуч".into();
    school.store.transact(Op("put"), by(), |tx| tx.put(&changed)).unwrap();
    let found = school.store.read().by::<person::Person>("post", "Завуч").unwrap();
    assert_eq!(found, [changed]);
    assert!(school.store.transact(Op("rm"), by(), |tx| tx.delete::<person::Person>("p1")).unwrap().value);
    assert!(!school.store.transact(Op("rm"), by(), |tx| tx.delete::<person::Person>("p1")).unwrap().value);
    assert_eq!(school.store.read().count::<person::Person>().unwrap(), 1);
}

#[test]
fn a_struct_that_does_not_fit_its_table_is_refused() {
    #[derive(serde::Serialize, serde::Deserialize)]
    struct Stranger {
        id: String,
        colour: String,
    }
    impl Record for Stranger {
        const TABLE: &'static str = "task";
        fn id(&self) -> &str {
            &self.id
        }
    }
    let mut school = School::new();
    let stranger = Stranger { id: "x".into(), colour: "red".into() };
    let refused = school.store.transact(Op("put"), by(), |tx| tx.insert(&stranger));
    assert!(matches!(refused, Err(StoreError::Shape(_))), "{refused:?}");
    assert!(school.store.read().by::<person::Person>("colour", "red").is_err());
}

pub(crate) fn put_everything(tx: &Tx<'_>) -> Result<(), StoreError> {
    EVERYTHING.iter().try_for_each(|put| put(tx))
}

pub(crate) fn put_program(tx: &Tx<'_>) -> Result<(), StoreError> {
    put::<program::Program>(tx, samples::program())
}

pub(crate) fn put_task(tx: &Tx<'_>) -> Result<(), StoreError> {
    put::<program::Task>(tx, samples::task())
}

pub(crate) fn put_event(tx: &Tx<'_>) -> Result<(), StoreError> {
    put::<program::Event>(tx, samples::event())
}

pub(crate) fn put_the_occurrence(tx: &Tx<'_>) -> Result<(), StoreError> {
    put::<occurrence::Occurrence>(tx, samples::occurrence())
}

fn put<R: Record>(tx: &Tx<'_>, sample: Value) -> Result<(), StoreError> {
    let record: R = serde_json::from_value(sample).expect("the sample fits its struct");
    tx.insert(&record)?;
    let back: R = tx.need(record.id())?;
    assert_same(&record, &back);
    tx.update(&record)?;
    tx.put(&record)
}

fn assert_same<R: Record>(one: &R, other: &R) {
    let value = |record: &R| serde_json::to_value(record).expect("plain data");
    let pair: [&dyn Debug; 2] = [&value(one), &value(other)];
    assert_eq!(value(one), value(other), "{}: {pair:?}", R::TABLE);
}

mod samples {
    use super::{Value, json};

    const SHA: &str = "c0";

    pub(super) fn school() -> Value {
        json!({"id": "s1", "full_name": "МБОУ «Школа № 1»", "short_name": "Школа № 1", "territory": "Енисейск",
            "authority": "Управление образования", "addressee": "Начальнику", "director": "Иванов И. И.",
            "deputy": "Петрова А. А.", "school_year": 2024, "site": "", "status": "shnor", "status_basis": "",
            "pupils": 120, "demo_today": "2024-10-07"})
    }
    pub(super) fn school_year() -> Value {
        json!({"id": "sy1", "year": 2024, "parts": [
            {"from": "2024-09-02", "to": "2024-10-27"}, {"from": "2024-11-05", "to": "2024-12-29"}]})
    }
    pub(super) fn person() -> Value {
        json!({"id": "p1", "fio": "Ёлкина М. П.", "post": "Учитель", "subjects": ["math"], "category": "first",
            "experience_years": null, "weekly_load": 1800, "archived_on": null})
    }
    pub(super) fn program() -> Value {
        json!({"id": "g1", "template_id": "yeniseysk", "template_version": 1, "template_sha256": SHA,
            "title": "Программа", "territory": "Енисейск", "act": "", "act_date": "2022-05-05",
            "period_from": "2022-01-01", "period_to": null, "adopted_on": "2024-09-01",
            "notes": [{"where": "Мероприятие 3", "text": "Срок не ясен"}], "goal": "Повысить качество",
            "responsible_person_id": null, "version": 1, "ended_on": null})
    }
    pub(super) fn task() -> Value {
        json!({"id": "k1", "program_id": "g1", "code": "1", "title": "Задача", "sort": 1,
            "origin": "template", "template_code": "1", "note": "", "withdrawn_on": null})
    }
    pub(super) fn event() -> Value {
        json!({"id": "e1", "program_id": "g1", "task_id": "k1", "parent_id": null, "code": "1.1",
            "title": "Мероприятие", "result": "", "evidence_required": "", "responsible": "", "level": "school",
            "term": {"raw": "ежегодно", "segments": [], "ambiguous": true, "note": null}, "is_group": false,
            "sort": 1, "origin": "own", "template_code": null, "responsible_person_id": null, "note": "",
            "withdrawn_on": "2024-11-01"})
    }
    pub(super) fn program_change() -> Value {
        json!({"id": "pc1", "program_id": "g1", "seq": 1, "date": "2024-10-02", "subject": "event",
            "subject_id": "e1", "code": "1.1", "title": "Мероприятие", "action": "edited",
            "fields": [{"field": "title", "label": "Название", "before": "Было", "after": "Мероприятие"}],
            "reason": "Уточнение", "basis": "приказ № 45", "basis_date": "2024-10-01", "version": null})
    }
    pub(super) fn program_version() -> Value {
        json!({"id": "pv1", "program_id": "g1", "number": 1, "fixed_on": "2024-10-02", "order_no": "45",
            "order_date": "2024-10-01", "authority": "директор", "note": "", "snapshot": "{}",
            "snapshot_sha256": SHA})
    }
    pub(super) fn occurrence() -> Value {
        json!({"id": "o1", "event_id": "e1", "window_from": "2024-09-01", "window_to": "2024-12-31",
            "due": "2024-12-31", "stage": null, "status": "planned", "done_on": null, "result": "", "reason": ""})
    }
    pub(super) fn evidence() -> Value {
        let proof = "c1cda26362828b69266512052b97cb3729e3b052e4ade47c0a1e3383defe73c7";
        json!({"id": "v1", "occurrence_id": "o1", "kind": "order", "title": "", "number": "58",
            "date": "2024-09-02", "file": {"name": "приказ.pdf", "sha256": proof, "size": 5}})
    }
    pub(super) fn indicator() -> Value {
        json!({"id": "i1", "program_id": "g1", "task_id": "k1", "code": "1", "title": "Доля", "unit": "percent",
            "projection": "teachers", "measured_result": false, "sort": 1, "origin": "template",
            "template_code": "1", "withdrawn_on": null, "auto": {"event_done": {"event": "1"}}})
    }
    pub(super) fn indicator_target() -> Value {
        json!({"id": "it1", "indicator_id": "i1", "stage": "2024", "target": {"raw": "70 %", "cmp": "gte",
            "value": 70, "min": null, "max": null, "plus": null, "unit": "percent", "baseline": null,
            "level_at_least": null}, "origin": "template", "withdrawn_on": null})
    }
    pub(super) fn indicator_value() -> Value {
        json!({"id": "iv1", "indicator_id": "i1", "stage": "2024",
            "fact": {"kind": "share", "numerator": 3, "denominator": 8}, "as_of": "2024-10-01", "comment": "",
            "corrects": null, "source": "auto", "override_reason": ""})
    }
    pub(super) fn stage() -> Value {
        json!({"id": "st1", "program_id": "g1", "code": "2024", "kind": "year", "title": "2024 год",
            "planned_from": null, "planned_to": "2024-12-31", "closed_on": null, "snapshot": "",
            "snapshot_sha256": "", "sort": 1})
    }
    pub(super) fn response() -> Value {
        json!({"id": "r1", "person_id": "p1", "instrument": "DX-MATH", "version": "1", "started_on": "2024-09-10",
            "completed_on": null, "answers": {"m1": 3, "m2": null}, "help_text": "", "agrees_to_help": true,
            "help_topics": ["m1"], "help_form": "наставник"})
    }
    pub(super) fn deficit() -> Value {
        json!({"id": "d1", "person_id": "p1", "response_id": "r1", "item": "m1", "topic": "Функции",
            "severity": 3, "found_on": "2024-09-10", "closed_on": null, "closed_note": ""})
    }
    pub(super) fn tandem() -> Value {
        json!({"id": "t1", "mentor_id": null, "outside_mentor": "Сидоров", "mentee_id": "p1", "deficit_id": "d1",
            "topic": "Функции", "scope": "network", "started_on": "2024-09-20", "ends_on": null,
            "status": "active", "closed_on": null, "close_reason": null, "outcome": ""})
    }
    pub(super) fn mentoring_step() -> Value {
        json!({"id": "ms1", "tandem_id": "t1", "title": "Урок", "due": "2024-10-01", "done_on": null})
    }
    pub(super) fn mentoring_meeting() -> Value {
        json!({"id": "mm1", "tandem_id": "t1", "date": "2024-09-25", "minutes": 40, "content": "Разбор",
            "outcome": ""})
    }
    pub(super) fn meeting() -> Value {
        json!({"id": "m1", "number": "1", "date": "2024-09-02", "agenda": "План", "present": null,
            "decisions": "Утвердить", "chair": "Соколова М. В.", "secretary": "", "attended": "", "heard": "",
            "spoke": "", "resolutions": [{"text": "Утвердить", "responsible": "", "due": "2024-10-01",
            "done_on": null}]})
    }
    pub(super) fn iom_step() -> Value {
        json!({"id": "io1", "person_id": "p1", "deficit_id": "d1", "form": "course", "title": "Курсы",
            "provider": "", "hours": 36, "started_on": "2024-10-01", "due": null, "done_on": null, "document": "",
            "introduced_on": null})
    }
    pub(super) fn assessment() -> Value {
        json!({"id": "a1", "kind": "vpr", "subject": "math", "grade": 5, "date": "2024-04-10", "participants": 18,
            "failed": 2, "good": 7, "region": ""})
    }
    pub(super) fn report_draft() -> Value {
        json!({"id": "rd1", "period": "2024-Q4", "conclusions": "", "requests": "",
            "notes": {"parents": "Собрание"}, "suggested": {"conclusions": "Исполнено"},
            "risks": [{"risk": "Срыв сроков", "measure": "Заседание", "effect": ""}], "no_risks": false})
    }
    pub(super) fn report() -> Value {
        let mut report = json!({"id": "rp1", "period": "2024-Q4", "number": "1",
            "issued_at": "2024-12-27T12:00:00+07:00", "signer": "Петрова А. А.", "certificate_sha256": SHA,
            "pages": 5, "supersedes": null,
            "kind": "annual", "subject": "", "title": "Годовой отчёт, 2024 год", "date": "2024-12-27",
            "signers": [signer()], "correction_reason": ""});
        report["file"] = evidence()["file"].clone();
        report
    }
    pub(super) fn dispatch() -> Value {
        json!({"id": "ds1", "report_id": "rp1", "date": "2024-12-27", "file_name": "отчёт.pdf", "sha256": SHA,
            "channel": "stick", "addressee": "Управление", "incoming_number": "5", "incoming_date": "2024-12-28",
            "note": ""})
    }
    fn signer() -> Value {
        json!({"role": "deputy", "post": "Заместитель директора", "name": "Петрова А. А.", "way": "own_key",
            "owner": "Петрова А. А.", "serial": "0A", "valid_from": "2024-09-01", "valid_to": "2027-09-01",
            "sha256": SHA, "key": "", "signed_at": "2024-12-27T12:00:00+07:00"})
    }
    pub(super) fn report_file() -> Value {
        json!({"id": "rf1", "report_id": "rp1", "kind": "scan", "note": "", "file": evidence()["file"],
            "added_on": "2024-12-28"})
    }
    pub(super) fn pending_signing() -> Value {
        json!({"id": "ps1", "kind": "annual", "subject": "", "title": "Годовой отчёт", "period": "", "number": "2",
            "date": "2024-12-28", "signers": [signer()], "certificates": ["AA=="], "awaited": 0,
            "file": evidence()["file"], "pages": 5, "correction_reason": "", "created_at": "2024-12-28T12:00:00+07:00"})
    }
    pub(super) fn simple_key() -> Value {
        json!({"id": "sk1", "role": "director", "owner": "Иванова О. П.", "secret": "00", "pin": "00",
            "set_on": "2024-09-01", "retired_on": null})
    }
    pub(super) fn revocation_list() -> Value {
        json!({"id": "rl1", "title": "ca.crl", "list": "AA==", "added_on": "2024-09-01"})
    }
    pub(super) fn signing_settings() -> Value {
        json!({"id": "ss1", "command": "sign {in} {out}", "timeout_seconds": 120})
    }
    pub(super) fn paper() -> Value {
        json!({"id": "pp1", "type_size": 13, "left_margin": 20, "spacing": 150, "code": true})
    }
    pub(super) fn identity() -> Value {
        json!({"id": "id1", "owner": "Петрова А. А.", "certificate": "AA==", "key": "AA==",
            "created_on": "2024-09-01", "retired_on": null, "role": "deputy"})
    }
    pub(super) fn trusted_certificate() -> Value {
        json!({"id": "tc1", "title": "Управление", "certificate": "AA==", "sha256": SHA, "added_on": "2024-09-01"})
    }
    pub(super) fn draft() -> Value {
        json!({"id": "pd1", "origin": "План.docx", "meta": {"title": "Программа", "territory": "", "act": "",
            "goal": "", "from": "2024-01-01", "to": null}, "sections": [{"code": "1", "title": "Раздел"}],
            "indicator_sections": [], "sheets": [], "skipped": [], "started_on": "2024-09-01"})
    }
    pub(super) fn draft_row() -> Value {
        json!({"id": "dr1", "draft_id": "pd1", "sort": 0, "body": {"place": "Таблица 1, строка 2", "sheet": 0,
            "code": "1.1", "section": "1", "title": "Мероприятие", "kind": {"kind": "event", "result": "",
            "term": "май 2024", "responsible": "", "evidence": "", "level": "school", "is_group": false},
            "doubts": [], "decision": "pending", "edited": false}})
    }
    pub(super) fn added_programme() -> Value {
        json!({"id": "ap1", "programme_id": "sosnovka", "version": 1, "text": "{}", "sha256": SHA,
            "added_on": "2024-09-01", "origin": "own"})
    }
}
