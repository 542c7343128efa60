//! Is the target reached? Compared exactly, told in words.

use super::say::{self, Noun};
use super::{Cmp, Fact, IndicatorState, Target, Unit};
use crate::words::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
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

/// A fact as a fraction: a share, a number over one, a score over a hundred.
#[derive(Clone, Copy)]
struct Fraction {
    over: i64,
    under: i64,
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
            Cmp::IsTrue => self.reached(self.numerator() > 0, String::new),
            Cmp::Gte if self.target.plus.is_some() => self.baseline_plus(),
            Cmp::Gte => self.at_least(self.target.value.unwrap_or(0)),
            Cmp::Between => self.at_least(self.target.min.unwrap_or(0)),
            Cmp::Lte => self.at_most(self.target.value.unwrap_or(0)),
            Cmp::Eq => self.exactly(self.target.value.unwrap_or(0)),
            Cmp::Increase | Cmp::Decrease => self.change(),
            Cmp::IncreaseAbsGte => self.grown_by(self.target.value.unwrap_or(0)),
            Cmp::DecreaseRelGte => self.fallen_by(self.target.value.unwrap_or(0)),
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

    fn at_least(&self, threshold: i32) -> Judgement {
        let Some((now, need)) = self.now_and_threshold(threshold) else { return self.wrong_unit() };
        self.reached(now >= need, || format!("не хватает {}", self.difference(need - now)))
    }

    fn at_most(&self, threshold: i32) -> Judgement {
        let Some((now, _)) = self.now_and_threshold(threshold) else { return self.wrong_unit() };
        let limit = match *self.fact {
            Fact::Share { denominator, .. } if self.target.unit == Unit::Percent => {
                (i64::from(threshold) * i64::from(denominator)).div_euclid(100)
            }
            _ => i64::from(threshold),
        };
        self.reached(now <= limit, || format!("больше на {}", self.difference(now - limit)))
    }

    fn exactly(&self, threshold: i32) -> Judgement {
        let equal = match *self.fact {
            Fact::Share { numerator, denominator } if self.target.unit == Unit::Percent => {
                i64::from(numerator) * 100 == i64::from(threshold) * i64::from(denominator)
            }
            _ => match self.now_and_threshold(threshold) {
                Some((now, need)) => now == need,
                None => return self.wrong_unit(),
            },
        };
        self.reached(equal, || "не совпадает".to_owned())
    }

    /// The fact and the least fact that reaches the threshold, both in the fact's own whole units.
    fn now_and_threshold(&self, threshold: i32) -> Option<(i64, i64)> {
        let threshold = i64::from(threshold);
        match (*self.fact, self.target.unit) {
            (Fact::Share { numerator, denominator }, Unit::Percent) => {
                Some((i64::from(numerator), (threshold * i64::from(denominator) + 99).div_euclid(100)))
            }
            (Fact::Share { numerator, .. }, Unit::Count | Unit::People) => {
                Some((i64::from(numerator), threshold))
            }
            (Fact::Count { value }, Unit::Count | Unit::People) => Some((i64::from(value), threshold)),
            (Fact::Score { hundredths }, Unit::Score | Unit::Mark) => {
                Some((i64::from(hundredths), threshold))
            }
            _ => None,
        }
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
        let Some((now, then)) = fractions(self.fact, before) else { return self.wrong_unit() };
        let (now, then) = (now.over * then.under, then.over * now.under);
        let reached = if self.target.cmp == Cmp::Increase { now > then } else { now < then };
        let how = match now.cmp(&then) {
            std::cmp::Ordering::Less => "снижение",
            std::cmp::Ordering::Equal => "без изменений",
            std::cmp::Ordering::Greater => "рост",
        };
        let text = format!("было {}, стало {}: {how}", say::fact(before), say::fact(self.fact));
        let state = if reached { IndicatorState::Achieved } else { IndicatorState::NotAchieved };
        say(state, format!("{text}, {}", say::target(self.target)))
    }

    fn grown_by(&self, threshold: i32) -> Judgement {
        let base = self.baseline.copied().unwrap_or(Fact::Count { value: 0 });
        let (Fact::Count { value: now }, Fact::Count { value: base }) = (*self.fact, base) else {
            return self.wrong_unit();
        };
        let grown = i64::from(now) - i64::from(base);
        let need = i64::from(threshold);
        self.reached(grown >= need, || format!("было {base}, не хватает {}", self.noun.after(need - grown)))
    }

    fn fallen_by(&self, threshold: i32) -> Judgement {
        let Some(before) = self.baseline else { return self.no_baseline() };
        let Some((now, base)) = fractions(self.fact, before) else { return self.wrong_unit() };
        let (now, start) = (now.over * base.under, base.over * now.under);
        let text = format!("было {}, стало {}", say::fact(before), say::fact(self.fact));
        let reached = start == 0 || (start - now) * 100 >= i64::from(threshold) * start;
        let state = if reached { IndicatorState::Achieved } else { IndicatorState::NotAchieved };
        let fall = match start {
            0 => "на старте никого".to_owned(),
            _ if now > start => format!("рост на {}", super::percent(now - start, start)),
            _ => format!("снижение на {}", super::percent(start - now, start)),
        };
        say(state, format!("{text}: {fall}, {}", say::target(self.target)))
    }

    fn reached(&self, yes: bool, lack: impl FnOnce() -> String) -> Judgement {
        let text = format!("{}, {}", say::fact(self.fact), say::target(self.target));
        if yes {
            return say(IndicatorState::Achieved, format!("{text}: достигнуто"));
        }
        let lack = lack();
        let text = if lack.is_empty() { text } else { format!("{text}: {lack}") };
        say(IndicatorState::NotAchieved, text)
    }

    fn difference(&self, difference: i64) -> String {
        match self.target.unit {
            Unit::Score | Unit::Mark => super::decimal(difference),
            _ => self.noun.after(difference),
        }
    }

    fn numerator(&self) -> i64 {
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

/// Two facts of one kind as fractions; none of different kinds or with nobody counted.
fn fractions(one: &Fact, other: &Fact) -> Option<(Fraction, Fraction)> {
    let fraction = |fact: &Fact| match *fact {
        Fact::Share { denominator: 0, .. } | Fact::Flag { .. } => None,
        Fact::Share { numerator, denominator } => {
            Some(Fraction { over: i64::from(numerator), under: i64::from(denominator) })
        }
        Fact::Count { value } => Some(Fraction { over: i64::from(value), under: 1 }),
        Fact::Score { hundredths } => Some(Fraction { over: i64::from(hundredths), under: 100 }),
    };
    let same_kind = std::mem::discriminant(one) == std::mem::discriminant(other);
    if same_kind { Some((fraction(one)?, fraction(other)?)) } else { None }
}
