//! Who makes a document and how the programme stands.

use opora_domain::program::{Program, ProgramChange, ProgramVersion};
use opora_domain::report::{Approval, Head, years};

use crate::{App, Result, current};

/// The head of a document about the programme in force.
pub(crate) fn head(app: &App, program: &Program) -> Result<Head> {
    let school = app.school()?;
    let read = app.read()?;
    let versions: Vec<ProgramVersion> = current::of(read, Some(program))?;
    let changes: Vec<ProgramChange> = current::of(read, Some(program))?;
    let approved =
        versions.into_iter().find(|version| program.version > 0 && version.number == program.version);
    Ok(Head {
        school_full: school.full_name,
        school_short: school.short_name,
        territory: program.territory.clone(),
        programme_title: program.title.clone(),
        programme_act: program.act.clone(),
        from: program.period_from,
        to: program.period_to,
        date: app.today(),
        director: school.director,
        deputy: school.deputy,
        amended: approved.is_some() && changes.iter().any(|change| change.version.is_none()),
        approval: approved.map(approval),
        demo: school.demo_today.is_some(),
    })
}

fn approval(version: ProgramVersion) -> Approval {
    Approval {
        version: version.number,
        order_no: version.order_no,
        order_date: version.order_date,
        authority: version.authority,
    }
}

/// The first letter large.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// «за 2022–2025 годы».
pub(super) fn term(program: &Program) -> String {
    years(program.period_from, program.period_to).map_or_else(
        || format!("с {} по сегодня", program.period_from.format("%d.%m.%Y")),
        |years| format!("за {years}"),
    )
}
