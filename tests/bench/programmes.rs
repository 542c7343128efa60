//! The terms of all programmes expanded, and the longest road map opened, read and marked.

use std::hint::black_box;
use std::path::Path;

use opora_domain::programme::Programme;
use opora_usecases::api::Dispatcher;
use serde_json::{Value, json};

use crate::median;
use crate::school;

const FILES: [&str; 5] = [
    include_str!("../../assets/programmes/bogotol.json"),
    include_str!("../../assets/programmes/yeniseysk.json"),
    include_str!("../../assets/programmes/strezhevoy.json"),
    include_str!("../../assets/programmes/zhigalovo.json"),
    include_str!("../../assets/programmes/yakovlevka.json"),
];
/// 84 rows over three years, 65 of them to be executed.
const LONGEST: &str = "zhigalovo";

/// Measures and prints.
pub(crate) fn print(folder: &Path) {
    let programmes = FILES.map(|text| Programme::from_json(text).expect("a shipped programme"));
    let (took, terms) = median(|| black_box(expand(&programmes)));
    println!("five programmes   {took:.1?} to expand {terms} terms");

    let mut app = school::begin(&folder.join("road"), LONGEST);
    let (took, road) = median(|| school::ask(&mut app, "roadmap.get", Value::Null));
    println!("road map          {took:.1?} to open {} events", events(&road).count());
    let mut open = occurrences(&road).into_iter();
    let (took, _) = median(|| mark(&mut app, &open.next().expect("an open term")));
    println!("mark done         {took:.1?}, on the disk");
}

fn expand(programmes: &[Programme]) -> usize {
    let of = |one: &Programme| one.events.iter().map(|event| one.occurrences(event).len()).sum::<usize>();
    programmes.iter().map(of).sum()
}

/// Without the heading rows.
fn events(road: &Value) -> impl Iterator<Item = &Value> {
    let tasks = road["tasks"].as_array().into_iter().flatten();
    let rows = tasks.flat_map(|task| task["events"].as_array().into_iter().flatten());
    rows.filter(|row| row["event"]["is_group"] != true)
}

fn occurrences(road: &Value) -> Vec<Value> {
    let all = events(road).flat_map(|event| event["occurrences"].as_array().into_iter().flatten());
    all.map(|view| view["occurrence"]["id"].clone()).collect()
}

fn mark(app: &mut Dispatcher, occurrence: &Value) -> Value {
    let done = json!({ "id": occurrence, "done_on": "2024-12-20", "result": "Проведено", "evidence": null,
        "reason": "Документ в архиве школы" });
    school::ask(app, "roadmap.done", done)
}
