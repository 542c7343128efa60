//! Is the target reached? Compared exactly, told in words.

use super::amount::{Amount, hundredths};
use super::say::{self, Noun};
use super::{Baseline, Cmp, Fact, IndicatorState, Target, Unit};
use crate::words::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use ts_rs::TS;

/// How an indicator stands and why.
#[derive(Serialize, Deserialize, TS, Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The state.
    pub state: IndicatorState,
    /// Why, in Russian: «13 из 20 = 65,0 %, цель не менее 70 %: не хватает 1 педагога».
    pub explanation: String,
}

/// Judges a fact by its target, naming nobody: «не хватает 1».
///
/// `previous` is the fact of the comparable period before, `baseline` the one the target counts from.
/// Before the day `due` the state is `not_due`, whatever the fact; without `due` it is judged at once.
pub fn judge(
    target: Option<&Target>,
    fact: Option<&Fact>,
    previous: Option<&Fact>,
    baseline: Option<&Fact>,
    due: Option<NaiveDate>,
    today: NaiveDate,
) -> Judgement {
    judge_counting(Noun::NEUTRAL, target, fact, previous, baseline, due, today)
}

/// As [`judge`], with the noun for what is counted: «не хватает 1 педагога».
pub fn judge_counting(
    noun: Noun,
    target: Option<&Target>,
    fact: Option<&Fact>,
    previous: Option<&Fact>,
    baseline: Option<&Fact>,
    due: Option<NaiveDate>,
    today: NaiveDate,
) -> Judgement {
    let now = match (target, fact) {
        (Some(target), Some(fact)) => Case { target, fact, previous, baseline, noun }.verdict(),
        (Some(target), None) => say(IndicatorState::NoData, format!("нет данных; {}", say::target(target))),
        (None, Some(fact)) => say(IndicatorState::OnTrack, format!("{}; цель не задана", say::fact(fact))),
        (None, None) => say(IndicatorState::NoData, "нет данных; цель не задана".to_owned()),
    };
    match due {
        Some(due) if today < due => not_due(due, &now.explanation),
        _ => now,
    }
}

fn not_due(due: NaiveDate, now: &str) -> Judgement {
    say(IndicatorState::NotDue, format!("срок — {}; сейчас: {now}", due.format("%d.%m.%Y")))
}

fn say(state: IndicatorState, explanation: String) -> Judgement {
    Judgement { state, explanation }
}

struct Case<'a> {
    target: &'a Target,
    fact: &'a Fact,
    previous: Option<&'a Fact>,
    baseline: Option<&'a Fact>,
    noun: Noun,
}

