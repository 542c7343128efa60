//! What the layout does with texts that nobody wrote with paper in mind.

#![allow(clippy::unwrap_used)] // helpers of tests fail as tests do

use crate::common::{self, document, file, flat, run, text};
use opora_report::document::{
    Bar, BarChart, Block, Chart, Column, Document, Item, Kind, List, Mark, ParagraphStyle, Row, Run,
    Signature, Table,
};

const TEXT: &str = "Повышение качества образования достигается согласованной работой администрации, педагогов, \
                    обучающихся и родителей; заместитель директора Е. В. Ёлкина ведёт учёт мероприятий.";

fn column(title: &str, weight: f32) -> Column {
    Column { title: title.to_owned(), weight, kind: Kind::Text }
}

fn table(rows: Vec<Row>) -> Block {
    let columns = vec![column("Номер", 1.0), column("Мероприятие", 5.0), column("Примечание", 2.0)];
    Block::Table(Table {
        summary: "Проба".to_owned(), columns, rows, empty: "Строк нет.".to_owned()
    })
}

fn numbered(items: Vec<Vec<Run>>) -> List {
    List { numbered: true, items: items.into_iter().map(|runs| Item { runs, inner: None }).collect() }
}

fn row(cells: [&str; 3]) -> Row {
    Row::Cells(cells.map(str::to_owned).to_vec())
}

fn body(text: &str) -> Block {
    Block::Paragraph { runs: vec![Run::plain(text)], style: ParagraphStyle::Body }
}

fn pages(name: &str, document: &Document) -> Vec<String> {
    let (path, count) = file(name, document);
    run("qpdf", &["--check", path.to_str().unwrap()]);
    let text = text(&path, &["-raw"]);
    let pages: Vec<String> = text.split('\u{c}').take(count).map(flat).collect();
    assert_eq!(pages.len(), count);
    pages
}

