//! `opora import`: a plan in a table becomes a programme file.

use std::path::Path;
use std::process::ExitCode;

use opora_exchange::{read_file, write_file};
use opora_usecases::authoring::{self, Given, IndicatorRowView, ReadTable, RowView, TableDraftView};
use opora_usecases::{ApiError, Host as _, PlainHost, Result, programme};
use serde_json::{Value, json};

use crate::args::{Globals, Import};
use crate::failure::of_file;
use crate::output::Output;
use crate::session;

/// Largest programme file that is read.
const MAX_JSON: u64 = 20 * 1024 * 1024;

/// Reads the table, writes the programme file and adds it to the school's data when asked.
pub(crate) fn run(globals: &Globals, asked: Import, output: Output) -> Result<ExitCode> {
    let is_json = asked.table.extension().is_some_and(|end| end.eq_ignore_ascii_case("json"));
    if is_json { of_json(globals, &asked, output) } else { of_table(globals, &asked, output) }
}

fn of_table(globals: &Globals, asked: &Import, output: Output) -> Result<ExitCode> {
    let host = PlainHost { now: globals.now, ..PlainHost::default() };
    let given = Given {
        id: asked.id.clone(),
        title: asked.title.clone(),
        territory: asked.territory.clone(),
        act: asked.act.clone(),
        from: asked.from,
        to: asked.to,
    };
    let read = authoring::import(&asked.table, given, host.now().date_naive())
        .map_err(|error| of_file(&asked.table, error))?;
    let mut answer = json!({ "read": read.view, "assumed": read.assumed });
    match &read.programme {
        Ok((programme, text)) => {
            answer["programme"] = json!({
                "id": programme.id, "version": programme.version, "title": programme.title,
                "territory": programme.territory, "act": programme.act.text,
                "period": programme.period, "counts": programme.counts(),
            });
            answer["done"] = keep(globals, asked, text.as_bytes(), true)?;
            Ok(output.answer(&answer, || words(&read, &answer)))
        }
        Err(error) => {
            if !output.json {
                crate::output::say(&words(&read, &answer));
            }
            Err(told(error.clone()))
        }
    }
}

/// A missing field of the programme, by the name of its parameter.
fn told(mut error: ApiError) -> ApiError {
    error.hint =
        "Ничего не записано. Исправьте таблицу или задайте недостающее параметрами и повторите.".to_owned();
    for detail in &mut error.details {
        if ["title", "territory", "from", "to"].contains(&detail.place.as_str()) {
            detail.place = format!("--{}", detail.place);
        } else if detail.place == "rows" {
            "таблицы".clone_into(&mut detail.place);
        }
    }
    error
}

fn of_json(globals: &Globals, asked: &Import, output: Output) -> Result<ExitCode> {
    let found = programme::check_file(&asked.table).map_err(|error| of_file(&asked.table, error))?;
    let programme =
        found.map_err(|problems| faults(&asked.table, problems.iter().map(|p| (&p.place, &p.message))))?;
    let bytes = read_file(&asked.table, MAX_JSON).map_err(|error| of_file(&asked.table, error))?;
    let mut answer = json!({
        "programme": {
            "id": programme.id, "version": programme.version, "title": programme.title,
            "territory": programme.territory, "act": programme.act.text,
            "period": programme.period, "counts": programme.counts(),
        }
    });
    answer["done"] = keep(globals, asked, &bytes, false)?;
    Ok(output.answer(&answer, || {
        format!("{}\n{}\n{}", head(&answer["programme"]), counts(&answer["programme"]), done(&answer["done"]))
    }))
}

fn faults<'a>(file: &Path, problems: impl Iterator<Item = (&'a String, &'a String)>) -> ApiError {
    let error = ApiError::new(
        opora_usecases::Code::Invalid,
        "Файл программы не прочитан.",
        "Ничего не изменено. Исправьте отмеченные места файла или попросите его заново.",
    );
    let mut error = of_file(file, error);
    error.details.extend(
        problems.map(|(place, message)| opora_usecases::Detail {
            place: place.clone(),
            message: message.clone(),
        }),
    );
    error
}

/// Writes the file and adds it, as asked; says what was done.
fn keep(globals: &Globals, asked: &Import, text: &[u8], own: bool) -> Result<Value> {
    let mut done = json!({ "out": null, "added": null });
    if let Some(out) = &asked.out {
        write_file(out, text).map_err(|error| of_file(out, error))?;
        done["out"] = json!(out.display().to_string());
    }
    if asked.add {
        let mut program = session::opened(globals)?;
        let view = programme::add(program.app(), text.to_vec(), own, asked.next_version)?;
        done["added"] =
            json!({ "id": view.card.id, "version": view.card.version, "already_here": view.already_here });
    }
    Ok(done)
}

