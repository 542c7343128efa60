//! The quarterly report on the school's programme (domain document E.1).

use opora_domain::report::quarterly::{EvidenceRow, QuarterlyReport, Requisites as Facts, Signer};

use serde::Serialize;

use super::format::{date_or_empty, initials};
use super::making::Coded;
use super::{
    Making, bare_table, conclusions, heading, indicators, note, people, roadmap, school, themes,
    working_group,
};
use crate::document::{
    Attachment, Block, Document, Kind, Mark, Metadata, ParagraphStyle, Requisites, Row, Run, Signature,
};

/// Name of the file with the report's data inside the PDF.
const DATA_FILE: &str = "opora-report.json";

/// So many indicators are drawn over the stages.
const LINES: usize = 3;

/// What differs between the report of a quarter and that of a year.
pub(super) struct Said {
    /// Section 2.
    pub(super) roadmap: Vec<Block>,
    /// Section 3.
    pub(super) indicators: Vec<Block>,
    /// Section 13.
    pub(super) meetings: Vec<Block>,
    /// Sections after the conclusions.
    pub(super) after: Vec<Block>,
    /// The file with the data.
    pub(super) data: Attachment,
}

/// Says a quarterly report.
pub fn quarterly(report: &QuarterlyReport, making: &Making) -> Document {
    let said = Said {
        roadmap: roadmap::section(&report.roadmap, report.requisites.period, Vec::new()),
        indicators: indicators::section(&report.indicators, LINES),
        meetings: working_group::section(&report.meetings),
        after: Vec::new(),
        data: data(report),
    };
    compose(report, said, making)
}

/// The report of a period: its sections in order, signatures, the list of documents.
pub(super) fn compose(report: &QuarterlyReport, said: Said, making: &Making) -> Document {
    let facts = &report.requisites;
    let (data, kind, title) = (said.data, facts.period.report_kind(), facts.period.report_title());
    let code = making.code(&Coded {
        title: &title,
        school: &facts.school_short,
        number: &facts.number,
        date: facts.date,
        data: &data,
    });
    let mut blocks = opening(facts, kind);
    blocks.extend(school::section(&report.school));
    blocks.extend(said.roadmap);
    blocks.extend(said.indicators);
    blocks.extend(people::self_diagnosis(&report.self_diagnosis));
    blocks.extend(people::development(5, &report.development));
    blocks.extend(people::mentoring(6, &report.mentoring, people::Tandems::Now));
    blocks.extend(school::results(&report.results, report.low_results.as_ref()));
    blocks.extend(report.themes.iter().flat_map(themes::section));
    blocks.extend(said.meetings);
    blocks.extend(conclusions::risks(14, &report.risks));
    blocks.extend(conclusions::section(report));
    blocks.extend(said.after);
    blocks.push(conclusions::appendix(&report.evidence));
    blocks.extend(making.signatures(signers(report)));
    blocks.extend(inventory(&report.evidence));
    number_captions(&mut blocks);
    Document {
        metadata: metadata(facts, title, making),
        header: (format!("{kind} о реализации ШППКО, {}", facts.period.label()), facts.school_short.clone()),
        watermark: watermark(facts.demo, making.draft),
        blocks,
        attachments: vec![data],
        profile: making.profile,
        code,
    }
}

/// Tables and figures are counted through the report, so that the text can point at them.
pub(super) fn number_captions(blocks: &mut [Block]) {
    let (mut tables, mut figures) = (0, 0);
    for at in 0..blocks.len() {
        let before_table = matches!(blocks.get(at + 1), Some(Block::Table(_)));
        match &mut blocks[at] {
            Block::Paragraph { runs, style: ParagraphStyle::Caption } if before_table => {
                tables += 1;
                runs.insert(0, Run::plain(format!("Таблица\u{a0}{tables}. ")));
            }
            Block::Chart(chart) => {
                figures += 1;
                let title = chart.title_mut();
                *title = format!("Рисунок\u{a0}{figures}. {title}");
            }
            _ => {}
        }
    }
}

