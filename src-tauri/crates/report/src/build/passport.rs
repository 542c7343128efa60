//! «Паспорт ШППКО».

use opora_domain::report::passport::{ExpectedRow, IndicatorRow, Numbered, Passport, RiskRow, StageRow};
use opora_domain::words::counted;

use super::format::{sentence, window};
use super::head::{self, Said};
use super::{Kind, Making, Row, bare_table, caption, heading, list, paragraph};
use crate::document::{Block, Document};

/// More stages than so do not fit beside each other.
const STAGES_ABREAST: usize = 6;

/// Says the passport.
pub fn passport(passport: &Passport, making: &Making) -> Document {
    let head = &passport.head;
    let about = format!("школьной программы повышения качества образования {}", head::years(head));
    let mut blocks = vec![head::stamps(head, true)];
    blocks.push(Block::Title { kind: "Паспорт".to_owned(), about: about.clone() });
    blocks.extend(head::warnings(head));
    blocks.push(bare_table(
        "Паспорт программы",
        &[("Раздел", 1.0, Kind::Text), ("Содержание", 2.8, Kind::Text)],
        facts(passport).into_iter().map(|(name, value)| Row::Cells(vec![name, value])).collect(),
    ));
    let sections =
        [goal(passport), indicators(passport), expected(passport), risks(passport), control(passport)];
    let filled = sections.into_iter().filter(|(_, blocks)| !blocks.is_empty());
    for (i, (title, said)) in filled.enumerate() {
        blocks.push(heading(&format!("{}. {title}", i + 1)));
        blocks.extend(said);
    }
    blocks.extend(head::signatures(head, making));
    let data = head::data("passport", passport);
    let said = Said { kind: "Паспорт", about, needs_order: true, blocks, data };
    head::document(head, said, making)
}

fn facts(passport: &Passport) -> Vec<(String, String)> {
    let head = &passport.head;
    let term = window(Some(head.from), head.to).replace('\n', "");
    let stages = passport.stages.iter().map(stage).collect::<Vec<_>>().join("\n");
    let own = [
        ("Наименование программы", head.programme_title.clone()),
        ("Школа", head.school_full.clone()),
        ("Территория", head.territory.clone()),
        ("Основание", head.programme_act.clone()),
        ("Срок реализации", term),
        ("Исполнители", passport.executors.join("\n")),
        ("Ответственный в школе", passport.responsible.clone()),
        ("Этапы мониторинга", stages),
        ("План мероприятий", plan(passport)),
    ];
    let own = own.map(|(name, value)| (name.to_owned(), value)).into_iter();
    let municipal = passport.municipal.iter().map(|row| (row.title.clone(), row.text.join("\n")));
    own.chain(municipal).filter(|(_, value)| !value.is_empty()).collect()
}

fn stage(stage: &StageRow) -> String {
    let when = window(stage.from, stage.to).replace('\n', "");
    // «2022 год» needs no dates of its first and last day.
    let whole_year = when.starts_with("01.01–31.12.");
    if when.is_empty() || whole_year { stage.title.clone() } else { format!("{} ({when})", stage.title) }
}

fn plan(passport: &Passport) -> String {
    let plan = &passport.plan;
    if plan.events == 0 {
        return String::new();
    }
    let all = counted(plan.events, "мероприятие", "мероприятия", "мероприятий");
    let mut said = format!("{all}, из них школа исполняет сама или вместе с другими — {}", plan.school);
    if plan.added > 0 {
        said += &format!(", добавлено школой — {}", plan.added);
    }
    said + ". Сроки, ответственные и отметки — в дорожной карте."
}

fn goal(passport: &Passport) -> (&'static str, Vec<Block>) {
    let mut blocks = Vec::new();
    if !passport.goal.is_empty() {
        blocks.push(paragraph(format!("Цель: {}", sentence(&passport.goal))));
    }
    if !passport.tasks.is_empty() {
        blocks.push(paragraph("Задачи и направления:"));
        blocks.extend(passport.tasks.iter().map(task));
    }
    ("Цель и задачи", blocks)
}

