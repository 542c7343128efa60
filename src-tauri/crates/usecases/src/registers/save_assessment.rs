use opora_domain::registers::Assessment;

use super::AssessmentInput;
use crate::{App, Problems, Result, ops};

/// Adds or changes a result.
///
/// # Errors
/// `Invalid` when the counts do not fit together, the grade is not 1…11 or the day is to come.
pub fn save_assessment(app: &mut App, input: AssessmentInput) -> Result<Assessment> {
    check(app, &input)?;
    if let Some(id) = &input.id {
        app.read()?.need::<Assessment>(id)?;
    }
    let assessment = Assessment {
        id: input.id.unwrap_or_else(|| app.new_id()),
        kind: input.kind,
        subject: input.subject,
        grade: input.grade,
        date: input.date,
        participants: input.participants,
        failed: input.failed,
        good: input.good,
        region: input.region.trim().into(),
    };
    app.transact(ops::SAVE_ASSESSMENT, |tx| {
        tx.put(&assessment)?;
        Ok(assessment.clone())
    })
}

fn check(app: &App, input: &AssessmentInput) -> Result<()> {
    let outside = |n: i64| !(0..=10_000).contains(&n);
    let in_range = ![input.participants, input.failed, input.good].into_iter().any(outside);
    Problems::default()
        .check(!(1..=11).contains(&input.grade), "grade", "Класс — от 1 до 11.")
        .check(input.date > app.today(), "date", "Дата не может быть позже сегодняшней.")
        .check(!(1..=10_000).contains(&input.participants), "participants", "Участников — от 1 до 10 000.")
        .check(outside(input.failed), "failed", "Число — от 0 до 10 000.")
        .check(outside(input.good), "good", "Число — от 0 до 10 000.")
        .check(input.region.chars().count() > 100, "region", "Показатель региона — не больше 100 знаков.")
        .check(
            in_range && input.failed + input.good > input.participants,
            "participants",
            "Не справились и получили «4» и «5» вместе — больше, чем участников.",
        )
        .finish()
}
