//! Terms without a date of their own: another plan, a request, a condition.

use super::item::Item;
use super::lex::Token;
use super::lexicon::T;
use super::nominative;
use super::{dates, pace};
use crate::term::Segment;

/// The text and its tokens.
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) kinds: &'a [T],
}

impl Source<'_> {
    /// A phrase that begins at a token, and the token after it.
    pub(super) fn phrase(&self, at: usize) -> Option<(Item, usize)> {
        self.within(at).or_else(|| self.demand(at)).or_else(|| self.after(at)).or_else(|| self.plan(at))
    }

    fn low(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.low.as_str())
    }

    /// Words from one token up to another, as they are written.
    pub(super) fn words(&self, from: usize, to: usize) -> &str {
        let Some(last) = self.tokens.get(..to).and_then(|tokens| tokens[from.min(to)..].last()) else {
            return "";
        };
        let mut end = last.at.1;
        let tail = &self.text[end..];
        let quote =
            tail.chars().take_while(|c| matches!(c, '»' | '"' | '”')).map(char::len_utf8).sum::<usize>();
        end += quote;
        self.text[self.tokens[from].at.0..end].trim()
    }

    /// Where a phrase ends: at a sign, or where another term begins.
    fn end(&self, from: usize) -> usize {
        let stop = |at: &usize| {
            let rest = &self.kinds[*at..];
            let noise = |ts: &[T]| ts.iter().take_while(|t| matches!(t, T::Noise)).count();
            let begins = |rest: &[T]| {
                matches!(rest, [T::Annually | T::Freq(_) | T::Constant | T::Then | T::During, ..])
                    || dates::span(rest).is_some()
                    || pace::pace(rest).is_some_and(|(item, _)| matches!(item, Item::Freq(_)))
            };
            match rest {
                [T::Semicolon | T::Open | T::Close, ..] => true,
                [T::Comma | T::And, rest @ ..] => {
                    begins(rest)
                        || begins(&rest[noise(rest)..])
                        || matches!(rest, [T::In, ..]) && begins(&rest[1..])
                        || matches!(rest, [T::Num(_, 4), ..])
                        || self.phrase_begins(*at + 1)
                }
                [T::In, tail @ ..] => begins(tail),
                rest => !matches!(rest, [T::Unknown, ..]) && begins(rest),
            }
        };
        (from..self.kinds.len()).find(stop).unwrap_or(self.kinds.len())
    }

    fn phrase_begins(&self, at: usize) -> bool {
        matches!(self.kinds.get(at), Some(T::According | T::By | T::At | T::After))
    }

    /// «в течение 10 дней после утверждения», «не позднее 3 рабочих дней со дня подписания».
    fn within(&self, at: usize) -> Option<(Item, usize)> {
        let ts = &self.kinds[at..];
        let skip = match ts {
            [T::During, ..] | [T::Through, ..] | [T::In, T::Num(..), T::Dash, T::DaysTerm, ..] => 1,
            [T::In, T::During, ..] | [T::Not, T::Later, T::Num(..), ..] => 2,
            [T::Not, T::Later, T::Comma, T::Noise, T::Through, ..] => 5,
            [T::Not, T::Later, T::Noise, T::Through, ..] => 4,
            [T::Not, T::Later, T::Through | T::More, ..] => 3,
            [T::In, T::Num(..), T::DaysTerm, ..] | [T::In, T::TermOf(_), ..] => 1,
            [T::Not, T::Later, ..] => 2,
            _ => return None,
        };
        let (number, len) = match ts.get(skip..)? {
            [T::Num(n @ 1..=366, _), ..] => (*n, 1),
            _ => (1, 0),
        };
        let dash = usize::from(matches!(ts.get(skip + len), Some(T::Dash)));
        let unit_at = skip + len + dash;
        let working = matches!(ts.get(unit_at), Some(T::Working | T::School));
        let unit_at = unit_at + usize::from(working || ts.get(unit_at) == Some(&T::Calendar));
        let days = match ts.get(unit_at)? {
            T::Day | T::DaysTerm if len == 1 => number,
            T::TermOf(days) => u32::from(*days),
            T::Unit(crate::term::TimeUnit::Week) => number * 7,
            T::Unit(crate::term::TimeUnit::Month) => number * 30,
            _ => return None,
        };
        let mut start = at + unit_at + 1;
        start += usize::from(matches!(self.kinds.get(start), Some(T::Period)));
        let skip = match self.kinds.get(start..)? {
            [T::After, ..] => 1,
            [T::From, T::Day | T::Moment, ..] => 2,
            _ => return None,
        };
        let end = self.end(start + skip);
        let condition = nominative::action(self.words(start + skip, end))
            .unwrap_or_else(|| self.words(start, end).to_lowercase());
        let within_days = u16::try_from(days).ok();
        let segment = Segment::After { condition, within_days, working };
        (end > start + skip).then_some((Item::Phrase(segment), end))
    }

    /// «по запросам ОУ», «по мере необходимости», «при необходимости», «по факту».
    fn demand(&self, at: usize) -> Option<(Item, usize)> {
        let noun_at = match self.kinds.get(at..)? {
            [T::By, T::Measure, ..] => at + 2,
            [T::By | T::At | T::In, ..] => at + 1,
            _ => return None,
        };
        let measured = noun_at == at + 2;
        let low = self.low(noun_at);
        let is = |stems: &[&str]| stems.iter().any(|stem| low.starts_with(stem));
        let asked = is(&["запрос", "заявк", "обращени", "требовани", "заявлени", "вызов"]);
        let needed = is(&[
            "надобност",
            "потребност",
            "факт",
            "желани",
            "поступлени",
            "возникновени",
            "необх",
            "возможност",
        ]);
        let case = matches!(self.kinds[at], T::In) && is(&["случае"]);
        if !(asked || needed || case || !measured && is(&["наличи", "инициатив"])) {
            return None;
        }
        let end = self.end(noun_at + 1);
        let words = self.words(at, end);
        let by = if asked && !measured {
            nominative::request(self.words(noun_at, end))
        } else {
            nominative::small_first(words)
        };
        Some((Item::Phrase(Segment::OnDemand { by }), end))
    }

    /// «после проведения ВПР», «по мере завершения», «по итогам мониторинга».
    fn after(&self, at: usize) -> Option<(Item, usize)> {
        let skip = match self.kinds.get(at..)? {
            [T::After, rest @ ..] if dates::span(rest).is_none() => 1,
            [T::By, T::Measure, ..] => 2,
            [T::By, T::Results | T::Finish, ..] => 2,
            [T::From, T::Day | T::Moment, ..] => 2,
            _ => return None,
        };
        let end = self.end(at + skip);
        if end == at + skip {
            return None;
        }
        let dependent = self.words(at + skip, end);
        let condition = match self.kinds[at + skip - 1] {
            T::Finish => Some(format!("завершение {dependent}")),
            T::Results => Some(format!("итоги {dependent}")),
            _ => nominative::action(dependent),
        };
        let condition = condition.unwrap_or_else(|| nominative::small_first(self.words(at, end)));
        let segment = Segment::After { condition, within_days: None, working: false };
        Some((Item::Phrase(segment), end))
    }

    /// The end of «(приложение 2)» that begins at a token.
    fn appendix(&self, at: usize) -> Option<usize> {
        let is_one = self.kinds.get(at) == Some(&T::Open) && self.low(at + 1).starts_with("прилож");
        let close = self.kinds.iter().skip(at).position(|kind| *kind == T::Close)?;
        is_one.then_some(at + close + 1)
    }

    /// «согласно плану работы», «по графику», «в соответствии с циклограммой», «График ВПР».
    fn plan(&self, at: usize) -> Option<(Item, usize)> {
        let start = match self.kinds.get(at..)? {
            [T::In, T::Accord, T::From, ..] => at + 3,
            [T::According, T::From, ..] | [T::Accord, T::From, ..] | [T::In, T::Frame, ..] => at + 2,
            [T::According | T::By, ..] => at + 1,
            _ => at,
        };
        let named = start > at;
        let reach = if named { 5 } else { 3 };
        let is_word = |at: &usize| {
            matches!(self.kinds.get(*at), Some(T::Unknown | T::Calendar | T::School | T::Dash | T::Run))
        };
        let head = (start..start + reach).take_while(|at| nominative::is_plan(self.low(*at)) || is_word(at));
        let head = head.into_iter().find(|at| nominative::is_plan(self.low(*at)))?;
        let head = match self.kinds.get(head + 1) {
            Some(T::Dash) if nominative::is_plan(self.low(head + 2)) => head + 2,
            _ => head,
        };
        if !named && !nominative::is_own_plan(self.low(head)) {
            return None;
        }
        let stop = |at: &usize| matches!(self.kinds[*at], T::Semicolon);
        let whole = (head..self.kinds.len()).find(stop).unwrap_or(self.kinds.len());
        let numbered = self.tokens[head..whole].iter().any(|token| matches!(token.low.as_str(), "№" | "от"));
        let end = if numbered || nominative::is_act(self.low(head)) {
            whole
        } else {
            let end = self.end(head + 1).max(head + 1);
            self.appendix(end).unwrap_or(end)
        };
        let name = nominative::plan(self.words(start, head + 1), self.words(head + 1, end));
        Some((Item::Plan(name), end))
    }
}
