//! Sections on teachers' self-diagnosis, results of pupils, reports issued, expected results, conclusions.

use opora_domain::report::final_report::{BlockChange, FinalReport, ReportRow, ResultRow, Wave};
use opora_domain::report::passport::ExpectedRow;
use opora_domain::words::counted;

use crate::build::format::{date, percent, share};
use crate::build::{
    Block, Kind, Row, bare_table, caption, heading, list, paragraph, school, subheading, table, without_empty,
};

/// Section 6.
pub(super) fn self_diagnosis(said: &FinalReport) -> Vec<Block> {
    let mut blocks = vec![heading("6. Самодиагностика педагогов")];
    let columns = [("Год", 1.2, Kind::Text), ("Прошли", 3.0, Kind::Text), ("Цель года", 1.6, Kind::Text)];
    let (columns, rows) = without_empty(&columns, said.waves.iter().map(wave).collect(), &["Цель года"]);
    blocks.extend(table(
        "Охват самодиагностикой по годам",
        &columns,
        rows,
        "Данных самодиагностики за срок программы нет: внесите ответы в разделе «Самодиагностика».",
    ));
    blocks.extend(blocks_of(&said.blocks));
    let deficits = said.deficits;
    if deficits.found > 0 {
        let found = counted(deficits.found, "дефицит", "дефицита", "дефицитов");
        blocks.push(paragraph(format!(
            "Профессиональных дефицитов: выявлено — {found}, закрыто — {}, остаётся открытыми — {}.",
            share(deficits.closed, deficits.found),
            deficits.open
        )));
    }
    blocks
}

fn wave(wave: &Wave) -> Row {
    let coverage = &wave.coverage;
    let target = coverage.target_percent.map(|target| format!("{target}\u{a0}%")).unwrap_or_default();
    Row::Cells(vec![wave.year.to_string(), share(coverage.passed, coverage.total), target])
}

/// Of those who answered twice: at first and at last.
fn blocks_of(rows: &[BlockChange]) -> Vec<Block> {
    if rows.is_empty() {
        return vec![paragraph(
            "Сравнить первую и последнюю волны нельзя: одной версией опросника никто не отвечал дважды.",
        )];
    }
    let columns = [
        ("Блок", 5.0, Kind::Text),
        ("Педагогов", 1.3, Kind::Number),
        ("Первая волна", 1.5, Kind::Number),
        ("Последняя волна", 1.6, Kind::Number),
    ];
    let tenths = |value: i64| format!("{},{}\u{a0}%", value / 10, value % 10);
    let mut lines = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        if i == 0 || rows[i - 1].instrument != row.instrument {
            lines.push(Row::Group(row.instrument.clone()));
        }
        let cells = [row.title.clone(), row.teachers.to_string(), tenths(row.before), tenths(row.after)];
        lines.push(Row::Cells(cells.to_vec()));
    }
    let title = "Потребность в помощи у тех, кто отвечал повторно";
    vec![caption(title), bare_table(title, &columns, lines)]
}

/// Section 9.
pub(super) fn results(said: &FinalReport) -> Vec<Block> {
    let columns = [
        ("Процедура", 2.0, Kind::Text),
        ("Предмет", 2.6, Kind::Text),
        ("Участников", 1.2, Kind::Number),
        ("«2», ниже минимума", 1.4, Kind::Number),
        ("Успеваемость", 1.4, Kind::Number),
        ("Качество знаний", 1.4, Kind::Number),
    ];
    let rows = said.results_by_year();
    let mut lines = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        if i == 0 || rows[i - 1].year != row.year {
            lines.push(Row::Group(format!("{} год", row.year)));
        }
        lines.push(result(row));
    }
    let mut blocks = vec![heading("9. Образовательные результаты")];
    blocks.extend(table(
        "Результаты оценочных процедур по годам",
        &columns,
        lines,
        "Результаты оценочных процедур за срок программы не внесены.",
    ));
    blocks.extend(said.low_results.iter().flat_map(school::forecast));
    blocks
}

fn result(row: &ResultRow) -> Row {
    let rate = |count| percent(count, row.participants).unwrap_or_else(|| "—".to_owned());
    Row::Cells(vec![
        row.kind.clone(),
        row.subject.clone(),
        row.participants.to_string(),
        row.failed.to_string(),
        rate(row.participants - row.failed),
        rate(row.good),
    ])
}

/// Section 10.
pub(super) fn reports(said: &FinalReport) -> Vec<Block> {
    let meetings = match said.meetings {
        0 => "Заседаний рабочей группы за срок программы не внесено.".to_owned(),
        held => format!("Проведено заседаний рабочей группы — {held}."),
    };
    let columns = [("Отчёт", 6.0, Kind::Text), ("Номер", 1.6, Kind::Text), ("Дата", 1.5, Kind::Date)];
    let row = |row: &ReportRow| Row::Cells(vec![row.title.clone(), row.number.clone(), date(row.date)]);
    let mut blocks = vec![heading("10. Рабочая группа и отчёты"), paragraph(meetings)];
    blocks.extend(table(
        "Выпущенные отчёты за кварталы и годы",
        &columns,
        said.reports.iter().map(row).collect(),
        "Отчёты за кварталы и годы в программе «Опора» за этот срок не выпускались.",
    ));
    blocks
}

/// Section 11: the programme ties no result to an indicator, and so does the report.
pub(super) fn expected(said: &FinalReport) -> Vec<Block> {
    let mut blocks = vec![heading("11. Ожидаемые результаты")];
    let columns = [
        ("№", 0.6, Kind::Number),
        ("Ожидаемый результат программы", 7.0, Kind::Text),
        ("Достигнут (да, нет, частично)", 2.4, Kind::Text),
    ];
    let row = |(i, one): (usize, &ExpectedRow)| {
        let parts = one.parts.iter().map(|part| format!("— {part}"));
        let text: Vec<String> = std::iter::once(one.text.clone()).chain(parts).collect();
        Row::Cells(vec![(i + 1).to_string(), text.join("\n"), String::new()])
    };
    let rows: Vec<Row> = said.expected.iter().enumerate().map(row).collect();
    if !rows.is_empty() {
        blocks.push(paragraph(
            "Программа не связывает ожидаемые результаты с показателями, поэтому отметку о достижении школа ставит сама.",
        ));
    }
    blocks.extend(table(
        "Ожидаемые результаты",
        &columns,
        rows,
        "Ожидаемые результаты в тексте программы не перечислены.",
    ));
    blocks
}

/// Section 13.
pub(super) fn conclusions(said: &FinalReport) -> Vec<Block> {
    let mut blocks = vec![heading("13. Выводы")];
    blocks.extend(said.conclusions.iter().map(paragraph));
    blocks.push(subheading("Что продолжается в следующем периоде"));
    blocks.push(match said.next.as_slice() {
        [] => paragraph("По данным программы незавершённой работы нет."),
        points => list(points.iter().cloned(), true),
    });
    blocks
}
