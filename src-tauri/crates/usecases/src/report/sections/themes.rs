use opora_domain::report::quarterly::{EventRow, IndicatorRow};
use opora_domain::report::theme::{Theme, ThemeSection, theme_of, theme_of_event};
use opora_domain::words::{Words, quoted};

use crate::report::facts::Facts;
use crate::report::written;

/// How many coming events a section names.
const AHEAD: usize = 3;

/// Sections 8–12, out of the events and indicators of the theme and of what was written by hand.
pub(in crate::report) fn themes(
    facts: &Facts,
    rows: &[EventRow],
    indicators: &[IndicatorRow],
) -> Vec<ThemeSection> {
    let section = |theme: &Theme| ThemeSection {
        theme: *theme,
        notes: written::section(facts.draft.as_ref(), theme.key()),
        events: rows.iter().filter(|row| of(row, *theme)).cloned().collect(),
        indicators: indicators.iter().filter(|row| theme_of(&row.title) == Some(*theme)).cloned().collect(),
        ahead: ahead(facts, *theme),
        in_programme: events(facts, *theme).next().is_some(),
    };
    Theme::ALL.iter().map(section).collect()
}

fn of(row: &EventRow, theme: Theme) -> bool {
    theme_of_event(&row.title, &row.task_title) == Some(theme)
}

/// Events of the theme in the whole road map.
fn events(facts: &Facts, theme: Theme) -> impl Iterator<Item = &crate::roadmap::EventView> {
    facts.roadmap.tasks.iter().flat_map(move |task| {
        let of = move |title: &str| theme_of_event(title, &task.task.title) == Some(theme);
        task.events.iter().filter(move |view| !view.event.is_group && of(&view.event.title))
    })
}

/// The nearest terms after the period, undone, the earliest first; what goes on all the time is never ahead.
fn ahead(facts: &Facts, theme: Theme) -> Vec<String> {
    let mut next = Vec::new();
    for view in events(facts, theme).filter(|view| view.event.is_owed_on(facts.last_day())) {
        let open = view
            .occurrences
            .iter()
            .map(|view| &view.occurrence)
            .filter(|one| one.done_on.is_none() && one.due.is_some());
        let later = open.filter_map(|one| one.window_from.filter(|day| *day > facts.to));
        if let Some(from) = later.min() {
            next.push((
                from,
                format!("{} (с {})", named(&view.event.code, &view.event.title), from.format("%d.%m.%Y")),
            ));
        }
    }
    next.sort();
    next.into_iter().take(AHEAD).map(|(_, words)| words).collect()
}

/// «2.4 «Родительский лекторий»».
fn named(code: &str, title: &str) -> String {
    let title = quoted(title.trim_end_matches('.'));
    if code.is_empty() { title } else { format!("п.\u{a0}{code} {title}") }
}
