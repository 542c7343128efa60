//! What is missing before a report is issued, with the screen where it is mended.

use opora_domain::occurrence::OccurrenceState;
use opora_domain::period::ReportPeriod;
use opora_domain::program::Program;
use opora_domain::report::quarterly::{EventState, Fact, IndicatorRow, QuarterlyReport};
use opora_domain::report::theme::ThemeSection;
use opora_domain::words::{Words, counted};

use super::difference::in_force;
use super::written::RISKS;
use super::{Missing, Outdated};
use crate::{App, Result, current, identity, roadmap};

/// Something missing, with the number of its section.
pub(super) type Gap = (u8, Missing);

/// The list, blocking things first.
pub(super) fn completeness(
    app: &mut App,
    period: ReportPeriod,
    report: &QuarterlyReport,
    outdated: &[Outdated],
) -> Result<Vec<Gap>> {
    let mut missing: Vec<Gap> = Vec::new();
    let mut add = |section: u8, found: Option<Missing>| missing.extend(found.map(|found| (section, found)));
    add(0, future(app, period));
    add(0, requisites(app)?);
    add(1, school(report));
    add(2, undated(app, period)?);
    add(2, overdue(report));
    add(2, without_reason(report));
    add(3, without_fact(report));
    add(3, of_nothing(report));
    add(4, self_diagnosis(report));
    add(5, not_used(report));
    add(6, steps(report));
    for theme in &report.themes {
        add(theme.theme.section(), theme_is_bare(theme));
    }
    add(13, meeting(report));
    add(13, decisions(app, report));
    add(14, without_measure(report));
    add(15, earlier(app, period)?);
    for text in outdated {
        let said = format!("«{}»: данные изменились после правки, перечитайте текст.", text.title);
        add(if text.key == RISKS { 14 } else { 15 }, Some(item(said, "#/reports")));
    }
    add(16, without_document(report));
    add(16, certificate(app)?);
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
    let names: Vec<&str> = empty.map(|(name, _)| *name).collect();
    let text = format!("В карточке школы не заполнено: {}.", names.join(", "));
    Ok((!names.is_empty()).then(|| item(text, "#/settings")))
}

fn school(report: &QuarterlyReport) -> Option<Missing> {
    let school = &report.school;
    let empty = [
        ("число обучающихся", school.pupils.is_none()),
        ("основание статуса", !school.status.is_empty() && school.status_basis.is_empty()),
    ];
    let names: Vec<&str> = empty.iter().filter(|(_, empty)| *empty).map(|(name, _)| *name).collect();
    let text = format!("В карточке школы не заполнено: {}.", names.join(", "));
    (!names.is_empty()).then(|| item(text, "#/settings"))
}

/// The period before belongs to a programme, and no report was issued for it.
fn earlier(app: &App, period: ReportPeriod) -> Result<Option<Missing>> {
    let before = period.previous();
    let read = app.read()?;
    let programs: Vec<Program> = read.all()?;
    let reported = programs.iter().any(|program| program.binding_from() <= before.end());
    if !reported || in_force(app, before)?.is_some() {
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

/// Courses that no lesson or seminar has shown in practice yet.
fn not_used(report: &QuarterlyReport) -> Option<Missing> {
    let rows = report.development.courses.iter();
    let n: i64 = rows.map(|course| course.teachers - course.implemented).sum();
    let teachers = counted(n, "педагога", "педагогов", "педагогов");
    let text = format!("Курсы завершены, внедрение в практику не отмечено: у {teachers}.");
    (n > 0).then(|| item(text, "#/registers?tab=iom"))
}

fn steps(report: &QuarterlyReport) -> Option<Missing> {
    let mentoring = &report.mentoring;
    let n = mentoring.steps_planned - mentoring.steps_done;
    let steps = counted(n, "шаг", "шага", "шагов");
    let text = format!("Наставничество: не отмечено исполнение — {steps} из назначенных на период.");
    (n > 0).then(|| item(text, "#/mentoring"))
}

/// The programme asks for it, and the section has nothing to say.
fn theme_is_bare(theme: &ThemeSection) -> Option<Missing> {
    let bare = theme.in_programme && theme.events.is_empty() && theme.notes.is_empty();
    let text = format!("«{}»: событий нет, можно добавить пояснение.", theme.theme.label());
    bare.then(|| item(text, "#/reports"))
}

/// Decisions whose term has passed and that are not marked as done.
fn decisions(app: &App, report: &QuarterlyReport) -> Option<Missing> {
    let all = report.meetings.iter().flat_map(|held| &held.decisions);
    let late = all.filter(|one| one.done_on.is_none() && one.due.is_some_and(|due| due < app.today()));
    let n = late.count() as i64;
    let said = counted(n, "решение", "решения", "решений");
    let text = format!("Рабочая группа: срок прошёл, исполнение не отмечено — {said}.");
    (n > 0).then(|| item(text, "#/registers"))
}

fn without_measure(report: &QuarterlyReport) -> Option<Missing> {
    let n = report.risks.iter().filter(|row| row.measure.trim().is_empty()).count() as i64;
    let risks = counted(n, "риску", "рискам", "рискам");
    (n > 0).then(|| item(format!("Не названа мера: по {risks}."), "#/reports"))
}

fn meeting(report: &QuarterlyReport) -> Option<Missing> {
    let text = "В отчётном периоде нет ни одного заседания рабочей группы.";
    report.meetings.is_empty().then(|| item(text, "#/registers"))
}