impl Case<'_> {
    fn verdict(&self) -> Judgement {
        if let Fact::Share { denominator: 0, .. } = self.fact {
            return self.no_data("некого считать: знаменатель — 0");
        }
        if let Fact::Flag { value } = *self.fact {
            return self.flag(value);
        }
        match self.target.cmp {
            Cmp::Baseline => {
                say(IndicatorState::OnTrack, format!("исходные данные: {}", say::fact(self.fact)))
            }
            Cmp::Track => say(IndicatorState::OnTrack, format!("{}; цель не задана", say::fact(self.fact))),
            Cmp::IsTrue => self.reached(self.counted() > 0, String::new),
            Cmp::Gte if self.target.plus.is_some() => self.baseline_plus(),
            Cmp::Gte => self.at_least(self.target.value),
            Cmp::Between => self.at_least(self.target.min),
            Cmp::Lte => self.at_most(),
            Cmp::Eq => self.exactly(),
            Cmp::Increase | Cmp::Decrease => self.change(),
            Cmp::IncreaseAbsGte | Cmp::DecreaseAbsGte => self.changed_by(),
            Cmp::IncreaseRelGte | Cmp::DecreaseRelGte => self.changed_by_part(),
        }
    }

    /// A school's yes or no: of its own, or its part in a municipal share of schools.
    fn flag(&self, yes: bool) -> Judgement {
        let expected_later = self.target.cmp == Cmp::Between && self.target.max == Some(0);
        if expected_later && !yes {
            return say(
                IndicatorState::NotDue,
                "на этом этапе результат ещё не ожидается (цель 0\u{a0}%)".to_owned(),
            );
        }
        if matches!(self.target.cmp, Cmp::Track | Cmp::Baseline) {
            return say(IndicatorState::OnTrack, format!("{}; цель не задана", say::fact(self.fact)));
        }
        let state = if yes { IndicatorState::Achieved } else { IndicatorState::NotAchieved };
        let of_schools = if self.target.unit == Unit::Percent {
            " по всем школам муниципалитета"
        } else {
            ""
        };
        say(state, format!("по школе — {}, {}{of_schools}", say::fact(self.fact), say::target(self.target)))
    }

    fn at_least(&self, threshold: Option<i32>) -> Judgement {
        let threshold = hundredths(threshold, self.target);
        let Some(now) = Amount::of(self.fact, self.target.unit) else { return self.wrong_unit() };
        let need = now.least_units(threshold);
        self.reached(now.units() >= need, || match now.most_units() {
            Some(all) if need > all => "такой доли не бывает: проверьте цель".to_owned(),
            _ => format!("не хватает {}", self.difference(need - now.units())),
        })
    }

    fn at_most(&self) -> Judgement {
        let threshold = hundredths(self.target.value, self.target);
        let Some(now) = Amount::of(self.fact, self.target.unit) else { return self.wrong_unit() };
        let limit = now.most_within(threshold);
        self.reached(now.units() <= limit, || format!("больше на {}", self.difference(now.units() - limit)))
    }

    fn exactly(&self) -> Judgement {
        let threshold = hundredths(self.target.value, self.target);
        let Some(now) = Amount::of(self.fact, self.target.unit) else { return self.wrong_unit() };
        self.reached(now.compare(threshold) == Ordering::Equal, || "не совпадает".to_owned())
    }

    fn baseline_plus(&self) -> Judgement {
        let Some(base) = self.baseline else { return self.no_baseline() };
        let (Fact::Count { value: now }, Fact::Count { value: base }) = (self.fact, base) else {
            return self.wrong_unit();
        };
        let need = i64::from(*base) + i64::from(self.target.plus.unwrap_or(0));
        let now = i64::from(*now);
        self.reached(now >= need, || format!("нужно {need}, не хватает {}", self.noun.after(need - now)))
    }

    fn change(&self) -> Judgement {
        let Some(before) = self.previous else {
            return self.no_data("нет данных прошлого периода для сравнения");
        };
        let Some((now, then)) = common(self.fact, before) else { return self.wrong_unit() };
        let reached = if self.target.cmp == Cmp::Increase { now > then } else { now < then };
        let how = match now.cmp(&then) {
            Ordering::Less => "снижение",
            Ordering::Equal => "без изменений",
            Ordering::Greater => "рост",
        };
        self.moved(before, reached, how)
    }

    /// So many units or percent points more or less than the base.
    fn changed_by(&self) -> Judgement {
        let zero = Fact::Count { value: 0 };
        let from_zero = self.target.baseline == Some(Baseline::Initial)
            && self.target.cmp == Cmp::IncreaseAbsGte
            && matches!(self.fact, Fact::Count { .. });
        let Some(before) = self.baseline.or(from_zero.then_some(&zero)) else { return self.no_baseline() };
        let unit = self.target.unit;
        let amounts = Amount::of(self.fact, unit).zip(Amount::of(before, unit));
        let Some((now, base)) = amounts.filter(|_| same_kind(self.fact, before)) else {
            return self.wrong_unit();
        };
        let threshold = hundredths(self.target.value, self.target);
        let text = format!("было {}, стало {}", say::fact(before), say::fact(self.fact));
        let (state, lack) = if self.target.cmp == Cmp::IncreaseAbsGte {
            let need = now.least_units_above(base, threshold);
            lacking(need - now.units(), |n| format!(": не хватает {}", self.difference(n)))
        } else {
            let limit = now.most_units_below(base, threshold);
            lacking(now.units() - limit, |n| format!(": больше на {}", self.difference(n)))
        };
        let lack = if state == IndicatorState::Achieved { ": достигнуто".to_owned() } else { lack };
        say(state, format!("{text}, {}{lack}", say::target(self.target)))
    }

    /// So many per cent of the base more or less than the base.
    fn changed_by_part(&self) -> Judgement {
        let Some(before) = self.baseline else { return self.no_baseline() };
        let Some((now, start)) = common(self.fact, before) else { return self.wrong_unit() };
        let fall = self.target.cmp == Cmp::DecreaseRelGte;
        let change = if fall { start - now } else { now - start };
        let threshold = hundredths(self.target.value, self.target);
        let nothing_to_lower = start == 0 && fall;
        let reached = nothing_to_lower || change * 10_000 >= threshold * start;
        let how = match (start, now.cmp(&start)) {
            (0, Ordering::Equal) => "и на старте, и сейчас — 0".to_owned(),
            (0, Ordering::Greater) if fall => "снижать было нечего, с тех пор рост с нуля".to_owned(),
            (0, _) => "рост с нуля".to_owned(),
            (_, Ordering::Equal) => "без изменений".to_owned(),
            (_, Ordering::Greater) => format!("рост на {}", part(now - start, start, threshold)),
            (_, Ordering::Less) => format!("снижение на {}", part(start - now, start, threshold)),
        };
        self.moved(before, reached, &how)
    }

    /// «было 10, стало 8: снижение на 20,0 %, цель — снижение не менее чем на 30 %».
    fn moved(&self, before: &Fact, reached: bool, how: &str) -> Judgement {
        let state = if reached { IndicatorState::Achieved } else { IndicatorState::NotAchieved };
        let text = format!("было {}, стало {}: {how}", say::fact(before), say::fact(self.fact));
        say(state, format!("{text}, {}", say::target(self.target)))
    }

    fn reached(&self, yes: bool, lack: impl FnOnce() -> String) -> Judgement {
        let text = format!("{}, {}", say::fact_beside(self.fact, self.target), say::target(self.target));
        if yes {
            return say(IndicatorState::Achieved, format!("{text}: достигнуто"));
        }
        let lack = lack();
        let text = if lack.is_empty() { text } else { format!("{text}: {lack}") };
        say(IndicatorState::NotAchieved, text)
    }

    fn difference(&self, difference: i128) -> String {
        let difference = i64::try_from(difference).unwrap_or(i64::MAX);
        match self.target.unit {
            Unit::Score | Unit::Mark => super::decimal(difference),
            _ => self.noun.after(difference),
        }
    }

    fn counted(&self) -> i64 {
        match *self.fact {
            Fact::Share { numerator, .. } => i64::from(numerator),
            Fact::Count { value } => i64::from(value),
            Fact::Flag { value } => i64::from(value),
            Fact::Score { hundredths } => i64::from(hundredths),
        }
    }

    fn no_baseline(&self) -> Judgement {
        let base = self.target.baseline.map_or("исходные данные", Words::label);
        self.no_data(&format!("не с чем сравнить: не внесено «{base}»"))
    }

    fn wrong_unit(&self) -> Judgement {
        let wanted = match self.target.unit {
            Unit::Percent => "долей: сколько из скольких",
            Unit::Count | Unit::People => "числом",
            Unit::Score | Unit::Mark => "баллом",
            Unit::Bool | Unit::Text => "ответом «да» или «нет»",
        };
        self.no_data(&format!("нельзя сравнить с целью: внесите значение {wanted}"))
    }

    fn no_data(&self, why: &str) -> Judgement {
        say(IndicatorState::NoData, format!("{}; {}; {why}", say::fact(self.fact), say::target(self.target)))
    }
}

