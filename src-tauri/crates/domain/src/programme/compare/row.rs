//! A programme as rows of named fields, for comparing one with another.

use crate::period::Period;
use crate::programme::{CodedText, Event, Indicator, MeasuredResult, Programme, Stage};
use crate::target::Target;
use crate::words::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

/// What a row of a comparison speaks of.
#[derive(Serialize, Deserialize, TS, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the labels below say it")]
pub enum RowKind {
    Head,
    Group,
    IndicatorGroup,
    Stage,
    Event,
    Indicator,
    Target,
    Text,
}

impl Words for RowKind {
    const ALL: &'static [Self] = &[
        Self::Head,
        Self::Group,
        Self::IndicatorGroup,
        Self::Stage,
        Self::Event,
        Self::Indicator,
        Self::Target,
        Self::Text,
    ];

    fn label(self) -> &'static str {
        match self {
            Self::Head => "Программа",
            Self::Group => "Раздел плана",
            Self::IndicatorGroup => "Раздел показателей",
            Self::Stage => "Этап мониторинга",
            Self::Event => "Мероприятие",
            Self::Indicator => "Показатель",
            Self::Target => "Целевое значение",
            Self::Text => "Текст программы",
        }
    }
}

/// One thing of a programme with its fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// Code within its kind; of a target the indicator's, a stroke, and the stage's.
    pub code: String,
    /// How it is called.
    pub title: String,
    /// Its fields, in a fixed order.
    pub fields: Vec<Field>,
}

/// One field of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Name of the field in the file.
    pub name: &'static str,
    /// The name for people.
    pub label: &'static str,
    /// What people read.
    pub text: String,
    /// What is compared.
    pub value: Value,
}

/// Everything of the programme that can be compared, in its order.
pub fn rows(programme: &Programme) -> Vec<Row> {
    let mut rows = vec![head(programme)];
    rows.extend(programme.groups.iter().map(|group| heading(RowKind::Group, group)));
    rows.extend(programme.indicator_groups.iter().map(|group| heading(RowKind::IndicatorGroup, group)));
    rows.extend(programme.stages.iter().map(stage));
    rows.extend(programme.events.iter().map(|own| event(programme, own)));
    for own in &programme.indicators {
        rows.push(indicator(own));
        rows.extend(own.targets.iter().map(|(stage, goal)| target(&own.code, stage, goal)));
    }
    for result in &programme.measured_results {
        rows.push(measured(result));
        rows.push(target(&result.code, super::CONST_STAGE, &result.target));
    }
    rows.extend(texts(programme));
    rows
}

fn head(programme: &Programme) -> Row {
    let fields = vec![
        text("title", "название", &programme.title),
        text("territory", "территория", &programme.territory),
        text("act", "акт", &programme.act.text),
        valued("act_date", "дата акта", day(programme.act.date), json!(programme.act.date)),
        valued("period", "срок реализации", span(programme.period), json!(programme.period)),
        text("goal", "цель", &programme.goal),
    ];
    Row { kind: RowKind::Head, code: String::new(), title: programme.short_title.clone(), fields }
}

fn heading(kind: RowKind, group: &CodedText) -> Row {
    let fields = vec![text("title", "название", &group.title)];
    Row { kind, code: group.code.clone(), title: group.title.clone(), fields }
}

fn stage(stage: &Stage) -> Row {
    let fields = vec![
        text("title", "название", &stage.title),
        valued("from", "начало", day(stage.from), json!(stage.from)),
        valued("to", "конец", day(stage.to), json!(stage.to)),
    ];
    Row { kind: RowKind::Stage, code: stage.code.clone(), title: stage.title.clone(), fields }
}

