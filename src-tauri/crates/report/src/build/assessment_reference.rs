//! «Аналитическая справка по результатам оценочных процедур».

use opora_domain::report::assessment_reference::{AssessmentReference, DynamicsRow, ResultRow, YearRow};

use super::format::{date, lower_first, percent};
use super::head::{self, Said};
use super::{Kind, Making, Row, heading, note, points, table, untitled, without_empty};
use crate::document::{Block, Chart, Document, StackedBar, StackedChart};

/// Says the reference on assessments.
pub fn assessment_reference(said: &AssessmentReference, making: &Making) -> Document {
    let about = format!("по результатам оценочных процедур{}", head::over(&said.period));
    let mut blocks = head::opening(&said.head, "Аналитическая справка", &about, &[]);
    blocks.push(heading("Результаты"));
    blocks.extend(results(said));
    blocks.extend(chart(said));
    blocks.push(heading("Динамика"));
    blocks.extend(dynamics(said));
    blocks.push(heading("Признаки школы с низкими образовательными результатами"));
    blocks.extend(low(said));
    blocks.extend(points("Выводы", &said.conclusions, "Результаты не внесены: выводы сделать не на чем."));
    blocks.extend(head::signatures(&said.head, making));
    let data = head::data("assessments", said);
    let said_so =
        Said { kind: "Аналитическая справка", about, needs_order: false, blocks, data };
    head::document(&said.head, said_so, making)
}

fn results(said: &AssessmentReference) -> Vec<Block> {
    let columns = [
        ("Процедура", 1.6, Kind::Text),
        ("Предмет", 2.2, Kind::Text),
        ("Класс", 0.8, Kind::Number),
        ("Дата", 1.4, Kind::Date),
        ("Участников", 1.2, Kind::Number),
        ("«2», ниже минимума", 1.3, Kind::Number),
        ("Успеваемость", 1.4, Kind::Number),
        ("Качество знаний", 1.2, Kind::Number),
    ];
    let rows = said.rows.iter().map(result).collect();
    untitled("Результаты оценочных процедур", &columns, rows, "За период результаты не внесены.")
}

fn result(row: &ResultRow) -> Row {
    let rate = |n| percent(n, row.participants).unwrap_or_else(|| "—".to_owned());
    Row::Cells(vec![
        row.kind.clone(),
        row.subject.clone(),
        row.grade.to_string(),
        date(row.date),
        row.participants.to_string(),
        row.failed.to_string(),
        rate(row.participants - row.failed),
        rate(row.good),
    ])
}

/// Participants by result, at most so many works.
fn chart(said: &AssessmentReference) -> Option<Block> {
    const MOST: usize = 15;
    let count = |n: i64| u32::try_from(n).unwrap_or_default();
    let bar = |row: &ResultRow| StackedBar {
        label: format!(
            "{}, {}, {} класс, {}",
            row.kind,
            lower_first(&row.subject),
            row.grade,
            date(row.date)
        ),
        values: vec![count(row.failed), count(row.participants - row.failed - row.good), count(row.good)],
    };
    let bars: Vec<StackedBar> = said.rows.iter().take(MOST).map(bar).collect();
    let words =
        |bar: &StackedBar| format!("{}: {}, {} и {}", bar.label, bar.values[0], bar.values[1], bar.values[2]);
    let alt = format!(
        "Участники по результату («2», «3», «4» и «5»). {}.",
        bars.iter().map(words).collect::<Vec<_>>().join("; ")
    );
    let parts = ["«2», ниже минимума", "«3»", "«4» и «5»"].map(str::to_owned).to_vec();
    let title = "Участники по результату".to_owned();
    (!bars.is_empty()).then_some(Block::Chart(Chart::Stacked(StackedChart { title, alt, parts, bars })))
}

fn tenths(value: i64) -> String {
    format!("{},{}\u{a0}%", value / 10, value % 10)
}

fn moved(before: i64, now: i64) -> String {
    let by = now - before;
    let sign = match by {
        0 => "",
        by if by > 0 => "+",
        _ => "−",
    };
    format!(
        "{} → {} ({sign}{},{}\u{a0}п.\u{a0}п.)",
        tenths(before),
        tenths(now),
        by.abs() / 10,
        by.abs() % 10
    )
}

fn dynamics(said: &AssessmentReference) -> Vec<Block> {
    let columns = [
        ("Процедура", 3.0, Kind::Text),
        ("Даты", 2.2, Kind::Text),
        ("Успеваемость", 2.8, Kind::Text),
        ("Качество знаний", 2.8, Kind::Text),
    ];
    let row = |row: &DynamicsRow| {
        let what = format!("{}{}", row.what, if row.small { "*" } else { "" });
        Row::Cells(vec![
            what,
            format!("{} и {}", date(row.before_on), date(row.on)),
            moved(row.passed_before, row.passed),
            moved(row.good_before, row.good),
        ])
    };
    let rows = said.dynamics.iter().map(row).collect();
    let empty = "Сравнить не с чем: ни одна процедура по тому же предмету в том же классе не повторялась.";
    let mut blocks = table("Последние результаты рядом с предыдущими", &columns, rows, empty);
    if said.dynamics.iter().any(|row| row.small) {
        blocks.push(note("* Участников меньше десяти: изменение может быть случайным."));
    }
    blocks
}

fn low(said: &AssessmentReference) -> Vec<Block> {
    let columns = [
        ("Учебный год", 1.4, Kind::Text),
        ("Процедур", 1.1, Kind::Number),
        ("С низкими результатами", 1.4, Kind::Number),
        ("Какие", 5.0, Kind::Text),
    ];
    let row = |row: &YearRow| {
        let low = row.low.join("; ");
        Row::Cells(vec![row.year.clone(), row.held.to_string(), row.low.len().to_string(), low])
    };
    let empty = "ВПР, ОГЭ и ЕГЭ по русскому языку и математике не внесены.";
    let (columns, rows) = without_empty(&columns, said.low.iter().map(row).collect(), &["Какие"]);
    let mut blocks = table("Процедуры с низкими результатами", &columns, rows, empty);
    blocks.push(note(
        "Результат процедуры низкий, если «2» получили или не преодолели минимум 30 % участников и более. Учитываются \
         ВПР, ОГЭ и ЕГЭ по русскому языку и математике. Признак школы с низкими результатами: две такие процедуры и \
         более за прошедший учебный год либо хотя бы одна в каждом из двух прошедших лет.",
    ));
    blocks
}
