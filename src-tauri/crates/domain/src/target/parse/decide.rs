//! From words and numbers to a formal target.

use std::cmp::Ordering;

use super::lex::{Number, Token};
use super::numbers::{Lead, Quantity, quantities};
use super::words;
use crate::target::{Baseline, Cmp, Target, Unit};

/// A target text taken apart.
pub(super) struct Decision<'a> {
    pub(super) raw: &'a str,
    pub(super) unit: Unit,
    pub(super) tokens: &'a [Token],
    /// Title of the indicator.
    pub(super) title: &'a [Token],
}

impl Decision<'_> {
    pub(super) fn target(&self) -> Target {
        if !self.tokens.iter().any(|token| !matches!(token, Token::Sign('-' | '.' | '_'))) {
            return self.blank(Cmp::Track);
        }
        if words::words(self.tokens).any(|word| word.starts_with(|c: char| c.is_ascii_digit())) {
            return self.unread("такого числа программа не понимает");
        }
        let quantities = quantities(self.tokens);
        let target = match quantities.as_slice() {
            [] => self.wordy(),
            [one] => self.one(one),
            [one, two] => self.two(one, two),
            _ => self.unread("в тексте несколько чисел"),
        };
        self.checked(target)
    }

    /// No number at all.
    fn wordy(&self) -> Target {
        let base = words::base(self.tokens);
        let direction = words::direction(self.tokens);
        let has = |stems: &[&str]| words::has(self.tokens, stems);
        if words::beside_others(self.tokens) {
            return self.unread("сравнивается с показателем района или региона, которого в программе нет");
        }
        if words::middle_level(self.tokens) {
            return self.unread("не сказано, какая доля должна быть не ниже среднего");
        }
        if base == Some(Baseline::Previous) && has(&["не"]) && has(&["ниже", "меньше", "хуже"])
        {
            return self.changed(Cmp::IncreaseAbsGte, Number::whole(0), self.unit, base);
        }
        if base == Some(Baseline::Previous) && has(&["не"]) && has(&["выше", "больше"]) {
            return self.changed(Cmp::DecreaseAbsGte, Number::whole(0), self.unit, base);
        }
        match direction {
            Err(()) => return self.unread("в тексте и рост, и снижение или их отсутствие"),
            Ok(Some(Ordering::Greater)) => return self.blank(Cmp::Increase),
            Ok(Some(_)) => return self.blank(Cmp::Decrease),
            Ok(None) => {}
        }
        if has(&["факт"]) {
            return Target { baseline: Some(Baseline::Actual), ..self.blank(Cmp::Baseline) };
        }
        if base.is_some() && has(&["данн", "диагностик", "согласно", "значен", "показател", "уров"])
        {
            return Target { baseline: base, ..self.blank(Cmp::Baseline) };
        }
        if words::is_yes(self.tokens) || (self.unit == Unit::Bool && !words::is_no(self.tokens)) {
            return Target { unit: Unit::Bool, ..self.blank(Cmp::IsTrue) };
        }
        if words::words(self.tokens).eq(["нет"]) {
            return Target {
                note: "на этом этапе результат не ожидается".into(), ..self.blank(Cmp::Track)
            };
        }
        if words::is_observation(self.tokens) { self.blank(Cmp::Track) } else { self.unread("") }
    }

    /// One number.
    fn one(&self, one: &Quantity) -> Target {
        if words::beside_others(self.tokens) {
            return self.unread("сравнивается с показателем района или региона, которого в программе нет");
        }
        if one.lead == Lead::Times || one.times {
            return self.times(one);
        }
        let Ok(own) = words::direction(self.tokens) else {
            return self.unread("в тексте и рост, и снижение или их отсутствие");
        };
        let base = words::base(self.tokens);
        match (one.lead, own, base) {
            (Lead::About, ..) => self.unread("число названо приблизительно"),
            (Lead::Plus, _, Some(Baseline::SchoolPlan)) => self.above_plan(one),
            (_, _, Some(Baseline::SchoolPlan)) => self.unread("не ясно, как считать от плана"),
            (Lead::Plus, ..) => self.moved(one, Ordering::Greater, base),
            (Lead::Minus, ..) => self.unread("не ясно, минус это или тире"),
            (Lead::By, Some(way), _) => self.moved(one, way, base),
            (Lead::By, None, _) => match self.title_way() {
                Some(way) => self.moved(one, way, base),
                None => self.unread("не сказано, рост это или снижение"),
            },
            (Lead::AtLeast | Lead::None, way, Some(_)) => match way.or(self.title_way()) {
                Some(way) => self.moved(one, way, base),
                None => self.unread("не сказано, рост это или снижение"),
            },
            (Lead::UpTo, Some(Ordering::Greater), _) => self.bound(Cmp::Gte, one),
            (Lead::UpTo, Some(_), _) => self.bound(Cmp::Lte, one),
            (_, _, Some(_)) => self.unread("не ясно, от чего считать"),
            (Lead::None, Some(_), _) => self.unread("не ясно, «на» столько или «до» стольких"),
            (lead, ..) => self.threshold(lead, one),
        }
    }

    /// A plain threshold.
    fn threshold(&self, lead: Lead, one: &Quantity) -> Target {
        let whole = self.steps(one);
        let strict = |cmp, words: &str| Target {
            ambiguous: true,
            note: format!("«{words}» прочитано вместе с самим числом"),
            ..self.bound(cmp, one)
        };
        let shifted =
            |by: i64| Quantity { number: Number { hundredths: one.number.hundredths + by * 100 }, ..*one };
        match lead {
            Lead::Above if whole => self.bound(Cmp::Gte, &shifted(1)),
            Lead::Below if whole => self.bound(Cmp::Lte, &shifted(-1)),
            Lead::Above => strict(Cmp::Gte, "более"),
            Lead::Below => strict(Cmp::Lte, "менее"),
            Lead::AtMost | Lead::UpTo => self.bound(Cmp::Lte, one),
            Lead::AtLeast | Lead::From => self.bound(Cmp::Gte, one),
            _ if one.number.hundredths == 0 => self.zero(one),
            _ if self.title_way() == Some(Ordering::Less) => Target {
                ambiguous: true,
                note: "показатель снижается, поэтому число прочитано как «не более»".into(),
                ..self.bound(Cmp::Lte, one)
            },
            _ => self.bound(Cmp::Gte, one),
        }
    }

    /// «0»: nobody is to be left, or nothing is expected yet.
    fn zero(&self, one: &Quantity) -> Target {
        let unit = self.unit_of(one);
        if self.title_way() == Some(Ordering::Less) {
            return self.bound(Cmp::Lte, one);
        }
        if unit == Unit::Percent {
            return Target { min: Some(0), max: Some(0), unit, ..self.blank(Cmp::Between) };
        }
        self.unread("не ясно, ноль — это цель или результат пока не ожидается")
    }

    /// Two numbers: the ends of a range, or from what to what.
    fn two(&self, one: &Quantity, two: &Quantity) -> Target {
        let range =
            matches!((one.lead, two.lead), (Lead::None | Lead::From, Lead::Dash) | (Lead::From, Lead::UpTo));
        let unit = two.unit.or(one.unit);
        let same = one.unit.is_none() || one.unit == two.unit;
        if !range || !same || one.times || two.times || one.points || two.points {
            return self.unread("в тексте несколько чисел");
        }
        let two = Quantity { unit, ..*two };
        match words::direction(self.tokens) {
            Ok(Some(Ordering::Greater)) if two.lead == Lead::UpTo => self.bound(Cmp::Gte, &two),
            Ok(Some(Ordering::Less)) if two.lead == Lead::UpTo => self.bound(Cmp::Lte, &two),
            Ok(None) => self.between(one, &two),
            _ => self.unread("не ясно, рост это или диапазон"),
        }
    }

    fn between(&self, one: &Quantity, two: &Quantity) -> Target {
        let unit = self.unit_of(two);
        let hundredths = !(is_decimal(unit) || one.number.is_whole() && two.number.is_whole());
        let number = |number: Number| stored(number, unit, hundredths);
        match (number(one.number), number(two.number)) {
            (Some(min), Some(max)) if min <= max => {
                Target { min: Some(min), max: Some(max), unit, hundredths, ..self.blank(Cmp::Between) }
            }
            _ => self.unread("концы диапазона не по порядку"),
        }
    }

    /// «в 2 раза больше», «2 раза в год».
    fn times(&self, one: &Quantity) -> Target {
        if one.lead != Lead::Times {
            return self.unread("это частота, а не число");
        }
        let own = match words::direction(self.tokens) {
            Ok(own) => own,
            Err(()) => return self.unread("в тексте и рост, и снижение или их отсутствие"),
        };
        let more = words::has(self.tokens, &["больш", "выше"]).then_some(Ordering::Greater);
        let less = words::has(self.tokens, &["меньш", "ниже"]).then_some(Ordering::Less);
        let factor = one.number.hundredths;
        let base = words::base(self.tokens);
        match own.or(more).or(less).or(self.title_way()) {
            Some(Ordering::Greater) if factor > 100 => self.changed(
                Cmp::IncreaseRelGte,
                Number { hundredths: (factor - 100) * 100 },
                Unit::Percent,
                base,
            ),
            // A third of the base is no whole number of hundredths: it stays unread.
            Some(Ordering::Less) if factor > 100 && (1_000_000 % factor) == 0 => {
                let part = Number { hundredths: 10_000 - 1_000_000 / factor };
                self.changed(Cmp::DecreaseRelGte, part, Unit::Percent, base)
            }
            _ => self.unread("не ясно, во сколько раз и в какую сторону"),
        }
    }

    /// «+2 к плану».
    fn above_plan(&self, one: &Quantity) -> Target {
        let unit = match self.unit_of(one) {
            Unit::Percent => return self.unread("не ясно, как прибавить проценты к плану"),
            unit => unit,
        };
        match stored(one.number, unit, false) {
            Some(plus) => {
                let baseline = Some(Baseline::SchoolPlan);
                Target { plus: Some(plus), baseline, unit, ..self.blank(Cmp::Gte) }
            }
            None => self.unread(""),
        }
    }

    /// So much more or less: percent points of a share, per cent of a number, pieces.
    fn moved(&self, one: &Quantity, way: Ordering, base: Option<Baseline>) -> Target {
        let up = way == Ordering::Greater;
        let absolute = if up { Cmp::IncreaseAbsGte } else { Cmp::DecreaseAbsGte };
        let relative = if up { Cmp::IncreaseRelGte } else { Cmp::DecreaseRelGte };
        let unit = self.unit_of(one);
        let of_base = words::has(self.tokens, &["от"]) && base.is_some();
        if unit != Unit::Percent || one.points {
            return self.changed(absolute, one.number, unit, base);
        }
        if self.unit != Unit::Percent || of_base {
            return self.changed(relative, one.number, Unit::Percent, base);
        }
        Target {
            ambiguous: true,
            note: "проценты прочитаны как процентные пункты; возможно, имелись в виду проценты от базы"
                .into(),
            ..self.changed(absolute, one.number, unit, base)
        }
    }

    fn changed(&self, cmp: Cmp, number: Number, unit: Unit, base: Option<Baseline>) -> Target {
        let hundredths = !is_decimal(unit) && !number.is_whole();
        let Some(value) = stored(number, unit, hundredths) else { return self.unread("") };
        let baseline = Some(base.unwrap_or(Baseline::Initial));
        Target { value: Some(value), baseline, unit, hundredths, ..self.blank(cmp) }
    }

    fn bound(&self, cmp: Cmp, one: &Quantity) -> Target {
        let unit = self.unit_of(one);
        let hundredths = !is_decimal(unit) && !one.number.is_whole();
        let Some(value) = stored(one.number, unit, hundredths) else { return self.unread("") };
        let level = words::middle_level(self.tokens).then(|| "medium".to_owned());
        Target { value: Some(value), unit, hundredths, level_at_least: level, ..self.blank(cmp) }
    }

    /// The unit behind the number, else that of the indicator.
    fn unit_of(&self, one: &Quantity) -> Unit {
        match (one.unit, self.unit) {
            (Some(Unit::Count | Unit::People), Unit::People) => Unit::People,
            (Some(Unit::Count | Unit::People), Unit::Count) => Unit::Count,
            (Some(Unit::Score), Unit::Mark) => Unit::Mark,
            (Some(unit), _) => unit,
            (None, Unit::Bool | Unit::Text) => Unit::Count,
            (None, unit) => unit,
        }
    }

    /// What is counted grows by whole steps, so that «более 3» is «не менее 4».
    fn steps(&self, one: &Quantity) -> bool {
        matches!(self.unit_of(one), Unit::Count | Unit::People) && one.number.is_whole()
    }

    fn title_way(&self) -> Option<Ordering> {
        words::direction(self.title).ok().flatten()
    }

    /// What reads well but may not be meant so.
    fn checked(&self, target: Target) -> Target {
        let share = target.unit == Unit::Percent;
        let most = if target.hundredths { 10_000 } else { 100 };
        let bounds = [target.value, target.min, target.max];
        let threshold = matches!(target.cmp, Cmp::Gte | Cmp::Lte | Cmp::Between);
        if threshold && share && bounds.iter().flatten().any(|value| *value > most) {
            return self.unread("больше 100 %");
        }
        if target.cmp != Cmp::Track && words::is_recurring(self.tokens) {
            let note = super::joined(&target.note, "сравнивается значение, внесённое на этапе");
            return Target { ambiguous: true, note, ..target };
        }
        target
    }

    fn unread(&self, why: &str) -> Target {
        let note = if why.is_empty() {
            "цель не прочитана".to_owned()
        } else {
            format!("цель не прочитана: {why}")
        };
        Target { ambiguous: true, note, ..self.blank(Cmp::Track) }
    }

    fn blank(&self, cmp: Cmp) -> Target {
        Target {
            raw: self.raw.to_owned(),
            cmp,
            value: None,
            min: None,
            max: None,
            plus: None,
            unit: self.unit,
            baseline: None,
            level_at_least: None,
            hundredths: false,
            ambiguous: false,
            note: String::new(),
        }
    }
}

/// Scores and marks are always kept in hundredths.
fn is_decimal(unit: Unit) -> bool {
    matches!(unit, Unit::Score | Unit::Mark)
}

/// The number as a target keeps it.
fn stored(number: Number, unit: Unit, hundredths: bool) -> Option<i32> {
    let whole = !hundredths && !is_decimal(unit);
    if whole && !number.is_whole() {
        return None;
    }
    i32::try_from(if whole { number.hundredths / 100 } else { number.hundredths }).ok()
}
