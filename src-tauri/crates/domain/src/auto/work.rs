//! The working group and its reports.

use super::{Counted, CountedItem, Registers, Window, count_of, day};
use crate::issued_report::IssuedReport;
use crate::period::Quarter;
use crate::registers::Meeting;
use crate::target::Fact;

/// Meetings of the working group.
pub(super) fn meetings(registers: &Registers, window: Window) -> Counted {
    if registers.meetings.is_empty() {
        return no_meetings();
    }
    let held = registers.meetings.iter().filter(|meeting| window.holds(meeting.date));
    let items: Vec<CountedItem> =
        held.map(|meeting| CountedItem::new(meeting_title(meeting), meeting.agenda.clone(), true)).collect();
    let words = format!("заседаний рабочей группы {}: {}", window.words(), items.len());
    Counted::known(count_of(items.len()), words, items)
}

/// A meeting in every quarter that has ended.
pub(super) fn every_quarter(registers: &Registers, window: Window) -> Counted {
    if registers.meetings.is_empty() {
        return no_meetings();
    }
    let items: Vec<CountedItem> = ended(window).map(|quarter| in_quarter(registers, quarter)).collect();
    if items.is_empty() {
        return Counted::unknown("ни один квартал этого периода ещё не закончился", items);
    }
    let with = items.iter().filter(|item| item.counts).count();
    let words =
        format!("заседание было в {with} из {} закончившихся кварталов, {}", items.len(), window.words());
    Counted::known(Fact::Flag { value: with == items.len() }, words, items)
}

fn no_meetings() -> Counted {
    Counted::unknown("в журнале нет ни одного заседания рабочей группы", Vec::new())
}

/// Quarters that lie in the window whole.
fn ended(window: Window) -> impl Iterator<Item = Quarter> {
    let quarters = std::iter::successors(Some(Quarter::of(window.from)), |quarter| Some(quarter.next()));
    let begun = quarters.take_while(move |quarter| quarter.end() <= window.to);
    begun.filter(move |quarter| quarter.start() >= window.from)
}

fn in_quarter(registers: &Registers, quarter: Quarter) -> CountedItem {
    let held = registers.meetings.iter().filter(|meeting| quarter.period().contains(meeting.date));
    let held: Vec<String> = held.map(meeting_title).collect();
    let detail =
        if held.is_empty() { "заседания не было".to_owned() } else { held.join("; ") };
    CountedItem::new(quarter.label(), detail, !held.is_empty())
}

fn meeting_title(meeting: &Meeting) -> String {
    match meeting.number.trim() {
        "" => format!("заседание {}", day(meeting.date)),
        number => format!("протокол №\u{a0}{number} от {}", day(meeting.date)),
    }
}

/// Signed reports for quarters that ended within, the corrected ones left out.
pub(super) fn reports(registers: &Registers, window: Window) -> Counted {
    let replaced = |report: &&IssuedReport| {
        registers.reports.iter().any(|other| other.supersedes.as_ref() == Some(&report.id))
    };
    let quarter = |report: &IssuedReport| report.period.parse::<Quarter>().ok();
    let within = |report: &&IssuedReport| quarter(report).is_some_and(|quarter| window.holds(quarter.end()));
    let issued = registers.reports.iter().filter(within).filter(|report| !replaced(report));
    let items: Vec<CountedItem> = issued
        .map(|report| {
            let title = quarter(report).map_or_else(|| report.period.clone(), Quarter::label);
            let signed = day(report.issued_at.date_naive());
            CountedItem::new(
                format!("отчёт за {title}"),
                format!("№\u{a0}{} от {signed}", report.number),
                true,
            )
        })
        .collect();
    if items.is_empty() {
        return Counted::unknown("выпущенных отчётов за этот период нет", items);
    }
    let words = format!("выпущенных отчётов за кварталы {}: {}", window.words(), items.len());
    Counted::known(count_of(items.len()), words, items)
}
