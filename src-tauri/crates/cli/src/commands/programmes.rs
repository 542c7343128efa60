//! `opora programmes`: what comes with the program, with real counts; the check of a programme file.

use std::path::Path;
use std::process::ExitCode;

use opora_usecases::Result;
use opora_usecases::programme::{Checked, blank, check_file};
use serde_json::{Value, json};

use crate::args::Globals;
use crate::failure::of_file;
use crate::output::Output;
use crate::session;

/// Lists the programmes; no school is needed. The blank of an own one has nothing to count: it is only named.
pub(crate) fn run(globals: &Globals, output: Output) -> Result<ExitCode> {
    let cards = session::value(&mut session::program(globals)?, "programme.list", Value::Null)?;
    let rows: Vec<Value> = cards.as_array().into_iter().flatten().map(row).collect();
    Ok(output.answer(&Value::from(rows.clone()), || {
        rows.iter().map(line).chain([own()]).collect::<Vec<_>>().join("\n")
    }))
}

fn own() -> String {
    let own = blank();
    format!(
        "{:<12} {}\n             пустая заготовка: мероприятия и показатели вносит школа",
        own.id, own.title
    )
}

/// The counts stand beside the name, without a level of their own.
fn row(card: &Value) -> Value {
    let mut row = json!({ "id": card["id"], "title": card["title"], "version": card["version"] });
    for (name, count) in card["counts"].as_object().into_iter().flatten() {
        row[name] = count.clone();
    }
    row
}

fn line(row: &Value) -> String {
    format!(
        "{:<12} {}\n             задач {}, мероприятий {}, сроков к исполнению {}, показателей {}, измеримых результатов {}, \
         целевых значений {}",
        row["id"].as_str().unwrap_or_default(),
        row["title"].as_str().unwrap_or_default(),
        row["tasks"],
        row["leaf_events"],
        row["occurrences"],
        row["indicators"],
        row["measured_results"],
        row["target_cells"],
    )
}

/// Tells everything that is wrong with a programme file; 1 when there is something.
pub(crate) fn check(path: &Path, output: Output) -> Result<ExitCode> {
    let checked = check_file(path).map_err(|error| of_file(path, error))?;
    output.answer(&verdict(path, &checked), || words(path, &checked));
    Ok(if checked.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn verdict(path: &Path, checked: &Checked) -> Value {
    let file = path.display().to_string();
    match checked {
        Ok(programme) => json!({
            "file": file,
            "ok": true,
            "id": programme.id,
            "title": programme.title,
            "version": programme.version,
            "counts": programme.counts(),
            "problems": [],
        }),
        Err(problems) => json!({ "file": file, "ok": false, "problems": problems }),
    }
}

fn words(path: &Path, checked: &Checked) -> String {
    let file = path.display();
    match checked {
        Ok(programme) => {
            let counts = programme.counts();
            format!(
                "{file}: файл программы в порядке.\n{}\nзадач {}, мероприятий {}, показателей {}, замечаний к тексту {}",
                programme.title, counts.tasks, counts.leaf_events, counts.indicators, counts.notes
            )
        }
        Err(problems) => {
            let lines = problems.iter().map(|problem| match problem.path.as_str() {
                "" => format!("  {}: {}", problem.place, problem.message),
                path => format!("  {}: {} [{path}]", problem.place, problem.message),
            });
            let head = format!("{file}: файл программы не подходит. Исправьте его и проверьте снова.");
            [head].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
        }
    }
}
