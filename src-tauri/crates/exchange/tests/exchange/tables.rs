//! Tables out of documents of others: what is read, what is refused, and that no file ends the program.

use std::io::Write as _;
use std::path::Path;

use opora_domain::authoring::{Block, Merged, RawTable, Source};
use opora_exchange::{TableError, read_pasted, read_table};

fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/tables");
    std::fs::read(folder.join(name)).unwrap()
}

fn tables(source: &Source) -> Vec<&RawTable> {
    let tables = source.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Text(_) => None,
    });
    tables.collect()
}

fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, body) in entries {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(body).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn word(body: &str) -> Vec<u8> {
    let xml = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    zipped(&[("word/document.xml", xml.as_bytes())])
}

fn word_table(rows: &[&str]) -> String {
    let row = |row: &&str| {
        let cells =
            row.split('|').map(|text| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"));
        format!("<w:tr>{}</w:tr>", cells.collect::<String>())
    };
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

#[test]
fn every_kind_of_file_gives_the_same_table() {
    for (name, sheet, rows) in [
        ("kamenka.xlsx", "Лист «План»", 19),
        ("kamenka.xls", "Лист «План»", 19),
        ("kamenka.ods", "Лист «План»", 19),
        ("sosnovka.docx", "Таблица 1", 3),
        ("sosnovka.odt", "Таблица 1", 3),
        ("windows.csv", "Таблица 1", 3),
        ("word.html", "Таблица 1", 5),
    ] {
        let source = read_table(&fixture(name)).unwrap();
        let table = tables(&source)[0].clone();
        assert_eq!((table.place.as_str(), table.rows.len()), (sheet, rows), "{name}");
        assert!(table.rows.iter().all(|row| row.len() == table.width()), "{name}: rows of one width");
    }
}

#[test]
fn a_hidden_sheet_is_left_out_and_told_of() {
    for name in ["kamenka.xlsx", "kamenka.xls", "kamenka.ods"] {
        let source = read_table(&fixture(name)).unwrap();
        assert_eq!(tables(&source).len(), 2, "{name}");
        assert_eq!(source.remarks, ["Скрытый лист «Черновик» не прочитан."], "{name}");
    }
}

#[test]
fn deleted_text_and_rows_of_word_are_not_read() {
    let source = read_table(&fixture("ozersk.docx")).unwrap();
    let text = format!("{:?}", source.blocks);
    assert!(!text.contains("УДАЛЕНО") && !text.contains("Удалённое мероприятие"), "{text}");
    assert_eq!(source.remarks.len(), 2);
}

#[test]
fn merged_cells_of_word_keep_their_columns() {
    let body = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>широкая</w:t></w:r></w:p></w:tc>\
        <w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>высокая</w:t></w:r></w:p></w:tc></w:tr>\
        <w:tr><w:tc><w:p><w:r><w:t>а</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>б</w:t><w:br/><w:t>в &amp; г</w:t></w:r></w:p></w:tc>\
        <w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>";
    let source = read_table(&word(body)).unwrap();
    let table = tables(&source)[0];
    let merged: Vec<Vec<Merged>> =
        table.rows.iter().map(|row| row.iter().map(|cell| cell.merged).collect()).collect();
    assert_eq!(merged[0], [Merged::Whole, Merged::Left, Merged::Whole]);
    assert_eq!(merged[1], [Merged::Whole, Merged::Whole, Merged::Up]);
    assert_eq!(table.rows[1][1].text, "б\nв & г");
}

#[test]
fn numbers_that_word_counts_itself_are_counted() {
    let numbering = "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
        <w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/>\
        <w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2.\"/></w:lvl></w:abstractNum>\
        <w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>";
    let cell = |level: u8, text: &str| {
        format!(
            "<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:p></w:tc>\
            <w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
        )
    };
    let rows = [(0, "первое"), (1, "внутри"), (1, "ещё"), (0, "второе")];
    let rows: String =
        rows.iter().map(|(level, text)| format!("<w:tr>{}</w:tr>", cell(*level, text))).collect();
    let document = format!("<w:document xmlns:w=\"w\"><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>");
    let entries = [("word/document.xml", document.as_bytes()), ("word/numbering.xml", numbering.as_bytes())];
    let source = read_table(&zipped(&entries)).unwrap();
    let codes: Vec<&str> = tables(&source)[0].rows.iter().map(|row| row[0].text.as_str()).collect();
    assert_eq!(codes, ["1.", "1.1.", "1.2.", "2."]);
}

#[test]
fn a_wide_table_inside_a_cell_is_a_table_of_its_own() {
    let inner = word_table(&["№|Мероприятие|Срок", "1|Дело|май"]);
    let body = format!(
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>вёрстка</w:t></w:r></w:p>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    );
    let source = read_table(&word(&body)).unwrap();
    assert_eq!(tables(&source).iter().map(|table| table.width()).collect::<Vec<_>>(), [1, 3]);
}

#[test]
fn a_pasted_cell_of_several_lines_stays_one_cell() {
    let text = "№\tМероприятие\tСрок\n1\t\"Первая строка\nвторая \"\"в кавычках\"\"\"\tмай\n2\t\"Точка роста\" открыта\tиюнь\n";
    let source = read_pasted(text, "").unwrap();
    let table = tables(&source)[0];
    assert_eq!(table.rows[1][1].text, "Первая строка\nвторая \"в кавычках\"");
    assert_eq!(table.rows[2][1].text, "\"Точка роста\" открыта");
    assert_eq!(table.rows.len(), 3);
}

#[test]
fn pasted_html_wins_over_its_text() {
    let html = String::from_utf8(fixture("word.html")).unwrap();
    let source = read_pasted("что-то другое", &html).unwrap();
    let table = tables(&source)[0];
    assert_eq!(table.rows[0][2].text, "Сроки");
    assert_eq!(table.rows[4][4].merged, Merged::Up, "a cell over two rows");
    assert!(!format!("{source:?}").contains("color"), "styles are no text");
}

#[test]
fn what_is_no_table_is_refused_by_its_kind() {
    type Kind = fn(&TableError) -> bool;
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let ole = |name: &str| [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &wide(name)].concat();
    let cases: Vec<(&str, Vec<u8>, Kind)> = vec![
        ("empty", Vec::new(), |e| matches!(e, TableError::Empty)),
        ("pdf", b"%PDF-1.7 ...".to_vec(), |e| matches!(e, TableError::Pdf)),
        ("rtf", b"{\\rtf1 text}".to_vec(), |e| matches!(e, TableError::OldWord)),
        ("doc", ole("WordDocument"), |e| matches!(e, TableError::OldWord)),
        ("password", ole("EncryptedPackage"), |e| matches!(e, TableError::Encrypted)),
        ("old excel, broken", ole("Workbook"), |e| matches!(e, TableError::Corrupt(_))),
        ("picture", vec![0x89, b'P', b'N', b'G', 0, 0, 0, 1], |e| matches!(e, TableError::Unknown)),
        ("other zip", zipped(&[("a.txt", b"text")]), |e| matches!(e, TableError::Unknown)),
        ("cut zip", fixture("tree.docx")[..2000].to_vec(), |e| matches!(e, TableError::Corrupt(_))),
        ("words", "Просто текст без таблицы".into(), |e| {
            matches!(e, TableError::NoTable)
        }),
        ("cut xml", word("<w:tbl><w:tr>"), |e| matches!(e, TableError::Corrupt(_))),
        ("no table", word("<w:p><w:r><w:t>text</w:t></w:r></w:p>"), |e| matches!(e, TableError::NoTable)),
        ("21 MB", vec![b'a'; 21 << 20], |e| matches!(e, TableError::TooBig { .. })),
        ("deep", word(&"<w:tbl><w:tr><w:tc>".repeat(50)), |e| matches!(e, TableError::Corrupt(_))),
    ];
    for (name, bytes, expected) in cases {
        let error = read_table(&bytes).expect_err(name);
        assert!(expected(&error), "{name}: {error:?}");
    }
}

#[test]
fn a_bomb_is_refused_before_it_goes_off() {
    let zeros = vec![0_u8; 8 << 20];
    let names: Vec<String> = (0..40).map(|n| format!("word/{n}.xml")).collect();
    let entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), zeros.as_slice())).collect();
    let error = read_table(&zipped(&entries)).unwrap_err();
    assert!(matches!(error, TableError::Bomb { .. }), "{error:?}");
}

