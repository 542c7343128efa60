//! «Справка по этапу мониторинга».

use opora_domain::report::stage_reference::{Area, StageReference, StageRow};

use super::format::{date, lower_first, window};
use super::head::{self, Said};
use super::indicators::titled;
use super::{Kind, Making, Row, bare_table, heading, list, note, paragraph, points, without_empty};
use crate::document::{Block, Chart, Document, Orientation, StackedBar, StackedChart};

/// Says the reference on a stage.
pub fn stage_reference(said: &StageReference, making: &Making) -> Document {
    let about = format!("по результатам этапа мониторинга «{}»", said.stage);
    let own = [
        ("Вид этапа", lower_first(&said.kind)),
        ("Сроки этапа", window(said.from, said.to)),
        ("Сравнивается с этапом", said.before.clone()),
        ("Состояние", state(said)),
    ];
    let mut blocks = vec![Block::Turn(Orientation::Landscape)];
    blocks.extend(head::opening(&said.head, "Справка", &about, &own));
    blocks.extend(results(said));
    blocks.extend(chart(said));
    if !said.corrections.is_empty() {
        blocks.push(heading("Исправления после закрытия этапа"));
        blocks.push(list(said.corrections.iter().cloned(), false));
    }
    blocks.extend(points(
        "Выводы",
        &said.conclusions,
        "Значения показателей не внесены: выводы сделать не на чем.",
    ));
    blocks.extend(head::signatures(&said.head, making));
    let data = head::data("stage-reference", said);
    head::document(&said.head, Said { kind: "Справка", about, needs_order: false, blocks, data }, making)
}

fn state(said: &StageReference) -> String {
    match said.closed_on {
        Some(day) => format!("этап закрыт {}, значения зафиксированы", date(day)),
        None => format!("этап не закрыт, значения предварительные на {}", date(said.head.date)),
    }
}

fn results(said: &StageReference) -> Vec<Block> {
    let columns = [
        ("№", 0.8, Kind::Text),
        ("Показатель, единица", 5.0, Kind::Text),
        ("План", 1.9, Kind::Text),
        ("Предыдущий этап", 2.1, Kind::Text),
        ("Факт", 2.1, Kind::Text),
        ("Отклонение от предыдущего этапа", 2.1, Kind::Text),
        ("Состояние", 1.8, Kind::Text),
    ];
    let rows: Vec<Row> = said.areas.iter().flat_map(area).collect();
    let mut blocks = vec![heading("Результаты по показателям")];
    if rows.is_empty() {
        blocks.push(paragraph("На этом этапе у программы нет показателей."));
        return blocks;
    }
    let optional = ["Предыдущий этап", "Отклонение от предыдущего этапа"];
    let (columns, rows) = without_empty(&columns, rows, &optional);
    blocks.push(bare_table("Показатели этапа", &columns, rows));
    if !said.sha256.is_empty() {
        blocks.push(note(format!(
            "Значения взяты из зафиксированного снимка этапа и совпадают с его контрольной суммой (SHA-256): {}.",
            said.sha256
        )));
    }
    blocks
}

fn area(area: &Area) -> Vec<Row> {
    let title = (!area.title.is_empty()).then(|| Row::Group(area.title.clone()));
    title.into_iter().chain(area.rows.iter().map(row)).collect()
}

fn row(row: &StageRow) -> Row {
    let title = titled(&row.title, &row.unit);
    let cells = [&row.code, &title, &row.target, &row.before, &row.fact, &row.change, &row.state];
    Row::Cells(cells.map(Clone::clone).to_vec())
}

/// Indicators by state at the two stages.
fn chart(said: &StageReference) -> Option<Block> {
    let now: Vec<u32> = said.states.iter().map(|state| state.now).collect();
    let before: Vec<u32> = said.states.iter().map(|state| state.before).collect();
    let mut bars = Vec::new();
    if before.iter().sum::<u32>() > 0 {
        bars.push(StackedBar { label: said.before.clone(), values: before });
    }
    if now.iter().sum::<u32>() == 0 {
        return None;
    }
    bars.push(StackedBar { label: said.stage.clone(), values: now });
    let words = said.states.iter().map(|state| format!("{} — {}", lower_first(&state.state), state.now));
    Some(Block::Chart(Chart::Stacked(StackedChart {
        title: "Показатели по состоянию".to_owned(),
        alt: format!("Показатели этапа «{}»: {}.", said.stage, words.collect::<Vec<_>>().join(", ")),
        parts: said.states.iter().map(|state| state.state.clone()).collect(),
        bars,
    })))
}
