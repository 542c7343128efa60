//! «Бланк анкеты»: printed, filled in with a pen, entered into the program in the same order.

use opora_domain::instrument::{Instrument, Item, OpenKind, OpenQuestion, ScalePoint};
use opora_domain::report::questionnaire::Questionnaire;
use opora_domain::words::counted;

use super::head::{self, Said};
use super::{Kind, Making, Row, bare_table, heading, note, paragraph};
use crate::document::{Block, Document};

const BOX: &str = "☐";
const LINE: &str = "____________________________________________________________";
/// Heads the column of «не веду».
const NOT_MINE: &str = "н/в";

/// Says the form.
pub fn questionnaire(said: &Questionnaire, making: &Making) -> Document {
    let asked = &said.instrument;
    let minutes = counted(i64::from(asked.minutes), "минуты", "минут", "минут");
    let own = [
        ("Форма", format!("{}, версия {}", asked.code, asked.version)),
        ("Время заполнения", format!("около {minutes}")),
    ];
    let mut blocks = head::opening(&said.head, "Анкета", &asked.title, &own);
    blocks.extend([paragraph(asked.intro.as_str()), paragraph(promise(asked))]);
    if !asked.anonymous {
        blocks.push(paragraph(format!("Фамилия, имя, отчество: {}", &LINE[..40])));
    }
    for (scale, points) in &asked.scales {
        let items: Vec<&Item> = asked.items.iter().filter(|item| item.scale == *scale).collect();
        if !items.is_empty() {
            blocks.extend([legend(points), answers(asked, points, &items)]);
        }
    }
    blocks.extend(open(&asked.open));
    blocks.push(note("Заполненный лист отдайте заместителю директора."));
    blocks.push(paragraph("«____» ______________ 20___ г."));
    blocks.extend((!asked.anonymous).then(|| Block::Signature(head::pen("Педагог", ""))));
    let data = head::data("questionnaire", said);
    let about = asked.title.clone();
    head::document(&said.head, Said { kind: "Анкета", about, needs_order: false, blocks, data }, making)
}

fn promise(asked: &Instrument) -> &'static str {
    match asked.anonymous {
        true => {
            "Участие добровольное. Анкета без имени: не подписывайте её. В отчёты попадают только общие числа."
        }
        false => {
            "Участие добровольное. Ваши ответы остаются в школе; в отчёты муниципалитету попадают только общие числа, \
             без фамилий."
        }
    }
}

/// «0», «1», … and «н/в».
fn sign(point: &ScalePoint) -> String {
    point.v.map_or_else(|| NOT_MINE.to_owned(), |value| value.to_string())
}

fn legend(points: &[ScalePoint]) -> Block {
    let meaning = points.iter().map(|point| format!("{} — {}", sign(point), point.label));
    let meaning: Vec<String> = meaning.collect();
    paragraph(format!("Поставьте в каждой строке одну отметку: {}.", meaning.join("; ")))
}

/// The items with a box for each answer, block by block.
fn answers(asked: &Instrument, points: &[ScalePoint], items: &[&Item]) -> Block {
    let signs: Vec<String> = points.iter().map(sign).collect();
    let mut columns = vec![("№", 0.7, Kind::Text), ("Утверждение", 8.0, Kind::Text)];
    columns.extend(signs.iter().map(|sign| (sign.as_str(), 0.7, Kind::Text)));
    let mut rows = Vec::new();
    for block in &asked.blocks {
        let of_block = items.iter().filter(|item| item.block == block.id);
        let cells = of_block.map(|item| {
            let said = [item.id.clone(), with_grades(item)];
            Row::Cells(said.into_iter().chain(signs.iter().map(|_| BOX.to_owned())).collect())
        });
        let cells: Vec<Row> = cells.collect();
        if !cells.is_empty() {
            rows.push(Row::Group(format!("{}. {}", block.id, block.title)));
            rows.extend(cells);
        }
    }
    bare_table(&asked.title, &columns, rows)
}

/// «Веду доказательство у доски (7–9 кл.).»
fn with_grades(item: &Item) -> String {
    let Some(grades) = item.grades.as_deref() else { return item.text.clone() };
    format!("{} ({}\u{a0}кл.).", item.text.trim_end_matches('.'), grades.replace('-', "–"))
}

fn open(questions: &[OpenQuestion]) -> Vec<Block> {
    if questions.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading("Ответьте своими словами")];
    for question in questions {
        blocks.push(paragraph(question.text.as_str()));
        match question.kind {
            OpenKind::Text => blocks.extend([LINE, LINE].map(paragraph)),
            OpenKind::ItemList => blocks.push(paragraph(LINE)),
            OpenKind::Choice => {
                let options = question.options.iter().map(|option| format!("{BOX}\u{a0}{option}"));
                blocks.push(paragraph(options.collect::<Vec<_>>().join(", ")));
            }
        }
    }
    blocks
}
