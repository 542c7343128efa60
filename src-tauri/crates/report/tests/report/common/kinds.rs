//! Snapshots of references, orders, minutes, routes and letters, of any length.

use opora_domain::instrument::Instrument;
use opora_domain::registers::Resolution;
use opora_domain::report::assessment_reference::{
    self, AssessmentReference, DynamicsRow, ResultRow, YearRow,
};
use opora_domain::report::consent::{self, Consent};
use opora_domain::report::cover_letter::{self, CoverLetter, SentRow};
use opora_domain::report::fingerprint_act::{self, FingerprintAct};
use opora_domain::report::iom::{self, DeficitRow, Iom, StepRow};
use opora_domain::report::mentoring_report::{self, MentoringReport, TandemRow};
use opora_domain::report::order::{self, Appendix, Order};
use opora_domain::report::presentation::presentation;
use opora_domain::report::protocol::{self, Protocol};
use opora_domain::report::questionnaire::{self, Questionnaire};
use opora_domain::report::recommendations::{self, RecommendationRow, Recommendations};
use opora_domain::report::self_diagnosis_reference::{
    self, BlockRow, Part, PersonalRow, SelfDiagnosisReference,
};
use opora_domain::report::staff_reference::{self, Group, StaffReference, StaffRow};
use opora_domain::report::stage_reference::{self, Area, StageReference, StageRow, StateCount};
use opora_domain::report::training_plan::{self, TrainingPlan, TrainingRow};
use opora_domain::report::training_request::{self, TrainingRequest, WantedTopic};
use opora_report::build::{self, Making};
use opora_report::document::Document;

use super::papers::{day, head};
use super::term::term;

fn stage(rows: usize) -> StageReference {
    let row = |i: usize| StageRow {
        code: format!("1.{i}"),
        title: "Доля педагогов, прошедших самодиагностику профессиональных дефицитов".to_owned(),
        unit: "%".to_owned(),
        target: "не менее 70 %".to_owned(),
        before: "4 из 8 (50,0 %)".to_owned(),
        fact: "5 из 8 (62,5 %)".to_owned(),
        change: "+12,5 п. п.".to_owned(),
        state: "не достигнут".to_owned(),
    };
    let count = rows as u32;
    StageReference {
        schema: stage_reference::SCHEMA.to_owned(),
        head: head(true),
        stage: "2024 год".to_owned(),
        kind: "Промежуточный".to_owned(),
        from: Some(day("2024-01-01")),
        to: Some(day("2024-12-31")),
        closed_on: (rows > 0).then(|| day("2025-01-10")),
        sha256: if rows > 0 { "ab".repeat(32) } else { String::new() },
        before: "2023 год".to_owned(),
        areas: vec![Area { title: "Кадры".to_owned(), rows: (0..rows).map(row).collect() }],
        states: vec![StateCount { state: "Не достигнут".to_owned(), now: count, before: count }],
        corrections: (0..rows / 10).map(|i| format!("Показатель 1.{i}: исправлено")).collect(),
        conclusions: (0..rows.min(3)).map(|i| format!("Вывод {i} по этапу мониторинга.")).collect(),
    }
}

fn self_diagnosis(rows: usize) -> SelfDiagnosisReference {
    let personal = |i: usize| PersonalRow {
        teacher: format!("Педагог {i}"),
        block: "Методика преподавания".to_owned(),
        topic: "Задачи на проценты".to_owned(),
        need: "нужна консультация".to_owned(),
        closed_on: i.is_multiple_of(2).then(|| day("2024-11-01")),
    };
    let block = |i: usize| BlockRow {
        title: format!("Блок {i}"),
        index: (i > 0).then_some(425),
        level: "средний".to_owned(),
        before: Some(500),
        after: Some(425),
    };
    let part = Part {
        title: "Самодиагностика учителя математики".to_owned(),
        version: "1.0".to_owned(),
        items: 22,
        scale: vec!["0 — не испытываю затруднений".to_owned(), "3 — нужно обучение".to_owned()],
        levels: vec!["от 0 % — низкий".to_owned()],
        from: day("2024-10-01"),
        to: day("2024-11-01"),
        teachers: rows as i64,
        blocks: (0..4).map(block).collect(),
        compared: 3,
        collective: vec![("Функциональная грамотность".to_owned(), 3, 5)],
        personal: (0..rows).map(personal).collect(),
    };
    SelfDiagnosisReference {
        schema: self_diagnosis_reference::SCHEMA.to_owned(),
        head: head(true),
        period: "2024 год".to_owned(),
        coverage: "прошли 5 из 8 педагогов".to_owned(),
        by_subject: vec![("Математика".to_owned(), 1, 2)],
        parts: if rows > 0 { vec![part] } else { Vec::new() },
        conclusions: vec!["Самодиагностику прошли 5 из 8 педагогов.".to_owned()],
        recommendations: Vec::new(),
    }
}

