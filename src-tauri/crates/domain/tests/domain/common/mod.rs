//! The shipped programmes, read as tests read them.
#![allow(dead_code, reason = "each test binary uses its own part")]

pub(crate) mod reading;

use chrono::NaiveDate;
use opora_domain::programme::{Event, Programme};
use opora_domain::term::TermOccurrence;

pub(crate) const PROGRAMMES: [(&str, &str); 5] = [
    ("bogotol", include_str!("../../../../../../assets/programmes/bogotol.json")),
    ("yeniseysk", include_str!("../../../../../../assets/programmes/yeniseysk.json")),
    ("strezhevoy", include_str!("../../../../../../assets/programmes/strezhevoy.json")),
    ("zhigalovo", include_str!("../../../../../../assets/programmes/zhigalovo.json")),
    ("yakovlevka", include_str!("../../../../../../assets/programmes/yakovlevka.json")),
];

pub(crate) fn programme(id: &str) -> Programme {
    let (_, text) = PROGRAMMES.iter().find(|(name, _)| *name == id).expect("a shipped programme");
    Programme::from_json(text).unwrap_or_else(|error| panic!("{id}: {error}"))
}

pub(crate) fn event<'a>(programme: &'a Programme, code: &str) -> &'a Event {
    programme.events.iter().find(|event| event.code == code).unwrap_or_else(|| panic!("no event {code}"))
}

pub(crate) fn occurrences(id: &str, code: &str) -> Vec<TermOccurrence> {
    let programme = programme(id);
    programme.occurrences(event(&programme, code))
}

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no date"))
}

/// «2022-05-01..2022-05-31», with «~» for a soft date and «!» for one without a due date.
pub(crate) fn windows(occurrences: &[TermOccurrence]) -> Vec<String> {
    let show = |o: &TermOccurrence| match (o.from, o.to) {
        (Some(from), Some(to)) => {
            let mark = if o.due != Some(to) {
                "!"
            } else if o.soft {
                "~"
            } else {
                ""
            };
            format!("{from}..{to}{mark}")
        }
        _ => format!("{:?}", o.kind),
    };
    occurrences.iter().map(show).collect()
}
