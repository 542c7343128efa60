//! Results of assessments against those of the school year before.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::{Counted, CountedItem, Registers, Window};
use crate::person::Subject;
use crate::programme::{Dynamics, Measure};
use crate::registers::Assessment;
use crate::target::{Fact, percent};
use crate::words::{Words, plural};

/// Fewer participants than this make a comparison of shares shaky: the user is told.
const FEW: i64 = 10;

/// Own results of this school year against the last one before it.
pub(super) fn dynamics(registers: &Registers, window: Window, rule: &Dynamics) -> Counted {
    let wanted = |held: &&Assessment| {
        rule.kinds.contains(&held.kind)
            && (rule.subjects.is_empty() || rule.subjects.contains(&held.subject))
            && rule.grade.is_none_or(|grade| grade == held.grade)
            && held.date <= window.to
    };
    let mut subjects: BTreeMap<Subject, Vec<&Assessment>> = BTreeMap::new();
    for held in registers.assessments.iter().filter(wanted) {
        subjects.entry(held.subject).or_default().push(held);
    }
    let compared: Vec<Comparison> =
        subjects.into_iter().map(|(subject, held)| Comparison::of(subject, &held, window, rule)).collect();
    verdict(&compared, rule)
}

fn verdict(compared: &[Comparison], rule: &Dynamics) -> Counted {
    let items: Vec<CountedItem> = compared.iter().map(|one| one.item(rule.measure)).collect();
    let missing: Vec<String> = rule
        .subjects
        .iter()
        .filter(|subject| !compared.iter().any(|one| one.subject == **subject && one.moved.is_some()))
        .map(|subject| subject.label().to_lowercase())
        .collect();
    let moves: Vec<Ordering> = compared.iter().filter_map(|one| one.moved).collect();
    if moves.is_empty() || (!rule.any_subject && !missing.is_empty()) {
        return Counted::unknown(not_enough(rule, &missing), items);
    }
    let better = moves.contains(&Ordering::Greater);
    let worse = moves.contains(&Ordering::Less);
    let grew = better && (rule.any_subject || !worse);
    let few = if compared.iter().any(|one| one.few) {
        format!("; участников меньше {FEW}, сравнение условное")
    } else {
        String::new()
    };
    let words = match (grew, worse) {
        (true, _) => "положительная динамика есть",
        (false, true) => "положительной динамики нет: результаты снизились",
        (false, false) => "положительной динамики нет: результаты не изменились",
    };
    Counted::known(Fact::Flag { value: grew }, format!("{words}{few}"), items)
}

fn not_enough(rule: &Dynamics, missing: &[String]) -> String {
    let kinds: Vec<&str> = rule.kinds.iter().map(|kind| kind.label()).collect();
    let grade = rule.grade.map(|grade| format!(", {grade} класс")).unwrap_or_default();
    let subjects = if missing.is_empty() { String::new() } else { format!(": {}", missing.join(", ")) };
    format!("не внесены результаты за два учебных года подряд ({}{grade}){subjects}", kinds.join(", "))
}

/// Results of one subject in two school years.
struct Comparison {
    subject: Subject,
    before: Option<(i32, Sum)>,
    now: Option<(i32, Sum)>,
    /// Greater is better; none when there is nothing to compare.
    moved: Option<Ordering>,
    few: bool,
}

