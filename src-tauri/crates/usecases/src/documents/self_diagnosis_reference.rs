//! The data of the reference on self-diagnosis: teachers under pseudonyms.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use opora_domain::instrument::{Answers, BlockScore, Instrument, collective_deficits, score};
use opora_domain::person::{Person, Subject};
use opora_domain::program::Program;
use opora_domain::report::final_report::BlockChange;
use opora_domain::report::self_diagnosis_reference::{
    BlockRow, Part, PersonalRow, SCHEMA, SelfDiagnosisReference,
};
use opora_domain::self_diagnosis::{Deficit, Response};
use opora_domain::words::{Words, counted};

use super::head::head;
use super::period::Span;
use crate::assets::INSTRUMENT_FILES;
use crate::indicator::Board;
use crate::self_diagnosis::{coverage_in, target_percent};
use crate::{App, Result};

/// Answers of the period by those who work at its end.
struct Facts {
    people: Vec<Person>,
    responses: Vec<Response>,
    deficits: Vec<Deficit>,
    span: Span,
    day: NaiveDate,
}

/// What the questionnaires of the period showed.
pub(super) fn snapshot(app: &mut App, program: &Program, span: Span) -> Result<SelfDiagnosisReference> {
    let day = span.to.map_or(app.today(), |to| to.min(app.today()));
    let board = Board::load(app)?;
    let head = head(app, program)?;
    let read = app.read()?;
    let everyone: Vec<Person> = read.all()?;
    let (responses, deficits) = (read.all()?, read.all()?);
    let coverage = coverage_in(day.year(), &everyone, &responses, target_percent(&board, day.year()), day);
    let people = everyone.into_iter().filter(|person| person.counts_on(day)).collect();
    let facts = Facts { people, responses, deficits, span, day };
    let parts: Vec<Part> = INSTRUMENT_FILES.iter().filter_map(|instrument| facts.part(instrument)).collect();
    Ok(SelfDiagnosisReference {
        schema: SCHEMA.to_owned(),
        head,
        period: span.words(),
        by_subject: facts.by_subject(),
        conclusions: conclusions(&parts, (coverage.total > 0).then_some(coverage.text.as_str())),
        recommendations: recommendations(&parts, coverage.missing),
        coverage: match coverage.total {
            0 => "педагоги в список школы не внесены".to_owned(),
            _ => coverage.text,
        },
        parts,
    })
}

/// Blocks at the first and the last answers of the period, of those who answered one version twice or more.
pub(crate) fn first_and_last(app: &App, span: Span) -> Result<Vec<BlockChange>> {
    let day = span.to.map_or(app.today(), |to| to.min(app.today()));
    let read = app.read()?;
    let people: Vec<Person> = read.all()?;
    let people = people.into_iter().filter(|person| person.counts_on(day)).collect();
    let facts = Facts { people, responses: read.all()?, deficits: Vec::new(), span, day };
    Ok(INSTRUMENT_FILES.iter().flat_map(|instrument| facts.changes(instrument)).collect())
}

impl Facts {
    fn changes(&self, instrument: &Instrument) -> Vec<BlockChange> {
        let pair = |person: &Person| {
            let mut own = self.of(instrument, person);
            own.retain(|response| self.span.holds(response.completed_on));
            match own.as_slice() {
                [first, .., last] => Some((first.answers.clone(), last.answers.clone())),
                _ => None,
            }
        };
        let pairs: Vec<(Answers, Answers)> = self.people.iter().filter_map(pair).collect();
        let twice: Vec<(&Answers, &Answers)> = pairs.iter().map(|(first, last)| (first, last)).collect();
        let change = |row: BlockRow| {
            Some(BlockChange {
                instrument: instrument.title.clone(),
                title: row.title,
                teachers: twice.len() as i64,
                before: row.before?,
                after: row.after?,
            })
        };
        blocks(instrument, &[], &twice).into_iter().filter_map(change).collect()
    }

