//! A final report of a programme of four years, of any length; the room of pages is shown the same.

use chrono::NaiveDate;
use opora_domain::report::Head;
use opora_domain::report::final_report::{
    BlockChange, Compared, DeficitTotals, FinalIndicator, FinalReport, ReportRow, SCHEMA, StageState,
    StageValue, Wave, by_year,
};
use opora_domain::report::passport::ExpectedRow;
use opora_domain::report::quarterly::{
    Coverage, Development, EventRow, EventState, Fact, IndicatorRow, Mentoring, ProcedureResult, RiskMeasure,
    RoadMap, RoadMapTotals, SchoolFacts, TrendPoint,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The n-th term: every fifth one is overdue, the others are done.
fn event(n: usize) -> EventRow {
    let year = 2022 + n % 4;
    let done = !(n + 1).is_multiple_of(5);
    EventRow {
        task_code: format!("{}", n % 3 + 1),
        task_title: "Развитие кадрового потенциала школы".into(),
        code: format!("{}.{n}", n % 3 + 1),
        title: format!("Проведение методической недели, выпуск {n}"),
        raw_term: "ежегодно, май".into(),
        window_from: Some(day(&format!("{year}-05-01"))),
        window_to: Some(day(&format!("{year}-05-31"))),
        state: if done { EventState::Done } else { EventState::Overdue },
        status: if done { "Исполнено" } else { "Просрочено" }.into(),
        done_on: done.then(|| day(&format!("{year}-05-20"))),
        documents: Vec::new(),
        note: if n == 4 { "Не было ведущего".into() } else { String::new() },
    }
}

/// Every third one is missed.
fn indicator(n: usize) -> FinalIndicator {
    let state = if n.is_multiple_of(3) { "Не достигнут" } else { "Достигнут" };
    let value = |stage: &str, value: &str| StageValue { stage: stage.into(), value: value.into() };
    let point = |label: &str, fact| TrendPoint { label: label.into(), fact: Some(fact), target: Some(7000) };
    FinalIndicator {
        row: IndicatorRow {
            code: format!("5.{n}"),
            title: format!("Доля педагогов, прошедших самодиагностику, группа {n}"),
            unit: "%".into(),
            base: String::new(),
            target: "не менее 70 %".into(),
            target_hundredths: Some(7000),
            fact: Fact::Share { numerator: 6, denominator: 8 },
            deviation: "+5,0 п. п.".into(),
            state: state.into(),
            source: String::new(),
            trend: vec![point("2022", 5000), point("2025", 7500)],
        },
        values: vec![value("2022", "4 из 8 (50,0 %)"), value("2023", ""), value("2025", "6 из 8 (75,0 %)")],
        goal: "не менее 70 %".into(),
        explanation: "6 из 8 = 75,0 %, цель не менее 70 %: достигнуто".into(),
    }
}

fn stage(title: &str, filled: i64) -> StageState {
    StageState {
        title: title.into(),
        kind: "Год".into(),
        from: Some(day(&format!("{title}-01-01"))),
        to: Some(day(&format!("{title}-12-31"))),
        closed_on: None,
        begun: true,
        filled,
        of: 15,
        achieved: filled / 2,
    }
}

fn result(n: usize) -> ProcedureResult {
    ProcedureResult {
        kind: "ВПР".into(),
        subject: "Математика".into(),
        grade: Some(5 + (n % 3) as i64),
        date: day(&format!("{}-04-10", 2022 + n % 4)),
        participants: 20,
        below_minimum: Some(2),
        passed: Some(18),
        quality: Some(8 + (n % 4) as i64),
        region: String::new(),
    }
}

fn wave(year: i32, passed: i64) -> Wave {
    Wave { year, coverage: Coverage { passed, total: 8, target_year: Some(year), target_percent: Some(70) } }
}

fn head() -> Head {
    Head {
        school_full: "Муниципальное бюджетное общеобразовательное учреждение «Сосновская СОШ»".into(),
        school_short: "МБОУ «Сосновская СОШ»".into(),
        territory: "Боготольский район".into(),
        programme_title: "Программа поддержки школ с низкими результатами обучения".into(),
        programme_act: "приказ от 05.05.2022 № 58".into(),
        from: day("2022-01-01"),
        to: Some(day("2025-12-31")),
        date: day("2026-01-15"),
        director: "Ольхова Мария Сергеевна".into(),
        deputy: "Ёлкина Елена Викторовна".into(),
        approval: None,
        amended: false,
        demo: false,
    }
}

/// A programme that is over, with so many rows of everything; with none it is one of a school that entered nothing.
pub(crate) fn term(rows: usize) -> FinalReport {
    let events: Vec<EventRow> = (0..rows).map(event).collect();
    let some = rows > 0;
    let many = |one: i64| if some { one } else { 0 };
    let head = head();
    FinalReport {
        schema: SCHEMA.into(),
        authority: "Управление образования".into(),
        addressee: "Начальнику Управления образования".into(),
        site: String::new(),
        day: day("2025-12-31"),
        over: true,
        school: SchoolFacts {
            status: String::new(),
            status_basis: String::new(),
            pupils: some.then_some(148),
            teachers: many(8),
            changes: Vec::new(),
        },
        corrections: many(3),
        unapproved: many(1),
        years: by_year(&events, head.from, day("2025-12-31")),
        roadmap: RoadMap { totals: RoadMapTotals::of(&events), rows: events, notes: Vec::new() },
        indicators: (0..rows).map(indicator).collect(),
        stage: if some { "2025 год".into() } else { String::new() },
        stages: if some { vec![stage("2022", 12), stage("2025", 0)] } else { Vec::new() },
        compared: some.then(|| Compared {
            first: "2022 год".into(),
            last: "2025 год".into(),
            summary: vec!["сравнимы 12 показателей; лучше — 9, хуже — 1, без изменений — 2".into()],
        }),
        waves: if some { vec![wave(2022, 3), wave(2025, 6)] } else { Vec::new() },
        blocks: (0..rows.min(4))
            .map(|n| BlockChange {
                instrument: "Самодиагностика учителя математики".into(),
                title: format!("Блок {n}"),
                teachers: 3,
                before: 500,
                after: 425,
            })
            .collect(),
        deficits: DeficitTotals { found: many(15), closed: many(9), open: many(6) },
        development: Development::default(),
        mentoring: Mentoring {
            internal: many(2),
            pairs: many(2),
            meetings_held: many(7),
            ..Mentoring::default()
        },
        results: (0..rows).map(result).collect(),
        low_results: None,
        meetings: many(16),
        reports: (0..rows)
            .map(|n| ReportRow {
                title: format!("Отчёт о реализации ШППКО, выпуск {n}"),
                number: format!("01-{n}"),
                date: day("2024-12-20"),
            })
            .collect(),
        expected: (0..rows.min(5))
            .map(|n| ExpectedRow {
                text: format!("Ожидаемый результат {n}"),
                parts: vec!["часть результата".into()],
            })
            .collect(),
        risks: (0..rows.min(3))
            .map(|n| RiskMeasure {
                risk: format!("Риск {n}"), measure: "Мера".into(), effect: String::new()
            })
            .collect(),
        conclusions: Vec::new(),
        next: Vec::new(),
        head,
    }
    .concluded()
}