impl Comparison {
    /// The last school year that has a day in the window, against the one before it, in what both have.
    fn of(subject: Subject, held: &[&Assessment], window: Window, rule: &Dynamics) -> Self {
        let within = held.iter().filter(|one| window.holds(one.date));
        let year = within.map(|one| school_year(one.date)).max();
        let previous = year.map(|year| year - 1);
        let sittings = |year: Option<i32>| year.map(|year| sittings(held, year, rule.first_attempt));
        let (now, before) = (sittings(year).unwrap_or_default(), sittings(previous).unwrap_or_default());
        let common: BTreeSet<Series> = now.keys().filter(|key| before.contains_key(key)).copied().collect();
        let sum = |sums: &BTreeMap<Series, Sum>| {
            let common = sums.iter().filter(|(key, _)| common.contains(key));
            common.fold(Sum::default(), |all, (_, one)| all.plus(*one))
        };
        let (sum_now, sum_before) = (sum(&now), sum(&before));
        let comparable = sum_now.participants > 0 && sum_before.participants > 0;
        Self {
            subject,
            before: previous.filter(|_| comparable).map(|year| (year, sum_before)),
            now: year.filter(|_| comparable).map(|year| (year, sum_now)),
            moved: comparable.then(|| sum_now.against(sum_before, rule.measure)),
            few: comparable && sum_now.participants.min(sum_before.participants) < FEW,
        }
    }

    fn item(&self, measure: Measure) -> CountedItem {
        let detail = match (self.before, self.now) {
            (Some((was, before)), Some((is, now))) => {
                format!("{}: {}; {}: {}", years(was), before.words(measure), years(is), now.words(measure))
            }
            _ => "нет результатов за два учебных года подряд".to_owned(),
        };
        CountedItem::new(self.subject.label(), detail, self.moved == Some(Ordering::Greater))
    }
}

/// What may be added up between years: a kind of assessment in a grade.
type Series = (&'static str, i64);

#[derive(Clone, Copy, Default)]
struct Sum {
    participants: i64,
    failed: i64,
    good: i64,
}

impl Sum {
    fn plus(self, other: Self) -> Self {
        Self {
            participants: self.participants + other.participants,
            failed: self.failed + other.failed,
            good: self.good + other.good,
        }
    }

    /// Greater when better: neither of the two shares worse and one better.
    fn against(self, before: Self, measure: Measure) -> Ordering {
        let compare = |now: i64, then: i64| {
            let (now, then) = (i128::from(now), i128::from(then));
            (now * i128::from(before.participants)).cmp(&(then * i128::from(self.participants)))
        };
        let failed = compare(self.failed, before.failed).reverse();
        if measure == Measure::Failed {
            return failed;
        }
        let good = compare(self.good, before.good);
        match (failed.min(good), failed.max(good)) {
            (Ordering::Less, _) => Ordering::Less,
            (_, best) => best,
        }
    }

    fn words(self, measure: Measure) -> String {
        let n = self.participants;
        let people = plural(n, "участник", "участника", "участников");
        let failed = percent(self.failed, n);
        match measure {
            Measure::Failed => format!("{n} {people}, не справились {} ({failed})", self.failed),
            Measure::PassAndQuality => {
                let passed = percent(n - self.failed, n);
                format!("{n} {people}, успеваемость {passed}, качество {}", percent(self.good, n))
            }
        }
    }
}

/// Sums of one school year: of each series the first or the last day.
fn sittings(held: &[&Assessment], year: i32, first: bool) -> BTreeMap<Series, Sum> {
    let mut chosen: BTreeMap<Series, (NaiveDate, Sum)> = BTreeMap::new();
    for one in held.iter().filter(|one| school_year(one.date) == year) {
        let sum = Sum { participants: one.participants, failed: one.failed, good: one.good };
        let entry = chosen.entry((one.kind.label(), one.grade)).or_insert((one.date, Sum::default()));
        let better = if first { one.date < entry.0 } else { one.date > entry.0 };
        if better {
            *entry = (one.date, sum);
        } else if one.date == entry.0 {
            entry.1 = entry.1.plus(sum);
        }
    }
    chosen.into_iter().map(|(series, (_, sum))| (series, sum)).collect()
}

/// The school year that holds the day, by its first calendar year.
fn school_year(day: NaiveDate) -> i32 {
    if day.month() >= 9 { day.year() } else { day.year() - 1 }
}

fn years(first: i32) -> String {
    format!("{first}/{:02}", (first + 1).rem_euclid(100))
}
