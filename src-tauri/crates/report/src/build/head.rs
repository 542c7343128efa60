//! What the documents of the programme begin and end with.

use opora_domain::report::{Approval as Order, Head};
use serde::Serialize;

use super::format::{date, date_or_empty, initials};
use super::making::{Coded, Making};
use super::note;
use crate::document::{Approval, Attachment, Block, Document, Mark, Metadata, Requisites, Signature, Stamp};

/// A document of the programme in the making.
pub(super) struct Said<'a> {
    /// «Дорожная карта».
    pub(super) kind: &'a str,
    /// What follows it in the title.
    pub(super) about: String,
    /// It is nothing but a draft until an order approves the programme.
    pub(super) needs_order: bool,
    /// The text.
    pub(super) blocks: Vec<Block>,
    /// Name of the file with the data, and the data.
    pub(super) data: Attachment,
}

/// Puts the document together.
pub(super) fn document(head: &Head, said: Said<'_>, making: &Making) -> Document {
    let word = match (head.demo, making.draft || (said.needs_order && head.approval.is_none())) {
        (true, _) => Some("ДЕМО"),
        (false, true) => Some("ПРОЕКТ"),
        (false, false) => None,
    };
    let title = format!("{} {}", said.kind, said.about);
    let code = making.code(&Coded {
        title: &title,
        school: &head.school_short,
        number: &making.number,
        date: making.date.unwrap_or(head.date),
        data: &said.data,
    });
    Document {
        metadata: Metadata {
            title,
            author: head.school_short.clone(),
            subject: head.programme_title.clone(),
            created: making.created,
        },
        header: (said.kind.to_owned(), head.school_short.clone()),
        watermark: word.map(str::to_owned),
        blocks: said.blocks,
        attachments: vec![said.data],
        profile: making.profile,
        code,
    }
}

/// The corner of a letter: the school, number and date, to whom.
pub(super) fn letterhead(head: &Head, site: &str, addressee: &str, making: &Making) -> Block {
    let organisation = [head.school_full.as_str(), &head.territory, site];
    let filled = organisation.into_iter().filter(|line| !line.is_empty());
    Block::Requisites(Requisites {
        organisation: filled.map(str::to_owned).collect(),
        number: making.number.clone(),
        date: making.date.unwrap_or(head.date),
        addressee: vec![addressee.to_owned()],
    })
}

/// The same with «Для внутреннего пользования» above everything: it names people.
pub fn internal(mut document: Document) -> Document {
    let at = usize::from(matches!(document.blocks.first(), Some(Block::Turn(_))));
    document.blocks.insert(at, note("Для внутреннего пользования"));
    document
}

/// The same as data, inside the PDF.
pub(super) fn data<T: Serialize>(name: &str, said: &T) -> Attachment {
    Attachment {
        name: format!("opora-{name}.json"),
        mime: "application/json".to_owned(),
        description: "Данные документа".to_owned(),
        bytes: serde_json::to_vec_pretty(said).expect("plain data always serialises"),
    }
}

/// The stamps, with empty lines while there is no order; `agreed` leaves a place for the teachers' council.
pub(super) fn stamps(head: &Head, agreed: bool) -> Block {
    let council = || Stamp {
        word: "СОГЛАСОВАНО".to_owned(),
        lines: vec!["педагогическим советом школы,".to_owned(), "протокол от ___________ № _____".to_owned()],
    };
    let approved = match &head.approval {
        Some(order) => Stamp { word: "УТВЕРЖДЕНО".to_owned(), lines: order_lines(order) },
        None => Stamp { word: "УТВЕРЖДАЮ".to_owned(), lines: pen_lines(head) },
    };
    Block::Approval(Approval { agreed: agreed.then(council), approved: Some(approved) })
}

/// «УТВЕРЖДАЮ» for the director's pen: the order on the programme does not approve this paper.
pub(super) fn to_approve(head: &Head) -> Block {
    let approved = Some(Stamp { word: "УТВЕРЖДАЮ".to_owned(), lines: pen_lines(head) });
    Block::Approval(Approval { agreed: None, approved })
}

fn order_lines(order: &Order) -> Vec<String> {
    let mut act = "приказом".to_owned();
    if order.order_date.is_some() {
        act += &format!(" от\u{a0}{}", date_or_empty(order.order_date));
    }
    if !order.order_no.is_empty() {
        act += &format!(" №\u{a0}{}", order.order_no);
    }
    let version = format!("редакция №\u{a0}{}", order.version);
    [act, order.authority.clone(), version].into_iter().filter(|line| !line.is_empty()).collect()
}

fn pen_lines(head: &Head) -> Vec<String> {
    vec![
        format!("Директор {}", head.school_short),
        format!("______________ {}", initials(&head.director)),
        "«____» ______________ 20___ г.".to_owned(),
    ]
}

/// What is said of a demonstration and of a programme that was changed after its approval.
pub(super) fn warnings(head: &Head) -> Vec<Block> {
    let demo = "Демонстрационный пример: школа, имена и сведения вымышлены.";
    let amended = "После утверждения в программу внесены изменения; они перечислены в листе изменений.";
    let said = [(head.demo, demo), (head.amended, amended)];
    said.into_iter().filter(|(holds, _)| *holds).map(|(_, text)| note(text)).collect()
}

/// «на 2022–2025 годы», «с 01.01.2022».
pub(super) fn years(head: &Head) -> String {
    opora_domain::report::years(head.from, head.to)
        .map_or_else(|| format!("с {}", date(head.from)), |years| format!("на {years}"))
}

/// Who signs: those asked for, else the one who composed it.
pub(super) fn signatures(head: &Head, making: &Making) -> Vec<Block> {
    making.signatures(vec![Signature {
        post: "Заместитель директора".to_owned(),
        name: initials(&head.deputy),
        date: Some(head.date),
        mark: Mark::Pen,
    }])
}

/// «Директор» and others under a paper of their own, by pen: the day is on the paper.
pub(super) fn pen(post: &str, fio: &str) -> Signature {
    Signature { post: post.to_owned(), name: initials(fio), date: None, mark: Mark::Pen }
}

/// What a paper of the school's daily work opens with: title, school, programme and its own facts.
pub(super) fn opening(head: &Head, kind: &str, about: &str, own: &[(&str, String)]) -> Vec<Block> {
    let known = [("Школа", head.school_full.clone()), ("Программа", head.programme_title.clone())];
    let pairs = known.iter().chain(own).filter(|(_, value)| !value.is_empty());
    let mut blocks = vec![
        Block::Title { kind: kind.to_owned(), about: about.to_owned() },
        Block::KeyValues(pairs.map(|(name, value)| ((*name).to_owned(), value.clone())).collect()),
    ];
    blocks.extend(head.demo.then(|| note("Демонстрационный пример: школа, имена и сведения вымышлены.")));
    blocks
}

/// « за IV квартал 2024 года», or nothing for the whole programme.
pub(super) fn over(period: &str) -> String {
    if period.is_empty() { String::new() } else { format!(" за\u{a0}{period}") }
}
