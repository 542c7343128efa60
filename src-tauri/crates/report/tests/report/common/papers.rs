//! Snapshots of the documents of a programme, of any length.

use chrono::NaiveDate;
use opora_domain::report::changes::{self, ChangeRow, ChangeSheet, FieldRow};
use opora_domain::report::inventory::{self, BareRow, Inventory, InventoryRow};
use opora_domain::report::passport::{
    self, ExpectedRow, IndicatorGroup, IndicatorRow, MunicipalRow, Numbered, Passport, PlanCounts, RiskRow,
    StageRow,
};
use opora_domain::report::roadmap::{self, EventRow, Mark, RoadmapDocument, TaskRows, Totals};
use opora_domain::report::{Approval, EventScope, Head};
use opora_report::build::{self, Making};
use opora_report::document::Document;

use super::{making, now};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub(crate) fn head(approved: bool) -> Head {
    let approval = Approval {
        version: 2,
        order_no: "41-ОД".to_owned(),
        order_date: Some(day("2024-09-05")),
        authority: "директор МБОУ «Сосновская СОШ»".to_owned(),
    };
    Head {
        school_full:
            "Муниципальное бюджетное общеобразовательное учреждение «Сосновская средняя общеобразовательная \
                      школа»"
                .to_owned(),
        school_short: "МБОУ «Сосновская СОШ»".to_owned(),
        territory: "Боготольский район Красноярского края".to_owned(),
        programme_title: "Программа поддержки школ с низкими результатами обучения".to_owned(),
        programme_act: "приказ Управления образования от 05.05.2022 № 58".to_owned(),
        from: day("2022-01-01"),
        to: Some(day("2025-12-31")),
        date: now().date_naive(),
        director: "Ольхова Мария Сергеевна".to_owned(),
        deputy: "Ёлкина Елена Викторовна".to_owned(),
        approval: approved.then_some(approval),
        amended: approved,
        demo: false,
    }
}

pub(crate) fn roadmap(rows: usize, approved: bool) -> RoadmapDocument {
    let mark = |when: &str, done: bool| Mark {
        when: when.to_owned(),
        status: if done { "Исполнено" } else { "Просрочено" }.to_owned(),
        done_on: done.then(|| day("2024-10-02")),
        documents: if done {
            vec!["Приказ о составе рабочей группы №\u{a0}41 от\u{a0}02.10.2024".to_owned()]
        } else {
            Vec::new()
        },
        note: if done {
            String::new()
        } else {
            "Ждём графика муниципалитета".to_owned()
        },
    };
    let event = |i: usize| EventRow {
        code: format!("{}.{}", i / 10 + 1, i % 10),
        title: format!(
            "Проведение заседания рабочей группы по вопросам повышения качества образования № {i}"
        ),
        is_group: i.is_multiple_of(10),
        informative: i % 10 == 7,
        result: "Определены дефициты педагогов и меры адресной поддержки".to_owned(),
        term: "ноябрь-декабрь, ежегодно".to_owned(),
        responsible: "Заместитель директора по учебно-воспитательной работе".to_owned(),
        demanded: "=Приказ, протокол".to_owned(),
        marks: if i % 10 == 7 {
            Vec::new()
        } else {
            vec![mark("ноябрь – декабрь 2023 г.", true), mark("ноябрь – декабрь 2024 г.", false)]
        },
    };
    let all: Vec<EventRow> = (0..rows).map(event).collect();
    let task = |(i, rows): (usize, &[EventRow])| TaskRows {
        code: (i + 1).to_string(),
        title: "Создание условий для методической поддержки педагогов школ с низкими результатами обучения"
            .to_owned(),
        rows: rows.to_vec(),
    };
    RoadmapDocument {
        schema: roadmap::SCHEMA.to_owned(),
        head: head(approved),
        period: "IV квартал 2024 года".to_owned(),
        from: Some(day("2024-10-01")),
        to: Some(day("2024-12-31")),
        scope: EventScope::All,
        tasks: all.chunks(10).enumerate().map(task).collect(),
        totals: Totals { planned: 16, done: 8, overdue: 8 },
    }
}

