//! A report of a heading, a paragraph and a table of six columns.

use std::path::Path;

use chrono::DateTime;
use opora_report::document::{
    Block, Column, Document, Kind, Metadata, ParagraphStyle, Profile, Row, Run, Table,
};
use opora_report::pdf::to_pdf;
use serde_json::{Value, json};

use crate::{Figures, answer, both, measure, repeated, times, write};

const ROWS: [usize; 3] = [10, 400, 2_000];
const TITLE: &str = "Отчёт о реализации программы поддержки школ";
const INTRO: &str = "Повышение качества образования достигается согласованной работой администрации, педагогов, \
                     обучающихся и родителей; заместитель директора ведёт учёт мероприятий, сроков и документов, \
                     подтверждающих исполнение программы в каждом квартале учебного года.";
const COLUMNS: [(&str, f32); 6] = [
    ("Код", 1.0),
    ("Мероприятие", 5.0),
    ("Срок", 1.6),
    ("Ответственный", 2.6),
    ("Документ", 3.2),
    ("Отметка", 1.8),
];

/// Measures and prints a table.
pub(crate) fn print(folder: &Path) {
    println!(
        "\n| Отчёт | строк | новый процесс, мс | тёплый вызов, мс | байт | пик, МБ | дольше нас: новый / тёплый |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|");
    for rows in ROWS {
        let content = folder.join(format!("content-{rows}.json"));
        write(&content, said(rows).to_string().as_bytes());
        let (content, rows) = (content.to_str().expect("an ASCII path"), rows.to_string());
        let out = folder.to_str().expect("an ASCII path");
        let mut ours = None;
        for (name, script, arguments) in [
            ("Опора, PDF/A-3a", None, ["report", out, &rows]),
            ("Typst 0.15.2, PDF/A-3a", Some("compare_report.py"), ["typst", out, content]),
            ("WeasyPrint 70, PDF/A-3a", Some("compare_report.py"), ["weasyprint", out, content]),
        ] {
            let figures = line(name, &rows, script, &arguments, ours.as_ref());
            ours = ours.or(Some(figures));
        }
    }
}

/// Measures one engine; `ours` are the figures of the first, which is ourselves.
fn line(name: &str, rows: &str, script: Option<&str>, arguments: &[&str], ours: Option<&Figures>) -> Figures {
    let figures = measure(script, arguments);
    println!(
        "| {name} | {rows} | {} | {} | {} | {} | {} |",
        both(&figures.fresh),
        both(&figures.warm),
        figures.bytes,
        figures.peak_kb / 1024,
        times(ours, &figures)
    );
    figures
}

/// The cells of a row; `run` is in each, so that no two runs draw the same.
fn cells(i: usize, run: usize) -> [String; 6] {
    [
        format!("{}.{}", i / 10 + 1, i % 10 + 1),
        format!(
            "Проведение заседания рабочей группы по вопросам повышения качества образования № {}",
            i + run
        ),
        format!("{:02}.10.2024", i % 28 + 1),
        "Заместитель директора по учебно-воспитательной работе".to_owned(),
        format!("Приказ о составе рабочей группы № {} от 02.10.2024", i + 41),
        if i.is_multiple_of(3) { "Просрочено" } else { "Исполнено" }.to_owned(),
    ]
}

/// The same for the peers; they put the number of the run after «№» of the second column themselves.
fn said(rows: usize) -> Value {
    let rows: Vec<[String; 6]> = (0..rows).map(|i| cells(i, 0)).collect();
    let columns = COLUMNS.map(|(title, weight)| json!({ "title": title, "weight": weight }));
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/fonts");
    json!({ "title": TITLE, "intro": INTRO, "columns": columns, "rows": rows, "fonts": fonts })
}

/// Ourselves, so many times.
pub(crate) fn own(folder: &Path, rows: &str, times: usize) -> Value {
    let rows: usize = rows.parse().expect("a number");
    let (took, pdf) = repeated(times, |run| to_pdf(&document(rows, run)).expect("a report").bytes);
    write(&folder.join(format!("opora-{rows}.pdf")), &pdf);
    answer(&took, pdf.len())
}

/// The document of a run.
pub(crate) fn document(rows: usize, run: usize) -> Document {
    let column = |(title, weight): (&str, f32)| Column { title: title.to_owned(), weight, kind: Kind::Text };
    let table = Table {
        summary: "Мероприятия".to_owned(),
        columns: COLUMNS.map(column).to_vec(),
        rows: (0..rows).map(|i| Row::Cells(cells(i, run).to_vec())).collect(),
        empty: String::new(),
    };
    Document {
        metadata: Metadata {
            title: TITLE.to_owned(),
            author: "Школа".to_owned(),
            subject: String::new(),
            created: DateTime::parse_from_rfc3339("2024-12-25T10:00:00+07:00").expect("a moment"),
        },
        header: (TITLE.to_owned(), "Школа".to_owned()),
        watermark: None,
        blocks: vec![
            Block::Title { kind: "Отчёт".to_owned(), about: TITLE.to_owned() },
            Block::Paragraph { runs: vec![Run::plain(INTRO)], style: ParagraphStyle::Body },
            Block::Table(table),
        ],
        attachments: Vec::new(),
        profile: Profile::default(),
        code: None,
    }
}