/// Right edge of every word, points: nothing may stand beyond the text.
fn rightmost(name: &str, document: &Document) -> f32 {
    let (path, _) = file(name, document);
    let boxes = run("pdftotext", &["-bbox", path.to_str().unwrap(), "-"]);
    let edges = boxes.split("xMax=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse::<f32>().ok());
    edges.fold(0.0, f32::max)
}

#[test]
fn header_of_a_long_table_repeats_on_each_page() {
    let rows: Vec<Row> = (1..=400).map(|i| row([&format!("строка{i}"), TEXT, "есть"])).collect();
    let pages = pages("long.pdf", &document(vec![table(rows)]));
    assert!(pages.len() > 20, "{}", pages.len());
    for (i, page) in pages.iter().enumerate() {
        assert!(page.contains("Номер Мероприятие Примечание"), "page {}: {page}", i + 1);
    }
    let all = pages.join(" ");
    let mut from = 0;
    for i in 1..=400 {
        let words = format!("строка{i} ");
        from += all[from..].find(&words).unwrap_or_else(|| panic!("{words} after {from}"));
    }
}

#[test]
fn rows_are_not_torn() {
    let rows: Vec<Row> =
        (1..=120).map(|i| row([&format!("начало{i}"), TEXT, &format!("{TEXT} конец{i}")])).collect();
    let pages = pages("whole-rows.pdf", &document(vec![table(rows)]));
    for page in pages {
        let count = |word: &str| page.split(' ').filter(|w| w.starts_with(word)).count();
        assert_eq!(count("начало"), count("конец"), "{page}");
    }
}

#[test]
fn row_taller_than_a_page_goes_on_over_the_next_ones() {
    let tall: String = (1..=1800).map(|i| format!("слово{i} ")).collect();
    let rows = vec![row(["1", "обычная", ""]), row(["2", &tall, "рядом"]), row(["3", "последняя", ""])];
    let pages = pages("tall.pdf", &document(vec![body(TEXT), table(rows)]));
    assert!(pages.len() >= 3, "{}", pages.len());
    let all = pages.join(" ");
    for i in 1..=1800 {
        assert_eq!(all.matches(&format!("слово{i} ")).count(), 1, "слово{i}");
    }
    assert!(all.contains("последняя"));
    assert!(pages.iter().all(|page| page.contains("Номер Мероприятие Примечание")));
}

#[test]
fn very_long_words_stay_within_the_margins() {
    let long = "д".repeat(700);
    let address = format!("https://пример.рф/{}", "раздел/".repeat(60));
    let blocks = vec![body(&long), body(&address), table(vec![row([&long, &address, TEXT])])];
    let right = rightmost("long-word.pdf", &document(blocks));
    assert!(right <= 200.5 * 72.0 / 25.4, "{right}");
}

#[test]
fn endless_word_does_not_stop_the_program() {
    let endless = "ъ".repeat(20_000);
    let (_, count) =
        file("endless.pdf", &document(vec![body(&endless), table(vec![row(["1", &endless, ""])])]));
    assert!(count > 2, "{count}");
}

#[test]
fn line_that_announces_a_list_stays_with_it() {
    for lines in 30..60 {
        let mut blocks: Vec<Block> = (0..lines).map(|_| body("Строка.")).collect();
        blocks.push(body("Решили:"));
        blocks.push(Block::List(numbered(vec![vec![Run::plain("первое")]])));
        for page in pages("announce.pdf", &document(blocks)) {
            assert!(!page.ends_with("Решили:"), "{lines} lines before");
        }
    }
}

#[test]
fn heading_does_not_stand_alone_at_the_foot() {
    for lines in 30..60 {
        let mut blocks: Vec<Block> = (0..lines).map(|_| body("Строка.")).collect();
        blocks.push(Block::Heading { level: 2, text: "Заголовок раздела".to_owned() });
        blocks.push(body(TEXT));
        for page in pages("heading.pdf", &document(blocks)) {
            assert!(!page.ends_with("Заголовок раздела"), "{lines} lines before");
        }
    }
}

#[test]
fn one_line_of_a_paragraph_is_never_left_alone() {
    let long = TEXT.repeat(2);
    for lines in 30..60 {
        let mut blocks: Vec<Block> = (0..lines).map(|_| body("Строка.")).collect();
        blocks.push(body(&long));
        let (path, _) = file("widow.pdf", &document(blocks));
        let text = text(&path, &["-raw"]);
        let counts: Vec<usize> = text
            .split('\u{c}')
            .map(|page| {
                page.lines()
                    .filter(|l| !l.is_empty() && !l.starts_with("Строка") && !l.contains("стр."))
                    .count()
            })
            .filter(|count| *count > 0)
            .collect();
        assert!(counts.iter().all(|count| *count >= 2), "{lines} lines before: {counts:?}");
    }
}

#[test]
fn glued_pairs_stay_on_one_line() {
    let words = ["Е. В. Ёлкина", "№ 5", "2024 г.", "70 %", "IV квартал"];
    for padding in 0..40 {
        let text_of = words.map(|pair| format!("{} {pair} ", "слог ".repeat(padding))).concat();
        let (path, _) = file("glue.pdf", &document(vec![body(&text_of)]));
        let text = text(&path, &["-raw"]).replace("-\n", "");
        for pair in words {
            assert_eq!(text.matches(pair).count(), 1, "{pair} with {padding}: {text}");
        }
    }
}

#[test]
fn hyphens_leave_two_letters_before_and_three_after() {
    let words =
        "Период эффективности осуществления самодиагностики профессиональных дефицитов и ёлочки ".repeat(30);
    let (path, _) = file("hyphens.pdf", &document(vec![body(&words)]));
    let text = text(&path, &["-raw", "-nopgbrk"]);
    let lines: Vec<&str> = text.lines().collect();
    let mut broken = 0;
    for pair in lines.windows(2).filter(|pair| pair[0].ends_with('-')) {
        let before = pair[0].trim_end_matches('-').rsplit(' ').next().unwrap();
        let after = pair[1].split(' ').next().unwrap();
        assert!(before.chars().count() >= 2 && after.chars().count() >= 3, "{before}-{after}");
        broken += 1;
    }
    assert!(broken > 5, "{text}");
}

#[test]
fn name_of_a_file_gets_no_hyphen() {
    let name = "Протокол_заседания_рабочей_группы_13.pdf";
    let rows = (0..5).map(|_| row([name, &TEXT.repeat(4), TEXT])).collect();
    let (path, _) = file("file-name.pdf", &document(vec![table(rows)]));
    let said = text(&path, &["-raw"]);
    assert!(said.contains("Протокол_\n") && said.contains("рабочей_") && !said.contains("ра-\n"), "{said}");
}

#[test]
fn rare_characters_are_drawn_by_another_font_or_as_a_box() {
    let (path, _) = file("rare.pdf", &document(vec![body("Премия 5 ₽ → итог; 試 \u{1f600} ☑ конец")]));
    let fonts = run("pdffonts", &[path.to_str().unwrap()]);
    assert!(fonts.contains("PTSerif"), "{fonts}");
    let said = flat(&text(&path, &["-raw"]));
    assert!(said.contains("Премия 5 ₽ → итог;") && said.contains("конец"), "{said}");
}

#[test]
fn hostile_text_is_only_text() {
    let nasty = "<b>жирный</b> ) Tj ET Q \\ (скобка \u{202e}наоборот\u{0} & \"кавычки\"";
    let rows = vec![row([nasty, nasty, nasty])];
    let mut document = document(vec![body(nasty), table(rows)]);
    document.metadata.title = nasty.to_owned();
    document.header.0 = nasty.to_owned();
    let page = pages("hostile.pdf", &document).remove(0);
    assert!(page.contains("<b>жирный</b> ) Tj ET Q \\ (скобка наоборот & \"кавычки\""), "{page}");
}

#[test]
fn document_of_nothing_is_one_empty_page() {
    assert_eq!(pages("nothing.pdf", &document(Vec::new())), [""]);
}

#[test]
fn every_block_survives_odd_contents() {
    let blocks = vec![
        Block::Title { kind: String::new(), about: String::new() },
        Block::Heading { level: 9, text: String::new() },
        Block::Paragraph { runs: Vec::new(), style: ParagraphStyle::Body },
        Block::List(numbered(vec![Vec::new(), vec![Run::bold("два\nстроки")]])),
        table(vec![Row::Group(String::new()), Row::Cells(Vec::new()), Row::Total(vec!["a".repeat(9); 30])]),
        Block::KeyValues(vec![(String::new(), String::new())]),
        Block::Chart(Chart::Bars(BarChart {
            title: String::new(),
            alt: String::new(),
            bars: vec![Bar {
                label: String::new(),
                value: f32::NAN,
                target: Some(400.0),
                caption: String::new(),
            }],
        })),
        Block::PageBreak,
        Block::Signature(Signature {
            post: String::new(),
            name: String::new(),
            date: Some(common::now().date_naive()),
            mark: Mark::Pen,
        }),
    ];
    assert_eq!(pages("odd.pdf", &document(blocks)).len(), 2);
}
