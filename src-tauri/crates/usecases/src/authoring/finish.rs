use opora_domain::authoring::{AddedProgramme, ProgrammeOrigin, RowState, build, slug};
use opora_domain::programme::Programme;

use super::work::Work;
use super::{FinishInput, FinishView, view};
use crate::{ApiError, App, Code, Detail, Result, canonical, ops, programme};

/// So many doubtful rows are named in a refusal.
const NAMED: usize = 20;

/// Makes the programme file out of the draft; it stands in the list and can be adopted. The draft is gone.
///
/// # Errors
/// `Invalid` when something is missing, `Refused` when rows wait to be looked at and were not accepted.
pub fn finish(app: &mut App, input: FinishInput) -> Result<FinishView> {
    let work = Work::need(app)?;
    if !input.accept_unclear {
        refuse_unclear(&work)?;
    }
    let taken = programme::taken_ids(app)?;
    let made = made(&work, |id| taken.iter().any(|known| known == id))?;
    let text = text(&made)?;
    let added = AddedProgramme {
        id: app.new_id(),
        programme_id: made.id.clone(),
        version: i64::from(made.version),
        sha256: canonical::sha256(&text),
        text,
        added_on: app.today(),
        origin: ProgrammeOrigin::Own,
    };
    app.transact(ops::FINISH_DRAFT, |tx| {
        tx.insert(&added)?;
        work.erase(tx)
    })?;
    Ok(FinishView {
        id: made.id,
        title: made.title,
        version: made.version,
        from: made.period.from,
        to: made.period.to,
    })
}

/// The programme of a draft, checked as every programme file is.
pub(super) fn made(work: &Work, taken: impl Fn(&str) -> bool) -> Result<Programme> {
    let details = view::problems(work);
    let Some(period) = work.draft.meta.period().filter(|_| details.is_empty()) else {
        return Err(invalid("Программу ещё нельзя сохранить.", details));
    };
    let place = work.draft.meta.territory.split(',').next().unwrap_or_default();
    let stem = slug(place);
    let ids = std::iter::once(stem.clone()).chain((2..).map(|n: usize| format!("{stem}-{n}")));
    let id = ids.into_iter().find(|id| !taken(id)).unwrap_or(stem);
    let made = build(&id, 1, &work.draft, &work.rows, period);
    let problems = made.validate();
    if problems.is_empty() {
        return Ok(made);
    }
    let details = problems.into_iter().map(|found| Detail { place: found.place, message: found.message });
    Err(invalid("Программу нельзя сохранить.", details.collect()))
}

/// The text of a programme file.
pub(super) fn text(programme: &Programme) -> Result<String> {
    serde_json::to_string_pretty(programme).map(|text| text + "\n").map_err(ApiError::internal)
}

fn invalid(message: &str, details: Vec<Detail>) -> ApiError {
    let mut error = ApiError::new(Code::Invalid, message, "Черновик цел. Исправьте отмеченное и повторите.");
    error.details = details;
    error
}

fn refuse_unclear(work: &Work) -> Result<()> {
    let view = view::of(work);
    let rows = view.rows.iter().map(|row| (row.state, &row.code, &row.problems));
    let indicators = view.indicators.iter().map(|row| (row.state, &row.code, &row.problems));
    let unclear = rows.chain(indicators).filter(|(state, _, _)| *state == RowState::Unclear);
    let details: Vec<Detail> = unclear
        .take(NAMED)
        .map(|(_, code, problems)| Detail { place: code.clone(), message: problems.join(" ") })
        .collect();
    if details.is_empty() {
        return Ok(());
    }
    let mut error = ApiError::refused(
        format!("Не просмотрены строки, которые требуют уточнения: {}.", view.totals.unclear),
        "Черновик цел. Подтвердите или исправьте их либо сохраните программу как есть: \
         они останутся в списке «Требует уточнения».",
    );
    error.details = details;
    Err(error)
}
