//! Footnotes, lists, charts, pictures, the code and the profile of the sheet, as tools outside see them.

#![allow(clippy::unwrap_used)] // helpers of tests fail as tests do

use crate::common::{document, file, flat, mark, now, run, text};
use opora_report::document::{
    Block, Chart, Column, Document, Image, Item, Kind, LineChart, List, Mark, ParagraphStyle, Profile, Row,
    Run, Series, Signature, SimpleMark, StackedBar, StackedChart, Table,
};

const TEXT: &str = "Повышение качества образования достигается согласованной работой администрации, педагогов, \
                    обучающихся и родителей; заместитель директора Е. В. Ёлкина ведёт учёт мероприятий. ";
const JPEG: &[u8] = include_bytes!("../../../../../tests/fixtures/pictures/school.jpg");
const PNG: &[u8] = include_bytes!("../../../../../tests/fixtures/pictures/school.png");

fn body(text: &str) -> Block {
    Block::Paragraph { runs: vec![Run::plain(text)], style: ParagraphStyle::Body }
}

fn noted(text: &str, note: &str) -> Block {
    Block::Paragraph {
        runs: vec![Run::plain(text).noted(note), Run::plain(".")],
        style: ParagraphStyle::Body,
    }
}

/// Text of each page in reading order.
fn pages(name: &str, document: &Document) -> Vec<String> {
    let (path, count) = file(name, document);
    run("qpdf", &["--check", path.to_str().unwrap()]);
    text(&path, &["-raw"]).split('\u{c}').take(count).map(flat).collect()
}

/// Words with their boxes: page, left, top, right, bottom, points.
fn boxes(name: &str, document: &Document) -> Vec<(usize, [f32; 4], String)> {
    let (path, _) = file(name, document);
    let said = run("pdftotext", &["-bbox", path.to_str().unwrap(), "-"]);
    let mut page = 0;
    let mut words = Vec::new();
    for line in said.lines() {
        page += usize::from(line.contains("<page "));
        if !line.contains("<word ") {
            continue;
        }
        let edges: Vec<f32> =
            line.split('"').skip(1).step_by(2).take(4).map(|edge| edge.parse().unwrap()).collect();
        let word = line.split('>').nth(1).and_then(|rest| rest.split('<').next()).unwrap();
        words.push((page, edges.try_into().unwrap(), word.to_owned()));
    }
    words
}

fn table(columns: &[(&str, f32, Kind)], rows: Vec<Row>) -> Block {
    let column = |(title, weight, kind): &(&str, f32, Kind)| Column {
        title: (*title).to_owned(),
        weight: *weight,
        kind: *kind,
    };
    let columns = columns.iter().map(column).collect();
    Block::Table(Table { summary: "Проба".to_owned(), columns, rows, empty: String::new() })
}

fn cells(texts: &[&str]) -> Row {
    Row::Cells(texts.iter().map(|text| (*text).to_owned()).collect())
}

#[test]
fn footnote_stands_at_the_foot_of_the_page_of_its_call() {
    for lines in [0, 20, 30, 36, 38, 39, 40, 41, 42, 43, 44] {
        let mut blocks: Vec<Block> = (0..lines).map(|_| body("Строка.")).collect();
        blocks.push(noted("Слово с вызовом", "пояснение к слову"));
        blocks.push(body(&TEXT.repeat(30)));
        let pages = pages("foot.pdf", &document(blocks));
        let called = pages.iter().position(|page| page.contains("вызовом")).unwrap();
        assert!(pages[called].ends_with("пояснение к слову"), "{lines}: {}", pages[called]);
    }
}

#[test]
fn footnotes_are_numbered_through_the_document() {
    let blocks = (0..12).map(|i| noted(&format!("слово{i}"), &format!("сноска{i}"))).collect();
    let page = pages("notes.pdf", &document(blocks)).remove(0);
    for i in 0..12 {
        assert!(
            page.contains(&format!("слово{i}{}", i + 1)) || page.contains(&format!("слово{i} {}", i + 1)),
            "{page}"
        );
        assert!(page.contains(&format!("{} сноска{i}", i + 1)), "{page}");
    }
}

#[test]
fn long_footnote_goes_on_at_the_foot_of_the_next_pages_and_loses_nothing() {
    let note: String = (0..2500).map(|i| format!("слово{i} ")).collect();
    let mut blocks = vec![body(&TEXT.repeat(10)), noted("Вызов", &note)];
    blocks.push(body(&TEXT.repeat(40)));
    let document = document(blocks);
    let all = pages("long-note.pdf", &document).join(" ");
    let missing = (0..2500).find(|i| !all.contains(&format!("слово{i} ")));
    assert_eq!(missing, None);
    let lowest = boxes("long-note.pdf", &document).iter().map(|(_, edges, _)| edges[3]).fold(0.0, f32::max);
    assert!(lowest <= 278.0 * 72.0 / 25.4, "{lowest}");
}