fn assessments(rows: usize) -> AssessmentReference {
    let row = |i: usize| ResultRow {
        kind: "ВПР".to_owned(),
        subject: "Русский язык".to_owned(),
        grade: 5 + (i % 4) as i64,
        date: day("2024-04-10"),
        participants: 12,
        failed: 4,
        good: 5,
    };
    let dynamics = |i: usize| DynamicsRow {
        what: format!("ВПР, математика, {i} класс"),
        before_on: day("2023-04-10"),
        on: day("2024-04-10"),
        passed_before: 800,
        passed: 750,
        good_before: 300,
        good: 333,
        small: i.is_multiple_of(2),
    };
    AssessmentReference {
        schema: assessment_reference::SCHEMA.to_owned(),
        head: head(true),
        period: String::new(),
        rows: (0..rows).map(row).collect(),
        dynamics: (0..rows / 2).map(dynamics).collect(),
        low: (0..rows.min(2))
            .map(|i| YearRow { year: format!("202{i}/2{}", i + 1), held: 4, low: Vec::new() })
            .collect(),
        conclusions: Vec::new(),
    }
}

fn mentoring(rows: usize) -> MentoringReport {
    let row = |i: usize| TandemRow {
        topic: "Задачи на проценты".to_owned(),
        scope: "внутришкольный".to_owned(),
        from: day("2024-10-01"),
        to: Some(day("2025-05-31")),
        steps_done: 1,
        steps: if i.is_multiple_of(3) { 0 } else { 4 },
        steps_late: (i % 2) as i64,
        meetings: 2,
        status: "Действует".to_owned(),
        note: if i == 1 {
            "срок истёк: продлить или завершить".to_owned()
        } else {
            String::new()
        },
    };
    MentoringReport {
        schema: mentoring_report::SCHEMA.to_owned(),
        head: head(true),
        period: "IV квартал 2024 года".to_owned(),
        willing: 2,
        mentors: 1,
        mentees: 1,
        waiting: 3,
        closed_deficits: 1,
        tandems: (0..rows).map(row).collect(),
        conclusions: vec!["Работало: 1 пара; встреч — 2.".to_owned()],
    }
}

fn advice(rows: usize) -> Recommendations {
    let row = |i: usize| RecommendationRow {
        finding: format!("Тема {i}: нужна консультация"),
        action: "Посетить урок наставника\nРазобрать задания".to_owned(),
        helper: "наставник Ким Л. А.".to_owned(),
        term: if i.is_multiple_of(2) { "до 20.12.2024".to_owned() } else { String::new() },
        check: "посещение урока".to_owned(),
    };
    Recommendations {
        schema: recommendations::SCHEMA.to_owned(),
        head: head(true),
        addressee: "педагогу: Дорохова Анна Петровна".to_owned(),
        teacher: "Дорохова Анна Петровна".to_owned(),
        rows: (0..rows).map(row).collect(),
    }
}

fn step(i: usize) -> StepRow {
    StepRow {
        deficit: "Задачи на проценты".to_owned(),
        form: "Курсы повышения квалификации".to_owned(),
        title: format!("Функциональная грамотность, модуль {i}"),
        provider: "Институт повышения квалификации".to_owned(),
        hours: Some(36),
        from: day("2024-10-01"),
        to: Some(day("2024-12-20")),
        done_on: i.is_multiple_of(2).then(|| day("2024-12-01")),
        document: "удостоверение № 12".to_owned(),
        introduced_on: None,
    }
}

