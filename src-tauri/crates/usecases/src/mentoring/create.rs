use chrono::NaiveDate;
use opora_domain::mentoring::{MentoringStep, Tandem, TandemScope, TandemStatus};
use opora_domain::person::Person;
use opora_domain::self_diagnosis::Deficit;

use super::{TandemInput, TandemView, records};
use crate::{ApiError, App, Problems, Result, ops};

/// Makes a tandem.
///
/// # Errors
/// `Invalid` when the pair or its dates do not fit, `Refused` when the deficit is closed or taken.
pub fn create(app: &mut App, input: TandemInput) -> Result<TandemView> {
    let today = app.today();
    let started_on = input.started_on.unwrap_or(today);
    check(app, &input, started_on)?;
    check_deficit(app, &input)?;
    let tandem = Tandem {
        id: app.new_id(),
        mentor_id: input.mentor_id,
        outside_mentor: input.outside_mentor.trim().into(),
        mentee_id: input.mentee_id,
        deficit_id: input.deficit_id,
        topic: input.topic.trim().into(),
        scope: input.scope,
        started_on,
        ends_on: input.ends_on,
        status: TandemStatus::Active,
        closed_on: None,
        close_reason: None,
        outcome: String::new(),
    };
    let step = |draft: super::StepDraft| MentoringStep {
        id: app.new_id(),
        tandem_id: tandem.id.clone(),
        title: draft.title.trim().into(),
        due: draft.due,
        done_on: None,
    };
    let steps: Vec<MentoringStep> = input.steps.into_iter().map(step).collect();
    app.transact(ops::CREATE_TANDEM, |tx| {
        tx.insert(&tandem)?;
        Ok(steps.iter().try_for_each(|step| tx.insert(step))?)
    })?;
    records::view(app, tandem)
}

fn check(app: &App, input: &TandemInput, started_on: NaiveDate) -> Result<()> {
    let outside = !input.outside_mentor.trim().is_empty();
    let archived = |id: &str| -> Result<bool> {
        Ok(!app.read()?.need::<Person>(id)?.counts_on(started_on.max(app.today())))
    };
    let mentor_archived = input.mentor_id.as_deref().map(archived).transpose()?.unwrap_or(false);
    let mut problems = Problems::default();
    problems
        .check(input.mentor_id.is_none() && !outside, "mentor_id", "Укажите наставника.")
        .check(
            input.mentor_id.is_some() && outside,
            "outside_mentor",
            "Наставник один: педагог школы или из другой школы.",
        )
        .check(
            input.mentor_id.as_ref() == Some(&input.mentee_id),
            "mentor_id",
            "Наставник и наставляемый — разные люди.",
        )
        .check(mentor_archived, "mentor_id", "Этот педагог в архиве.")
        .check(archived(&input.mentee_id)?, "mentee_id", "Этот педагог в архиве.")
        .check(
            outside && input.scope != TandemScope::Network,
            "scope",
            "С наставником из другой школы пара — сетевая.",
        )
        .check(input.topic.trim().is_empty(), "topic", "Укажите тему.")
        .check(
            input.ends_on.is_some_and(|day| day < started_on),
            "ends_on",
            "Окончание не может быть раньше начала.",
        );
    for (at, step) in input.steps.iter().enumerate() {
        problems
            .check(step.title.trim().is_empty(), &format!("steps.{at}.title"), "Напишите, что сделать.")
            .check(
                step.due.is_some_and(|day| day < started_on),
                &format!("steps.{at}.due"),
                "Срок шага не может быть раньше начала работы пары.",
            );
    }
    problems.finish()
}

/// The deficit is the mentee's, open, and no other pair works on it.
fn check_deficit(app: &App, input: &TandemInput) -> Result<()> {
    let Some(id) = &input.deficit_id else { return Ok(()) };
    let deficit: Deficit = app.read()?.need(id)?;
    Problems::default()
        .check(deficit.person_id != input.mentee_id, "deficit_id", "Это дефицит другого педагога.")
        .finish()?;
    let topic = &deficit.topic;
    if deficit.closed_on.is_some() {
        return Err(ApiError::refused(
            format!("Дефицит «{topic}» уже закрыт."),
            "Ничего не изменено. Обновите экран; при необходимости создайте пару без привязки к дефициту.",
        ));
    }
    let tandems = app.read()?.by::<Tandem>("deficit_id", id)?;
    if tandems.iter().any(|tandem| tandem.status == TandemStatus::Active) {
        return Err(ApiError::refused(
            format!("По дефициту «{topic}» уже работает пара."),
            "Ничего не изменено. Откройте эту пару в списке или сначала завершите её.",
        ));
    }
    Ok(())
}
