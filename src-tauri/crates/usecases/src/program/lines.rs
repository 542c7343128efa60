//! The programme in words, row by row: what corrections, versions and comparisons are made of.

use opora_domain::indicator::{Indicator, IndicatorTarget};
use opora_domain::occurrence::Occurrence;
use opora_domain::program::{Event, Line, LineField, SubjectKind, Task};
use opora_domain::programme::CONST_STAGE;
use opora_domain::term::{SchoolCalendar, expand_with};
use opora_domain::words::Words;

use super::book::Book;
use crate::dates;

/// The field of the dates as which a term is read.
pub(super) const READING: &str = "reading";

/// Dates of a reading named in full; of more only the first ones and the last.
const NAMED: usize = 8;
/// First dates named of a long reading.
const FIRST: usize = 3;

impl Book {
    /// All rows in order: the passport, tasks with their events, indicators with their targets.
    pub(super) fn lines(&self, calendar: &SchoolCalendar) -> Vec<Line> {
        let tasks = self.tasks.iter().flat_map(|task| {
            let events = self.events.iter().filter(|event| event.task_id == task.id);
            std::iter::once(task_line(task)).chain(events.map(|event| self.event_line(event, calendar)))
        });
        let indicators = self.indicators.iter().flat_map(|indicator| {
            let targets = self.targets.iter().filter(|target| target.indicator_id == indicator.id);
            let targets = targets.map(move |target| self.target_line(indicator, target));
            std::iter::once(self.indicator_line(indicator)).chain(targets)
        });
        std::iter::once(self.passport_line()).chain(tasks).chain(indicators).collect()
    }

    fn passport_line(&self) -> Line {
        let program = &self.program;
        let ends = program.period_to.map_or_else(|| "без срока".to_owned(), dates::day);
        Line {
            kind: SubjectKind::Program,
            id: program.id.clone(),
            code: String::new(),
            title: program.title.clone(),
            withdrawn: false,
            place: String::new(),
            fields: vec![
                LineField::new("goal", "Цель", &program.goal),
                LineField::new(
                    "period",
                    "Срок реализации",
                    format!("{} – {ends}", dates::day(program.period_from)),
                ),
                LineField::new(
                    "responsible_person",
                    "Ответственный за программу",
                    self.name(program.responsible_person_id.as_ref()),
                ),
            ],
        }
    }

    fn event_line(&self, event: &Event, calendar: &SchoolCalendar) -> Line {
        let task = self.tasks.iter().find(|task| task.id == event.task_id);
        let parent = self.events.iter().find(|known| Some(&known.id) == event.parent_id.as_ref());
        let responsible = self.name(event.responsible_person_id.as_ref());
        let fields = [
            ("task", "Задача", task.map(|task| coded(&task.code, &task.title)).unwrap_or_default()),
            ("parent", "В составе", parent.map(|row| coded(&row.code, &row.title)).unwrap_or_default()),
            ("term", "Срок", event.term.raw.clone()),
            (READING, "Прочтение срока", self.reading(event, calendar)),
            (
                "level",
                "Чьё мероприятие",
                if event.is_group { String::new() } else { event.level.label().into() },
            ),
            ("responsible", "Ответственный по программе", event.responsible.clone()),
            ("responsible_person", "Ответственный в школе", responsible),
            ("result", "Ожидаемый результат", event.result.clone()),
            ("evidence_required", "Подтверждающие документы", event.evidence_required.clone()),
            ("note", "Примечание", event.note.clone()),
        ];
        Line {
            kind: SubjectKind::Event,
            id: event.id.clone(),
            code: event.code.clone(),
            title: event.title.clone(),
            withdrawn: !event.is_in_plan(),
            place: format!("{} {}", event.task_id, event.parent_id.as_deref().unwrap_or_default()),
            fields: fields
                .into_iter()
                .map(|(field, label, text)| LineField::new(field, label, text))
                .collect(),
        }
    }

    /// The dates as which the term is read; of an event whose dates are the school's, those that it gave.
    pub(super) fn reading(&self, event: &Event, calendar: &SchoolCalendar) -> String {
        if event.is_group {
            return String::new();
        }
        let windows: Vec<_> = if event.is_undated() {
            let own = self.occurrences.iter().filter(|occurrence| occurrence.event_id == event.id);
            let mut own: Vec<_> = own.filter_map(window).collect();
            own.sort_unstable();
            own
        } else {
            let read = expand_with(&event.term, self.program.period(), calendar);
            read.iter().filter_map(|term| Some((term.from?, term.to?))).collect()
        };
        let mut words: Vec<String> = windows.into_iter().map(|(from, to)| dates::window(from, to)).collect();
        words.dedup();
        match words.len() {
            0..=NAMED => words.join("; "),
            n => format!("{}; … {} (всего {n})", words[..FIRST].join("; "), words[n - 1]),
        }
    }

    fn indicator_line(&self, indicator: &Indicator) -> Line {
        let task = self.tasks.iter().find(|task| Some(&task.id) == indicator.task_id.as_ref());
        Line {
            kind: SubjectKind::Indicator,
            id: indicator.id.clone(),
            code: indicator.code.clone(),
            title: indicator.title.clone(),
            withdrawn: !indicator.is_in_plan(),
            place: indicator.task_id.clone().unwrap_or_default(),
            fields: vec![
                LineField::new(
                    "task",
                    "Задача",
                    task.map(|task| coded(&task.code, &task.title)).unwrap_or_default(),
                ),
                LineField::new("unit", "Единица измерения", indicator.unit.label()),
                LineField::new("projection", "Что вносит школа", indicator.projection.label()),
            ],
        }
    }

    fn target_line(&self, indicator: &Indicator, target: &IndicatorTarget) -> Line {
        let words = target.target.words();
        Line {
            kind: SubjectKind::Target,
            id: target.id.clone(),
            code: indicator.code.clone(),
            title: format!("{} — {}", indicator.title, self.stage_title(&target.stage)),
            withdrawn: !target.is_in_plan() || !indicator.is_in_plan(),
            place: indicator.id.clone(),
            fields: vec![LineField::new(
                "target",
                "Значение",
                if words.is_empty() { target.target.raw.clone() } else { words },
            )],
        }
    }

    /// «2024 год»; «на весь срок».
    pub(super) fn stage_title(&self, code: &str) -> String {
        if code == CONST_STAGE {
            return "на весь срок".to_owned();
        }
        let stage = self.stages.iter().find(|stage| stage.code == code);
        stage.map_or_else(|| code.to_owned(), |stage| stage.title.clone())
    }
}

fn task_line(task: &Task) -> Line {
    Line {
        kind: SubjectKind::Task,
        id: task.id.clone(),
        code: task.code.clone(),
        title: task.title.clone(),
        withdrawn: !task.is_in_plan(),
        place: String::new(),
        fields: vec![LineField::new("note", "Примечание", &task.note)],
    }
}

fn window(occurrence: &Occurrence) -> Option<(chrono::NaiveDate, chrono::NaiveDate)> {
    Some((occurrence.window_from?, occurrence.window_to?))
}

/// «5.1. Название».
fn coded(code: &str, title: &str) -> String {
    format!("{}. {title}", code.trim_end_matches('.'))
}
