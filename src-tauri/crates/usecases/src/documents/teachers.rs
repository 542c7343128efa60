//! What is known of teachers: their needs and their routes.

use std::collections::BTreeMap;

use opora_domain::Id;
use opora_domain::mentoring::{MentoringStep, Tandem, TandemStatus};
use opora_domain::person::Person;
use opora_domain::program::Program;
use opora_domain::registers::{IomForm, IomStep};
use opora_domain::report::iom::{self, DeficitRow, Iom, StepRow};
use opora_domain::report::recommendations::{self, RecommendationRow, Recommendations};
use opora_domain::report::staff_reference::{self, StaffReference};
use opora_domain::report::training_plan::{self, TrainingPlan, TrainingRow};
use opora_domain::report::training_request::{self, TrainingRequest};
use opora_domain::self_diagnosis::Deficit;
use opora_domain::words::Words;

use super::head::head;
use super::period::Span;
use crate::self_diagnosis::DeficitView;
use crate::{ApiError, App, Result, self_diagnosis};

/// The chosen teacher.
fn person(app: &App, subject: Option<&Id>) -> Result<Person> {
    let id = subject.ok_or_else(|| {
        ApiError::refused("Педагог не выбран.", "Ничего не записано. Выберите педагога и повторите.")
    })?;
    Ok(app.read()?.need(id)?)
}

fn step(step: &IomStep, deficits: &[Deficit]) -> StepRow {
    let topic = step.deficit_id.as_ref().and_then(|id| deficits.iter().find(|one| one.id == *id));
    StepRow {
        deficit: topic.map(|one| one.topic.clone()).unwrap_or_default(),
        form: step.form.label().to_owned(),
        title: step.title.clone(),
        provider: step.provider.clone(),
        hours: step.hours,
        from: step.started_on,
        to: step.due,
        done_on: step.done_on,
        document: step.document.clone(),
        introduced_on: step.introduced_on,
    }
}

/// A teacher's route.
pub(super) fn iom(app: &App, program: &Program, subject: Option<&Id>) -> Result<Iom> {
    let person = person(app, subject)?;
    let read = app.read()?;
    let mut deficits: Vec<Deficit> = read.by("person_id", &person.id)?;
    deficits.sort_by_key(|one| (one.closed_on.is_some(), std::cmp::Reverse(one.severity), one.item.clone()));
    let mut steps: Vec<IomStep> = read.by("person_id", &person.id)?;
    steps.sort_by_key(|one| (one.started_on, one.id.clone()));
    let deficit = |one: &Deficit| DeficitRow {
        topic: one.topic.clone(),
        need: one.severity_label().to_owned(),
        found_on: one.found_on,
        closed_on: one.closed_on,
    };
    Ok(Iom {
        schema: iom::SCHEMA.to_owned(),
        head: head(app, program)?,
        subjects: person.subjects.iter().map(|one| one.label()).collect::<Vec<_>>().join(", "),
        category: person.category.label().to_owned(),
        experience: person.experience_years,
        fio: person.fio,
        post: person.post,
        steps: steps.iter().map(|one| step(one, &deficits)).collect(),
        deficits: deficits.iter().map(deficit).collect(),
    })
}

/// Courses of the period, and who needs one and has none ahead.
pub(super) fn training_plan(app: &App, program: &Program, span: Span) -> Result<TrainingPlan> {
    let read = app.read()?;
    let (mut people, deficits): (Vec<Person>, Vec<Deficit>) = (read.all()?, read.all()?);
    people.retain(|person| person.counts_on(app.today()));
    people.sort_by(|a, b| a.fio.cmp(&b.fio));
    let mut courses: Vec<IomStep> = read.all()?;
    courses.retain(|one| one.form == IomForm::Course);
    let within =
        |one: &&IomStep| span.contains(one.started_on) || one.due.is_some_and(|due| span.contains(due));
    let name = |id: &str| people.iter().find(|person| person.id == id).map(Person::short_name);
    let row =
        |one: &IomStep| Some(TrainingRow { teacher: name(&one.person_id)?, step: step(one, &deficits) });
    let mut rows: Vec<TrainingRow> = courses.iter().filter(within).filter_map(row).collect();
    rows.sort_by_key(|row| (row.step.from, row.teacher.clone()));
    let without = people.iter().filter_map(|person| {
        let learns = courses.iter().any(|one| one.person_id == person.id && one.done_on.is_none());
        let open = deficits.iter().filter(|one| one.person_id == person.id && one.closed_on.is_none());
        let topics: Vec<&str> = open.filter(|one| one.severity >= 3).map(|one| one.topic.as_str()).collect();
        (!learns && !topics.is_empty()).then(|| (person.short_name(), topics.join("; ")))
    });
    Ok(TrainingPlan {
        schema: training_plan::SCHEMA.to_owned(),
        head: head(app, program)?,
        period: span.words(),
        from: span.from,
        to: span.to,
        without: without.collect(),
        rows,
    })
}

/// Who teaches today.
pub(super) fn staff_reference(app: &App, program: &Program) -> Result<StaffReference> {
    let read = app.read()?;
    let (people, steps): (Vec<Person>, Vec<IomStep>) = (read.all()?, read.all()?);
    Ok(staff_reference::staff_reference(head(app, program)?, &people, &steps, app.today()))
}

/// What the teachers are to be taught.
pub(super) fn training_request(app: &App, program: &Program) -> Result<TrainingRequest> {
    let read = app.read()?;
    let (people, deficits): (Vec<Person>, Vec<Deficit>) = (read.all()?, read.all()?);
    let wanted = training_request::wanted(&deficits, &people, &read.all::<IomStep>()?, app.today());
    let school = app.school()?;
    Ok(TrainingRequest {
        schema: training_request::SCHEMA.to_owned(),
        head: head(app, program)?,
        site: school.site,
        addressee: school.addressee,
        rows: training_request::topics(&wanted, &people),
        teachers: training_request::owners(&wanted),
    })
}

