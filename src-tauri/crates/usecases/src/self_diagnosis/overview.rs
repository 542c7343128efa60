use opora_domain::instrument::collective_deficits;
use opora_domain::mentoring::{Tandem, TandemStatus};
use opora_domain::person::Person;
use opora_domain::self_diagnosis::{Deficit, Response};
use opora_domain::words::Words;

use super::{CollectiveView, DeficitView, Overview, PersonRow, coverage, last_completed};
use crate::assets::{self, INSTRUMENT_FILES};
use crate::{App, Result, person};

/// Coverage, teachers, deficits.
pub fn overview(app: &mut App, _: ()) -> Result<Overview> {
    let today = app.today();
    let mut people = person::list(app, ())?;
    people.retain(|person| person.counts_on(today));
    let coverage = coverage(app)?;
    let read = app.read()?;
    let (responses, deficits): (Vec<Response>, Vec<Deficit>) = (read.all()?, read.all()?);
    let tandems: Vec<Tandem> = read.all()?;
    let rows = people.iter().map(|person| row(person, &responses, &deficits)).collect();
    let mut views: Vec<DeficitView> =
        deficits.iter().filter_map(|deficit| view(deficit, &people, &responses, &tandems)).collect();
    views.sort_by_key(|view| {
        let d = &view.deficit;
        (d.closed_on.is_some(), std::cmp::Reverse(d.severity), view.fio.clone(), d.item.clone())
    });
    Ok(Overview { coverage, people: rows, deficits: views, collective: collective(&people, &responses) })
}

fn row(person: &Person, responses: &[Response], deficits: &[Deficit]) -> PersonRow {
    let own = || responses.iter().filter(|response| response.person_id == person.id);
    let draft = own().rfind(|response| response.completed_on.is_none());
    let last = own().filter(|response| response.completed_on.is_some()).max_by_key(|r| r.completed_on);
    let open = deficits.iter().filter(|d| d.person_id == person.id && d.closed_on.is_none());
    PersonRow {
        person_id: person.id.clone(),
        fio: person.fio.clone(),
        subjects: person.subjects.iter().map(|subject| subject.label()).collect::<Vec<_>>().join(", "),
        draft: draft.map(|response| response.id.clone()),
        draft_answered: draft.map_or(0, |response| response.answers.len()),
        last: last.map(|response| response.id.clone()),
        last_on: last.and_then(|response| response.completed_on),
        open_deficits: open.count(),
    }
}

/// A deficit of a teacher who counts today.
fn view(
    deficit: &Deficit,
    people: &[Person],
    responses: &[Response],
    tandems: &[Tandem],
) -> Option<DeficitView> {
    let person = people.iter().find(|person| person.id == deficit.person_id)?;
    let response = responses.iter().find(|response| response.id == deficit.response_id)?;
    let instrument = assets::instrument(&response.instrument).ok()?;
    let item = instrument.item(&deficit.item);
    let block = item.and_then(|item| instrument.blocks.iter().find(|block| block.id == item.block));
    let active = |tandem: &&Tandem| {
        tandem.status == TandemStatus::Active && tandem.deficit_id.as_ref() == Some(&deficit.id)
    };
    Some(DeficitView {
        deficit: deficit.clone(),
        fio: person.fio.clone(),
        block: block.map(|block| block.title.clone()).unwrap_or_default(),
        advice: item.map(|item| item.advice.clone()).unwrap_or_default(),
        severity_label: deficit.severity_label().into(),
        tandem_id: tandems.iter().find(active).map(|tandem| tandem.id.clone()),
    })
}

fn collective(people: &[Person], responses: &[Response]) -> Vec<CollectiveView> {
    let counts = |id: &str| people.iter().any(|person| person.id == id);
    let of_instrument = |instrument: &opora_domain::instrument::Instrument| {
        let last = last_completed(responses, &instrument.code);
        let answers: Vec<_> = last
            .into_iter()
            .filter(|(person, response)| counts(person) && response.version == instrument.version)
            .map(|(_, response)| response.answers.clone())
            .collect();
        collective_deficits(instrument, &answers)
    };
    let found = INSTRUMENT_FILES.iter().flat_map(of_instrument);
    found.map(|d| CollectiveView { topic: d.topic, n: d.persons as usize, of: d.of as usize }).collect()
}
