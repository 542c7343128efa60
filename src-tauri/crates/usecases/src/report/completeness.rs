//! What is missing before a report is issued, with the screen where it is mended.

use opora_domain::occurrence::OccurrenceState;
use opora_domain::period::ReportPeriod;
use opora_domain::program::Program;
use opora_domain::report::quarterly::{EventState, Fact, IndicatorRow, QuarterlyReport};
use opora_domain::words::counted;

use super::Missing;
use super::difference::in_force;
use crate::{App, Result, current, identity, roadmap};

/// The list, blocking things first.
pub(super) fn completeness(
    app: &mut App,
    period: ReportPeriod,
    report: &QuarterlyReport,
    outdated: &[String],
) -> Result<Vec<Missing>> {
    let mut missing = Vec::new();
    missing.extend(future(app, period));
    missing.extend(requisites(app)?);
    missing.extend(certificate(app)?);
    missing.extend(undated(app, period)?);
    missing.extend(overdue(report));
    missing.extend(without_reason(report));
    missing.extend(without_document(report));
    missing.extend(without_fact(report));
    missing.extend(of_nothing(report));
    missing.extend(self_diagnosis(report));
    missing.extend(meeting(report));
    missing.extend(earlier(app, period)?);
    missing.extend(outdated.iter().map(|title| {
        item(format!("«{title}»: данные изменились после правки, перечитайте текст."), "#/reports")
    }));
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
        None => "Ключа подписи школы ещё нет: его можно создать при подписании или подписать иначе.",
        Some(current) if current.certificate.not_after < app.now() => {
            "Срок действия сертификата школы истёк: создайте новый или подпишите иначе."
        }
        Some(_) => return Ok(None),
    };
    Ok(Some(item(text, "#/settings?tab=signing")))
}

/// What the head of the report cannot do without.
fn requisites(app: &App) -> Result<Option<Missing>> {
    let school = app.school()?;
    let card = [
        ("полное наименование", &school.full_name),
        ("муниципальный орган", &school.authority),
        ("адресат", &school.addressee),
        ("директор", &school.director),
        ("заместитель директора", &school.deputy),
    ];
    let empty = card.iter().filter(|(_, text)| text.trim().is_empty());
    let mut names: Vec<&str> = empty.map(|(name, _)| *name).collect();
    if school.pupils.is_none() {
        names.push("число обучающихся");
    }
    let text = format!("В карточке школы не заполнено: {}.", names.join(", "));
    Ok((!names.is_empty()).then(|| item(text, "#/settings")))
}

/// The period before belongs to a programme, and no report was issued for it.
fn earlier(app: &App, period: ReportPeriod) -> Result<Option<Missing>> {
    let before = period.previous();
    let read = app.read()?;
    let programs: Vec<Program> = read.all()?;
    let reported = programs.iter().any(|program| program.binding_from() <= before.end());
    if !reported || !in_force(app, before)?.is_empty() {
        return Ok(None);
    }
    let text = format!("Отчёт за {} не выпущен: сравнивать не с чем.", before.label());
    Ok(Some(item(text, "#/reports")))
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

/// A reason stands in the note, beside the result.
fn without_reason(report: &QuarterlyReport) -> Option<Missing> {
    let rows = report.roadmap.rows.iter();
    let bare = rows.filter(|row| row.state == EventState::Overdue && row.note.is_empty());
    let codes = codes(bare.map(|row| row.code.as_str()));
    (!codes.is_empty())
        .then(|| item(format!("Просрочено без указания причины: {codes}."), "#/roadmap?state=overdue"))
}

/// «2.1, 2.4», each once.
fn codes<'a>(rows: impl Iterator<Item = &'a str>) -> String {
    let mut codes: Vec<&str> = rows.collect();
    codes.dedup();
    codes.join(", ")
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

/// A share of nothing is no percentage.
fn of_nothing(report: &QuarterlyReport) -> Option<Missing> {
    let zero = |row: &&IndicatorRow| matches!(row.fact, Fact::Share { denominator: 0, .. });
    let codes = codes(report.indicators.iter().filter(zero).map(|row| row.code.as_str()));
    (!codes.is_empty()).then(|| {
        let text = format!("Доля не посчитана, знаменатель равен нулю: {codes}.");
        item(text, "#/indicators")
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