#[test]
fn inner_lists_are_numbered_after_the_items_around_them() {
    let item = |text: &str, inner| Item { runs: vec![Run::plain(text)], inner };
    let list = |numbered, items| List { numbered, items };
    let deep = list(false, vec![item("глубоко", None)]);
    let inner = list(true, vec![item("внутри", None), item("ниже", Some(deep))]);
    let outer = list(true, vec![item("первый", None), item("второй", Some(inner))]);
    let page = pages("nested.pdf", &document(vec![Block::List(outer)])).remove(0);
    assert_eq!(page, "1) первый 2) второй 2.1) внутри 2.2) ниже — глубоко");
}

#[test]
fn numbers_and_dates_are_never_broken_and_numbers_stand_at_the_right() {
    let columns = [
        ("№", 0.1, Kind::Text),
        ("Мероприятие", 9.0, Kind::Text),
        ("Срок", 0.1, Kind::Date),
        ("Сумма", 0.1, Kind::Number),
    ];
    let sums = ["5 000", "12", "1 234 567,5"];
    let rows = sums.iter().map(|sum| cells(&["1.10", TEXT, "01.09.2024", sum])).collect();
    let words = boxes("numbers.pdf", &document(vec![table(&columns, rows)]));
    assert_eq!(words.iter().filter(|(.., word)| word == "01.09.2024").count(), 3);
    let right = |word: &str| words.iter().find(|(.., known)| known == word).unwrap().1[2];
    assert!((right("000") - right("12")).abs() < 0.5 && (right("12") - right("567,5")).abs() < 0.5);
}

#[test]
fn wide_table_shrinks_its_type_but_not_below_eight_points() {
    let title = |i: usize| format!("Показатель{i}");
    let titles: Vec<String> = (0..14).map(title).collect();
    let columns: Vec<(&str, f32, Kind)> =
        titles.iter().map(|title| (title.as_str(), 1.0, Kind::Text)).collect();
    let row = cells(&["самодиагностика"; 14]);
    let words = boxes("wide.pdf", &document(vec![table(&columns, vec![row])]));
    let least = words.iter().map(|(_, edges, _)| edges[3] - edges[1]).fold(f32::MAX, f32::min);
    assert!(least >= 8.0, "{least}");
    assert!(words.iter().all(|(_, edges, _)| edges[2] <= 200.5 * 72.0 / 25.4));
}

#[test]
fn paper_shows_two_thousand_rows_and_says_where_the_rest_is() {
    let rows: Vec<Row> = (1..=2100).map(|i| cells(&[&format!("строка{i}")])).collect();
    let all = pages("many.pdf", &document(vec![table(&[("Строка", 1.0, Kind::Text)], rows)])).join(" ");
    assert!(all.contains("строка2000") && !all.contains("строка2001"));
    assert!(all.ends_with(
        "Показаны первые 2 000 строк из 2 100. Полностью таблица — в файле Excel (XLSX) этого документа."
    ));
}

#[test]
fn charts_say_their_values_and_survive_any_numbers() {
    let series = |label: &str, values: Vec<Option<f32>>, planned| Series {
        label: label.to_owned(),
        words: values.iter().map(|value| value.map_or(String::new(), |value| value.to_string())).collect(),
        values,
        planned,
    };
    let lines = |series: Vec<Series>| {
        let points = ["2022", "2023", "2024"].map(str::to_owned).to_vec();
        Block::Chart(Chart::Lines(LineChart {
            title: "Ход".to_owned(),
            alt: "Рост".to_owned(),
            unit: "%".to_owned(),
            points,
            series,
        }))
    };
    let bar = |values| StackedBar { label: "Раздел".to_owned(), values };
    let stacked = Block::Chart(Chart::Stacked(StackedChart {
        title: "Части".to_owned(),
        alt: "Исполнено больше".to_owned(),
        parts: ["Исполнено", "В работе"].map(str::to_owned).to_vec(),
        bars: vec![bar(vec![8, 4]), bar(vec![0, 0]), bar(vec![u32::MAX, 1]), bar(Vec::new())],
    }));
    let blocks = vec![
        lines(vec![
            series("Факт", vec![Some(61.0), None, Some(72.5)], false),
            series("План", vec![Some(60.0), Some(70.0), Some(80.0)], true),
        ]),
        lines(vec![series("Ничего", vec![None, None, None], false)]),
        lines(vec![series("Странно", vec![Some(f32::NAN), Some(f32::INFINITY), Some(-1e9)], false)]),
        lines(vec![series("Ровно", vec![Some(5.0); 9], false)]),
        stacked,
    ];
    let all = pages("charts.pdf", &document(blocks)).join(" ");
    for said in ["61", "72.5", "70", "Факт", "План", "8 + 4 = 12", "0 + 0 = 0"] {
        assert!(all.contains(said), "{said}: {all}");
    }
}