fn route(rows: usize) -> Iom {
    let deficit = |i: usize| DeficitRow {
        topic: format!("Тема {i}"),
        need: "нужно обучение".to_owned(),
        found_on: day("2024-10-01"),
        closed_on: None,
    };
    Iom {
        schema: iom::SCHEMA.to_owned(),
        head: head(true),
        fio: "Дорохова Анна Петровна".to_owned(),
        post: "Учитель".to_owned(),
        subjects: "Математика".to_owned(),
        category: "Первая".to_owned(),
        experience: Some(12),
        deficits: (0..rows.min(9)).map(deficit).collect(),
        steps: (0..rows).map(step).collect(),
    }
}

fn courses(rows: usize) -> TrainingPlan {
    let row = |i: usize| TrainingRow { teacher: "Дорохова А. П.".to_owned(), step: step(i) };
    TrainingPlan {
        schema: training_plan::SCHEMA.to_owned(),
        head: head(rows > 0),
        period: "2024 год".to_owned(),
        from: None,
        to: None,
        rows: (0..rows).map(row).collect(),
        without: vec![("Ким Л. А.".to_owned(), "Задачи на проценты".to_owned())],
    }
}

fn staff(rows: usize) -> StaffReference {
    let row = |i: usize| StaffRow {
        teacher: format!("Дорохова А. П. {i}"),
        post: "Учитель".into(),
        subjects: "Математика, Физика".into(),
        category: "Первая".into(),
        experience_years: (!i.is_multiple_of(3)).then_some(12),
        weekly_load: Some(1850),
        course: "Вероятность и статистика в основной школе (2024)".into(),
    };
    let group = |label: &str| vec![Group { label: label.into(), count: rows as i64 }];
    let counted = |label| if rows == 0 { Vec::new() } else { group(label) };
    StaffReference {
        schema: staff_reference::SCHEMA.to_owned(),
        head: head(rows > 0),
        on: day("2024-10-02"),
        rows: (0..rows).map(row).collect(),
        categories: counted("Первая"),
        experience: counted("от 10 до 20 лет"),
        subjects: counted("Математика"),
        trained: rows as i64 / 2,
    }
}

fn wish(rows: usize) -> TrainingRequest {
    let row = |i: usize| WantedTopic {
        topic: format!("Вероятность и статистика в основной школе, часть {i}"),
        subjects: "Математика".into(),
        teachers: 2,
    };
    TrainingRequest {
        schema: training_request::SCHEMA.to_owned(),
        head: head(rows > 0),
        site: String::new(),
        addressee: "Начальнику Управления образования".into(),
        rows: (0..rows).map(row).collect(),
        teachers: rows as i64,
    }
}

/// Every other one with who answers and by when.
fn resolution(i: usize) -> Resolution {
    let known = i.is_multiple_of(2);
    Resolution {
        text: format!("Решение {i} принять к исполнению"),
        responsible: if known { "Белова А. С.".into() } else { String::new() },
        due: known.then(|| "2025-01-10".parse().unwrap()),
        done_on: None,
    }
}

fn minutes(rows: usize) -> Protocol {
    Protocol {
        schema: protocol::SCHEMA.to_owned(),
        head: head(true),
        number: if rows > 0 { "4".to_owned() } else { String::new() },
        date: day("2024-10-02"),
        present: (rows > 0).then_some(5),
        agenda: (0..rows).map(|i| format!("Вопрос {i} о ходе исполнения программы")).collect(),
        chair: "Соколова Марина Викторовна".into(),
        secretary: String::new(),
        attended: vec!["Соколова М. В.".into(), "Белова А. С.".into()],
        heard: vec!["Белову А. С. об итогах самодиагностики".into()],
        spoke: Vec::new(),
        decisions: (0..rows).map(resolution).collect(),
    }
}

