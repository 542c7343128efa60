//! «Итоговый отчёт о реализации ШППКО»: the sections of the other reports over the whole term, and what only it shows.

mod monitoring;
mod outcome;
mod plan;

use chrono::NaiveDate;
use opora_domain::report::final_report::FinalReport;
use opora_domain::report::{Head, years};
use opora_domain::words::counted;

use super::format::date;
use super::head::{self, Said};
use super::people::{self, Tandems};
use super::quarterly::number_captions;
use super::{Making, conclusions, heading, note, paragraph, school};
use crate::document::{Block, Document};

const KIND: &str = "Итоговый отчёт";

/// Says the final report.
pub fn final_report(said: &FinalReport, making: &Making) -> Document {
    let about = format!("о реализации ШППКО {}", term(&said.head, said.day));
    let mut blocks = opening(said, &about, making);
    blocks.extend(school::section(&said.school));
    blocks.extend(adopted(said));
    blocks.extend(plan::section(said));
    blocks.extend(monitoring::indicators(said));
    blocks.extend(monitoring::stages(said));
    blocks.extend(outcome::self_diagnosis(said));
    blocks.extend(people::development(7, &said.development));
    blocks.extend(people::mentoring(8, &said.mentoring, Tandems::Term));
    blocks.extend(outcome::results(said));
    blocks.extend(outcome::reports(said));
    blocks.extend(outcome::expected(said));
    blocks.extend(conclusions::risks(12, &said.risks));
    blocks.extend(outcome::conclusions(said));
    blocks.extend(making.signatures(vec![
        head::pen("Директор", &said.head.director),
        head::pen("Заместитель директора", &said.head.deputy),
    ]));
    number_captions(&mut blocks);
    let data = head::data("final-report", said);
    head::document(&said.head, Said { kind: KIND, about, needs_order: false, blocks, data }, making)
}

/// «за 2022–2025 годы», «за 2022 год», of a programme without an end «за период с 01.01.2022 по 20.12.2024».
pub(in crate::build) fn term(head: &Head, day: NaiveDate) -> String {
    years(head.from, head.to).map_or_else(
        || format!("за период с {} по {}", date(head.from), date(day)),
        |years| format!("за {years}"),
    )
}

fn opening(said: &FinalReport, about: &str, making: &Making) -> Vec<Block> {
    let head = &said.head;
    let addressee = if said.addressee.is_empty() { &said.authority } else { &said.addressee };
    let mut blocks = vec![
        head::letterhead(head, &said.site, addressee, making),
        Block::Title { kind: KIND.to_owned(), about: about.to_owned() },
        Block::KeyValues(key_values(said)),
    ];
    if head.demo {
        blocks.push(note("Демонстрационный пример: школа, имена и сведения вымышлены."));
    }
    if !said.over {
        blocks.push(note(format!(
            "Срок программы ещё не истёк: отчёт показывает положение на {}. После окончания программы его составляют \
             заново.",
            date(said.day)
        )));
    }
    blocks
}

fn key_values(said: &FinalReport) -> Vec<(String, String)> {
    let head = &said.head;
    let term = match head.to {
        Some(to) => format!("{}–{}", date(head.from), date(to)),
        None => format!("с {}, без срока окончания", date(head.from)),
    };
    let pairs = [
        ("Школа", head.school_short.clone()),
        ("Программа", head.programme_title.clone()),
        ("Основание", head.programme_act.clone()),
        ("Срок программы", term),
        ("Представляется в", said.authority.clone()),
        ("Директор", head.director.clone()),
        ("Составитель", head.deputy.clone()),
    ];
    let filled = pairs.into_iter().filter(|(_, value)| !value.is_empty());
    filled.map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Section 2.
fn adopted(said: &FinalReport) -> Vec<Block> {
    let order = match &said.head.approval {
        None => "Приказ школы об утверждении программы не внесён.".to_owned(),
        Some(order) => {
            let number = if order.order_no.is_empty() {
                String::new()
            } else {
                format!(" №\u{a0}{}", order.order_no)
            };
            let day = order.order_date.map(|day| format!(" от\u{a0}{}", date(day))).unwrap_or_default();
            format!(
                "Программа школы утверждена приказом{day}{number}, действует редакция №\u{a0}{}.",
                order.version
            )
        }
    };
    let corrections = match (said.corrections, said.unapproved) {
        (0, _) => "За срок программы изменения в неё не вносились.".to_owned(),
        (all, 0) => format!("Внесено изменений — {all}, все утверждены."),
        (all, waiting) => {
            let waiting = counted(
                waiting,
                "изменение ещё не утверждено",
                "изменения ещё не утверждены",
                "изменений ещё не утверждено",
            );
            format!("Внесено изменений — {all}, из них приказом {waiting}.")
        }
    };
    vec![heading("2. Принятие и корректировка программы"), paragraph(order), paragraph(corrections)]
}
