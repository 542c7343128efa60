//! What is printed to be filled in with a pen.

use opora_report::document::{Document, Profile};
use opora_report::pdf::to_pdf;

use crate::common::{file, flat, kinds, making, text};
use opora_report::build::Making;

fn form(name: &str, size: &str, rows: usize, making: &Making) -> Document {
    let all = kinds::of_size(size, rows, making);
    all.into_iter().find(|(one, _)| *one == format!("{name}-{size}")).unwrap().1
}

fn words(name: &str, document: &Document) -> String {
    flat(&text(&file(name, document).0, &["-raw"])).replace("- ", "")
}

#[test]
fn consent_says_what_the_law_asks_for_on_one_page() {
    for (size, rows) in [("blank", 0), ("named", 1)] {
        let document = form("consent", size, rows, &making());
        assert_eq!(to_pdf(&document).unwrap().pages, 1);
        let said = words(&format!("consent-{size}"), &document);
        let asked = [
            "адрес: ___",
            "паспорт (серия, номер): ___",
            "кем и когда выдан: ___",
            "даю согласие оператору",
            "Цель обработки",
            "Перечень персональных данных",
            "Действия с персональными данными",
            "Способ обработки",
            "Срок действия",
            "отозвать в любое время",
            "подпись",
        ];
        for part in asked {
            assert!(said.contains(part), "{size}: no {part} in {said}");
        }
        assert_eq!(said.contains("Я, Ёлкина Елена Викторовна, учитель,"), rows > 0, "{said}");
    }
}

#[test]
fn questionnaire_repeats_its_heads_and_has_a_box_for_every_answer() {
    let large = Making { profile: Profile { type_size: 14, left_margin: 30, spacing: 150 }, ..making() };
    for (layout, making) in [("usual", making()), ("large", large)] {
        let document = form("questionnaire", layout, 22, &making);
        let pages = to_pdf(&document).unwrap().pages;
        let said = words(&format!("questionnaire-{layout}"), &document);
        let heads = said.matches("№ Утверждение 0 1 2 3 н/в").count();
        assert!(heads > 1 && heads <= pages, "{heads} heads on {pages} pages");
        assert_eq!(said.matches('☐').count(), 22 * 5 + 5, "five answers an item and five kinds of help");
        assert!(said.contains("5–9 кл."), "{said}");
        assert!(said.contains(&format!(" {} ", "_".repeat(60))), "a line to write on stays whole: {said}");
    }
}

#[test]
fn anonymous_questionnaire_has_no_place_for_a_name() {
    let said = words("questionnaire-nameless", &form("questionnaire", "nameless", 40, &making()));
    assert!(said.contains("не подписывайте её"), "{said}");
    assert!(!said.contains("Фамилия, имя, отчество"), "{said}");
}
