//! What is missing before a report is issued, with the screen where it is mended.

use opora_domain::occurrence::OccurrenceState;
use opora_domain::period::ReportPeriod;
use opora_domain::report::quarterly::{EventState, Fact, QuarterlyReport};
use opora_domain::words::counted;

use super::Missing;
use crate::{App, Result, current, identity, roadmap};

/// The list, blocking things first.
pub(super) fn completeness(
    app: &mut App,
    period: ReportPeriod,
    report: &QuarterlyReport,
) -> Result<Vec<Missing>> {
    let mut missing = Vec::new();
    missing.extend(future(app, period));
    missing.extend(certificate(app)?);
    missing.extend(undated(app, period)?);
    missing.extend(overdue(report));
    missing.extend(without_document(report));
    missing.extend(without_fact(report));
    missing.extend(self_diagnosis(report));
    missing.extend(meeting(report));
    Ok(missing)
}

fn item(text: impl Into<String>, route: &str) -> Missing {
    Missing { text: text.into(), route: route.into(), blocking: false }
}

fn future(app: &App, period: ReportPeriod) -> Option<Missing> {
    let text = format!("{} ещё не начался: отчёт за него выпустить нельзя.", period.label());
    (period.start() > app.today()).then(|| Missing { blocking: true, ..item(text, "#/reports") })
}

fn certificate(app: &App) -> Result<Option<Missing>> {
    let text = match identity::current(app)? {
        None => "Нет сертификата подписи. Его можно создать прямо при подписании.",
        Some(current) if current.certificate.not_after < app.now() => {
            "Срок действия сертификата подписи истёк: создайте новый."
        }
        Some(_) => return Ok(None),
    };
    Ok(Some(Missing { blocking: true, ..item(text, "#/settings") }))
}

/// An ended programme waits for no dates.
fn undated(app: &mut App, period: ReportPeriod) -> Result<Option<Missing>> {
    if current::of_quarter(app.read()?, period)?.is_some_and(|program| program.ended_on.is_some()) {
        return Ok(None);
    }
    let roadmap = roadmap::get(app, ())?;
    let events = roadmap.tasks.iter().flat_map(|task| &task.events);
    let own = events.filter(|event| event.event.is_owed());
    let occurrences = own.flat_map(|event| &event.occurrences);
    let n = occurrences.filter(|view| view.state == OccurrenceState::Undated).count() as i64;
    Ok((n > 0).then(|| {
        let events = counted(n, "мероприятия", "мероприятий", "мероприятий");
        item(format!("У {events} не задан срок."), "#/roadmap?state=undated")
    }))
}

fn overdue(report: &QuarterlyReport) -> Option<Missing> {
    let n = report.roadmap.totals.overdue;
    (n > 0).then(|| {
        let terms = counted(n, "срок просрочен", "срока просрочены", "сроков просрочено");
        item(format!("Дорожная карта: {terms}."), "#/roadmap?state=overdue")
    })
}

fn without_document(report: &QuarterlyReport) -> Option<Missing> {
    let rows = report.roadmap.rows.iter();
    let bare = rows.filter(|row| row.state == EventState::Done && row.documents.is_empty());
    let codes = bare.map(|row| row.code.as_str()).collect::<Vec<_>>();
    (!codes.is_empty()).then(|| {
        item(
            format!("Исполнено без подтверждающего документа: {}.", codes.join(", ")),
            "#/roadmap?state=done",
        )
    })
}

fn without_fact(report: &QuarterlyReport) -> Option<Missing> {
    let empty = report.indicators.iter().filter(|row| !row.target.is_empty() && row.fact == Fact::Missing);
    let codes = empty.map(|row| row.code.as_str()).collect::<Vec<_>>();
    (!codes.is_empty()).then(|| {
        let indicators = counted(codes.len() as i64, "показателя", "показателей", "показателей");
        item(format!("Нет значений у {indicators}: {}.", codes.join(", ")), "#/indicators")
    })
}

fn self_diagnosis(report: &QuarterlyReport) -> Option<Missing> {
    let coverage = &report.self_diagnosis.coverage;
    if coverage.total == 0 {
        return Some(item("Не внесены педагоги школы.", "#/teachers"));
    }
    let missing = coverage.missing().filter(|n| *n > 0)?;
    let people = counted(missing, "педагога", "педагогов", "педагогов");
    Some(item(format!("Самодиагностика: до цели года не хватает {people}."), "#/selfdiagnosis"))
}

fn meeting(report: &QuarterlyReport) -> Option<Missing> {
    let text = "В отчётном периоде нет ни одного заседания рабочей группы.";
    report.meetings.is_empty().then(|| item(text, "#/registers"))
}
