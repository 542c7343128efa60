//! What Word and Excel files hold besides their words.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;

use crate::common::{self, whole};
use opora_report::document::{Document, Profile};
use opora_report::docx::to_docx;
use opora_report::xlsx::to_xlsx;

fn keep(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    #[allow(clippy::disallowed_methods, reason = "a scratch file of a test")]
    std::fs::write(&path, bytes).unwrap();
    path
}

fn part(file: &std::path::Path, name: &str) -> String {
    common::run("unzip", &["-p", file.to_str().unwrap(), name])
}

fn docx(name: &str, document: &Document) -> PathBuf {
    keep(name, &to_docx(document).unwrap())
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    text.split_once(from).and_then(|(_, rest)| rest.split_once(to)).map(|(found, _)| found).unwrap()
}

#[test]
fn footnotes_stand_in_a_part_of_their_own() {
    let file = docx("notes.docx", &whole::document(1));
    let notes = part(&file, "word/footnotes.xml");
    for said in ["Приказ от", "По данным дорожной карты", "До 30.12.2024"] {
        assert!(notes.contains(said), "{said}");
    }
    let body = part(&file, "word/document.xml");
    assert_eq!(body.matches("<w:footnoteReference ").count(), 3);
    assert!(!body.contains("По данным дорожной карты"));
}

#[test]
fn a_list_in_a_list_goes_on_with_its_numbering_and_another_list_begins_anew() {
    let file = docx("lists.docx", &whole::document(1));
    let body = part(&file, "word/document.xml");
    let number = |words: &str| {
        let before = body.split_once(words).unwrap().0;
        let paragraph = before.rsplit_once("<w:numPr>").unwrap().1;
        let value = |key: &str| between(paragraph, &format!("<w:{key} w:val=\""), "\"").to_owned();
        (value("ilvl"), value("numId"))
    };
    let (outer, inner, other) =
        (number("провести диагностику"), number("по математике"), number("другая нумерация"));
    assert_eq!((outer.0.as_str(), inner.0.as_str()), ("0", "1"));
    assert_eq!(outer.1, inner.1);
    assert_ne!(outer.1, other.1);
    assert!(part(&file, "word/numbering.xml").contains("%1.%2)"));
}

#[test]
fn pictures_are_carried_with_their_words() {
    let document = whole::document(1);
    let word = docx("pictures.docx", &document);
    let names = common::run("unzip", &["-Z1", word.to_str().unwrap()]);
    assert!(names.contains("word/media/image1.jpeg") && names.contains("word/media/image2.png"), "{names}");
    assert_eq!(part(&word, "word/document.xml").matches("descr=\"Здание школы").count(), 4);
    let excel = keep("pictures.xlsx", &to_xlsx(&document).unwrap());
    assert!(part(&excel, "xl/drawings/drawing1.xml").contains("Здание школы"));
}

#[test]
fn what_is_no_picture_is_told_in_words() {
    let mut document = whole::document(1);
    for block in &mut document.blocks {
        if let opora_report::document::Block::Image(image) = block {
            image.bytes.truncate(9);
        }
    }
    let body = part(&docx("no-pictures.docx", &document), "word/document.xml");
    assert!(!body.contains("w:drawing") && body.contains("Здание школы"));
    assert!(!to_xlsx(&document).unwrap().is_empty());
}

#[test]
fn the_layout_that_the_school_has_chosen_is_in_the_word_file() {
    let profile = Profile { type_size: 14, left_margin: 20, spacing: 150 };
    let file = docx("profile.docx", &Document { profile, ..whole::document(1) });
    let styles = part(&file, "word/styles.xml");
    assert!(styles.contains("<w:sz w:val=\"28\"/>") && styles.contains("w:line=\"360\""));
    assert!(!styles.contains('{'), "no token is left");
    assert!(part(&file, "word/document.xml").contains("w:left=\"1134\""));
}

#[test]
fn an_editable_copy_bears_no_mark_of_any_signature() {
    let body = part(&docx("marks.docx", &whole::document(1)), "word/document.xml");
    assert!(!body.contains("электронной подписью") && !body.contains("Сертификат"));
    assert_eq!(body.matches("подпись, ").count(), 4);
}

#[test]
fn charts_of_excel_are_drawn_over_numbers() {
    let file = keep("charts.xlsx", &to_xlsx(&whole::document(1)).unwrap());
    let book = part(&file, "xl/workbook.xml");
    assert!(book.contains("name=\"Данные диаграмм\"") && book.contains("state=\"hidden\""));
    let names = common::run("unzip", &["-Z1", file.to_str().unwrap()]);
    assert_eq!(names.matches("xl/charts/chart").count(), 4, "{names}");
    for sheet in names.lines().filter(|name| name.starts_with("xl/worksheets/sheet")) {
        assert!(!part(&file, sheet).contains("<f>"), "{sheet}");
    }
}

#[test]
fn all_rows_stand_in_the_workbook_however_many() {
    let file = keep("rows.xlsx", &to_xlsx(&whole::document(2_500)).unwrap());
    assert!(part(&file, "xl/sharedStrings.xml").contains("качества образования 2500<"));
}