pub(crate) fn passport(indicators: usize, approved: bool) -> Passport {
    let stages = ["2022 год", "2023 год", "2024 год", "2025 год"];
    let row = |i: usize| IndicatorRow {
        code: format!("{}.{}", i / 5 + 1, i % 5 + 1),
        title: format!("Доля педагогов, прошедших самодиагностику профессиональных дефицитов № {i}"),
        unit: "%".to_owned(),
        targets: vec!["не менее 50 %".to_owned(), "60 %".to_owned(), String::new(), "80".to_owned()],
    };
    let numbered = |i: usize| Numbered {
        code: i.to_string(),
        text: "Повысить качество преподавания предметов".to_owned(),
    };
    let rows: Vec<IndicatorRow> = (0..indicators).map(row).collect();
    Passport {
        schema: passport::SCHEMA.to_owned(),
        head: head(approved),
        goal: "повышение качества образования в школах с низкими результатами".to_owned(),
        tasks: (1..4).map(numbered).collect(),
        executors: vec!["Управление образования".to_owned(), "администрация школы".to_owned()],
        responsible: "Е. В. Ёлкина".to_owned(),
        stages: stages.map(|title| StageRow { title: title.to_owned(), from: None, to: None }).to_vec(),
        municipal: vec![MunicipalRow {
            title: "Разработчик".to_owned(),
            text: vec!["Управление образования".to_owned()],
        }],
        indicators: if rows.is_empty() {
            Vec::new()
        } else {
            vec![IndicatorGroup { title: "Методическая поддержка".to_owned(), rows }]
        },
        expected: vec![ExpectedRow {
            text: "Снижена доля обучающихся с рисками".to_owned(),
            parts: vec!["по математике".to_owned(), "по русскому языку".to_owned()],
        }],
        risks: vec![RiskRow { text: "Нехватка кадров".to_owned(), mitigation: String::new() }],
        risk_factors: vec!["Низкий уровень оснащения школы".to_owned()],
        control: vec!["Контроль осуществляет Управление образования".to_owned()],
        plan: PlanCounts { events: 17, school: 4, added: 1, indicators: indicators as i64 },
    }
}

pub(crate) fn changes(rows: usize) -> ChangeSheet {
    let row = |i: usize| ChangeRow {
        number: i as i64 + 1,
        date: day("2024-10-02"),
        what: format!("Мероприятие 5.{i} «Самодиагностика педагогов»: изменён срок"),
        fields: vec![FieldRow {
            label: "Срок".to_owned(),
            before: "май 2024".to_owned(),
            after: "-июнь 2024".to_owned(),
        }],
        reason: "Перенос сроков муниципалитетом".to_owned(),
        basis: "Приказ № 45 от 02.10.2024".to_owned(),
        version: (i < rows / 2).then_some(2),
    };
    ChangeSheet {
        schema: changes::SCHEMA.to_owned(),
        head: head(true),
        from: None,
        to: None,
        rows: (0..rows).map(row).collect(),
    }
}

pub(crate) fn inventory(rows: usize) -> Inventory {
    let row = |i: usize| InventoryRow {
        event_code: format!("1.{i}"),
        event_title: "Проведение заседания рабочей группы".to_owned(),
        title: "Протокол заседания рабочей группы".to_owned(),
        kind: "Протокол".to_owned(),
        number: format!("0{i}"),
        date: Some(day("2024-10-02")),
        file_name: if i.is_multiple_of(3) {
            String::new()
        } else {
            format!("Протокол_заседания_рабочей_группы_{i}.pdf")
        },
        size: if i.is_multiple_of(3) { 0 } else { 123_456 },
        sha256: if i.is_multiple_of(3) { String::new() } else { "ab".repeat(32) },
    };
    let bare = |i: usize| BareRow {
        event_code: format!("2.{i}"),
        event_title: "@Размещение отчёта на сайте".to_owned(),
        done_on: Some(day("2024-11-02")),
        demanded: "Ссылка".to_owned(),
        reason: String::new(),
    };
    Inventory {
        schema: inventory::SCHEMA.to_owned(),
        head: head(true),
        period: "IV квартал 2024 года".to_owned(),
        from: Some(day("2024-10-01")),
        to: Some(day("2024-12-31")),
        rows: (0..rows).map(row).collect(),
        bare: (0..rows / 10).map(bare).collect(),
    }
}

/// Every document of a programme under a name of its own: with some rows, with none, with very many.
pub(crate) fn all() -> Vec<(String, Document)> {
    let making: &Making = &making();
    let mut all = Vec::new();
    for (size, rows) in [("some", 20), ("none", 0), ("many", 300)] {
        let approved = size != "none";
        all.push((format!("roadmap-{size}"), build::roadmap(&roadmap(rows, approved), making)));
        all.push((format!("passport-{size}"), build::passport(&passport(rows, approved), making)));
        all.push((format!("changes-{size}"), build::changes(&changes(rows), making)));
        all.push((format!("inventory-{size}"), build::inventory(&inventory(rows), making)));
        all.extend(super::kinds::of_size(size, rows, making));
    }
    all.push(("whole-some".to_owned(), super::whole::document(20)));
    all.push(("quarterly".to_owned(), build::quarterly(&super::report(), making)));
    all
}
