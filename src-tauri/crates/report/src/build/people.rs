//! Sections on teachers: self-diagnosis, routes and courses, mentoring. Topics and counts, no names.

use opora_domain::report::quarterly::{
    ClosedTandem, CourseRow, Coverage, DeficitTopic, Development, Mentoring, SelfDiagnosis, SubjectCoverage,
};
use opora_domain::words::{counted, plural};

use super::format::{date, date_or_empty, percent, share};
use super::{Block, Kind, Row, heading, list, paragraph, table, without_empty};

/// Section 4.
pub(super) fn self_diagnosis(facts: &SelfDiagnosis) -> Vec<Block> {
    let mut blocks = vec![heading("4. Самодиагностика педагогов"), paragraph(coverage(&facts.coverage))];
    let columns = [
        ("Предмет", 4.0, Kind::Text),
        ("Прошли", 1.5, Kind::Number),
        ("Всего педагогов", 1.5, Kind::Number),
        ("Охват", 1.5, Kind::Number),
    ];
    let subjects: Vec<Row> = facts.by_subject.iter().map(subject_row).collect();
    if !subjects.is_empty() {
        blocks.extend(table("Охват самодиагностикой по предметам", &columns, subjects, ""));
    }
    let columns = [
        ("№", 0.5, Kind::Number),
        ("Тема", 5.5, Kind::Text),
        ("Предмет", 2.0, Kind::Text),
        ("Педагогов", 1.2, Kind::Number),
    ];
    let deficits =
        facts.top_deficits.iter().enumerate().map(|(i, topic)| deficit_row(i + 1, topic)).collect();
    let (columns, deficits) = without_empty(&columns, deficits, &["Предмет"]);
    blocks.extend(table(
        "Самые частые профессиональные дефициты",
        &columns,
        deficits,
        "Профессиональные дефициты не выявлены.",
    ));
    blocks.extend(closed_deficits(&facts.closed));
    blocks
}

/// «… прошли 3 из 8 педагогов, цель на 2024 год — 70 %, не хватает 3 педагогов.»
fn coverage(coverage: &Coverage) -> String {
    let Some(percent) = percent(coverage.passed, coverage.total) else {
        return "Педагогов, которым предстоит самодиагностика, в списке школы нет.".to_owned();
    };
    let passed = plural(coverage.passed, "прошёл", "прошли", "прошли");
    let of = plural(coverage.total, "педагога", "педагогов", "педагогов");
    let goal = match (coverage.target_year, coverage.target_percent, coverage.missing()) {
        (_, Some(target), Some(0)) => {
            format!(", цель{} — {target}\u{a0}% — достигнута", year(coverage.target_year))
        }
        (_, Some(target), Some(more)) => {
            format!(", цель{} — {target}\u{a0}%, не хватает {}", year(coverage.target_year), people(more))
        }
        _ => String::new(),
    };
    format!(
        "Самодиагностику {passed} {} из {} {of}{goal}. Охват: {percent}.",
        coverage.passed, coverage.total
    )
}

fn year(year: Option<i32>) -> String {
    year.map(|year| format!(" на {year} год")).unwrap_or_default()
}

fn people(count: i64) -> String {
    counted(count, "педагога", "педагогов", "педагогов")
}

fn subject_row(row: &SubjectCoverage) -> Row {
    let percent = percent(row.passed, row.total).unwrap_or_else(|| "—".to_owned());
    Row::Cells(vec![row.subject.clone(), row.passed.to_string(), row.total.to_string(), percent])
}

fn deficit_row(number: usize, topic: &DeficitTopic) -> Row {
    Row::Cells(vec![
        number.to_string(),
        topic.topic.clone(),
        topic.subject.clone(),
        topic.teachers.to_string(),
    ])
}

fn closed_deficits(closed: &[DeficitTopic]) -> Vec<Block> {
    if closed.is_empty() {
        return vec![paragraph("В отчётном периоде закрытых дефицитов нет.")];
    }
    let item = |topic: &DeficitTopic| {
        let teachers = counted(topic.teachers, "педагог", "педагога", "педагогов");
        match topic.subject.as_str() {
            "" => format!("{} — {teachers}", topic.topic),
            subject => format!("{} ({subject}) — {teachers}", topic.topic),
        }
    };
    vec![paragraph("В отчётном периоде закрыты дефициты:"), list(closed.iter().map(item), false)]
}

