use opora_domain::report::quarterly::{QuarterlyReport, RiskMeasure};
use opora_domain::words::{counted, plural};

use crate::report::facts::Facts;

/// How many codes a row names.
const NAMED: usize = 12;

/// Section 14 as drafted by rule: what the data show, then the risks of the programme itself.
pub(in crate::report) fn suggest_risks(facts: &Facts, report: &QuarterlyReport) -> Vec<RiskMeasure> {
    let found = [overdue(report), no_meeting(report), missed(report), coverage(report)];
    found.into_iter().flatten().chain(facts.risks.iter().cloned()).collect()
}

fn row(risk: String, measure: &str, effect: &str) -> RiskMeasure {
    RiskMeasure { risk, measure: measure.to_owned(), effect: effect.to_owned() }
}

fn overdue(report: &QuarterlyReport) -> Option<RiskMeasure> {
    let overdue = report.roadmap.totals.overdue;
    let verb = plural(overdue, "просрочен", "просрочено", "просрочено");
    let terms = counted(overdue, "срок", "срока", "сроков");
    (overdue > 0).then(|| {
        row(
            format!("Срыв сроков дорожной карты: {verb} {terms}."),
            "Назначить новые сроки и ответственных, рассмотреть исполнение на заседании рабочей группы.",
            "Просрочка погашена до конца следующего отчётного периода.",
        )
    })
}

fn no_meeting(report: &QuarterlyReport) -> Option<RiskMeasure> {
    report.meetings.is_empty().then(|| {
        row(
            "Рабочая группа не собиралась: решения не приняты, исполнение не проверено.".to_owned(),
            "Провести заседание и оформить протокол.",
            "Не менее одного заседания в квартал.",
        )
    })
}

fn missed(report: &QuarterlyReport) -> Option<RiskMeasure> {
    let rows = report.indicators.iter().filter(|row| row.state == "Не достигнут");
    let codes = rows.map(|row| row.code.as_str()).filter(|code| !code.is_empty()).collect::<Vec<_>>();
    (!codes.is_empty()).then(|| {
        let more = if codes.len() > NAMED { " и другие" } else { "" };
        let named = codes[..codes.len().min(NAMED)].join(", ");
        row(
            format!("Показатели ниже планового значения: {named}{more}."),
            "Разобрать причины, дополнить дорожную карту мероприятиями по этим показателям.",
            "Плановые значения достигнуты на следующем этапе мониторинга.",
        )
    })
}

fn coverage(report: &QuarterlyReport) -> Option<RiskMeasure> {
    let missing = report.self_diagnosis.coverage.missing().filter(|n| *n > 0)?;
    let people = counted(missing, "педагога", "педагогов", "педагогов");
    Some(row(
        format!("Охват самодиагностикой ниже плана года: не хватает {people}."),
        "Составить график самодиагностики и провести её с теми, кто её не прошёл.",
        "Плановый охват достигнут до конца года.",
    ))
}
