//! Teachers of the demonstration and what they went through, entered by the same use cases as anybody's.

use opora_domain::Id;
use opora_domain::mentoring::TandemScope;
use opora_domain::self_diagnosis::Deficit;

use super::file::{DemoFile, IomDraft, ResponseDraft, TandemDraft};
use crate::mentoring::{self, DeficitInput, MeetingInput, StepInput, TandemInput, TandemView};
use crate::person::IdInput;
use crate::registers::{self, IomInput};
use crate::self_diagnosis::{self, AnswerInput, NoteInput, StartInput};
use crate::{App, Result, assets, person};

/// The questionnaire that the teachers of the demonstration filled.
const INSTRUMENT: &str = "DX-MATH";
/// The digit for «не веду».
const NOT_MINE: u32 = 9;

pub(super) fn fill(app: &mut App, file: &DemoFile) -> Result<()> {
    let today = app.today();
    let saved = file.people.iter().map(|input| person::save(app, input.clone()).map(|person| person.id));
    let ids = saved.collect::<Result<Vec<Id>>>()?;
    for response in &file.responses {
        answer(app, response, &ids[response.person])?;
    }
    for tandem in &file.tandems {
        pair(app, tandem, &ids)?;
    }
    app.live_on(today);
    for meeting in &file.group_meetings {
        registers::save_meeting(app, meeting.clone())?;
    }
    for step in &file.iom {
        registers::save_iom(app, route_step(step, &ids[step.person]))?;
    }
    for result in &file.assessments {
        registers::save_assessment(app, result.clone())?;
    }
    Ok(())
}

fn answer(app: &mut App, draft: &ResponseDraft, person_id: &str) -> Result<()> {
    app.live_on(draft.date);
    let input = StartInput { person_id: person_id.to_owned(), instrument: INSTRUMENT.to_owned() };
    let id = self_diagnosis::start(app, input)?.response.id;
    let items = &assets::instrument(INSTRUMENT)?.items;
    for (item, digit) in items.iter().zip(draft.answers.chars()) {
        let value = digit.to_digit(10).filter(|digit| *digit != NOT_MINE).map(|digit| digit as u8);
        self_diagnosis::answer(app, AnswerInput { id: id.clone(), item: item.id.clone(), value })?;
    }
    let note = NoteInput {
        id: id.clone(),
        help_text: draft.help_text.clone(),
        agrees_to_help: draft.agrees_to_help,
        help_topics: Vec::new(),
        help_form: draft.help_form.clone(),
    };
    self_diagnosis::save_note(app, note)?;
    self_diagnosis::complete(app, IdInput { id })?;
    Ok(())
}

fn pair(app: &mut App, draft: &TandemDraft, ids: &[Id]) -> Result<()> {
    app.live_on(draft.date);
    let deficits = app.read()?.by::<Deficit>("person_id", &ids[draft.mentee])?;
    let Some(deficit) = deficits.into_iter().find(|deficit| deficit.item == draft.item) else {
        return Ok(());
    };
    let steps = mentoring::suggest_steps(app, DeficitInput { deficit_id: deficit.id.clone() })?;
    let input = TandemInput {
        deficit_id: Some(deficit.id),
        mentor_id: Some(ids[draft.mentor].clone()),
        outside_mentor: String::new(),
        mentee_id: ids[draft.mentee].clone(),
        topic: deficit.topic,
        scope: TandemScope::Internal,
        started_on: Some(draft.date),
        ends_on: Some(draft.ends_on),
        steps,
    };
    let made = mentoring::create(app, input)?;
    work(app, draft, &made)
}

fn work(app: &mut App, draft: &TandemDraft, made: &TandemView) -> Result<()> {
    for (meeting, step) in draft.meetings.iter().zip(&made.steps).take(draft.steps_done) {
        app.live_on(meeting.date);
        let input = StepInput {
            id: Some(step.id.clone()),
            tandem_id: made.tandem.id.clone(),
            title: step.title.clone(),
            due: step.due,
            done_on: Some(meeting.date),
        };
        mentoring::save_step(app, input)?;
    }
    for meeting in &draft.meetings {
        app.live_on(meeting.date);
        let input = MeetingInput {
            id: None,
            tandem_id: made.tandem.id.clone(),
            date: meeting.date,
            minutes: meeting.minutes,
            content: meeting.content.clone(),
            outcome: meeting.outcome.clone(),
        };
        mentoring::save_meeting(app, input)?;
    }
    Ok(())
}

fn route_step(draft: &IomDraft, person_id: &str) -> IomInput {
    IomInput {
        id: None,
        person_id: person_id.to_owned(),
        deficit_id: None,
        form: draft.form,
        title: draft.title.clone(),
        provider: draft.provider.clone(),
        hours: draft.hours,
        started_on: draft.started_on,
        due: draft.due,
        done_on: draft.done_on,
        document: draft.document.clone(),
        introduced_on: draft.introduced_on,
    }
}
