//! A school of sixty teachers and two hundred events, made by real use cases.

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use opora_usecases::api::Dispatcher;
use opora_usecases::{App, PlainHost, base};
use serde_json::{Value, json};

pub(crate) const TEACHERS: usize = 60;
pub(crate) const PERIOD: &str = "2024-Q4";
const EVENTS: usize = 200;
/// The programme with the longest plan.
const PROGRAMME: &str = "yeniseysk";

/// The moment at which everything happens.
pub(crate) fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-12-25T10:00:00+07:00").expect("a moment")
}

fn program(base: &Path) -> App {
    App::new(base.to_owned(), Box::new(PlainHost { now: Some(now()), ..PlainHost::default() }))
}

/// The school made by [`fill`].
pub(crate) fn open(base: &Path) -> App {
    let mut app = program(base);
    base::open_any(&mut app, None).expect("the school opens");
    app
}

/// Makes the school; returns how many events are done.
pub(crate) fn fill(base: &Path) -> usize {
    let mut program = begin(base, PROGRAMME);
    for number in 0..TEACHERS {
        ask(&mut program, "person.save", teacher(number));
    }
    let mut occurrences = planned(&mut program);
    occurrences.truncate(EVENTS);
    let events = open_events(&mut program);
    let missing = (occurrences.len()..EVENTS).zip(events.iter().cycle());
    occurrences.extend(missing.map(|(_, event)| add(&mut program, event)));
    for (number, occurrence) in occurrences.iter().enumerate() {
        ask(&mut program, "roadmap.done", done(occurrence, number));
    }
    occurrences.len()
}

/// A school that has just adopted a programme.
pub(crate) fn begin(base: &Path, programme: &str) -> Dispatcher {
    let mut program = Dispatcher::new(program(base));
    ask(&mut program, "base.create", json!({ "school": card(), "password": null }));
    ask(&mut program, "programme.adopt", json!({ "id": programme, "period": null }));
    program
}

/// Adds an occurrence of the quarter.
fn add(program: &mut Dispatcher, event: &Value) -> Value {
    let wanted = json!({ "event_id": event, "from": "2024-10-01", "to": "2024-12-20" });
    ask(program, "roadmap.add_occurrence", wanted)["occurrence"]["id"].clone()
}

pub(crate) fn ask(program: &mut Dispatcher, name: &str, payload: Value) -> Value {
    program
        .dispatch(name, payload)
        .unwrap_or_else(|error| panic!("{name}: {error} {:?}", error.details))
        .value
}

/// Rows of the plan as the window shows them.
fn rows(program: &mut Dispatcher) -> Vec<Value> {
    let roadmap = ask(program, "roadmap.get", Value::Null);
    let tasks = roadmap["tasks"].as_array().into_iter().flatten();
    tasks.flat_map(|task| task["events"].as_array().into_iter().flatten().cloned()).collect()
}

/// Occurrences that the programme names itself.
fn planned(program: &mut Dispatcher) -> Vec<Value> {
    let rows = rows(program);
    let views = rows.iter().flat_map(|row| row["occurrences"].as_array().into_iter().flatten());
    views.map(|view| view["occurrence"]["id"].clone()).collect()
}

/// Events that take more occurrences than the programme names.
fn open_events(program: &mut Dispatcher) -> Vec<Value> {
    let rows = rows(program);
    let open = rows.iter().filter(|row| row["event"]["is_group"] == false);
    let open = open.filter(|row| row["occurrences"].as_array().is_some_and(Vec::is_empty));
    open.map(|row| row["event"]["id"].clone()).collect()
}

fn card() -> Value {
    json!({
        "full_name": "Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 1»",
        "short_name": "МБОУ СОШ № 1",
        "territory": "Енисейский район",
        "authority": "Муниципальное казённое учреждение «Управление образования»",
        "addressee": "Руководителю управления образования",
        "director": "Петрова Анна Сергеевна",
        "deputy": "Иванова Мария Петровна",
        "school_year": 2024,
        "site": "",
        "status": "none",
        "status_basis": "",
        "pupils": 412,
    })
}

fn teacher(number: usize) -> Value {
    const NAMES: [&str; 6] = ["Анна", "Мария", "Ольга", "Елена", "Ирина", "Татьяна"];
    const FAMILIES: [&str; 10] = [
        "Иванова",
        "Петрова",
        "Сидорова",
        "Кузнецова",
        "Смирнова",
        "Волкова",
        "Зайцева",
        "Соколова",
        "Лебедева",
        "Козлова",
    ];
    let (family, name) = (FAMILIES[number % FAMILIES.len()], NAMES[number / FAMILIES.len()]);
    json!({
        "id": null,
        "fio": format!("{family} {name} Ивановна"),
        "post": "учитель",
        "subjects": ["math"],
        "category": "first",
        "experience_years": 5 + number % 30,
        "weekly_load": 18 + number % 12,
    })
}

fn done(occurrence: &Value, number: usize) -> Value {
    json!({
        "id": occurrence,
        "done_on": "2024-12-10",
        "result": "Мероприятие проведено, приняли участие педагоги всех методических объединений школы.",
        "evidence": {
            "kind": "order",
            "title": "Приказ о проведении мероприятия и об утверждении его итогов",
            "number": format!("{}-од", number + 1),
            "date": "2024-12-09",
            "file_token": null,
        },
        "reason": "",
    })
}
