//! What stays together when a page ends.

#![allow(clippy::unwrap_used)] // helpers of tests fail as tests do

use crate::common::{document, file, flat, mark, run, text};
use opora_report::document::{
    Block, Chart, Column, Item, Kind, List, Mark, ParagraphStyle, Profile, Row, Run, Signature, StackedBar,
    StackedChart, Table,
};

const PROFILES: [Profile; 2] = [
    Profile { type_size: 12, left_margin: 30, spacing: 115 },
    Profile { type_size: 14, left_margin: 20, spacing: 150 },
];

fn paragraph(text: &str, style: ParagraphStyle) -> Block {
    Block::Paragraph { runs: vec![Run::plain(text)], style }
}

fn lines(count: usize) -> Vec<Block> {
    (0..count).map(|_| paragraph("Строка.", ParagraphStyle::Body)).collect()
}

fn table(rows: Vec<Row>) -> Block {
    let column = |title: &str| Column { title: title.to_owned(), weight: 1.0, kind: Kind::Text };
    Block::Table(Table {
        summary: "Проба".to_owned(),
        columns: ["Номер", "Мероприятие", "Отметка"].map(column).to_vec(),
        rows,
        empty: "Строк нет.".to_owned(),
    })
}

fn rows(count: usize) -> Vec<Row> {
    (1..=count).map(|i| cells(&format!("н{i}"), "мероприятие", "есть")).collect()
}

fn cells(number: &str, event: &str, done: &str) -> Row {
    Row::Cells([number, event, done].map(str::to_owned).to_vec())
}

fn pages(name: &str, blocks: Vec<Block>, profile: Profile) -> Vec<String> {
    let (path, count) = file(name, &opora_report::document::Document { profile, ..document(blocks) });
    text(&path, &["-raw"]).split('\u{c}').take(count).map(flat).collect()
}

#[test]
fn signature_takes_two_lines_of_the_text_along() {
    for profile in PROFILES {
        for mark in [Mark::Pen, Mark::Electronic(mark())] {
            for count in 16..48 {
                let mut blocks = lines(count);
                let (post, name) = ("Директор".to_owned(), "М. В. Соколова".to_owned());
                blocks.push(Block::Signature(Signature { post, name, date: None, mark: mark.clone() }));
                let pages = pages("signed-page.pdf", blocks, profile);
                let page = pages.iter().find(|page| page.contains("Соколова")).unwrap();
                assert!(page.matches("Строка.").count() >= 2, "{count} lines before: {page}");
            }
        }
    }
}

#[test]
fn table_that_goes_on_says_which_it_is() {
    let caption = paragraph("Таблица 2. Мероприятия", ParagraphStyle::Caption);
    let blocks = vec![caption, table(rows(150))];
    let told = pages("continued.pdf", blocks.clone(), Profile::default());
    assert!(told.len() > 3 && !told[0].contains("Продолжение"), "{}", told[0]);
    for page in &told[1..] {
        assert!(page.contains("Продолжение таблицы 2 Номер Мероприятие Отметка н"), "{page}");
    }
    let (path, _) = file("continued-tags.pdf", &document(blocks));
    let said = run("pdfinfo", &["-struct-text", path.to_str().unwrap()]);
    assert!(!said.contains("Продолжение"), "a reader without eyes hears the table in one piece");
    let bare = vec![paragraph("Итоги", ParagraphStyle::Caption), table(rows(150))];
    assert!(pages("bare.pdf", bare, Profile::default()).iter().all(|page| !page.contains("Продолжение")));
}

#[test]
fn totals_bring_two_rows_with_them() {
    for count in 20..80 {
        let mut all = rows(count);
        all.push(Row::Total(["Итого", "всего", ""].map(str::to_owned).to_vec()));
        let pages = pages("totals.pdf", vec![table(all)], Profile::default());
        let page = pages.iter().find(|page| page.contains("Итого")).unwrap();
        assert!(page.matches("мероприятие").count() >= 2, "{count} rows: {page}");
    }
}

#[test]
fn two_rows_begin_a_table_at_the_foot_of_a_page() {
    for count in 25..48 {
        let mut blocks = lines(count);
        blocks.push(table(rows(60)));
        let pages = pages("table-foot.pdf", blocks, Profile::default());
        let page = pages.iter().find(|page| page.contains("н1 ")).unwrap();
        assert!(page.contains("н2 "), "{count} lines before: {page}");
    }
}

#[test]
fn last_item_of_a_list_is_not_alone_on_its_page() {
    for count in 25..48 {
        let mut blocks = lines(count);
        let item = |i: usize| Item { runs: vec![Run::plain(format!("пункт{i}"))], inner: None };
        blocks.push(Block::List(List { numbered: true, items: (1..=4).map(item).collect() }));
        let pages = pages("last-item.pdf", blocks, Profile::default());
        let page = pages.iter().find(|page| page.contains("пункт4")).unwrap();
        assert!(page.contains("пункт3"), "{count} lines before: {page}");
    }
}

#[test]
fn columns_follow_the_texts_and_not_the_wishes_alone() {
    let long = "Доля школ от общего числа школ, достигших положительной динамики диагностической работы. ";
    let all: Vec<Row> = (0..60).map(|_| cells("1", &long.repeat(2), "да")).collect();
    let (path, count) = file("follow.pdf", &document(vec![table(all)]));
    assert!(count <= 4, "{count} pages");
    let words = text(&path, &["-layout"]);
    assert!(words.contains("Отметка") && words.contains("Номер"), "{words}");
}

#[test]
fn label_of_a_chart_is_said_whole_however_long() {
    let label = "Разработка, реализация и коррекция программ повышения качества образования на муниципальном \
                 и школьном уровнях с учётом анализа оценочных процедур";
    let chart = StackedChart {
        title: "Исполнение".to_owned(),
        alt: "Исполнение".to_owned(),
        parts: ["Исполнено", "В работе"].map(str::to_owned).to_vec(),
        bars: vec![StackedBar { label: label.to_owned(), values: vec![2, 1] }],
    };
    let page =
        pages("long-label.pdf", vec![Block::Chart(Chart::Stacked(chart))], Profile::default()).remove(0);
    let said: Vec<&str> = label.split_whitespace().filter(|word| word.chars().count() < 9).collect();
    assert!(said.iter().all(|word| page.contains(word)) && page.contains("2 + 1 = 3"), "{page}");
}

#[test]
fn dense_report_takes_little_room() {
    let event = |i: usize| {
        let said = format!("Проведение заседания рабочей группы по вопросам повышения качества № {i}");
        cells(&format!("{}.{}", i / 10, i % 10), &said, &format!("Исполнено {:02}.10.2024", i % 28 + 1))
    };
    let made = |count: usize| {
        let output =
            opora_report::pdf::to_pdf(&document(vec![table((0..count).map(event).collect())])).unwrap();
        (output.pages, output.bytes.len())
    };
    let (pages, bytes) = made(1500);
    assert!(pages >= 28 && bytes / pages < 5_000, "{bytes} bytes on {pages} pages");
    assert!(made(10).1 < 17_000, "{}", made(10).1);
}
