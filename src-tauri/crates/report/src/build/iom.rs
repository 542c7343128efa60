//! «Индивидуальный образовательный маршрут педагога».

use opora_domain::report::iom::{DeficitRow, Iom, StepRow};

use super::format::{date, date_or_empty, lower_first};
use super::head::{self, Said};
use super::{Kind, Making, Row, bare_table, heading, note, paragraph, table, without_empty};
use crate::document::{Block, Document, Orientation};

/// Says a teacher's route.
pub fn iom(said: &Iom, making: &Making) -> Document {
    let about = format!("педагог — {}", said.fio);
    let own = [
        ("Должность", lower_first(&said.post)),
        ("Предметы", subjects(&said.subjects)),
        ("Категория", lower_first(&said.category)),
        (
            "Педагогический стаж, полных лет",
            said.experience.map(|years| years.to_string()).unwrap_or_default(),
        ),
    ];
    let mut blocks = vec![Block::Turn(Orientation::Landscape)];
    blocks.extend(head::opening(&said.head, "Индивидуальный образовательный маршрут", &about, &own));
    blocks.push(heading("Профессиональные дефициты"));
    blocks.extend(deficits(said));
    blocks.push(heading("План маршрута"));
    blocks.extend(steps(said));
    blocks.push(note("Документ остаётся в школе и не передаётся третьим лицам."));
    blocks.extend(making.signatures(vec![
        head::pen("Педагог", &said.fio),
        head::pen("Заместитель директора", &said.head.deputy),
    ]));
    let data = head::data("iom", said);
    let kind = "Индивидуальный образовательный маршрут";
    head::document(&said.head, Said { kind, about, needs_order: false, blocks, data }, making)
}

/// «математика, физика».
fn subjects(said: &str) -> String {
    said.split(", ").map(lower_first).collect::<Vec<_>>().join(", ")
}

fn deficits(said: &Iom) -> Vec<Block> {
    let columns = [
        ("Дефицит", 5.0, Kind::Text),
        ("Что нужно", 2.4, Kind::Text),
        ("Выявлен", 1.4, Kind::Date),
        ("Закрыт", 1.4, Kind::Date),
    ];
    let row = |row: &DeficitRow| {
        Row::Cells(vec![
            row.topic.clone(),
            row.need.clone(),
            date(row.found_on),
            date_or_empty(row.closed_on),
        ])
    };
    let (columns, rows) = without_empty(&columns, said.deficits.iter().map(row).collect(), &["Закрыт"]);
    table("Дефициты, выявленные самодиагностикой", &columns, rows, "Дефициты самодиагностикой не выявлены.")
}

fn steps(said: &Iom) -> Vec<Block> {
    if said.steps.is_empty() {
        return vec![paragraph("Шаги маршрута не внесены.")];
    }
    let columns = [
        ("Дефицит", 2.4, Kind::Text),
        ("Форма", 1.9, Kind::Text),
        ("Содержание", 3.4, Kind::Text),
        ("Где", 2.0, Kind::Text),
        ("Часы", 0.8, Kind::Number),
        ("Срок", 1.9, Kind::Text),
        ("Результат", 1.9, Kind::Text),
        ("Отметка", 2.2, Kind::Text),
    ];
    let (columns, rows) =
        without_empty(&columns, said.steps.iter().map(step).collect(), &["Дефицит", "Где", "Часы"]);
    vec![bare_table("Шаги маршрута", &columns, rows)]
}

fn step(row: &StepRow) -> Row {
    Row::Cells(vec![
        row.deficit.clone(),
        row.form.clone(),
        row.title.clone(),
        row.provider.clone(),
        row.hours.map(|hours| hours.to_string()).unwrap_or_default(),
        term(row),
        row.document.clone(),
        mark(row),
    ])
}

/// «10.01.2025 – 20.02.2025», «с 10.01.2025».
pub(super) fn term(row: &StepRow) -> String {
    match row.to {
        Some(to) => format!("{} – {}", date(row.from), date(to)),
        None => format!("с {}", date(row.from)),
    }
}

/// Done and put into practice; what is still ahead is left to the pen.
pub(super) fn mark(row: &StepRow) -> String {
    let done = row.done_on.map(|day| format!("завершён {}", date(day)));
    let introduced = row.introduced_on.map(|day| format!("внедрён {}", date(day)));
    done.into_iter().chain(introduced).collect::<Vec<_>>().join("; ")
}