fn task(task: &Numbered) -> Block {
    match task.code.trim_end_matches('.') {
        "" => paragraph(task.text.clone()),
        code => paragraph(format!("{code}. {}", task.text)),
    }
}

fn indicators(passport: &Passport) -> (&'static str, Vec<Block>) {
    let title = "Целевые показатели";
    if passport.indicators.is_empty() {
        return (title, Vec::new());
    }
    let abreast = passport.stages.len() <= STAGES_ABREAST;
    let mut columns = vec![("№", 0.8, Kind::Text), ("Показатель, единица", 4.2, Kind::Text)];
    match abreast {
        true => columns.extend(passport.stages.iter().map(|stage| (stage.title.as_str(), 1.5, Kind::Text))),
        false => columns.push(("Целевые значения", 3.0, Kind::Text)),
    }
    let mut rows = Vec::new();
    for group in &passport.indicators {
        if !group.title.is_empty() {
            rows.push(Row::Group(group.title.clone()));
        }
        rows.extend(group.rows.iter().map(|row| indicator(passport, row, abreast)));
    }
    let words = "Целевые показатели по этапам";
    (title, vec![caption(words), bare_table(words, &columns, rows)])
}

fn indicator(passport: &Passport, row: &IndicatorRow, abreast: bool) -> Row {
    let mut cells = vec![row.code.clone(), super::indicators::titled(&row.title, &row.unit)];
    if abreast {
        cells
            .extend(row.targets.iter().map(|target| if target.is_empty() { "—" } else { target }.to_owned()));
    } else {
        let stages = passport.stages.iter().zip(&row.targets).filter(|(_, target)| !target.is_empty());
        cells.push(
            stages.map(|(stage, target)| format!("{}: {target}", stage.title)).collect::<Vec<_>>().join("\n"),
        );
    }
    Row::Cells(cells)
}

fn expected(passport: &Passport) -> (&'static str, Vec<Block>) {
    let mut blocks = Vec::new();
    if !passport.expected.is_empty() {
        let item = |row: &ExpectedRow| match row.parts.as_slice() {
            [] => row.text.clone(),
            parts => format!("{}\n{}", row.text, parts.join(";\n")),
        };
        blocks.push(list(passport.expected.iter().map(item), true));
    }
    ("Ожидаемые результаты", blocks)
}

fn risks(passport: &Passport) -> (&'static str, Vec<Block>) {
    let mut blocks = Vec::new();
    if !passport.risks.is_empty() {
        let columns = [("№", 0.4, Kind::Number), ("Риск", 3.0, Kind::Text), ("Меры", 3.4, Kind::Text)];
        let row = |(i, risk): (usize, &RiskRow)| {
            let measure =
                if risk.mitigation.is_empty() { "меры не названы" } else { &risk.mitigation };
            Row::Cells(vec![(i + 1).to_string(), risk.text.clone(), measure.to_owned()])
        };
        blocks.push(bare_table(
            "Риски и меры",
            &columns,
            passport.risks.iter().enumerate().map(row).collect(),
        ));
    }
    if !passport.risk_factors.is_empty() {
        blocks.push(paragraph("Факторы риска, названные программой:"));
        blocks.push(list(passport.risk_factors.iter().cloned(), false));
    }
    ("Риски", blocks)
}

fn control(passport: &Passport) -> (&'static str, Vec<Block>) {
    let mut blocks: Vec<Block> = passport.control.iter().map(|text| paragraph(sentence(text))).collect();
    if passport.head.approval.is_none() {
        blocks.push(paragraph(
            "Программа утверждается приказом директора школы. До приказа документ действует как проект.",
        ));
    } else {
        blocks.push(paragraph(
            "Изменения в утверждённую программу вносятся по приказу или протоколу и записываются в лист изменений.",
        ));
    }
    ("Управление, контроль и порядок утверждения", blocks)
}
