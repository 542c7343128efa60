//! Every section of the report with its state: the list that is looked through before the report is issued.

use opora_domain::period::ReportPeriod;
use opora_domain::report::quarterly::{Fact, QuarterlyReport};
use opora_domain::report::theme::{Theme, ThemeSection};
use opora_domain::words::{Words, counted};

use super::completeness::Gap;
use super::{Missing, Readiness, SectionReadiness};

/// A section, what it says in short, and where it is entered.
struct Line {
    number: u8,
    title: String,
    says: String,
    route: &'static str,
    place: &'static str,
    /// Why it says nothing.
    empty: Option<&'static str>,
}

/// Nothing was entered that belongs to the period.
const NO_DATA: &str = "нет данных за период";

impl Line {
    fn or_empty(self, is_empty: bool) -> Self {
        Self { empty: is_empty.then_some(NO_DATA), ..self }
    }
}

/// Sections 0…16 in order.
pub(super) fn outline(report: &QuarterlyReport, gaps: &[Gap], period: ReportPeriod) -> Vec<SectionReadiness> {
    let mut lines = facts(report);
    lines.extend(report.themes.iter().map(theme));
    lines.extend(written(report, period));
    lines.sort_by_key(|line| line.number);
    lines.into_iter().map(|line| readiness(line, gaps)).collect()
}

fn readiness(line: Line, gaps: &[Gap]) -> SectionReadiness {
    let here = gaps.iter().filter(|(section, _)| *section == line.number);
    let missing: Vec<Missing> = here.map(|(_, missing)| missing.clone()).collect();
    let state = match missing.as_slice() {
        [] if line.empty.is_some() => Readiness::Empty,
        [] => Readiness::Full,
        some if some.iter().any(|one| one.blocking) => Readiness::Blocked,
        _ => Readiness::Lacking,
    };
    let state_label = match state {
        Readiness::Full => "полно".to_owned(),
        Readiness::Empty => line.empty.unwrap_or(NO_DATA).to_owned(),
        Readiness::Lacking => format!("не хватает: {}", missing.len()),
        Readiness::Blocked => "мешает выпуску".to_owned(),
    };
    SectionReadiness {
        number: line.number,
        title: format!("{}. {}", line.number, line.title),
        state,
        state_label,
        says: line.says,
        route: line.route.to_owned(),
        place: line.place.to_owned(),
        missing,
    }
}

fn line(number: u8, title: &str, says: String, route: &'static str, place: &'static str) -> Line {
    Line { number, title: title.to_owned(), says, route, place, empty: None }
}

/// Sections out of the data alone.
fn facts(report: &QuarterlyReport) -> Vec<Line> {
    let settings = "Школа и настройки";
    let (school, coverage) = (&report.school, &report.self_diagnosis.coverage);
    let pupils = school.pupils.map(|n| format!("обучающихся {n}, ")).unwrap_or_default();
    let people = format!("{pupils}педагогов {}", school.teachers);
    let covered = format!("прошли {} из {}", coverage.passed, coverage.total);
    let registers = "Журналы";
    vec![
        line(0, "Реквизиты", report.requisites.period.label(), "#/settings", settings),
        line(1, "Сведения о школе", people, "#/settings", settings),
        line(2, "Исполнение дорожной карты", roadmap(report), "#/roadmap", "Дорожная карта")
            .or_empty(report.roadmap.rows.is_empty()),
        line(3, "Показатели", indicators(report), "#/indicators", "Показатели")
            .or_empty(report.indicators.is_empty()),
        line(4, "Самодиагностика", covered, "#/selfdiagnosis", "Самодиагностика"),
        line(5, "Маршруты и повышение квалификации", development(report), "#/registers?tab=iom", registers)
            .or_empty(report.development.is_empty()),
        line(6, "Наставничество", mentoring(report), "#/mentoring", "Наставничество")
            .or_empty(report.mentoring.is_empty()),
        line(7, "Образовательные результаты", results(report), "#/registers?tab=assessments", registers)
            .or_empty(report.results.is_empty()),
        line(13, "Рабочая группа", meetings(report), "#/registers", registers),
    ]
}

/// Sections 8–12.
fn theme(section: &ThemeSection) -> Line {
    let events = section.events.len() as i64;
    let says = match (events, section.in_programme) {
        (0, false) => String::new(),
        (0, true) => "в этом периоде мероприятий нет".to_owned(),
        _ => counted(events, "мероприятие", "мероприятия", "мероприятий"),
    };
    let theme: Theme = section.theme;
    let silent = section.events.is_empty() && section.notes.is_empty();
    let empty =
        silent.then_some(if section.in_programme { NO_DATA } else { "не предусмотрено" });
    Line { empty, ..line(theme.section(), theme.label(), says, "#/roadmap", "Дорожная карта") }
}

/// Sections written by hand, and the appendix.
fn written(report: &QuarterlyReport, period: ReportPeriod) -> Vec<Line> {
    let risks = match report.risks.len() as i64 {
        0 => "рисков не выявлено".to_owned(),
        n => counted(n, "риск", "риска", "рисков"),
    };
    let paragraphs = report.conclusions.paragraphs.len() as i64;
    let conclusions = match paragraphs {
        0 => "выводов нет".to_owned(),
        n => counted(n, "вывод", "вывода", "выводов"),
    };
    let files = counted(report.evidence.len() as i64, "документ", "документа", "документов");
    let last = if period.is_year() {
        "Мероприятия следующего года, подписи, опись"
    } else {
        "Подписи, опись"
    };
    vec![
        line(14, "Риски и меры", risks, "#/reports", "Тексты отчёта"),
        line(15, "Выводы, корректировка, запрос помощи", conclusions, "#/reports", "Тексты отчёта"),
        line(16, last, files, "#/documents", "Документы").or_empty(report.evidence.is_empty()),
    ]
}

fn roadmap(report: &QuarterlyReport) -> String {
    let totals = &report.roadmap.totals;
    match totals.planned {
        0 => "мероприятий нет".to_owned(),
        planned => format!("исполнено {} из {planned}", totals.done),
    }
}

fn indicators(report: &QuarterlyReport) -> String {
    let known = report.indicators.iter().filter(|row| row.fact != Fact::Missing).count();
    match report.indicators.len() {
        0 => "программой не установлены".to_owned(),
        all => format!("значения внесены: {known} из {all}"),
    }
}

fn development(report: &QuarterlyReport) -> String {
    let facts = &report.development;
    let courses = counted(facts.courses.len() as i64, "курс", "курса", "курсов");
    format!("открыто маршрутов {}, завершено {courses}", facts.routes_opened)
}

fn mentoring(report: &QuarterlyReport) -> String {
    let tandems = report.mentoring.internal + report.mentoring.network;
    let said = counted(tandems, "тандем", "тандема", "тандемов");
    format!("{said}, встреч {}", report.mentoring.meetings_held)
}

fn results(report: &QuarterlyReport) -> String {
    match report.results.len() as i64 {
        0 => "процедур не было".to_owned(),
        n => counted(n, "процедура", "процедуры", "процедур"),
    }
}

fn meetings(report: &QuarterlyReport) -> String {
    match report.meetings.len() as i64 {
        0 => "заседаний не было".to_owned(),
        n => counted(n, "заседание", "заседания", "заседаний"),
    }
}