#[test]
fn entities_of_a_file_are_not_expanded() {
    let xml = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"&#65;&#65;\">]>\
        <w:document xmlns:w=\"w\"><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>x&a;y&b;z</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>";
    let source = read_table(&zipped(&[("word/document.xml", xml.as_bytes())])).unwrap();
    assert_eq!(tables(&source)[0].rows[0][0].text, "xyz");
}

#[test]
fn endless_tables_and_cells_are_refused_with_their_place() {
    let long = format!("№;Мероприятие;Срок\n1;{};май\n", "я".repeat(30_000));
    let error = read_table(long.as_bytes()).unwrap_err();
    assert_eq!(error.to_string(), "Таблица 1, строка 2, столбец 2: more than 20000 characters");
    let many = "1;а;б\n".repeat(30_000);
    assert!(matches!(read_table(many.as_bytes()), Err(TableError::TooLong { .. })));
    let spans =
        format!("<table><tr>{}</tr></table>", "<td colspan=999999999 rowspan=999999999>x</td>".repeat(3000));
    assert!(read_pasted("", &spans).is_ok(), "a table is no wider than a hundred columns");
}

/// A small generator: the same mutations on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

#[test]
fn spoiled_files_end_in_an_answer() {
    let mut dice = Dice(7);
    for name in ["tree.docx", "kamenka.xlsx", "kamenka.xls", "kamenka.ods", "word.html", "windows.csv"] {
        let whole = fixture(name);
        for _ in 0..60 {
            let mut bytes = whole.clone();
            for _ in 0..=dice.roll(8) {
                let at = dice.roll(bytes.len());
                bytes[at] = u8::try_from(dice.roll(256)).unwrap();
            }
            if dice.roll(4) == 0 {
                bytes.truncate(dice.roll(bytes.len()));
            }
            drop(read_table(&bytes));
        }
    }
}

#[test]
fn spoiled_xml_ends_in_an_answer() {
    let rows = ["№|Мероприятие|Срок", "1|Дело|май 2025", "2|Ещё|июнь"];
    let whole =
        word_table(&rows).replace("<w:tc>", "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge/></w:tcPr>");
    let pieces: Vec<&str> = whole.split_inclusive('>').collect();
    let mut dice = Dice(11);
    for _ in 0..400 {
        let mut spoiled = pieces.clone();
        for _ in 0..=dice.roll(4) {
            let (one, other) = (dice.roll(spoiled.len()), dice.roll(spoiled.len()));
            match dice.roll(3) {
                0 => spoiled.swap(one, other),
                1 => drop(spoiled.remove(one)),
                _ => spoiled.insert(one, pieces[dice.roll(pieces.len())]),
            }
        }
        drop(read_table(&word(&spoiled.concat())));
        drop(read_pasted(
            "",
            &spoiled.concat().replace("w:tbl", "table").replace("w:tr", "tr").replace("w:tc", "td"),
        ));
    }
}
