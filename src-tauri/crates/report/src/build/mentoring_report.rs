//! «Отчёт по наставничеству»: topics and counts, no names.

use opora_domain::report::mentoring_report::{MentoringReport, TandemRow};

use super::format::{date, date_or_empty};
use super::head::{self, Said};
use super::{Kind, Making, Row, bare_table, heading, paragraph, points, without_empty};
use crate::document::{Block, Document, Orientation};

/// Says the report on mentoring.
pub fn mentoring_report(said: &MentoringReport, making: &Making) -> Document {
    let about = format!("о наставничестве{}", head::over(&said.period));
    let mut blocks = vec![Block::Turn(Orientation::Landscape)];
    blocks.extend(head::opening(&said.head, "Отчёт", &about, &[]));
    blocks.push(heading("Банки наставников и наставляемых"));
    blocks.push(Block::KeyValues(banks(said)));
    blocks.push(heading("Тандемы, программы и встречи"));
    blocks.extend(tandems(said));
    blocks.extend(points("Выводы", &said.conclusions, "Тандемов не было: выводы сделать не на чем."));
    blocks.extend(head::signatures(&said.head, making));
    let data = head::data("mentoring", said);
    head::document(&said.head, Said { kind: "Отчёт", about, needs_order: false, blocks, data }, making)
}

fn banks(said: &MentoringReport) -> Vec<(String, String)> {
    let pairs = [
        ("Готовы помогать коллегам", said.willing),
        ("Работают наставниками", said.mentors),
        ("Наставляемых", said.mentees),
        ("Ждут наставника (есть открытый дефицит, нет тандема)", said.waiting),
        ("Дефицитов закрыто за период", said.closed_deficits),
    ];
    pairs.map(|(name, count)| (name.to_owned(), count.to_string())).to_vec()
}

fn tandems(said: &MentoringReport) -> Vec<Block> {
    if said.tandems.is_empty() {
        return vec![paragraph("За период наставнических тандемов не было.")];
    }
    let columns = [
        ("№", 0.6, Kind::Number),
        ("Тема", 3.4, Kind::Text),
        ("Вид", 1.7, Kind::Text),
        ("Начало", 1.4, Kind::Date),
        ("Окончание по плану", 1.5, Kind::Date),
        ("Шаги программы", 1.7, Kind::Text),
        ("Встреч", 0.9, Kind::Number),
        ("Состояние", 1.5, Kind::Text),
        ("Итог, продление, прекращение", 3.0, Kind::Text),
    ];
    let rows = said.tandems.iter().enumerate().map(|(i, row)| tandem(i + 1, row)).collect();
    let (columns, rows) =
        without_empty(&columns, rows, &["Итог, продление, прекращение", "Окончание по плану"]);
    vec![bare_table("Наставнические тандемы", &columns, rows)]
}

fn tandem(number: usize, row: &TandemRow) -> Row {
    let steps = match (row.steps, row.steps_late) {
        (0, _) => "не составлены".to_owned(),
        (steps, 0) => format!("{} из {steps}", row.steps_done),
        (steps, late) => format!("{} из {steps}, просрочено {late}", row.steps_done),
    };
    Row::Cells(vec![
        number.to_string(),
        row.topic.clone(),
        row.scope.clone(),
        date(row.from),
        date_or_empty(row.to),
        steps,
        row.meetings.to_string(),
        row.status.clone(),
        row.note.clone(),
    ])
}