fn lacking(missing: i128, words: impl FnOnce(i128) -> String) -> (IndicatorState, String) {
    if missing <= 0 {
        return (IndicatorState::Achieved, String::new());
    }
    (IndicatorState::NotAchieved, words(missing))
}

/// A part in percent that never contradicts its threshold.
fn part(change: i128, start: i128, threshold: i128) -> String {
    let small = |number| i64::try_from(number).ok();
    match (small(change), small(start), small(threshold)) {
        (Some(change), Some(start), threshold) => super::number::percent_beside(change, start, threshold),
        _ => "очень много".to_owned(),
    }
}

fn same_kind(one: &Fact, other: &Fact) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}

/// Two facts of one kind over a common denominator; none of different kinds or with nobody counted.
fn common(one: &Fact, other: &Fact) -> Option<(i128, i128)> {
    let fraction = |fact: &Fact| match *fact {
        Fact::Share { denominator: 0, .. } | Fact::Flag { .. } => None,
        Fact::Share { numerator, denominator } => Some((i128::from(numerator), i128::from(denominator))),
        Fact::Count { value } => Some((i128::from(value), 1)),
        Fact::Score { hundredths } => Some((i128::from(hundredths), 1)),
    };
    if !same_kind(one, other) {
        return None;
    }
    let ((over, under), (other_over, other_under)) = (fraction(one)?, fraction(other)?);
    Some((over * other_under, other_over * under))
}
