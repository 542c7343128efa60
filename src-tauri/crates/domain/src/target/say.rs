//! Facts and targets in words.

use super::number::{decimal, percent, percent_beside};
use super::{Baseline, Cmp, Fact, Target, Unit};

/// What is counted, in the genitive: «не хватает 1 педагога», «не хватает 5 педагогов».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// With 1, 21, 31…
    pub one: &'static str,
    /// With other numbers.
    pub many: &'static str,
}

impl Noun {
    /// No noun: «не хватает 3».
    pub const NEUTRAL: Self = Self { one: "", many: "" };
    /// Teachers.
    pub const TEACHERS: Self = Self { one: "педагога", many: "педагогов" };
    /// Pupils.
    pub const PUPILS: Self = Self { one: "обучающегося", many: "обучающихся" };
    /// Parents.
    pub const PARENTS: Self = Self { one: "родителя", many: "родителей" };

    pub(super) fn after(self, n: i64) -> String {
        let word = if n % 10 == 1 && n % 100 != 11 { self.one } else { self.many };
        if word.is_empty() { n.to_string() } else { format!("{n}\u{a0}{word}") }
    }
}

impl Fact {
    /// «13 из 20 = 65,0 %», «12», «да», «3,85».
    pub fn words(&self) -> String {
        fact(self)
    }
}

impl Target {
    /// «не менее 70 %», «да», «80–100 %», «рост»; the programme's own words where no threshold is set.
    pub fn words(&self) -> String {
        if self.cmp == Cmp::Track {
            return self.raw.trim().to_owned();
        }
        if let (Cmp::Baseline, Some(base)) = (self.cmp, self.baseline) {
            return crate::words::Words::label(base).to_owned();
        }
        let said = target(self);
        let words = said.strip_prefix("цель — ").or_else(|| said.strip_prefix("цель ")).unwrap_or(&said);
        match self.level_at_least.as_deref() {
            Some("medium") => format!("{words} с уровнем не ниже среднего"),
            _ => words.to_owned(),
        }
    }
}

/// «13 из 20 = 65,0 %», «12», «да», «3,85».
pub(super) fn fact(fact: &Fact) -> String {
    match *fact {
        Fact::Share { numerator, denominator } => {
            format!("{numerator} из {denominator} = {}", percent(numerator, denominator))
        }
        Fact::Count { value } => signed(i64::from(value)),
        Fact::Flag { value: true } => "да".to_owned(),
        Fact::Flag { value: false } => "нет".to_owned(),
        Fact::Score { hundredths } => decimal(hundredths),
    }
}

/// As [`fact`], told so exactly that it does not contradict the threshold of the target.
pub(super) fn fact_beside(fact: &Fact, target: &Target) -> String {
    match *fact {
        Fact::Share { numerator, denominator } if target.unit == Unit::Percent => {
            let threshold = target.value.or(target.min);
            let threshold = threshold.map(i64::from).map(|n| if target.hundredths { n } else { n * 100 });
            let percent = percent_beside(numerator.into(), denominator.into(), threshold);
            format!("{numerator} из {denominator} = {percent}")
        }
        _ => self::fact(fact),
    }
}

/// «цель не менее 70 %», «цель — рост».
pub(super) fn target(target: &Target) -> String {
    let number = |value: Option<i32>| amount(value, target);
    match target.cmp {
        Cmp::Gte => match (target.plus, target.baseline) {
            (Some(plus), Some(base)) => {
                format!("цель не менее «{} + {plus}»", crate::words::Words::label(base))
            }
            _ => format!("цель не менее {}", number(target.value)),
        },
        Cmp::Lte => format!("цель не более {}", number(target.value)),
        Cmp::Eq => format!("цель {}", number(target.value)),
        Cmp::Between if target.max.is_none() => format!("цель не менее {}", number(target.min)),
        Cmp::Between if target.min == target.max => format!("цель {}", number(target.min)),
        Cmp::Between => format!("цель {}–{}", bare(target.min, target), number(target.max)),
        Cmp::IsTrue => "цель — да".to_owned(),
        Cmp::Increase => "цель — рост".to_owned(),
        Cmp::Decrease => "цель — снижение".to_owned(),
        Cmp::IncreaseAbsGte if target.value == Some(0) => format!("цель — не ниже, чем {}", base(target)),
        Cmp::DecreaseAbsGte if target.value == Some(0) => format!("цель — не выше, чем {}", base(target)),
        Cmp::IncreaseAbsGte => format!("цель — рост не менее чем на {}{}", points(target), since(target)),
        Cmp::DecreaseAbsGte => format!("цель — снижение не менее чем на {}{}", points(target), since(target)),
        Cmp::IncreaseRelGte => format!("цель — рост не менее чем на {}\u{a0}%", bare(target.value, target)),
        Cmp::DecreaseRelGte => {
            format!("цель — снижение не менее чем на {}\u{a0}%", bare(target.value, target))
        }
        Cmp::Baseline => "исходные данные".to_owned(),
        Cmp::Track => "цель не задана".to_owned(),
    }
}

/// A number of the target with its unit: «70 %», «3», «3,5».
fn amount(value: Option<i32>, target: &Target) -> String {
    match target.unit {
        Unit::Percent => format!("{}\u{a0}%", bare(value, target)),
        _ => bare(value, target),
    }
}

/// A number of the target alone.
fn bare(value: Option<i32>, target: &Target) -> String {
    let value = i64::from(value.unwrap_or(0));
    if target.counts_hundredths() { decimal(value) } else { signed(value) }
}

/// A difference of shares is in percent points.
fn points(target: &Target) -> String {
    match target.unit {
        Unit::Percent => format!("{}\u{a0}п.\u{a0}п.", bare(target.value, target)),
        _ => bare(target.value, target),
    }
}

fn base(target: &Target) -> &'static str {
    match target.baseline {
        Some(Baseline::Previous) => "в прошлом периоде",
        Some(Baseline::SchoolPlan) => "в плане работы школы",
        Some(Baseline::StartDiagnostics) => "в стартовой диагностике",
        _ => "в исходных данных",
    }
}

fn since(target: &Target) -> &'static str {
    match target.baseline {
        Some(Baseline::Previous) => " к прошлому периоду",
        _ => "",
    }
}

fn signed(value: i64) -> String {
    if value < 0 { format!("−{}", value.unsigned_abs()) } else { value.to_string() }
}
