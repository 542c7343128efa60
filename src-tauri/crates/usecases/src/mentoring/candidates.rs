use opora_domain::instrument::{BlockScore, Instrument, Scores, score};
use opora_domain::mentoring::{Tandem, TandemStatus};
use opora_domain::person::Person;
use opora_domain::self_diagnosis::{Deficit, Response};
use opora_domain::target::percent;
use opora_domain::words::plural;

use super::{Candidate, DeficitInput};
use crate::self_diagnosis::last_completed;
use crate::{App, Result, assets, person};

/// Teachers who could help with a deficit, the best first.
///
/// Who needs help with the same topic is not offered.
pub fn candidates(app: &mut App, input: DeficitInput) -> Result<Vec<Candidate>> {
    let people = person::list(app, ())?;
    let read = app.read()?;
    let deficit: Deficit = read.need(&input.deficit_id)?;
    let found_by: Response = read.need(&deficit.response_id)?;
    let instrument = assets::instrument(&found_by.instrument)?;
    let (responses, tandems): (Vec<Response>, Vec<Tandem>) = (read.all()?, read.all()?);
    let last = last_completed(&responses, &instrument.code);
    let today = app.today();
    let colleagues = people.iter().filter(|p| p.id != deficit.person_id && p.counts_on(today));
    let mut candidates: Vec<Candidate> = colleagues
        .filter_map(|person| {
            let answers = last.get(person.id.as_str()).copied();
            candidate(instrument, &deficit.item, person, answers, leads(&tandems, &person.id))
        })
        .collect();
    candidates.sort_by_key(|candidate| (!candidate.strong, candidate.active_tandems));
    Ok(candidates)
}

fn leads(tandems: &[Tandem], person: &str) -> usize {
    let own = |tandem: &&Tandem| {
        tandem.status == TandemStatus::Active && tandem.mentor_id.as_deref() == Some(person)
    };
    tandems.iter().filter(own).count()
}

fn candidate(
    instrument: &Instrument,
    item: &str,
    person: &Person,
    response: Option<&Response>,
    active_tandems: usize,
) -> Option<Candidate> {
    let (strong, skill) = match response {
        None => (false, "данных самодиагностики нет".to_owned()),
        Some(response) => skill(instrument, item, &person.fio, response)?,
    };
    let reason = format!("{skill}, {}", load(active_tandems));
    Some(Candidate { person_id: person.id.clone(), fio: person.fio.clone(), reason, active_tandems, strong })
}

/// Whether the answers show strength in the item, and in which words; none for who needs help herself.
fn skill(instrument: &Instrument, item: &str, fio: &str, response: &Response) -> Option<(bool, String)> {
    let scores = score(instrument, &response.answers);
    if scores.deficits.iter().any(|deficit| deficit.item == item) {
        return None;
    }
    let value = response.answers.get(item).copied();
    let able = scores.mentor_items.iter().any(|strong| strong == item);
    let ready = ready(fio);
    let said = match value {
        Some(Some(0)) if able && response.helps_with(item) => {
            return Some((
                true,
                format!("владеет свободно, {}, {ready} помогать", block(instrument, item, &scores)),
            ));
        }
        Some(Some(0)) if able => {
            format!(
                "владеет свободно, {}, готовность помогать по теме не отмечена",
                block(instrument, item, &scores)
            )
        }
        Some(Some(0)) => format!("владеет свободно, но {}", block(instrument, item, &scores)),
        Some(Some(_)) => "справляется самостоятельно".to_owned(),
        Some(None) => "эту тему не ведёт".to_owned(),
        None => "по этой теме ответа нет".to_owned(),
    };
    Some((false, said))
}

/// «блок «Методика» — 8,3 %».
fn block(instrument: &Instrument, item: &str, scores: &Scores) -> String {
    let id = instrument.item(item).map(|item| item.block.as_str()).unwrap_or_default();
    let title = instrument.blocks.iter().find(|block| block.id == id).map(|block| block.title.as_str());
    let index = scores.blocks.iter().find(|score| score.block == id).map(index_words);
    format!("блок «{}» — {}", title.unwrap_or_default(), index.unwrap_or_default())
}

fn index_words(score: &BlockScore) -> String {
    percent(score.sum, score.max)
}

/// Agrees with the patronymic where there is one.
fn ready(fio: &str) -> &'static str {
    match fio.to_lowercase() {
        fio if fio.ends_with("вна") || fio.ends_with("чна") || fio.ends_with("кызы") => "готова",
        fio if fio.ends_with("ич") || fio.ends_with("оглы") => "готов",
        _ => "готов(а)",
    }
}

fn load(active: usize) -> String {
    match active {
        0 => "пар не ведёт".to_owned(),
        n => format!("ведёт {n} {}", plural(n as i64, "пару", "пары", "пар")),
    }
}
