//! Sections on the school and its educational results.

use opora_domain::report::quarterly::{LowResults, ProcedureResult, SchoolFacts};
use opora_domain::words::counted;

use super::format::{date, percent};
use super::{Block, Kind, Row, heading, list, paragraph, subheading, table, without_empty};

/// Section 1.
pub(super) fn section(school: &SchoolFacts) -> Vec<Block> {
    let mut blocks =
        vec![heading("1. Сведения о школе"), paragraph(status(school)), paragraph(people(school))];
    match school.changes.as_slice() {
        [] => blocks.push(paragraph("За отчётный период сведения о школе не менялись.")),
        changes => {
            blocks.push(paragraph("Изменения за отчётный период:"));
            blocks.push(list(changes.iter().cloned(), false));
        }
    }
    blocks
}

fn status(school: &SchoolFacts) -> String {
    match (school.status.as_str(), school.status_basis.as_str()) {
        ("", _) => "Особый статус школе не присвоен.".to_owned(),
        (status, "") => format!("Статус школы: {status}."),
        (status, basis) => format!("Статус школы: {status}. Основание: {basis}."),
    }
}

fn people(school: &SchoolFacts) -> String {
    match school.pupils {
        Some(pupils) => format!("Обучающихся — {pupils}, педагогов — {}.", school.teachers),
        None => format!("Педагогов — {}. Число обучающихся не внесено.", school.teachers),
    }
}

/// Section 7.
pub(super) fn results(results: &[ProcedureResult], low: Option<&LowResults>) -> Vec<Block> {
    let columns = [
        ("Процедура", 1.7, Kind::Text),
        ("Предмет, класс", 2.2, Kind::Text),
        ("Дата", 1.6, Kind::Date),
        ("Участников", 1.2, Kind::Number),
        ("«2», ниже минимума", 1.3, Kind::Number),
        ("Успеваемость", 1.7, Kind::Number),
        ("Качество знаний", 1.5, Kind::Number),
        ("Регион", 2.2, Kind::Text),
    ];
    let (columns, rows) = without_empty(&columns, results.iter().map(result_row).collect(), &["Регион"]);
    let mut blocks = vec![heading("7. Образовательные результаты")];
    blocks.extend(table(
        "Оценочные процедуры отчётного периода",
        &columns,
        rows,
        "В отчётном периоде оценочных процедур не было.",
    ));
    blocks.extend(low.into_iter().flat_map(forecast));
    blocks
}

/// What the rule of low results says of the next school year, and why.
pub(super) fn forecast(low: &LowResults) -> Vec<Block> {
    let held = counted(low.held, "процедура", "процедуры", "процедур");
    let looked = format!(
        "Рассмотрены ВПР, ОГЭ и ЕГЭ по русскому языку и математике за этот и прошлый учебные годы: {held}. Результат \
         считается низким, если «2» получили или не преодолели минимум 30\u{a0}% участников и более."
    );
    let mut blocks = vec![
        subheading(format!("Прогноз статуса ШНОР на {} учебный год", low.year)),
        paragraph(&low.words),
        paragraph(looked),
    ];
    match low.reasons.as_slice() {
        [] => {}
        reasons => {
            blocks.push(paragraph("Процедуры с низкими результатами:"));
            blocks.push(list(reasons.iter().cloned(), false));
        }
    }
    blocks
}

fn subject(result: &ProcedureResult) -> String {
    match result.grade {
        Some(grade) => format!("{}, {grade} класс", result.subject),
        None => result.subject.clone(),
    }
}

fn result_row(result: &ProcedureResult) -> Row {
    let rate = |numerator: Option<i64>| {
        let share = numerator.and_then(|n| {
            percent(n, result.participants).map(|p| format!("{n} из {} ({p})", result.participants))
        });
        share.unwrap_or_else(|| "—".to_owned())
    };
    Row::Cells(vec![
        result.kind.clone(),
        subject(result),
        date(result.date),
        result.participants.to_string(),
        result.below_minimum.map_or("—".to_owned(), |n| n.to_string()),
        rate(result.passed),
        rate(result.quality),
        result.region.clone(),
    ])
}