fn words(read: &ReadTable, answer: &Value) -> String {
    let view = &read.view;
    let mut lines = vec![
        format!("Прочитано: {}", view.origin),
        format!("  Название: {}", or_dash(&view.meta.title)),
        format!("  Территория: {}", or_dash(&view.meta.territory)),
        format!("  Утверждена: {}", or_dash(&view.meta.act)),
        format!("  Период: {}", period(view)),
    ];
    lines.extend(read.assumed.iter().map(|text| format!("  ! {text}")));
    lines.extend(view.tables.iter().map(|table| {
        let columns: Vec<&str> = table.columns.iter().map(|column| column.head.as_str()).collect();
        format!("{} — {}: {}", table.place, table.kind_label, columns.join(" | "))
    }));
    lines.extend(sections(view));
    lines.extend(view.indicators.iter().map(indicator));
    lines.extend(
        view.skipped
            .iter()
            .map(|left| format!("Не прочитано: {}{} — {}", left.place, quoted(&left.text), left.why)),
    );
    lines.push(format!("Итого: {}", view.totals.words));
    lines.extend(unclear(view));
    if !answer["programme"].is_null() {
        lines.push(head(&answer["programme"]));
        lines.push(counts(&answer["programme"]));
        lines.push(done(&answer["done"]));
    }
    lines.join("\n")
}

fn or_dash(text: &str) -> &str {
    if text.is_empty() { "—" } else { text }
}

fn quoted(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!(" «{text}»") }
}

fn period(view: &TableDraftView) -> String {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.format("%d.%m.%Y").to_string());
    match (day(view.meta.from), day(view.meta.to)) {
        (Some(from), Some(to)) => format!("{from} – {to}"),
        (Some(from), None) => format!("с {from}"),
        _ => "не найден, задайте --from и --to".to_owned(),
    }
}

fn sections(view: &TableDraftView) -> Vec<String> {
    let mut lines = Vec::new();
    for section in &view.sections {
        lines.push(format!("Раздел {}. {}", section.code, section.title));
        lines.extend(view.rows.iter().filter(|row| row.section == section.code).map(row));
    }
    lines
}

fn row(row: &RowView) -> String {
    let term = if row.is_group {
        "группа".to_owned()
    } else {
        format!("{} → {}", or_dash(&row.term.raw), or_dash(&row.term.reading))
    };
    format!("  {} {} [{term}] ({})", row.code, row.title, row.level_label)
}

fn indicator(row: &IndicatorRowView) -> String {
    let targets: Vec<String> = row
        .targets
        .iter()
        .map(|target| match target.stage.is_empty() {
            true => target.reading.clone(),
            false => format!("{}: {}", target.stage, target.reading),
        })
        .collect();
    format!("Показатель {} {} [{}] {}", row.code, row.title, row.unit_label, targets.join("; "))
}

fn unclear(view: &TableDraftView) -> Vec<String> {
    let rows = view.rows.iter().map(|row| (&row.place, &row.code, &row.problems));
    let indicators = view.indicators.iter().map(|row| (&row.place, &row.code, &row.problems));
    let doubtful = rows.chain(indicators).filter(|(_, _, problems)| !problems.is_empty());
    let lines: Vec<String> = doubtful
        .map(|(place, code, problems)| format!("  {place}, № {code}: {}", problems.join(" ")))
        .collect();
    if lines.is_empty() {
        lines
    } else {
        std::iter::once("Требует уточнения:".to_owned()).chain(lines).collect()
    }
}

fn head(programme: &Value) -> String {
    let text = |name: &str| programme[name].as_str().unwrap_or_default().to_owned();
    format!("Программа {} (версия {}): {}", text("id"), programme["version"], text("title"))
}

fn counts(programme: &Value) -> String {
    let counts = &programme["counts"];
    format!(
        "  разделов {}, мероприятий {}, показателей {}, целевых значений {}",
        counts["groups"], counts["leaf_events"], counts["indicators"], counts["target_cells"]
    )
}

fn done(done: &Value) -> String {
    let mut lines = Vec::new();
    if let Some(out) = done["out"].as_str() {
        lines.push(format!("Файл программы записан: {out}"));
    }
    if let Some(id) = done["added"]["id"].as_str() {
        let words = if done["added"]["already_here"] == true {
            "уже была в данных школы"
        } else {
            "добавлена в данные школы"
        };
        lines.push(format!("Программа {words}. Принять её: opora --data ПАПКА call programme.adopt '{{\"id\":\"{id}\",\"period\":null}}'"));
    }
    if lines.is_empty() {
        lines.push(
            "Ничего не записано. Записать файл программы: --out ФАЙЛ.json, добавить в данные школы: --add."
                .to_owned(),
        );
    }
    lines.join("\n")
}
