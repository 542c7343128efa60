//! «Запрос на курсы повышения квалификации».

use opora_domain::report::training_request::{TrainingRequest, WantedTopic};
use opora_domain::words::{counted, quoted};

use super::head::{self, Said};
use super::{Kind, Making, Row, bare_table, note, paragraph};
use crate::document::{Block, Document};

const KIND: &str = "Запрос";
const ABOUT: &str = "на курсы повышения квалификации педагогов";

/// Says the request.
pub fn training_request(said: &TrainingRequest, making: &Making) -> Document {
    let head = &said.head;
    let mut blocks = vec![
        head::letterhead(head, &said.site, &said.addressee, making),
        Block::Title { kind: KIND.to_owned(), about: ABOUT.to_owned() },
    ];
    blocks.extend(head.demo.then(|| note("Демонстрационный пример: школа, имена и сведения вымышлены.")));
    blocks.extend(wanted(said));
    blocks.extend(making.signatures(vec![head::pen("Директор", &head.director)]));
    blocks.push(note(format!("Исполнитель: {}", head.deputy)));
    let data = head::data("training-request", said);
    let said_so = Said { kind: KIND, about: ABOUT.to_owned(), needs_order: false, blocks, data };
    head::document(head, said_so, making)
}

fn wanted(said: &TrainingRequest) -> Vec<Block> {
    let (school, programme) = (&said.head.school_short, quoted(&said.head.programme_title));
    if said.rows.is_empty() {
        return vec![paragraph(format!(
            "{school}: обучения по программе {programme} сейчас никому не нужно."
        ))];
    }
    let people = counted(said.teachers, "педагогу", "педагогам", "педагогам");
    let asks = format!(
        "{school} просит включить в план повышения квалификации обучение по темам, которые выявила самодиагностика \
         педагогов по программе {programme}. Обучение нужно {people}; один педагог может нуждаться в нескольких темах."
    );
    let columns = [
        ("№", 0.5, Kind::Number),
        ("Тема", 5.0, Kind::Text),
        ("Предметы педагогов", 3.0, Kind::Text),
        ("Педагогов", 1.2, Kind::Number),
    ];
    let row = |(i, row): (usize, &WantedTopic)| {
        let count = row.teachers.to_string();
        Row::Cells(vec![(i + 1).to_string(), row.topic.clone(), row.subjects.clone(), count])
    };
    let rows = said.rows.iter().enumerate().map(row).collect();
    vec![paragraph(asks), bare_table("Темы, по которым нужно обучение", &columns, rows)]
}
