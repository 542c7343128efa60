//! What may be entered as a fact.

use chrono::NaiveDate;
use opora_domain::indicator::Indicator;
use opora_domain::programme::Projection;
use opora_domain::target::{Fact, Unit};

use super::FactInput;
use crate::{ApiError, Problems, Result};

/// Refuses a fact of the wrong kind, impossible numbers and a day to come.
pub(super) fn check(input: &FactInput, indicator: &Indicator, today: NaiveDate) -> Result<()> {
    let Some(wanted) = blank(indicator) else {
        return Err(ApiError::refused(
            "Этот показатель ведёт муниципалитет.",
            "Ничего не изменено. Школа его не заполняет — вносите показатели своей школы.",
        ));
    };
    let same_kind = std::mem::discriminant(&wanted) == std::mem::discriminant(&input.fact);
    let mut problems = Problems::default();
    problems
        .check(!same_kind, "fact", wanted_words(wanted))
        .check(input.as_of.is_some_and(|day| day > today), "as_of", "Дата не может быть позже сегодняшней.")
        .check(input.comment.chars().count() > 2000, "comment", "Не больше 2000 знаков.");
    check_numbers(input.fact, &mut problems);
    problems.finish()
}

/// The empty fact of the kind that this indicator takes; none when the school enters nothing.
fn blank(indicator: &Indicator) -> Option<Fact> {
    match (indicator.projection, indicator.unit) {
        (Projection::Count, Unit::Score | Unit::Mark) => Some(Fact::Score { hundredths: 0 }),
        (projection, _) => projection.blank(),
    }
}

fn wanted_words(wanted: Fact) -> &'static str {
    match wanted {
        Fact::Share { .. } => "Внесите долю: сколько из скольких.",
        Fact::Count { .. } => "Внесите число.",
        Fact::Flag { .. } => "Ответьте «да» или «нет».",
        Fact::Score { .. } => "Внесите балл.",
    }
}

fn check_numbers(fact: Fact, problems: &mut Problems) {
    match fact {
        Fact::Share { numerator, denominator } => {
            problems
                .check(denominator == 0, "fact.denominator", "Всего должно быть больше нуля.")
                .check(
                    denominator > 0 && numerator > denominator,
                    "fact.numerator",
                    "Часть не может быть больше целого.",
                )
                .check(denominator > 1_000_000, "fact.denominator", "Слишком большое число.");
        }
        Fact::Count { value } => {
            problems.check(!(0..=1_000_000).contains(&value), "fact.value", "Число — от 0 до 1 000 000.");
        }
        Fact::Score { hundredths } => {
            problems.check(!(0..=10_000).contains(&hundredths), "fact.hundredths", "Балл — от 0 до 100.");
        }
        Fact::Flag { .. } => {}
    }
}
