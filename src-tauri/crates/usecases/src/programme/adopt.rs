use opora_domain::program::Program;
use opora_store::Tx;
use sha2::{Digest, Sha256};

use super::AdoptInput;
use super::records::Records;
use crate::assets::{self, ProgrammeFile};
use crate::{ApiError, App, Result, ops};

/// Makes the school's programme out of a municipal one, with everything that stands in it, in one transaction.
///
/// # Errors
/// `NotFound` when there is no such file; `Refused` when a programme is already adopted.
pub fn adopt(app: &mut App, input: AdoptInput) -> Result<Program> {
    let file = assets::programme(&input.id)?;
    if app.read()?.count::<Program>()? > 0 {
        return Err(ApiError::refused(
            "Муниципальная программа уже принята.",
            "Ничего не изменено. Пока по ней ничего не внесено, её принятие можно отменить в истории изменений.",
        ));
    }
    let records = Records::of(app, program(app, file), &file.programme)?;
    app.transact(ops::ADOPT_PROGRAMME, |tx| {
        write(tx, &records)?;
        Ok(records.program.clone())
    })
}

fn program(app: &App, file: &ProgrammeFile) -> Program {
    let programme = &file.programme;
    Program {
        id: app.new_id(),
        template_id: programme.id.clone(),
        template_version: i64::from(programme.version),
        template_sha256: sha256(file.text),
        title: programme.title.clone(),
        territory: programme.territory.clone(),
        act: programme.act.text.clone(),
        act_date: programme.act.date,
        period_from: programme.period.from,
        period_to: programme.period.to,
        adopted_on: app.today(),
        notes: programme.notes.clone(),
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

/// SHA-256 of a programme file, lower hex.
fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}
