//! Sections 14 and 15, and what changed since the quarter before.

use opora_domain::period::ReportPeriod;
use opora_domain::report::difference::Since;
use opora_domain::report::quarterly::{EvidenceRow, QuarterlyReport, RiskMeasure};
use opora_domain::words::counted;

use super::{Block, Kind, Row, heading, list, paragraph, subheading, table, without_empty};

/// The section on risks, by its number.
pub(super) fn risks(number: u8, rows: &[RiskMeasure]) -> Vec<Block> {
    let columns = [
        ("№", 0.5, Kind::Number),
        ("Риск", 4.0, Kind::Text),
        ("Мера", 4.0, Kind::Text),
        ("Ожидаемый эффект", 2.8, Kind::Text),
    ];
    let row = |(i, row): (usize, &RiskMeasure)| {
        let said = [&row.risk, &row.measure, &row.effect];
        let cells = said.map(|text| if text.is_empty() { "—".to_owned() } else { text.clone() });
        Row::Cells(std::iter::once((i + 1).to_string()).chain(cells).collect())
    };
    let cells = rows.iter().enumerate().map(row).collect();
    let (columns, cells) = without_empty(&columns, cells, &["Ожидаемый эффект"]);
    let mut blocks = vec![heading(&format!("{number}. Риски и меры"))];
    blocks.extend(table(
        "Риски программы и меры по их снижению",
        &columns,
        cells,
        "Рисков, требующих мер, по данным отчётного периода не выявлено.",
    ));
    blocks
}

/// Section 15.
pub(super) fn section(report: &QuarterlyReport) -> Vec<Block> {
    let said = &report.conclusions;
    let mut blocks = vec![heading("15. Выводы, корректировка дорожной карты, запрос помощи")];
    match said.paragraphs.as_slice() {
        [] => blocks.push(paragraph("Выводы за отчётный период не внесены.")),
        paragraphs => blocks.extend(paragraphs.iter().map(paragraph)),
    }
    blocks.push(subheading("Корректировка дорожной карты"));
    match said.corrections.as_slice() {
        [] => blocks.push(paragraph("В отчётном периоде программа не корректировалась.")),
        corrections => blocks.push(list(corrections.iter().cloned(), true)),
    }
    blocks.push(subheading("Запрос помощи"));
    match said.requests.as_slice() {
        [] => {
            blocks.push(paragraph("Запросов о помощи к муниципальному органу управления образованием нет."))
        }
        requests => {
            blocks.push(paragraph("Школа просит о помощи:"));
            blocks.push(list(requests.iter().cloned(), true));
        }
    }
    blocks.extend(report.since.iter().flat_map(|earlier| since(earlier, report.requisites.period)));
    blocks
}

/// How many documents are listed in the appendix.
pub(super) fn appendix(evidence: &[EvidenceRow]) -> Block {
    paragraph(match evidence.len() as i64 {
        0 => "Подтверждающие документы к отчёту не приложены.".to_owned(),
        count => {
            let documents = counted(count, "документ", "документа", "документов");
            format!("Приложение: опись подтверждающих документов ({documents}).")
        }
    })
}

fn since(since: &Since, period: ReportPeriod) -> Vec<Block> {
    let number = match since.number.as_str() {
        "" => String::new(),
        number => format!(" №\u{a0}{number}"),
    };
    let mut blocks = vec![subheading(if period.is_year() {
        "Изменения с прошлого года"
    } else {
        "Изменения с прошлого квартала"
    })];
    let compared = format!("По сравнению с отчётом{number} за {}", since.label);
    if since.sections.is_empty() {
        blocks.push(paragraph(format!("{compared} изменений нет.")));
        return blocks;
    }
    blocks.push(paragraph(format!("{compared}:")));
    for section in &since.sections {
        blocks.push(paragraph(format!("{}. {}", section.title, section.lines.join(" "))));
    }
    blocks
}
