//! What of a draft has to be looked at, and what keeps it from being finished.

use std::collections::BTreeSet;

use super::{Decision, Draft, DraftMeta, DraftRow, EventBody, RowBody, RowKind, RowState, act};
use crate::period::Period;
use crate::programme::EventLevel;
use crate::term::{Segment, Term};

/// What keeps a draft from being finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obstacle {
    /// Name of a field of the draft's meta, or the row: «Мероприятие 1.2».
    pub place: String,
    /// What is wrong.
    pub message: String,
}

impl DraftMeta {
    /// When the programme is in force, once its first day is known.
    pub fn period(&self) -> Option<Period> {
        self.from.map(|from| Period { from, to: self.to })
    }

    /// The day of the act, when its words name it.
    pub fn act_date(&self) -> Option<chrono::NaiveDate> {
        act::date(&self.act)
    }

    fn check(&self, problems: &mut Vec<Obstacle>) {
        let mut check = |bad: bool, place: &str, message: &str| {
            if bad {
                problems.push(Obstacle { place: place.into(), message: message.into() });
            }
        };
        check(self.title.trim().is_empty(), "title", "Укажите название программы.");
        check(self.territory.trim().is_empty(), "territory", "Укажите район, округ или город.");
        check(self.from.is_none(), "from", "Укажите, с какого дня действует программа.");
        let reversed = matches!((self.from, self.to), (Some(from), Some(to)) if to < from);
        check(reversed, "to", "Последний день раньше первого.");
    }
}

/// What keeps a draft from being finished; empty when it can be.
pub fn obstacles(draft: &Draft, rows: &[DraftRow]) -> Vec<Obstacle> {
    let mut problems = Vec::new();
    draft.meta.check(&mut problems);
    let kept: Vec<&RowBody> =
        rows.iter().map(|row| &row.body).filter(|body| body.decision != Decision::Dropped).collect();
    if kept.is_empty() {
        problems.push(Obstacle {
            place: "rows".into(),
            message: "В программе нет ни одного мероприятия или показателя.".into(),
        });
    }
    let mut seen = BTreeSet::new();
    for body in kept {
        let place = || format!("{} {}", body.noun(), body.code);
        if body.title.trim().is_empty() {
            let message = "Не заполнено название. Впишите его или исключите строку.".into();
            problems.push(Obstacle { place: place(), message });
        }
        if body.code.trim().is_empty() {
            problems.push(Obstacle { place: place(), message: "Не указан номер.".into() });
        } else if !seen.insert((body.is_event(), body.code.as_str())) {
            problems.push(Obstacle { place: place(), message: "Номер повторяется.".into() });
        }
    }
    problems
}

impl RowBody {
    /// A row of the plan rather than an indicator.
    pub fn is_event(&self) -> bool {
        matches!(self.kind, RowKind::Event(_))
    }

    /// «Мероприятие» or «Показатель».
    pub fn noun(&self) -> &'static str {
        if self.is_event() { "Мероприятие" } else { "Показатель" }
    }

    /// How the row stands, given what is to be looked at in it.
    pub fn state(&self, problems: &[String]) -> RowState {
        match self.decision {
            Decision::Dropped => RowState::Dropped,
            Decision::Confirmed => RowState::Confirmed,
            Decision::Pending if problems.is_empty() => RowState::Clear,
            Decision::Pending => RowState::Unclear,
        }
    }
}

/// What is to be looked at in a row of the plan.
pub fn event_problems(body: &RowBody, event: &EventBody, term: &Term) -> Vec<String> {
    let mut problems = body.doubts.clone();
    if body.title.trim().is_empty() && problems.is_empty() {
        problems.push("Не заполнено название.".to_owned());
    }
    if !event.is_group {
        problems.extend(term_problem(term));
    }
    if event.level == EventLevel::Unassigned && !event.responsible.is_empty() {
        problems.push(format!("Не понятно, чьё это мероприятие: «{}».", event.responsible));
    }
    problems
}

fn term_problem(term: &Term) -> Option<String> {
    let unread = term.segments.iter().all(|segment| matches!(segment, Segment::Unspecified));
    if term.raw.trim().is_empty() {
        return Some("Срок не указан.".to_owned());
    }
    if unread {
        let note = term.note.as_deref().unwrap_or("Задайте его датами или напишите иначе.");
        return Some(format!("Срок «{}» не прочитан. {note}", term.raw));
    }
    let note = || term.note.clone().unwrap_or_else(|| "Возможно другое прочтение.".to_owned());
    term.ambiguous.then(|| format!("Срок «{}» неоднозначен. {}", term.raw, note()))
}