fn metadata(facts: &Facts, title: String, making: &Making) -> Metadata {
    Metadata {
        title,
        author: facts.school_short.clone(),
        subject: facts.programme_title.clone(),
        created: making.created,
    }
}

fn watermark(demo: bool, draft: bool) -> Option<String> {
    match (demo, draft) {
        (true, _) => Some("ДЕМО".to_owned()),
        (false, true) => Some("ПРОЕКТ".to_owned()),
        (false, false) => None,
    }
}

pub(super) fn data(report: &impl Serialize) -> Attachment {
    Attachment {
        name: DATA_FILE.to_owned(),
        mime: "application/json".to_owned(),
        description: "Данные отчёта для свода".to_owned(),
        bytes: serde_json::to_vec_pretty(report).expect("plain data always serialises"),
    }
}

fn opening(facts: &Facts, kind: &str) -> Vec<Block> {
    let organisation = [facts.school_full.as_str(), facts.territory.as_str(), facts.site.as_str()];
    let filled = organisation.iter().filter(|line| !line.is_empty());
    let mut blocks = vec![
        Block::Requisites(Requisites {
            organisation: filled.map(|line| (*line).to_owned()).collect(),
            number: facts.number.clone(),
            date: facts.date,
            addressee: vec![facts.addressee.clone()],
        }),
        Block::Title {
            kind: kind.to_owned(),
            about: format!("о реализации ШППКО за {}", facts.period.label()),
        },
        Block::KeyValues(key_values(facts)),
    ];
    if facts.demo {
        blocks.push(note("Демонстрационный пример: школа, имена и сведения вымышлены."));
    }
    blocks
}

fn key_values(facts: &Facts) -> Vec<(String, String)> {
    let pairs = [
        ("Школа", facts.school_short.as_str()),
        ("Программа", facts.programme_title.as_str()),
        ("Основание", facts.programme_act.as_str()),
        ("Представляется в", facts.authority.as_str()),
        ("Отчётный период", &facts.period.label()),
        ("Директор", facts.director.as_str()),
        ("Составитель", facts.composed_by.as_str()),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()));
    pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// The report's own signers, by pen.
pub fn signers(report: &QuarterlyReport) -> Vec<Signature> {
    let signature = |signer: &Signer| Signature {
        post: signer.post.clone(),
        name: initials(&signer.fio),
        date: Some(report.requisites.date),
        mark: Mark::Pen,
    };
    report.signers.iter().map(signature).collect()
}

fn inventory(evidence: &[EvidenceRow]) -> Vec<Block> {
    if evidence.is_empty() {
        return Vec::new();
    }
    let columns = [
        ("№", 0.6, Kind::Number),
        ("Документ", 4.2, Kind::Text),
        ("Номер", 1.2, Kind::Text),
        ("Дата", 1.5, Kind::Date),
        ("Пункт плана", 1.7, Kind::Text),
        ("Контрольная сумма файла", 2.2, Kind::Text),
    ];
    let rows = evidence.iter().enumerate().map(|(i, row)| evidence_row(i + 1, row)).collect();
    let mut blocks = vec![Block::PageBreak, heading("Приложение. Опись подтверждающих документов")];
    blocks.push(bare_table("Опись подтверждающих документов", &columns, rows));
    blocks.push(note(
        "Контрольная сумма — первые 12 знаков SHA-256 файла, хранящегося в школе; прочерк — документ \
         учтён без файла. Полные суммы записаны в данных, вложенных в этот файл (opora-report.json).",
    ));
    blocks
}

fn evidence_row(number: usize, row: &EvidenceRow) -> Row {
    let sum: String = row.sha256.chars().take(12).collect();
    Row::Cells(vec![
        number.to_string(),
        row.title.clone(),
        row.number.clone(),
        date_or_empty(row.date),
        row.event_code.clone(),
        if sum.is_empty() { "—".to_owned() } else { sum },
    ])
}
