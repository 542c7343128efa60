//! «Аналитическая справка по самодиагностике»: teachers under pseudonyms.

use opora_domain::report::self_diagnosis_reference::{BlockRow, Part, PersonalRow, SelfDiagnosisReference};
use opora_domain::words::counted;

use super::format::{date_or_empty, sentence, share, window};
use super::head::{self, Said};
use super::{
    Kind, Making, Row, heading, list, note, paragraph, points, subheading, table, untitled, without_empty,
};
use crate::document::{Bar, BarChart, Block, Chart, Document};

/// Says the reference on self-diagnosis.
pub fn self_diagnosis_reference(said: &SelfDiagnosisReference, making: &Making) -> Document {
    let about =
        format!("по итогам самодиагностики профессиональных дефицитов педагогов{}", head::over(&said.period));
    let mut blocks = head::opening(&said.head, "Аналитическая справка", &about, &[]);
    blocks.push(heading("Цель, инструмент и охват"));
    blocks.push(paragraph(
        "Цель: выявить профессиональные дефициты педагогов, чтобы спланировать наставничество, индивидуальные \
         образовательные маршруты и повышение квалификации.",
    ));
    blocks.push(paragraph(sentence(&format!("Охват: {}", said.coverage))));
    blocks.extend(subjects(said));
    match said.parts.as_slice() {
        [] => blocks.push(paragraph("За период не завершено ни одного опросника.")),
        parts => blocks.extend(parts.iter().flat_map(part)),
    }
    blocks.extend(points("Выводы", &said.conclusions, "Данных для выводов нет."));
    blocks.extend(points("Рекомендации", &said.recommendations, "Данных для рекомендаций нет."));
    blocks.extend(head::signatures(&said.head, making));
    let data = head::data("self-diagnosis", said);
    let said_so =
        Said { kind: "Аналитическая справка", about, needs_order: false, blocks, data };
    head::document(&said.head, said_so, making)
}

fn subjects(said: &SelfDiagnosisReference) -> Vec<Block> {
    let columns = [("Предмет", 3.0, Kind::Text), ("Прошли самодиагностику", 3.0, Kind::Text)];
    let row = |(subject, passed, total): &(String, i64, i64)| {
        Row::Cells(vec![subject.clone(), share(*passed, *total)])
    };
    let rows = said.by_subject.iter().map(row).collect();
    table("Охват по предметам", &columns, rows, "Предметы педагогов не указаны.")
}

fn part(part: &Part) -> Vec<Block> {
    let mut blocks = vec![heading(&format!("Опросник «{}»", part.title))];
    blocks.push(paragraph(about(part)));
    blocks.push(paragraph(format!(
        "Шкала ответов: {}. Индекс — доля набранных баллов от наибольшего возможного числа; чем он выше, тем больше \
         нужна помощь. Уровни: {}.",
        part.scale.join("; "),
        part.levels.join("; ")
    )));
    blocks.push(subheading("Результаты по блокам"));
    blocks.extend(self::blocks(part));
    blocks.push(subheading("Коллективные дефициты"));
    let topic = |(topic, n, of): &(String, i64, i64)| format!("{topic}: {}", share(*n, *of));
    match part.collective.as_slice() {
        [] => blocks.push(paragraph("Тем, по которым помощь нужна многим, нет.")),
        topics => blocks.push(list(topics.iter().map(topic), false)),
    }
    blocks.push(subheading("Индивидуальные дефициты"));
    blocks.extend(personal(part));
    blocks
}

fn about(part: &Part) -> String {
    let items = counted(part.items, "утверждение", "утверждения", "утверждений");
    let teachers = counted(part.teachers, "педагог", "педагога", "педагогов");
    format!(
        "Версия опросника {}, {items}. Сроки: {}. Ответили: {teachers}.",
        part.version,
        window(Some(part.from), Some(part.to)).replace('\n', "")
    )
}

fn tenths(value: Option<i64>) -> String {
    value.map(|value| format!("{},{}\u{a0}%", value / 10, value % 10)).unwrap_or_default()
}

fn blocks(part: &Part) -> Vec<Block> {
    let columns = [
        ("Блок", 4.2, Kind::Text),
        ("Индекс", 1.2, Kind::Number),
        ("Уровень", 2.6, Kind::Text),
        ("Было", 1.2, Kind::Number),
        ("Стало", 1.2, Kind::Number),
    ];
    let row = |row: &BlockRow| {
        let index = if row.index.is_none() { "нет данных".to_owned() } else { tenths(row.index) };
        Row::Cells(vec![row.title.clone(), index, row.level.clone(), tenths(row.before), tenths(row.after)])
    };
    let rows: Vec<Row> = part.blocks.iter().map(row).collect();
    let (columns, rows) = without_empty(&columns, rows, &["Было", "Стало"]);
    let mut blocks = untitled("Результаты по блокам", &columns, rows, "В опроснике нет блоков.");
    blocks.push(note(match part.compared {
        0 => "Сравнить волны нельзя: этой версией опросника никто не отвечал дважды.".to_owned(),
        n => format!(
            "«Было» и «стало» — предыдущие и последние ответы тех, кто отвечал дважды: {}.",
            counted(n, "педагог", "педагога", "педагогов")
        ),
    }));
    blocks.extend(chart(part));
    blocks
}

/// The indices; an index has no plan to stand beside it.
fn chart(part: &Part) -> Option<Block> {
    let known: Vec<(&BlockRow, i64)> = part.blocks.iter().filter_map(|row| Some((row, row.index?))).collect();
    let bar = |(row, index): &(&BlockRow, i64)| Bar {
        label: row.title.clone(),
        value: *index as f32 / 10.0,
        target: None,
        caption: tenths(Some(*index)),
    };
    let words = known.iter().map(|(row, index)| format!("{} — {}", row.title, tenths(Some(*index))));
    let alt = format!("Индекс потребности в помощи по блокам: {}.", words.collect::<Vec<_>>().join("; "));
    (!known.is_empty()).then(|| {
        Block::Chart(Chart::Bars(BarChart {
            title: "Индекс потребности в помощи по блокам, %".to_owned(),
            alt,
            bars: known.iter().map(bar).collect(),
        }))
    })
}

fn personal(part: &Part) -> Vec<Block> {
    let columns = [
        ("Педагог", 1.5, Kind::Text),
        ("Блок", 2.6, Kind::Text),
        ("Тема", 3.6, Kind::Text),
        ("Что нужно", 1.9, Kind::Text),
        ("Закрыт", 1.4, Kind::Date),
    ];
    let row = |row: &PersonalRow| {
        Row::Cells(vec![
            row.teacher.clone(),
            row.block.clone(),
            row.topic.clone(),
            row.need.clone(),
            date_or_empty(row.closed_on),
        ])
    };
    let (columns, rows) = without_empty(&columns, part.personal.iter().map(row).collect(), &["Закрыт"]);
    untitled("Индивидуальные дефициты", &columns, rows, "Индивидуальных дефицитов не выявлено.")
}
