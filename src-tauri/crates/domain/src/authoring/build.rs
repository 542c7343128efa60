//! A finished draft as a programme.

use std::collections::BTreeMap;

use serde_json::json;

use super::parse::observed;
use super::text::{norm, years};
use super::{Decision, Draft, DraftRow, EventBody, IndicatorBody, RowBody, RowKind, codes};
use super::{read_target, read_term};
use crate::period::Period;
use crate::programme::{
    Act, CONST_STAGE, CodedText, Event, Indicator, Note, Programme, SCHEMA, Stage, StageKind,
};
use crate::target::Target;
use crate::term::Term;

/// Makes the programme of a draft that has a period and no obstacles.
pub fn build(id: &str, version: u32, draft: &Draft, rows: &[DraftRow], period: Period) -> Programme {
    let kept: Vec<&RowBody> =
        rows.iter().map(|row| &row.body).filter(|body| body.decision != Decision::Dropped).collect();
    let stages = stages(&kept, period);
    let mut programme = blank(id, version, draft, period);
    programme.groups = used(&draft.sections, &kept, true);
    programme.indicator_groups = used(&draft.indicator_sections, &kept, false);
    programme.tasks = programme.groups.iter().filter(|group| is_task(draft, group)).cloned().collect();
    let known: Vec<Stage> = stages.iter().map(|known| known.stage.clone()).collect();
    programme.events = events(&kept, &|raw| read_term(raw, period, &known));
    programme.indicators = kept.iter().filter_map(|body| indicator(body, &stages)).collect();
    programme.notes = notes(draft, &kept);
    programme.stages = stages.into_iter().map(|known| known.stage).collect();
    programme
}

/// A Latin id out of the name of a district: «Сосновский район» is `sosnovskiy-rayon`.
pub fn slug(text: &str) -> String {
    const LETTERS: &str = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
    const LATIN: [&str; 32] = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u",
        "f", "h", "ts", "ch", "sh", "sch", "", "y", "", "e", "yu", "ya",
    ];
    let mut slug = String::new();
    for c in norm(text).chars() {
        match LETTERS.chars().position(|letter| letter == c) {
            Some(at) => slug.push_str(LATIN[at]),
            None if c.is_ascii_alphanumeric() => slug.push(c),
            None if !slug.ends_with('-') && !slug.is_empty() => slug.push('-'),
            None => {}
        }
    }
    let slug = slug.strip_prefix("g-").unwrap_or(&slug).replace("munitsipalnyy-", "");
    let slug = slug.get(..40).unwrap_or(&slug).trim_matches('-');
    if slug.is_empty() { "programma".to_owned() } else { slug.to_owned() }
}

fn blank(id: &str, version: u32, draft: &Draft, period: Period) -> Programme {
    let meta = &draft.meta;
    let text = json!({
        "schema": SCHEMA, "id": id, "version": version,
        "title": meta.title.trim(), "short_title": short_title(draft, period),
        "territory": meta.territory.trim(), "goal": meta.goal.trim(),
        "act": act(draft), "period": period,
        "stages": [], "tasks": [], "groups": [], "events": [], "indicators": [],
    });
    serde_json::from_value(text).expect("a programme needs no more")
}

fn act(draft: &Draft) -> Act {
    let text = draft.meta.act.trim();
    let kind = text.split_whitespace().next().unwrap_or_default();
    let number = text.split_once('№').map_or("", |(_, number)| number.trim());
    Act {
        kind: kind.to_lowercase(),
        number: number.split(' ').next().unwrap_or_default().to_owned(),
        date: draft.meta.act_date(),
        authority: String::new(),
        text: text.to_owned(),
    }
}

/// «Сосновский муниципальный район: программа, 2024–2026»; the whole title stands beside it on a card.
fn short_title(draft: &Draft, period: Period) -> String {
    use chrono::Datelike;
    let place = draft.meta.territory.split(',').next().unwrap_or_default().trim();
    let from = period.from.year();
    let years = match period.to.map(|to| to.year()) {
        Some(to) if to != from => format!("{from}–{to}"),
        Some(_) => from.to_string(),
        None => format!("с {from} года"),
    };
    format!("{place}: программа, {years}")
}

/// Headings under which something stands, in order.
fn used(sections: &[CodedText], kept: &[&RowBody], events: bool) -> Vec<CodedText> {
    let stands = |section: &&CodedText| {
        kept.iter().any(|body| body.is_event() == events && body.section == section.code)
    };
    sections.iter().filter(stands).cloned().collect()
}

/// The table calls the heading a task: «Задача 2. Методическая поддержка».
fn is_task(draft: &Draft, group: &CodedText) -> bool {
    let cells =
        draft.sheets.iter().flat_map(|sheet| sheet.table.rows.iter().flatten().map(|cell| &cell.text));
    let texts = cells.chain(draft.sheets.iter().map(|sheet| &sheet.heading));
    let named = |text: &&String| {
        let plain = norm(text);
        plain.starts_with("задача") && plain.trim_end_matches([':', '.']).ends_with(&norm(&group.title))
    };
    texts.into_iter().any(|text| named(&text))
}

fn events(kept: &[&RowBody], read: &dyn Fn(&str) -> Term) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    for body in kept {
        if let RowKind::Event(event) = &body.kind {
            let parent = parent(&events, &body.code);
            events.push(of_body(body, event, parent, read(event.term.trim())));
        }
    }
    events
}

