//! The documents of a programme: three forms of file, one text.
#![allow(clippy::unwrap_used)]

use crate::common;

use std::path::PathBuf;

use crate::common::papers;
use opora_report::build::Making;
use opora_report::document::{Bar, BarChart, Block, Chart, Mark, Signature};
use opora_report::docx::to_docx;
use opora_report::pdf::to_pdf;
use opora_report::xlsx::to_xlsx;
use sha2::{Digest, Sha256};

fn keep(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    #[allow(clippy::disallowed_methods, reason = "a scratch file of a test")]
    std::fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn every_document_is_made_in_three_forms_of_any_length() {
    for (name, document) in papers::all() {
        let pdf = to_pdf(&document).unwrap();
        keep(&format!("{name}.pdf"), &pdf.bytes);
        keep(&format!("{name}.docx"), &to_docx(&document).unwrap());
        keep(&format!("{name}.xlsx"), &to_xlsx(&document).unwrap());
        assert!(pdf.pages >= 1, "{name}");
    }
}

#[test]
fn the_same_document_is_the_same_bytes() {
    for (name, document) in papers::all().into_iter().filter(|(name, _)| name.ends_with("some")) {
        assert_eq!(to_docx(&document).unwrap(), to_docx(&document).unwrap(), "{name}.docx");
        assert_eq!(to_xlsx(&document).unwrap(), to_xlsx(&document).unwrap(), "{name}.xlsx");
        assert_eq!(to_pdf(&document).unwrap().bytes, to_pdf(&document).unwrap().bytes, "{name}.pdf");
    }
}

#[test]
fn an_unapproved_programme_is_a_draft_and_an_approved_one_is_not() {
    let word = |name: &str| {
        let found = papers::all().into_iter().find(|(known, _)| known == name).unwrap();
        found.1.watermark
    };
    assert_eq!(word("passport-none").as_deref(), Some("ПРОЕКТ"));
    assert_eq!(word("roadmap-none").as_deref(), Some("ПРОЕКТ"));
    assert_eq!(word("passport-some"), None);
    assert_eq!(word("inventory-none"), None, "an inventory needs no order");
}

#[test]
fn a_wide_table_lies_on_turned_sheets_and_repeats_its_header() {
    let (_, document) = papers::all().into_iter().find(|(name, _)| name == "roadmap-many").unwrap();
    let path = keep("turned.pdf", &to_pdf(&document).unwrap().bytes);
    let sizes = common::run("pdfinfo", &["-f", "1", "-l", "999", path.to_str().unwrap()]);
    let sizes: Vec<&str> =
        sizes.lines().filter(|line| line.contains("size:") && line.starts_with("Page ")).collect();
    assert!(sizes.len() > 10, "{sizes:?}");
    assert!(sizes.iter().all(|line| line.contains("841.89 x 595.2")), "{sizes:?}");
    let text = common::text(&path, &["-layout"]);
    let pages = text.split('\u{c}').filter(|page| page.contains("Проведение заседания")).count();
    assert_eq!(text.matches("Отметка об исполнении").count(), pages);
}

#[test]
fn no_mark_of_a_signature_stands_where_no_signature_is() {
    let document = opora_report::build::quarterly(&common::report(), &common::signing());
    let path = keep("unmarked.docx", &to_docx(&document).unwrap());
    let body = common::run("unzip", &["-p", path.to_str().unwrap(), "word/document.xml"]);
    assert!(!body.contains("электронной подписью"));
    assert!(body.contains("подпись, "));
}

#[test]
fn characters_that_no_office_takes_do_not_break_the_files() {
    let mut sheet = papers::changes(3);
    sheet.rows[0].reason = "до\u{0}\u{b}после\u{202e} <&>\"' \u{fffe}😀\nстрока".to_owned();
    sheet.rows[1].reason = "ы".repeat(40_000);
    let document = opora_report::build::changes(&sheet, &common::making());
    let path = keep("odd.docx", &to_docx(&document).unwrap());
    let body = common::run("unzip", &["-p", path.to_str().unwrap(), "word/document.xml"]);
    assert!(body.contains("допосле &lt;&amp;&gt;"));
    assert!(!to_xlsx(&document).unwrap().is_empty());
}

#[test]
fn a_report_of_twenty_eight_pages_stays_small() {
    let long = |rows: usize| to_pdf(&common::whole::document(rows)).unwrap();
    let pdf = (1..40).map(|step| long(step * 40)).find(|pdf| pdf.pages >= 28).unwrap();
    keep("pages-28.pdf", &pdf.bytes);
    let kilobytes = pdf.bytes.len() / 1024;
    assert!(kilobytes <= 200, "{} pages, {kilobytes} KB", pdf.pages);
}

#[test]
fn the_code_says_what_the_paper_is_and_the_sum_of_its_data() {
    let making = Making { coded: true, number: "17".to_owned(), ..common::making() };
    let document = opora_report::build::changes(&papers::changes(3), &making);
    let sum: String =
        Sha256::digest(&document.attachments[0].bytes).iter().map(|byte| format!("{byte:02X}")).collect();
    let said = document.code.unwrap();
    assert!(said.starts_with("Опора; Лист изменений"), "{said}");
    assert!(said.contains("; № 17 от ") && said.ends_with(&format!("; данные SHA-256 {sum}")), "{said}");
    assert_eq!(opora_report::build::changes(&papers::changes(3), &common::making()).code, None);
}

#[test]
fn a_line_for_the_pen_bears_a_date_only_where_one_is_given() {
    let mut document = opora_report::build::changes(&papers::changes(1), &common::making());
    let pen =
        |date| Signature { post: "Директор".to_owned(), name: String::new(), date, mark: Mark::Pen };
    for (date, said) in [(None, false), (Some(common::now().date_naive()), true)] {
        document.blocks = vec![Block::Signature(pen(date))];
        let path = keep("pen.pdf", &to_pdf(&document).unwrap().bytes);
        let text = common::text(&path, &[]);
        assert!(text.contains("подпись"), "{text}");
        assert_eq!(text.contains("подпись, "), said, "{text}");
    }
}

#[test]
fn a_chart_without_a_plan_speaks_of_none() {
    let bar = |target| Bar { label: "Блок".to_owned(), value: 40.0, target, caption: "40 %".to_owned() };
    let mut document = opora_report::build::changes(&papers::changes(1), &common::making());
    for (target, planned) in [(None, false), (Some(50.0), true)] {
        let (title, alt) = ("Дефициты".to_owned(), "Доли".to_owned());
        document.blocks = vec![Block::Chart(Chart::Bars(BarChart { title, alt, bars: vec![bar(target)] }))];
        let path = keep("bars.pdf", &to_pdf(&document).unwrap().bytes);
        assert_eq!(common::text(&path, &[]).contains("план"), planned);
        let path = keep("bars.xlsx", &to_xlsx(&document).unwrap());
        let body = common::run("unzip", &["-p", path.to_str().unwrap()]);
        assert_eq!(body.contains("план"), planned);
    }
}
