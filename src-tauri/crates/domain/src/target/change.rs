//! How a fact changed, in words with a sign.

use std::cmp::Ordering;

use super::number::{decimal, percent};
use super::{Cmp, Fact, Target};

/// Which way a fact moved and by how much: «+12,5 п. п.», «на 3 меньше», «без изменений».
/// None between facts of different kinds and where nobody was counted.
pub fn change(before: &Fact, now: &Fact) -> Option<(Ordering, String)> {
    let (way, words) = match (*before, *now) {
        (Fact::Flag { value: before }, Fact::Flag { value: now }) => {
            let words = if now {
                "было «нет», стало «да»"
            } else {
                "было «да», стало «нет»"
            };
            (now.cmp(&before), words.to_owned())
        }
        (Fact::Count { value: before }, Fact::Count { value: now }) => {
            let (before, now) = (i64::from(before), i64::from(now));
            (now.cmp(&before), by((now - before).abs().to_string(), now > before))
        }
        (Fact::Score { hundredths: before }, Fact::Score { hundredths: now }) => {
            let (before, now) = (i64::from(before), i64::from(now));
            (now.cmp(&before), by(decimal((now - before).abs()), now > before))
        }
        (Fact::Share { .. }, Fact::Share { .. }) => points(before, now)?,
        _ => return None,
    };
    Some((way, if way == Ordering::Equal { "без изменений".to_owned() } else { words }))
}

fn by(number: String, more: bool) -> String {
    format!("на {number} {}", if more { "больше" } else { "меньше" })
}

/// The difference of two shares in percent points.
fn points(before: &Fact, now: &Fact) -> Option<(Ordering, String)> {
    let (Fact::Share { numerator: a, denominator: b }, Fact::Share { numerator: c, denominator: d }) =
        (*before, *now)
    else {
        return None;
    };
    if b == 0 || d == 0 {
        return None;
    }
    let (over, under) =
        (i128::from(c) * i128::from(b) - i128::from(a) * i128::from(d), i128::from(b) * i128::from(d));
    let way = over.cmp(&0);
    let sign = if way == Ordering::Less { '−' } else { '+' };
    let (over, under) = shortened(over.abs(), under);
    let number = percent(over, under);
    let number = number.trim_end_matches('%').trim_end_matches('\u{a0}');
    Some((way, format!("{sign}{number}\u{a0}п.\u{a0}п.")))
}

/// The fraction in numbers that fit, shortened by the same power of two.
fn shortened(over: i128, under: i128) -> (i64, i64) {
    let mut shift = 0;
    while (under >> shift) > i128::from(i64::MAX) {
        shift += 1;
    }
    let fit = |number: i128| i64::try_from(number >> shift).unwrap_or(i64::MAX);
    (fit(over), fit(under))
}

impl Target {
    /// Which way is good: greater, less, or not said.
    pub fn wants(&self) -> Option<Ordering> {
        match self.cmp {
            Cmp::Gte | Cmp::Between | Cmp::IsTrue => Some(Ordering::Greater),
            Cmp::Increase | Cmp::IncreaseAbsGte | Cmp::IncreaseRelGte => Some(Ordering::Greater),
            Cmp::Lte | Cmp::Decrease | Cmp::DecreaseAbsGte | Cmp::DecreaseRelGte => Some(Ordering::Less),
            Cmp::Eq | Cmp::Baseline | Cmp::Track => None,
        }
    }
}