/// The nearest group row under whose code this one stands.
fn parent(above: &[Event], code: &str) -> Option<String> {
    let groups = above.iter().filter(|event| event.is_group && codes::is_under(code, &event.code));
    groups.max_by_key(|event| event.code.len()).map(|event| event.code.clone())
}

fn of_body(body: &RowBody, event: &EventBody, parent: Option<String>, term: Term) -> Event {
    Event {
        code: body.code.trim().to_owned(),
        group: body.section.clone(),
        parent,
        title: body.title.trim().to_owned(),
        result: event.result.trim().to_owned(),
        evidence: event.evidence.trim().to_owned(),
        responsible: event.responsible.trim().to_owned(),
        level: event.level,
        is_group: event.is_group,
        term,
    }
}

/// A stage and the name by which the table calls it.
struct Known {
    name: String,
    stage: Stage,
}

/// Stages that the targets name; a plan without them is monitored by calendar years.
fn stages(kept: &[&RowBody], period: Period) -> Vec<Known> {
    let mut names: Vec<String> = Vec::new();
    for body in kept {
        let RowKind::Indicator(indicator) = &body.kind else { continue };
        let named =
            indicator.targets.iter().map(|target| target.stage.trim()).filter(|name| !name.is_empty());
        for name in named {
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
    }
    if names.is_empty() {
        names = years_of(period).into_iter().map(|year| format!("{year} год")).collect();
    }
    let mut stages: Vec<Known> = Vec::new();
    for name in names {
        let taken = |code: &str| stages.iter().any(|known| known.stage.code == code);
        let stage = stage(&name, &taken);
        stages.push(Known { name, stage });
    }
    stages.sort_by_key(|known| (rank(known.stage.kind), known.stage.from));
    stages
}

fn years_of(period: Period) -> Vec<i32> {
    use chrono::Datelike;
    let last = period.to.map_or(period.from.year(), |to| to.year());
    (period.from.year()..=last.min(period.from.year() + 10)).collect()
}

fn rank(kind: StageKind) -> u8 {
    match kind {
        StageKind::Initial => 0,
        StageKind::Baseline => 1,
        StageKind::Start => 2,
        StageKind::Final => 4,
        _ => 3,
    }
}

fn stage(name: &str, taken: &dyn Fn(&str) -> bool) -> Stage {
    let plain = norm(name);
    let said = years(&plain);
    let kinds = [
        ("исходн", StageKind::Initial, "initial"),
        ("базов", StageKind::Baseline, "baseline"),
        ("входн", StageKind::Baseline, "baseline"),
        ("старт", StageKind::Start, "start"),
        ("промежут", StageKind::Interim, "interim"),
        ("итог", StageKind::Final, "final"),
        ("конечн", StageKind::Final, "final"),
    ];
    let known = kinds.iter().find(|(stem, _, _)| plain.contains(stem));
    let (kind, code, from, to) = match (known, &said[..]) {
        (Some((_, kind, code)), _) => (*kind, (*code).to_owned(), None, None),
        (None, [year]) => (StageKind::Year, year.to_string(), day(*year, 1, 1), day(*year, 12, 31)),
        (None, [from, to]) => (StageKind::Year, format!("{from}-{to}"), day(*from, 9, 1), day(*to, 8, 31)),
        (None, _) => (StageKind::Interim, super::slug(name), None, None),
    };
    let codes = std::iter::once(code.clone()).chain((2..).map(|n: usize| format!("{code}-{n}")));
    let free = |code: &String| !taken(code) && code != CONST_STAGE;
    let code = codes.into_iter().find(free).unwrap_or(code);
    Stage { code, kind, title: name.to_owned(), from, to }
}

fn day(year: i32, month: u32, day: u32) -> Option<chrono::NaiveDate> {
    chrono::NaiveDate::from_ymd_opt(year, month, day)
}

fn indicator(body: &RowBody, stages: &[Known]) -> Option<Indicator> {
    let RowKind::Indicator(indicator) = &body.kind else { return None };
    let text = json!({
        "code": body.code.trim(), "group": body.section, "title": body.title.trim(),
        "unit": indicator.unit, "projection": indicator.projection, "targets": targets(body, indicator, stages),
    });
    Some(serde_json::from_value(text).expect("an indicator needs no more"))
}

fn targets(body: &RowBody, indicator: &IndicatorBody, stages: &[Known]) -> BTreeMap<String, Target> {
    let mut targets = BTreeMap::new();
    for text in &indicator.targets {
        let known = stages.iter().find(|known| known.name == text.stage.trim());
        let code = known.map_or(CONST_STAGE, |known| known.stage.code.as_str());
        targets.insert(code.to_owned(), read_target(text, indicator, &body.title));
    }
    if targets.is_empty() {
        targets.insert(CONST_STAGE.to_owned(), observed("", indicator));
    }
    targets
}

/// What was odd in the table goes with the programme.
fn notes(draft: &Draft, kept: &[&RowBody]) -> Vec<Note> {
    let mut notes = Vec::new();
    let doubtful = kept.iter().filter(|body| body.decision != Decision::Confirmed);
    for body in doubtful {
        let where_ = format!("{} {} ({})", body.noun(), body.code, body.place);
        notes.extend(body.doubts.iter().map(|text| Note { where_: where_.clone(), text: text.clone() }));
    }
    notes.push(Note {
        where_: "Программа".to_owned(),
        text: format!("Составлена по источнику: {}.", draft.origin),
    });
    notes
}