/// The section on routes and courses, by its number.
pub(super) fn development(number: u8, facts: &Development) -> Vec<Block> {
    let title = format!("{number}. Индивидуальные маршруты и повышение квалификации");
    let mut blocks = vec![heading(&title), paragraph(routes(facts))];
    let columns = [
        ("Курс", 4.2, Kind::Text),
        ("Организация", 2.6, Kind::Text),
        ("Часов", 0.9, Kind::Number),
        ("Окончание", 1.5, Kind::Text),
        ("Педагогов", 1.3, Kind::Number),
        ("Внедрено в практику", 1.4, Kind::Number),
    ];
    blocks.extend(table(
        "Курсы, завершённые в отчётном периоде",
        &columns,
        facts.courses.iter().map(course_row).collect(),
        "Курсы повышения квалификации в отчётном периоде не завершались.",
    ));
    let (taught, used) =
        facts.courses.iter().fold((0, 0), |(taught, used), c| (taught + c.teachers, used + c.implemented));
    if taught > 0 {
        blocks.push(paragraph(format!("Внедрение изученного подтверждено: {}.", share(used, taught))));
    }
    blocks
}

fn routes(facts: &Development) -> String {
    match (facts.routes_opened, facts.routes_completed) {
        (0, 0) => "Индивидуальные образовательные маршруты (ИОМ) в отчётном периоде не открывались и не \
                   завершались."
            .to_owned(),
        (opened, completed) => format!(
            "Индивидуальные образовательные маршруты (ИОМ): открыто — {opened}, завершено — {completed}."
        ),
    }
}

fn course_row(course: &CourseRow) -> Row {
    Row::Cells(vec![
        course.title.clone(),
        course.provider.clone(),
        course.hours.map(|hours| hours.to_string()).unwrap_or_default(),
        date_or_empty(course.finished_on),
        course.teachers.to_string(),
        course.implemented.to_string(),
    ])
}

/// Of what time tandems are told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tandems {
    /// Those that work at the end of the period.
    Now,
    /// All of the programme's term.
    Term,
}

/// The section on mentoring, by its number.
pub(super) fn mentoring(number: u8, facts: &Mentoring, when: Tandems) -> Vec<Block> {
    let title = format!("{number}. Наставничество");
    let mut blocks = vec![heading(&title), paragraph(tandems(facts, when)), paragraph(work(facts))];
    let columns = [
        ("Тема", 3.6, Kind::Text),
        ("Дата", 1.4, Kind::Text),
        ("Причина", 2.2, Kind::Text),
        ("Результат", 3.2, Kind::Text),
    ];
    blocks.extend(table(
        "Тандемы, завершённые в отчётном периоде",
        &columns,
        facts.closed.iter().map(closed_row).collect(),
        "В отчётном периоде тандемы не завершались.",
    ));
    blocks
}

fn tandems(facts: &Mentoring, when: Tandems) -> String {
    let total = facts.internal + facts.network;
    let [none, one, few, many] = match when {
        Tandems::Now => ["Действующих наставнических тандемов нет.", "Действует", "Действуют", "Действует"],
        Tandems::Term => [
            "За срок программы наставнических тандемов не было.",
            "За срок программы работал",
            "За срок программы работали",
            "За срок программы работало",
        ],
    };
    if total == 0 {
        return none.to_owned();
    }
    format!(
        "{} {}: внутришкольных — {}, сетевых — {}; парных — {}, групповых — {}.",
        plural(total, one, few, many),
        counted(total, "наставнический тандем", "наставнических тандема", "наставнических тандемов"),
        facts.internal,
        facts.network,
        facts.pairs,
        facts.groups
    )
}

fn work(facts: &Mentoring) -> String {
    let meetings = match facts.meetings_held {
        0 => "Встреч наставников с наставляемыми в отчётном периоде не было.".to_owned(),
        held => format!("Проведено встреч наставников с наставляемыми — {held}."),
    };
    match facts.steps_planned {
        0 => format!("{meetings} Шаги программ наставничества на отчётный период не назначены."),
        planned => format!(
            "{meetings} Шаги программ наставничества: исполнено {}.",
            share(facts.steps_done, planned)
        ),
    }
}

fn closed_row(tandem: &ClosedTandem) -> Row {
    Row::Cells(vec![
        tandem.topic.clone(),
        date(tandem.closed_on),
        tandem.reason.clone(),
        tandem.outcome.clone(),
    ])
}
