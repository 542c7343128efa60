//! Sections 4 and 5: indicators over the stages, the stages themselves.

use opora_domain::report::final_report::{FinalIndicator, FinalReport, StageState, StageValue};
use opora_domain::report::quarterly::IndicatorRow;
use opora_domain::words::counted;

use crate::build::format::{date, window};
use crate::build::indicators::{charts, states, titled};
use crate::build::{Block, Kind, Row, heading, list, paragraph, table, without_empty};

/// So many indicators are drawn over the stages.
const LINES: usize = 6;

/// Section 4.
pub(super) fn indicators(said: &FinalReport) -> Vec<Block> {
    let rows: Vec<IndicatorRow> = said.indicators.iter().map(|one| one.row.clone()).collect();
    let mut blocks = vec![heading("4. Показатели")];
    if !rows.is_empty() {
        blocks.push(paragraph(states(&rows)));
        blocks.push(paragraph(format!("Состояние показано на этап «{}».", said.stage)));
    }
    blocks.extend(charts(&rows, LINES));
    let columns = [
        ("№", 0.8, Kind::Text),
        ("Показатель, единица", 3.4, Kind::Text),
        ("Значения по этапам", 2.6, Kind::Text),
        ("Итоговая цель", 1.8, Kind::Text),
        ("Состояние", 1.5, Kind::Text),
        ("Пояснение", 2.8, Kind::Text),
    ];
    let rows = said.indicators.iter().map(row).collect();
    let (columns, rows) = without_empty(&columns, rows, &["Пояснение"]);
    blocks.extend(table(
        "Показатели: значения по этапам и итоговая цель",
        &columns,
        rows,
        "Показатели программой не установлены.",
    ));
    blocks
}

fn row(one: &FinalIndicator) -> Row {
    let value = |value: &StageValue| match value.value.as_str() {
        "" => format!("{}: нет данных", value.stage),
        known => format!("{}: {known}", value.stage),
    };
    let values: Vec<String> = one.values.iter().map(value).collect();
    Row::Cells(vec![
        one.row.code.clone(),
        titled(&one.row.title, &one.row.unit),
        if values.is_empty() { "нет данных".to_owned() } else { values.join("\n") },
        if one.goal.is_empty() { "не установлена".to_owned() } else { one.goal.clone() },
        one.row.state.clone(),
        one.explanation.clone(),
    ])
}

/// Section 5.
pub(super) fn stages(said: &FinalReport) -> Vec<Block> {
    let mut blocks = vec![heading("5. Этапы мониторинга")];
    let columns = [
        ("Этап", 3.2, Kind::Text),
        ("Вид", 1.8, Kind::Text),
        ("Сроки", 2.2, Kind::Text),
        ("Состояние", 2.6, Kind::Text),
        ("Значения внесены", 1.8, Kind::Text),
        ("Достигнуто", 1.2, Kind::Number),
    ];
    let rows = said.stages.iter().map(stage).collect();
    blocks.extend(table("Этапы мониторинга", &columns, rows, "Этапов мониторинга в программе нет."));
    blocks.extend(compared(said));
    blocks.extend(unfilled(&said.stages).into_iter().map(paragraph));
    blocks
}

/// Stages that have begun and lack values: those without any in one sentence, the others one by one.
fn unfilled(stages: &[StageState]) -> Vec<String> {
    let lacking = |stage: &&StageState| stage.begun && stage.closed_on.is_none() && stage.filled < stage.of;
    let (some, none): (Vec<&StageState>, Vec<&StageState>) =
        stages.iter().filter(lacking).partition(|stage| stage.filled > 0);
    let place = "в разделе «Показатели»";
    let bare: Vec<String> = none.iter().map(|stage| format!("«{}»", stage.title)).collect();
    let of = if bare.len() == 1 { "этапу" } else { "этапам" };
    let empty = (!bare.is_empty())
        .then(|| format!("По {of} {} данных нет: внесите значения показателей {place}.", bare.join(", ")));
    let partly = some.iter().map(|stage| {
        let left = counted(stage.of - stage.filled, "показателя", "показателей", "показателей");
        format!("На этапе «{}» нет значений {left} из {}: внесите их {place}.", stage.title, stage.of)
    });
    partly.chain(empty).collect()
}

fn compared(said: &FinalReport) -> Vec<Block> {
    let Some(compared) = &said.compared else {
        return match said.stages.len() {
            0 | 1 => Vec::new(),
            _ => vec![paragraph(
                "Сравнить входной и итоговый этапы нельзя: значения внесены не более чем на одном этапе.",
            )],
        };
    };
    let title = format!("Сравнение этапов «{}» и «{}»:", compared.first, compared.last);
    match compared.summary.as_slice() {
        [] => vec![paragraph(format!(
            "У этапов «{}» и «{}» нет показателей, внесённых на обоих: сравнить их нельзя.",
            compared.first, compared.last
        ))],
        said => vec![paragraph(title), list(said.iter().cloned(), false)],
    }
}

fn stage(stage: &StageState) -> Row {
    let state = match (stage.closed_on, stage.begun, stage.filled) {
        (Some(day), ..) => format!("закрыт {}", date(day)),
        (None, false, _) => "ещё не наступил".to_owned(),
        (None, true, 0) => "не закрыт".to_owned(),
        (None, true, _) => "не закрыт, значения предварительные".to_owned(),
    };
    let filled = match stage.filled {
        0 if stage.begun => "данных нет".to_owned(),
        0 => "—".to_owned(),
        filled => format!("{filled}\u{a0}из\u{a0}{}", stage.of),
    };
    Row::Cells(vec![
        stage.title.clone(),
        stage.kind.clone(),
        window(stage.from, stage.to),
        state,
        filled,
        if stage.filled == 0 { "—".to_owned() } else { stage.achieved.to_string() },
    ])
}