    fn of(&self, instrument: &Instrument, person: &Person) -> Vec<&Response> {
        let mut own: Vec<&Response> = self
            .responses
            .iter()
            .filter(|response| response.person_id == person.id && response.instrument == instrument.code)
            .filter(|response| response.version == instrument.version)
            .filter(|response| response.completed_on.is_some_and(|done| done <= self.day))
            .collect();
        own.sort_by_key(|response| (response.completed_on, response.id.clone()));
        own
    }

    fn by_subject(&self) -> Vec<(String, i64, i64)> {
        let passed = |person: &&&Person| {
            let own = self.responses.iter().filter(|response| response.person_id == person.id);
            own.into_iter().any(|response| {
                response.completed_on.is_some_and(|done| done <= self.day && self.span.contains(done))
            })
        };
        let row = |subject: &Subject| {
            let people: Vec<&Person> =
                self.people.iter().filter(|person| person.subjects.contains(subject)).collect();
            let done = people.iter().filter(passed).count() as i64;
            (!people.is_empty()).then(|| (subject.label().to_owned(), done, people.len() as i64))
        };
        Subject::ALL.iter().filter_map(row).collect()
    }

    fn part(&self, instrument: &Instrument) -> Option<Part> {
        // The last answers within the period, and those before them, of each teacher.
        let mut last: Vec<(&Person, &Response, Option<&Response>)> = Vec::new();
        for person in &self.people {
            let own = self.of(instrument, person);
            let Some(newest) = own.last().filter(|newest| self.span.holds(newest.completed_on)) else {
                continue;
            };
            last.push((person, newest, own.len().checked_sub(2).map(|at| own[at])));
        }
        let days = || last.iter().filter_map(|(_, response, _)| response.completed_on);
        let answers: Vec<Answers> = last.iter().map(|(_, response, _)| response.answers.clone()).collect();
        let twice: Vec<(&Answers, &Answers)> = last
            .iter()
            .filter_map(|(_, now, before)| before.map(|before| (&before.answers, &now.answers)))
            .collect();
        let collective = collective_deficits(instrument, &answers).into_iter();
        Some(Part {
            title: instrument.title.clone(),
            version: instrument.version.clone(),
            items: instrument.items.len() as i64,
            scale: scale(instrument),
            levels: levels(instrument),
            from: days().min()?,
            to: days().max()?,
            teachers: last.len() as i64,
            blocks: blocks(instrument, &answers, &twice),
            compared: twice.len() as i64,
            collective: collective.map(|d| (d.topic, i64::from(d.persons), i64::from(d.of))).collect(),
            personal: self.personal(instrument, &last),
        })
    }

    /// Pseudonyms go by the alphabet of hidden ids, not of names: the number tells nothing.
    fn personal(
        &self,
        instrument: &Instrument,
        last: &[(&Person, &Response, Option<&Response>)],
    ) -> Vec<PersonalRow> {
        let mut ids: Vec<&str> = self.people.iter().map(|person| person.id.as_str()).collect();
        ids.sort_by_key(|id| crate::canonical::sha256(id));
        let number: BTreeMap<&str, usize> = ids.into_iter().zip(1..).collect();
        let mut rows = Vec::new();
        for (person, response, _) in last {
            for deficit in self.deficits.iter().filter(|deficit| deficit.response_id == response.id) {
                rows.push((number[person.id.as_str()], row(instrument, deficit, self.day)));
            }
        }
        rows.sort_by_key(|(number, row)| (*number, row.topic.clone()));
        let named = |(number, row)| PersonalRow { teacher: format!("Педагог {number}"), ..row };
        rows.into_iter().map(named).collect()
    }
}

fn row(instrument: &Instrument, deficit: &Deficit, day: NaiveDate) -> PersonalRow {
    let item = instrument.item(&deficit.item);
    let block = item.and_then(|item| instrument.blocks.iter().find(|block| block.id == item.block));
    PersonalRow {
        teacher: String::new(),
        block: block.map(|block| block.title.clone()).unwrap_or_default(),
        topic: deficit.topic.clone(),
        need: deficit.severity_label().to_owned(),
        closed_on: deficit.closed_on.filter(|closed| *closed <= day),
    }
}