#[test]
fn axis_of_shares_and_of_level_lines_begins_at_nothing() {
    for (unit, values) in [("чел.", [5.0, 5.0]), ("%", [74.0, 98.0]), ("балл", [9.0, 10.0])] {
        let series = Series {
            label: "Факт".to_owned(),
            words: values.map(|value| value.to_string()).to_vec(),
            values: values.map(Some).to_vec(),
            planned: false,
        };
        let chart = LineChart {
            title: "Ход".to_owned(),
            alt: "Ход".to_owned(),
            unit: unit.to_owned(),
            points: ["2023", "2024"].map(str::to_owned).to_vec(),
            series: vec![series],
        };
        let page = pages("axis.pdf", &document(vec![Block::Chart(Chart::Lines(chart))])).remove(0);
        assert!(page.split(' ').any(|word| word == "0"), "{unit}: {page}");
    }
}

#[test]
fn pictures_are_scaled_to_the_text_and_a_broken_one_is_told() {
    let image = |bytes: &[u8]| {
        Block::Image(Image {
            bytes: bytes.to_vec(),
            alt: "Школа".to_owned(),
            caption: "Рисунок 1".to_owned(),
        })
    };
    let blocks = vec![
        image(JPEG),
        image(PNG),
        image(&JPEG[..JPEG.len() / 3]),
        image(b"\x89PNG\r\n\x1a\nno"),
        image(b""),
    ];
    let (path, _) = file("pictures.pdf", &document(blocks));
    let listed = run("pdfimages", &["-list", path.to_str().unwrap()]);
    let rows: Vec<Vec<&str>> = listed.lines().skip(2).map(|row| row.split_whitespace().collect()).collect();
    assert!(rows.len() >= 2, "{listed}");
    for row in rows {
        let dpi: f32 = row[12].parse().unwrap();
        assert!(dpi <= 201.0, "{listed}");
    }
    let said = flat(&text(&path, &["-raw"]));
    assert!(said.matches("Изображение «Школа» не читается.").count() >= 2, "{said}");
}

#[test]
fn code_is_drawn_on_the_first_sheet_without_touching_the_text() {
    let mut long = document(vec![body(&TEXT.repeat(60))]);
    long.code = Some("Отчёт № 15 от 27.12.2024".to_owned());
    let (mm, limit) = (72.0 / 25.4, 254.0 * 72.0 / 25.4);
    let words = boxes("code.pdf", &long);
    assert!(
        words.iter().filter(|(page, ..)| *page == 1).all(|(_, edges, _)| edges[3] <= limit),
        "text over the code"
    );
    assert!(
        words.iter().any(|(page, edges, _)| *page == 2 && edges[3] > 270.0 * mm),
        "room is kept on one page only"
    );
    // A letter that fills its only sheet keeps one sheet: the code goes above the text.
    let full = (30..60)
        .map(|n| document((0..n).map(|_| body("Строка.")).collect()))
        .take_while(|d| pages("full.pdf", d).len() == 1);
    let mut full = full.last().unwrap();
    full.code = Some("Письмо".to_owned());
    assert_eq!(pages("full-code.pdf", &full).len(), 1);
}

#[test]
fn profile_rules_the_sizes_of_the_sheet() {
    let left = |profile: Profile| {
        let mut document = document(vec![body(&TEXT.repeat(4))]);
        document.profile = profile;
        let words = boxes("profile.pdf", &document);
        let tall = words.iter().map(|(_, edges, _)| edges[3] - edges[1]).fold(0.0, f32::max);
        let mut tops: Vec<f32> = words.iter().map(|(_, edges, _)| edges[1]).collect();
        tops.dedup_by(|a, b| (*a - *b).abs() < 1.0);
        (words.iter().map(|(_, edges, _)| edges[0]).fold(f32::MAX, f32::min), tall, tops[1] - tops[0])
    };
    let usual = left(Profile::default());
    let large = left(Profile { type_size: 14, left_margin: 20, spacing: 150 });
    assert!((usual.0 - 30.0 * 72.0 / 25.4).abs() < 1.0, "{usual:?}");
    assert!((large.0 - 20.0 * 72.0 / 25.4).abs() < 1.0, "{large:?}");
    assert!((large.1 / usual.1 - 14.0 / 12.0).abs() < 0.02, "{usual:?} {large:?}");
    assert!((large.2 / usual.2 - 14.0 * 1.5 / (12.0 * 1.15)).abs() < 0.03, "{usual:?} {large:?}");
}

