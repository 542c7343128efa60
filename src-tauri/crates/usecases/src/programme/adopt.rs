use chrono::NaiveDate;
use opora_domain::program::Program;
use opora_domain::programme::{self, Note, Programme};
use opora_store::Tx;

use super::AdoptPeriodInput;
use super::file::{self, SourceFile};
use super::records::Records;
use crate::program::renewal::preview;
use crate::{ApiError, App, Result, current, dates, ops};

/// Makes the school's programme out of a municipal one, with everything that stands in it, in one transaction; in
/// another period when one is given. The file itself is kept beside it.
///
/// # Errors
/// `NotFound` when there is no such file; `Refused` when a programme is already adopted; `Invalid` when the period
/// does not fit.
pub fn adopt(app: &mut App, input: AdoptPeriodInput) -> Result<Program> {
    let file = file::listed(app, &input.id)?;
    if current::program(app.read()?)?.is_some() {
        return Err(ApiError::refused(
            "Муниципальная программа уже принята.",
            "Ничего не изменено. Пока по ней ничего не внесено, её принятие можно отменить в истории изменений.",
        ));
    }
    let (programme, act_date) = in_period(app, &file, &input)?;
    let mut program = Program { act_date, ..program(app, &file, &programme) };
    if input.from_today {
        bind_from(&mut program, app.today());
    }
    let records = Records::of(app, program, &programme)?;
    let kept = file::record_of(app, &file)?;
    app.transact(ops::ADOPT_PROGRAMME, |tx| {
        write(tx, &records)?;
        kept.iter().try_for_each(|file| tx.insert(file))?;
        Ok(records.program.clone())
    })
}

/// The programme in the wanted period, and the day from which it binds beside its first one.
fn in_period(
    app: &App,
    file: &SourceFile,
    input: &AdoptPeriodInput,
) -> Result<(Programme, Option<NaiveDate>)> {
    let source = &file.programme;
    let Some(period) = &input.period else { return Ok((source.clone(), source.act.date)) };
    let period = preview::check(source.period, period)?;
    if period == source.period {
        return Ok((source.clone(), source.act.date));
    }
    let shifted = programme::shift(source, period);
    let act_date = preview::binding_date(&shifted, app.today());
    Ok((shifted.programme, act_date))
}

/// What had been due before the school took the programme up may have been done: nobody owes it here.
fn bind_from(program: &mut Program, today: NaiveDate) {
    if program.binding_from() >= today {
        return;
    }
    program.act_date = Some(today);
    program.notes.push(Note {
        where_: "Сроки".into(),
        text: format!(
            "Программа ведётся здесь с {}: сроки до этого дня не считаются долгом.",
            dates::day(today)
        ),
    });
}

fn program(app: &App, file: &SourceFile, programme: &Programme) -> Program {
    Program {
        id: app.new_id(),
        template_id: programme.id.clone(),
        template_version: i64::from(programme.version),
        template_sha256: file.sha256(),
        title: programme.title.clone(),
        territory: programme.territory.clone(),
        act: programme.act.text.clone(),
        act_date: programme.act.date,
        period_from: programme.period.from,
        period_to: programme.period.to,
        adopted_on: app.today(),
        notes: programme.notes.clone(),
        goal: programme.goal.clone(),
        responsible_person_id: None,
        version: 0,
        ended_on: None,
    }
}

fn write(tx: &Tx<'_>, records: &Records) -> Result<()> {
    tx.insert(&records.program)?;
    records.tasks.iter().try_for_each(|task| tx.insert(task))?;
    records.events.iter().try_for_each(|event| tx.insert(event))?;
    records.occurrences.iter().try_for_each(|occurrence| tx.insert(occurrence))?;
    records.indicators.iter().try_for_each(|indicator| tx.insert(indicator))?;
    records.targets.iter().try_for_each(|target| tx.insert(target))?;
    records.stages.iter().try_for_each(|stage| tx.insert(stage))?;
    Ok(())
}
