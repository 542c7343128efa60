//! Facts that the program counts by itself, for the cells of the sheet.

use opora_domain::auto::{self, Counted, Registers, Window};
use opora_domain::indicator::Indicator;
use opora_domain::monitoring::Stage;
use opora_domain::occurrence::Occurrence;
use opora_domain::program::{Event, Program};
use opora_domain::programme::AutoFact;
use opora_store::Reader;

use crate::{Result, assets, current};

/// Reads what is counted; nothing when no indicator counts anything.
pub(super) fn registers(read: Reader<'_>, program: &Program) -> Result<Registers> {
    let events: Vec<Event> = current::of(read, Some(program))?;
    let own = |occurrence: &Occurrence| events.iter().any(|event| event.id == occurrence.event_id);
    let occurrences: Vec<Occurrence> = read.all::<Occurrence>()?.into_iter().filter(own).collect();
    let evidence = read.all()?;
    Ok(Registers {
        people: read.all()?,
        responses: read.all()?,
        deficits: read.all()?,
        iom: read.all()?,
        tandems: read.all()?,
        meetings: read.all()?,
        reports: read.all()?,
        assessments: read.all()?,
        events,
        occurrences,
        evidence,
    })
}

/// The formula of an indicator: its own, else that of the municipal file, for those adopted before there were any.
pub(super) fn formula(indicator: &Indicator, program: &Program) -> Option<AutoFact> {
    if indicator.auto.is_some() {
        return indicator.auto.clone();
    }
    let file = &assets::programme(&program.template_id).ok()?.programme;
    let code = indicator.template_code.as_deref()?;
    let of_indicators = file.indicators.iter().map(|one| (&one.code, &one.auto));
    let mut all = of_indicators.chain(file.measured_results.iter().map(|one| (&one.code, &one.auto)));
    all.find(|(known, _)| *known == code).and_then(|(_, auto)| auto.clone())
}

/// Counts for a stage, as the indicator takes it.
pub(super) fn count(
    formula: &AutoFact,
    indicator: &Indicator,
    registers: &Registers,
    stage: &Stage,
    program: &Program,
    today: chrono::NaiveDate,
) -> Counted {
    let window = match Window::of(stage, program.period_from, today) {
        Ok(window) => window,
        Err(why) => return Counted::unknown(why, Vec::new()),
    };
    let counted = auto::count(formula, registers, window);
    let fact = counted.fact.map(|fact| auto::projected(fact, indicator.projection));
    Counted { fact, ..counted }
}