fn event(programme: &Programme, event: &Event) -> Row {
    let term = json!([event.term.raw, event.term.segments]);
    let fields = vec![
        text("title", "мероприятие", &event.title),
        text("result", "результат", &event.result),
        text("evidence", "документ", &event.evidence),
        valued("term", "срок", event.term.raw.clone(), term),
        text("responsible", "ответственный", &event.responsible),
        valued("level", "чьё мероприятие", event.level.label().into(), json!(event.level)),
        text("group", "раздел плана", &event.group),
        valued("parent", "заголовок", parent(programme, event), json!(event.parent)),
    ];
    Row { kind: RowKind::Event, code: event.code.clone(), title: event.title.clone(), fields }
}

/// «5.1. Название» of the row above; a row that the file does not know is named as it is.
fn parent(programme: &Programme, event: &Event) -> String {
    let Some(code) = &event.parent else { return String::new() };
    let above = programme.events.iter().find(|above| above.code == *code);
    above.map_or_else(|| code.clone(), |above| format!("{}. {}", code.trim_end_matches('.'), above.title))
}

fn indicator(indicator: &Indicator) -> Row {
    let fields = vec![
        text("title", "показатель", &indicator.title),
        valued("unit", "единица", indicator.unit.label().into(), json!(indicator.unit)),
        valued(
            "projection",
            "что вносит школа",
            indicator.projection.label().into(),
            json!(indicator.projection),
        ),
        text("group", "раздел показателей", &indicator.group),
    ];
    Row { kind: RowKind::Indicator, code: indicator.code.clone(), title: indicator.title.clone(), fields }
}

fn measured(result: &MeasuredResult) -> Row {
    let unit = result.target.unit;
    let fields = vec![
        text("title", "показатель", &result.title),
        valued("unit", "единица", unit.label().into(), json!(unit)),
        valued("projection", "что вносит школа", result.projection.label().into(), json!(result.projection)),
    ];
    Row { kind: RowKind::Indicator, code: result.code.clone(), title: result.title.clone(), fields }
}

fn target(indicator: &str, stage: &str, target: &Target) -> Row {
    let fields = vec![valued("target", "цель", target.raw.clone(), json!(target))];
    let title = match stage {
        super::CONST_STAGE => format!("Показатель {indicator}, на всех этапах"),
        stage => format!("Показатель {indicator}, этап {stage}"),
    };
    Row { kind: RowKind::Target, code: format!("{indicator}/{stage}"), title, fields }
}

/// Lists of the passport: the school's programme keeps no rows of them, so they are only told of.
fn texts(programme: &Programme) -> Vec<Row> {
    let coded = |list: &[CodedText]| lines(list.iter().map(|item| format!("{}. {}", item.code, item.title)));
    let lists = [
        ("tasks", "Задачи", coded(&programme.tasks)),
        (
            "expected_results",
            "Ожидаемые результаты",
            lines(programme.expected_results.iter().map(|r| r.text.clone())),
        ),
        (
            "criteria",
            "Критерии",
            lines(programme.criteria.iter().flat_map(|list| list.items.iter().cloned())),
        ),
        ("risks", "Риски", lines(programme.risks.iter().map(|risk| risk.text.clone()))),
        ("rules", "Правила", lines(programme.rules.iter().map(|rule| rule.text.clone()))),
    ];
    let row = |(code, title, words): (&str, &str, String)| Row {
        kind: RowKind::Text,
        code: code.into(),
        title: title.into(),
        fields: vec![text("text", "текст", &words)],
    };
    lists.into_iter().map(row).collect()
}

fn lines(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("\n")
}

fn text(name: &'static str, label: &'static str, text: &str) -> Field {
    valued(name, label, text.to_owned(), json!(text))
}

fn valued(name: &'static str, label: &'static str, text: String, value: Value) -> Field {
    Field { name, label, text, value }
}

fn day(date: Option<NaiveDate>) -> String {
    date.map(|date| date.format("%d.%m.%Y").to_string()).unwrap_or_default()
}

fn span(period: Period) -> String {
    match period.to {
        Some(_) => format!("{} – {}", day(Some(period.from)), day(period.to)),
        None => format!("с {}, без срока окончания", day(Some(period.from))),
    }
}