fn order(rows: usize) -> Order {
    let row = |i: usize| vec![i.to_string(), "Ким Лариса Андреевна".to_owned(), "учитель".to_owned()];
    let columns = ["№", "Фамилия, имя, отчество", "Должность"].map(str::to_owned).to_vec();
    let rows_of = (0..rows).map(row).collect();
    Order {
        schema: order::SCHEMA.to_owned(),
        head: head(true),
        about: "О создании рабочей группы".to_owned(),
        preamble: "В целях повышения качества образования".to_owned(),
        points: vec!["Создать рабочую группу согласно приложению.".to_owned()],
        appendix: (rows > 0).then_some(Appendix {
            title: "Состав рабочей группы".to_owned(),
            columns,
            rows: rows_of,
        }),
        acquainted: Vec::new(),
    }
}

fn letter(rows: usize) -> CoverLetter {
    let row = |i: usize| SentRow {
        title: format!("Отчёт о реализации ШППКО № {i}"),
        number: format!("01-{i}"),
        date: day("2024-12-20"),
        pages: 12,
        file_name: "Отчёт.pdf".to_owned(),
        sha256: "cd".repeat(32),
    };
    CoverLetter {
        schema: cover_letter::SCHEMA.to_owned(),
        head: head(true),
        site: "https://sosnovka.example".to_owned(),
        addressee: "Начальнику Управления образования".to_owned(),
        rows: (0..rows).map(row).collect(),
    }
}

fn act() -> FingerprintAct {
    FingerprintAct {
        schema: fingerprint_act::SCHEMA.to_owned(),
        head: head(true),
        authority: "Управление образования".to_owned(),
        owner: "Ёлкина Елена Викторовна".to_owned(),
        serial: "01AB".to_owned(),
        valid_from: day("2024-10-01"),
        valid_to: day("2027-10-01"),
        sha256: "ab12".repeat(16),
    }
}

/// With so many items; the longest one without a name.
fn questionnaire(rows: usize) -> Questionnaire {
    let text = include_str!("../../../../../../assets/instruments/dx-math.json");
    let mut instrument: Instrument = serde_json::from_str(text).unwrap();
    let known = instrument.items.clone();
    instrument.items = known.iter().cycle().take(rows).cloned().collect();
    instrument.anonymous = rows > known.len();
    Questionnaire { schema: questionnaire::SCHEMA.to_owned(), head: head(true), instrument }
}

fn consent(rows: usize) -> Consent {
    let (fio, post) =
        if rows > 0 { ("Ёлкина Елена Викторовна", "Учитель") } else { ("", "") };
    let (fio, post) = (fio.to_owned(), post.to_owned());
    Consent { schema: consent::SCHEMA.to_owned(), head: head(true), fio, post }
}

/// Every kind with so many rows.
pub(crate) fn of_size(size: &str, rows: usize, making: &Making) -> Vec<(String, Document)> {
    let said = [
        ("stage", build::stage_reference(&stage(rows), making)),
        ("self-diagnosis", build::self_diagnosis_reference(&self_diagnosis(rows), making)),
        ("assessments", build::assessment_reference(&assessments(rows), making)),
        ("mentoring", build::mentoring_report(&mentoring(rows), making)),
        ("final-report", build::final_report(&term(rows), making)),
        ("presentation", build::presentation(&presentation(&term(rows)), making)),
        ("recommendations", build::recommendations(&advice(rows), making)),
        ("iom", build::iom(&route(rows), making)),
        ("training-plan", build::training_plan(&courses(rows), making)),
        ("staff-reference", build::staff_reference(&staff(rows), making)),
        ("training-request", build::training_request(&wish(rows), making)),
        ("questionnaire", build::questionnaire(&questionnaire(rows), making)),
        ("consent", build::consent(&consent(rows), making)),
        ("protocol", build::protocol(&minutes(rows), making)),
        ("order", build::order(&order(rows), making)),
        ("cover-letter", build::cover_letter(&letter(rows), making)),
        ("fingerprint-act", build::fingerprint_act(&act(), making)),
    ];
    said.into_iter().map(|(name, document)| (format!("{name}-{size}"), document)).collect()
}
