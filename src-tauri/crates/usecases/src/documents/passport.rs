//! The data of the passport.

use opora_domain::program::Program;
use opora_domain::program::Task;
use opora_domain::programme::{Programme, SectionItem, SectionKind};
use opora_domain::report::passport::{
    ExpectedRow, IndicatorGroup, IndicatorRow, MunicipalRow, Numbered, Passport, PlanCounts, RiskRow, SCHEMA,
    StageRow,
};
use opora_domain::words::Words;

use super::head::head;
use crate::indicator::IndicatorSheet;
use crate::programme::file;
use crate::roadmap::{self, Roadmap};
use crate::{App, Result, current, indicator};

/// The school's own words; what it has none of, in those of its municipal programme.
pub(super) fn snapshot(app: &mut App, program: &Program) -> Result<Passport> {
    let source = source(app, program)?;
    let municipal = source.as_ref().map(rows).unwrap_or_default();
    let sheet = indicator::sheet(app, ())?;
    let roadmap = roadmap::load(app)?;
    Ok(Passport {
        schema: SCHEMA.to_owned(),
        head: head(app, program)?,
        goal: program.goal.clone(),
        tasks: tasks(app, program, source.as_ref())?,
        executors: municipal.executors,
        responsible: responsible(app, program)?,
        stages: sheet.stages.iter().map(stage).collect(),
        municipal: municipal.others,
        plan: plan(&roadmap, &sheet),
        indicators: indicators(&sheet),
        expected: source.as_ref().map(expected).unwrap_or_default(),
        risks: source.as_ref().map(risks).unwrap_or_default(),
        risk_factors: source.map(|source| source.risk_factors).unwrap_or_default(),
        control: municipal.control,
    })
}

/// The file by which the programme was adopted, else the newest of its name.
pub(crate) fn source(app: &App, program: &Program) -> Result<Option<Programme>> {
    let adopted = file::adopted(app, program)?;
    let listed = || file::listed(app, &program.template_id).ok().map(|file| file.programme);
    Ok(adopted.or_else(listed))
}

/// The tasks that the text names; where it names none, the headings of the plan as the school has them.
fn tasks(app: &App, program: &Program, source: Option<&Programme>) -> Result<Vec<Numbered>> {
    let named = source.map(|source| source.tasks.as_slice()).unwrap_or_default();
    let mut own: Vec<Task> = current::of(app.read()?, Some(program))?;
    own.retain(Task::is_in_plan);
    own.sort_by_key(|task| task.sort);
    let added = own.iter().filter(|task| task.template_code.is_none());
    let numbered = |code: &str, title: &str| Numbered { code: code.to_owned(), text: title.to_owned() };
    Ok(match named {
        [] => own.iter().map(|task| numbered(&task.code, &task.title)).collect(),
        named => {
            let named = named.iter().map(|task| numbered(&task.code, &task.title));
            named.chain(added.map(|task| numbered(&task.code, &task.title))).collect()
        }
    })
}

fn responsible(app: &App, program: &Program) -> Result<String> {
    let Some(id) = &program.responsible_person_id else { return Ok(String::new()) };
    let person = app.read()?.get::<opora_domain::person::Person>(id)?;
    Ok(person.map(|person| person.fio).unwrap_or_default())
}

fn stage(stage: &opora_domain::monitoring::Stage) -> StageRow {
    StageRow { title: stage.title.clone(), from: stage.planned_from, to: stage.planned_to }
}

fn plan(roadmap: &Roadmap, sheet: &IndicatorSheet) -> PlanCounts {
    let events: Vec<_> =
        roadmap.tasks.iter().flat_map(|task| &task.events).filter(|event| !event.event.is_group).collect();
    let count = |passes: &dyn Fn(&crate::roadmap::EventView) -> bool| {
        events.iter().filter(|event| passes(event)).count() as i64
    };
    PlanCounts {
        events: events.len() as i64,
        school: count(&|event| event.event.is_owed()),
        added: count(&|event| event.event.template_code.is_none()),
        indicators: sheet.groups.iter().map(|group| group.rows.len() as i64).sum(),
    }
}

fn indicators(sheet: &IndicatorSheet) -> Vec<IndicatorGroup> {
    let row = |row: &crate::indicator::IndicatorRow| IndicatorRow {
        code: row.indicator.code.clone(),
        title: row.indicator.title.clone(),
        unit: row.indicator.unit.label().to_owned(),
        targets: row.cells.iter().map(|cell| cell.target.clone().unwrap_or_default()).collect(),
    };
    let groups = sheet.groups.iter();
    groups
        .map(|group| IndicatorGroup {
            title: group.title.clone(),
            rows: group.rows.iter().map(row).collect(),
        })
        .collect()
}

/// What the programme was to bring; where it names no results, its effects.
pub(crate) fn expected(source: &Programme) -> Vec<ExpectedRow> {
    let results = source.expected_results.iter();
    let mut rows: Vec<ExpectedRow> = results
        .map(|result| ExpectedRow { text: result.text.clone(), parts: result.parts.clone() })
        .collect();
    let effect = |effect: &opora_domain::programme::Effect| ExpectedRow {
        text: effect.result.clone(),
        parts: vec![format!("эффект: {}", effect.effect)],
    };
    if rows.is_empty() {
        rows.extend(source.effects.iter().map(effect));
    }
    rows
}

fn risks(source: &Programme) -> Vec<RiskRow> {
    let row = |risk: &opora_domain::programme::Risk| RiskRow {
        text: risk.text.clone(),
        mitigation: risk.mitigation.clone(),
    };
    source.risks.iter().map(row).collect()
}

/// Rows of the municipal passport by where they stand in ours.
#[derive(Debug, Default)]
struct Rows {
    executors: Vec<String>,
    control: Vec<String>,
    others: Vec<MunicipalRow>,
}

fn rows(source: &Programme) -> Rows {
    let mut rows = Rows::default();
    let of = |kind| source.sections.iter().filter(move |section| section.kind == kind);
    for item in of(SectionKind::Passport).flat_map(|section| &section.items) {
        rows.take(item);
    }
    // A passport of the municipality may tell of control itself; then its long section would say it twice.
    if rows.control.is_empty() {
        let items = of(SectionKind::Management).flat_map(|section| &section.items);
        rows.control.extend(items.map(|item| said(item, true)).filter(|text| !text.is_empty()));
    }
    rows
}

impl Rows {
    fn take(&mut self, item: &SectionItem) {
        let title = item.title.to_lowercase();
        let begins = |words: &[&str]| words.iter().any(|word| title.starts_with(word));
        if begins(&[
            "наименование",
            "срок реализации",
            "цель",
            "цели",
            "задачи",
            "возможные риски",
            "перечень разделов",
        ]) {
            // The school's own programme says this itself.
        } else if title.contains("исполнител") {
            self.executors.push(said(item, false));
        } else if title.contains("контрол") || title.contains("механизм") {
            self.control.push(said(item, false));
        } else {
            self.others.push(MunicipalRow { title: item.title.clone(), text: vec![said(item, false)] });
        }
    }
}

/// The words of a row in one paragraph.
fn said(item: &SectionItem, titled: bool) -> String {
    let title = if titled { item.title.trim() } else { "" };
    let parts = item.parts.join("; ");
    let filled = [title, item.text.trim(), parts.as_str()].into_iter().filter(|text| !text.is_empty());
    filled.fold(String::new(), |said, text| match said.chars().last() {
        None => text.to_owned(),
        Some('.' | ':' | ';' | '?' | '!') => format!("{said} {text}"),
        Some(_) => format!("{said}: {text}"),
    })
}