#[test]
fn signers_stand_one_under_another_with_their_names_at_the_right() {
    let signer = |name: &str, mark| {
        Block::Signature(Signature {
            post: "Заместитель директора по учебно-воспитательной работе".to_owned(),
            name: name.to_owned(),
            date: Some(now().date_naive()),
            mark,
        })
    };
    let simple = SimpleMark {
        owner: "Ольхова Мария Сергеевна".to_owned(),
        post: "директор".to_owned(),
        signed_at: now(),
        key: "AB12".to_owned(),
    };
    let blocks = vec![
        body(TEXT),
        signer("Е. В. Ёлкина", Mark::Electronic(mark())),
        signer("М. С. Ольхова", Mark::Simple(simple)),
        signer("И. И. Иванов", Mark::Pen),
    ];
    let words = boxes("signers.pdf", &document(blocks));
    let of = |word: &str| words.iter().find(|(.., known)| known == word).unwrap().1;
    let (first, second, third) = (of("Ёлкина"), of("Ольхова"), of("Иванов"));
    let names: Vec<f32> = ["Ёлкина", "Ольхова", "Иванов"]
        .iter()
        .map(|name| {
            words.iter().filter(|(.., known)| known == name).map(|(_, edges, _)| edges[2]).fold(0.0, f32::max)
        })
        .collect();
    assert!(names.iter().all(|right| (right - 200.0 * 72.0 / 25.4).abs() < 1.5), "{names:?}");
    assert!(first[1] < second[1] && second[1] < third[1]);
}

#[test]
fn heading_of_a_table_is_never_left_without_its_first_row() {
    let columns = [("Номер", 1.0, Kind::Text), ("Мероприятие", 5.0, Kind::Text)];
    for lines in 25..50 {
        let mut blocks: Vec<Block> = (0..lines).map(|_| body("Строка.")).collect();
        blocks.push(Block::Heading { level: 2, text: "Раздел".to_owned() });
        blocks.push(Block::Heading { level: 3, text: "Подраздел".to_owned() });
        blocks.push(Block::Paragraph {
            runs: vec![Run::plain("Таблица")], style: ParagraphStyle::Caption
        });
        blocks.push(table(&columns, (0..40).map(|i| cells(&[&format!("н{i}"), "мероприятие"])).collect()));
        let pages = pages("kept.pdf", &document(blocks));
        let page = pages.iter().find(|page| page.contains("Подраздел")).unwrap();
        assert!(page.contains("Раздел Подраздел Таблица Номер Мероприятие н0"), "{lines}: {page}");
    }
}

#[test]
fn megabyte_of_text_and_a_word_of_ten_thousand_letters_are_set() {
    let (_, count) = file("megabyte.pdf", &document(vec![body(&TEXT.repeat(1_000_000 / TEXT.len()))]));
    assert!(count > 100, "{count}");
    let (_, count) = file("one-word.pdf", &document(vec![body(&"слово".repeat(2_000))]));
    assert!(count >= 3, "{count}");
}

#[test]
fn lines_do_not_begin_with_a_dash_nor_end_with_more_than_two_hyphens_in_a_row() {
    let dashes =
        "Показатель — доля педагогов, прошедших самодиагностику, — растёт; итог — лучше плана. ".repeat(40);
    let (path, _) = file("dashes.pdf", &document(vec![body(&dashes), body(&TEXT.repeat(40))]));
    let said = text(&path, &["-raw", "-nopgbrk"]);
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines.iter().all(|line| !line.starts_with(['—', '–'])), "{said}");
    let hyphens = |run: &[&str]| run.iter().all(|line| line.ends_with('-'));
    assert!(!lines.windows(3).any(hyphens), "{said}");
}

#[test]
fn a_loose_line_is_better_than_a_number_torn_from_its_sign() {
    let said = "Статус школы: ШНОР. Основание: приказ Управления образования от 12.08.2024 № 145.";
    for words in 0..12 {
        let (path, _) = file("torn.pdf", &document(vec![body(&format!("{}{said}", "и так ".repeat(words)))]));
        assert!(text(&path, &["-raw"]).contains("от 12.08.2024 № 145."), "{words} words before");
    }
}