fn scale(instrument: &Instrument) -> Vec<String> {
    let points = instrument.scales.values().flatten();
    let words = points.map(|point| match point.v {
        Some(value) => format!("{value} — {}", point.label),
        None => format!("«{}» — утверждение не учитывается", point.label),
    });
    words.collect()
}

fn levels(instrument: &Instrument) -> Vec<String> {
    instrument
        .scoring
        .levels
        .iter()
        .map(|level| format!("от {}\u{a0}% — {}", level.from, level.label))
        .collect()
}

fn blocks(instrument: &Instrument, all: &[Answers], twice: &[(&Answers, &Answers)]) -> Vec<BlockRow> {
    let row = |block: &opora_domain::instrument::Block| {
        let index = index(instrument, &block.id, all.iter());
        BlockRow {
            title: block.title.clone(),
            index,
            level: index.map(|index| level(instrument, index)).unwrap_or_default(),
            before: self::index(instrument, &block.id, twice.iter().map(|(before, _)| *before)),
            after: self::index(instrument, &block.id, twice.iter().map(|(_, now)| *now)),
        }
    };
    instrument.blocks.iter().map(row).collect()
}

/// Tenths of a per cent over all answers; none when nobody answered anything.
fn index<'a>(
    instrument: &Instrument,
    block: &str,
    answers: impl Iterator<Item = &'a Answers>,
) -> Option<i64> {
    let found = |score: Vec<BlockScore>| score.into_iter().find(|score| score.block == block);
    let scores: Vec<BlockScore> = answers.filter_map(|one| found(score(instrument, one).blocks)).collect();
    let sum: i64 = scores.iter().map(|score| i64::from(score.sum)).sum();
    let max: i64 = scores.iter().map(|score| i64::from(score.max)).sum();
    opora_domain::target::percent_tenths(sum, max)
}

fn level(instrument: &Instrument, index: i64) -> String {
    let reached = instrument.scoring.levels.iter().rfind(|level| index >= i64::from(level.from) * 10);
    reached.map(|level| level.label.clone()).unwrap_or_default()
}

fn conclusions(parts: &[Part], coverage: Option<&str>) -> Vec<String> {
    let covered = coverage.map(|text| format!("Самодиагностику {}.", text.trim_end_matches('.')));
    let mut said: Vec<String> = covered.into_iter().collect();
    for part in parts {
        let worst =
            part.blocks.iter().filter_map(|block| Some((block.index?, block))).max_by_key(|found| found.0);
        if let Some((index, block)) = worst.filter(|found| found.0 > 0) {
            said.push(format!(
                "«{}»: больше всего помощь нужна по блоку «{}» — индекс {},{}\u{a0}%.",
                part.title,
                block.title,
                index / 10,
                index % 10
            ));
        }
        let open = part.personal.iter().filter(|row| row.closed_on.is_none()).count() as i64;
        let open = counted(open, "дефицит", "дефицита", "дефицитов");
        said.push(format!("«{}»: остаётся открытыми {open}.", part.title));
    }
    said
}

fn recommendations(parts: &[Part], missing: usize) -> Vec<String> {
    let mut said = Vec::new();
    if missing > 0 {
        let people = counted(missing as i64, "педагогом", "педагогами", "педагогами");
        said.push(format!("Провести самодиагностику ещё с {people}, чтобы выполнить план года."));
    }
    let shared = parts.iter().flat_map(|part| &part.collective);
    said.extend(shared.map(|(topic, n, of)| {
        format!(
            "Включить в план школьного методического объединения тему «{topic}» (помощь нужна {n} из {of})."
        )
    }));
    let open = parts.iter().flat_map(|part| &part.personal).filter(|row| row.closed_on.is_none()).count();
    if open > 0 {
        said.push(
            "По каждому открытому индивидуальному дефициту назначить наставника или шаг индивидуального \
             образовательного маршрута и срок повторной проверки."
                .to_owned(),
        );
    }
    said
}