/// To a teacher, to an association of the teachers of a subject, or to the school.
pub(super) fn recommendations(
    app: &mut App,
    program: &Program,
    subject: Option<&Id>,
) -> Result<Recommendations> {
    let overview = self_diagnosis::overview(app, ())?;
    let open: Vec<&DeficitView> =
        overview.deficits.iter().filter(|view| view.deficit.closed_on.is_none()).collect();
    let taught = subject.and_then(|code| super::subjects::taught(code));
    let (addressee, teacher, rows) = match (subject, taught) {
        (None, _) => ("школе".to_owned(), String::new(), shared(&overview, &open)),
        (Some(_), Some(taught)) => {
            let people: Vec<Person> = app.read()?.all()?;
            let teaches = |id: &str| people.iter().any(|one| one.id == id && one.subjects.contains(&taught));
            let of: Vec<&DeficitView> =
                open.into_iter().filter(|view| teaches(&view.deficit.person_id)).collect();
            let whom = format!("школьному методическому объединению: {}", super::subjects::in_words(taught));
            (whom, String::new(), by_topic(&of))
        }
        (Some(_), None) => {
            let person = person(app, subject)?;
            let own: Vec<&DeficitView> =
                open.into_iter().filter(|view| view.deficit.person_id == person.id).collect();
            let rows = own.iter().map(|view| of_teacher(app, view)).collect::<Result<_>>()?;
            (format!("педагогу: {}", person.fio), person.fio, rows)
        }
    };
    Ok(Recommendations {
        schema: recommendations::SCHEMA.to_owned(),
        head: head(app, program)?,
        addressee,
        teacher,
        rows,
    })
}

/// The mentor and the next step where there is a tandem, the route where there is one, else the questionnaire's advice.
fn of_teacher(app: &App, view: &DeficitView) -> Result<RecommendationRow> {
    let read = app.read()?;
    let deficit = &view.deficit;
    let of_deficit = |id: &Option<Id>| id.as_ref() == Some(&deficit.id);
    let tandems: Vec<Tandem> = read.by("mentee_id", &deficit.person_id)?;
    let tandem =
        tandems.into_iter().find(|one| one.status == TandemStatus::Active && of_deficit(&one.deficit_id));
    let routes: Vec<IomStep> = read.by("person_id", &deficit.person_id)?;
    let route = routes.into_iter().find(|one| one.done_on.is_none() && of_deficit(&one.deficit_id));
    let mut next: Vec<MentoringStep> = match &tandem {
        Some(tandem) => read.by("tandem_id", &tandem.id)?,
        None => Vec::new(),
    };
    next.retain(|one| one.done_on.is_none());
    next.sort_by_key(|one| (one.due.is_none(), one.due));
    let helper = match &tandem {
        Some(Tandem { mentor_id: Some(id), .. }) => {
            format!("наставник {}", read.need::<Person>(id)?.short_name())
        }
        Some(tandem) => format!("наставник {}", tandem.outside_mentor),
        None => route
            .as_ref()
            .map(|one| one.provider.clone())
            .filter(|one| !one.is_empty())
            .unwrap_or_else(|| "наставник не назначен".to_owned()),
    };
    let due = next.first().and_then(|one| one.due).or(route.as_ref().and_then(|one| one.due));
    let actions = next.first().map(|one| one.title.clone()).into_iter();
    let actions = actions.chain(route.map(|one| format!("{}: {}", one.form.label(), one.title)));
    let actions: Vec<String> = actions.chain([view.advice.clone()]).filter(|one| !one.is_empty()).collect();
    Ok(RecommendationRow {
        finding: format!("{}: {}", deficit.topic, view.severity_label),
        action: actions.join("\n"),
        helper,
        term: due.map(|day| format!("до {}", day.format("%d.%m.%Y"))).unwrap_or_default(),
        check: "посещение урока, повторная самодиагностика".to_owned(),
    })
}

/// One row a topic, with the number of teachers instead of their names.
fn by_topic(views: &[&DeficitView]) -> Vec<RecommendationRow> {
    let mut topics: BTreeMap<&str, Vec<&DeficitView>> = BTreeMap::new();
    for view in views {
        topics.entry(&view.deficit.topic).or_default().push(view);
    }
    let mut topics: Vec<_> = topics.into_iter().collect();
    topics.sort_by_key(|(topic, views)| (std::cmp::Reverse(views.len()), (*topic).to_owned()));
    let row = |(topic, views): (&str, Vec<&DeficitView>)| RecommendationRow {
        finding: format!("{topic}: педагогов с дефицитом — {}", views.len()),
        action: views.first().map(|view| view.advice.clone()).unwrap_or_default(),
        helper: "руководитель ШМО, наставники".to_owned(),
        term: String::new(),
        check: "протокол заседания ШМО, посещение уроков, повторная самодиагностика".to_owned(),
    };
    topics.into_iter().map(row).collect()
}

/// Needs of many first; without them, every topic.
fn shared(overview: &self_diagnosis::Overview, open: &[&DeficitView]) -> Vec<RecommendationRow> {
    let of_many =
        |row: &RecommendationRow| overview.collective.iter().any(|one| row.finding.starts_with(&one.topic));
    let rows = by_topic(open);
    let many: Vec<RecommendationRow> = rows.iter().filter(|row| of_many(row)).cloned().collect();
    let helper = "администрация школы, руководители ШМО".to_owned();
    let rows = if many.is_empty() { rows } else { many };
    rows.into_iter().map(|row| RecommendationRow { helper: helper.clone(), ..row }).collect()
}
