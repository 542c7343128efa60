use chrono::NaiveDate;
use opora_domain::programme::{Programme, suggested_period};
use opora_domain::term::{OccurrenceKind, SchoolCalendar};
use opora_domain::words::{counted, plural};

use super::ProgrammeCard;
use super::file::{self, SourceFile};
use crate::program::renewal::preview;
use crate::{App, Result, school};

/// The municipal programmes: those that come with the program and those that were added, the newest of each.
pub fn list(app: &mut App, _: ()) -> Result<Vec<ProgrammeCard>> {
    let calendar = school::calendar_or_usual(app)?;
    Ok(file::all(app)?.iter().map(|file| card(file, app.today(), &calendar)).collect())
}

/// A programme on its card.
pub(crate) fn card(file: &SourceFile, today: NaiveDate, calendar: &SchoolCalendar) -> ProgrammeCard {
    let programme = &file.programme;
    let suggested = suggested_period(programme.period, today);
    ProgrammeCard {
        id: programme.id.clone(),
        title: programme.title.clone(),
        short_title: programme.short_title.clone(),
        territory: programme.territory.clone(),
        act: programme.act.text.clone(),
        from: programme.period.from,
        to: programme.period.to,
        counts: programme.counts(),
        notes: programme.notes.len(),
        version: programme.version,
        origin: file.origin,
        past_terms: past_terms(programme, today, calendar),
        past: programme.period.to.is_some_and(|to| to < today),
        suggested_period: suggested,
        suggested_label: suggested.map(preview::period).unwrap_or_default(),
    }
}

/// «12 сроков уже прошло»: those that would be debts if the programme were adopted as it is.
fn past_terms(programme: &Programme, today: NaiveDate, calendar: &SchoolCalendar) -> String {
    let events = programme.events.iter().filter(|event| !event.is_group && event.level.concerns_school());
    let terms = events.flat_map(|event| programme.occurrences_with(event, calendar));
    let owed = terms.filter(|term| term.kind == OccurrenceKind::Dated && !term.before_approval);
    let count = owed.filter(|term| term.due.is_some_and(|due| due < today)).count();
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    if count == 0 {
        return String::new();
    }
    let passed = plural(count, "прошёл", "прошли", "прошло");
    format!("{} уже {passed}", counted(count, "срок", "срока", "сроков"))
}
