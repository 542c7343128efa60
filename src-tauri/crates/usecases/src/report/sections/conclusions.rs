use opora_domain::report::quarterly::{EventState, QuarterlyReport};
use opora_domain::target::percent;
use opora_domain::words::{counted, plural};

/// Section 15 as drafted by rule; the deputy edits it.
pub(in crate::report) fn suggest(report: &QuarterlyReport) -> Vec<String> {
    [
        roadmap(report),
        overdue(report),
        indicators(report),
        coverage(report),
        mentoring(report),
        meetings(report),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn roadmap(report: &QuarterlyReport) -> Option<String> {
    let totals = report.roadmap.totals;
    let period = report.requisites.period.label();
    if totals.planned == 0 {
        return Some(format!("На {period} мероприятий дорожной карты не приходится."));
    }
    let planned = counted(totals.planned, "мероприятия", "мероприятий", "мероприятий");
    let share = percent(totals.done, totals.planned);
    Some(format!("По дорожной карте за {period} исполнено {} из {planned} ({share}).", totals.done))
}

fn overdue(report: &QuarterlyReport) -> Option<String> {
    let rows = report.roadmap.rows.iter().filter(|row| row.state == EventState::Overdue);
    let mut codes = rows.map(|row| row.code.as_str()).collect::<Vec<_>>();
    codes.dedup();
    (!codes.is_empty()).then(|| {
        format!(
            "Не исполнены в срок пункты {}; сроки подлежат уточнению при корректировке дорожной карты.",
            codes.join(", ")
        )
    })
}

fn indicators(report: &QuarterlyReport) -> Option<String> {
    let with = |state: &str| report.indicators.iter().filter(|row| row.state == state).collect::<Vec<_>>();
    let achieved = with("Достигнут").len() as i64;
    let missed = with("Не достигнут");
    let judged = achieved + missed.len() as i64;
    if judged == 0 {
        return None;
    }
    let of = counted(judged, "показателя", "показателей", "показателей");
    let mut text = format!("Достигнуто {achieved} из {of}, по которым внесены данные.");
    if !missed.is_empty() {
        let codes = missed.iter().map(|row| row.code.as_str()).collect::<Vec<_>>().join(", ");
        text += &format!(" Не достигнуты: {codes}.");
    }
    Some(text)
}

fn coverage(report: &QuarterlyReport) -> Option<String> {
    let coverage = &report.self_diagnosis.coverage;
    if coverage.total == 0 {
        return None;
    }
    let of = counted(coverage.total, "педагога", "педагогов", "педагогов");
    let mut text = format!("Самодиагностику прошли {} из {of}", coverage.passed);
    match coverage.missing() {
        None => text += ".",
        Some(0) => text += "; плановое значение года достигнуто.",
        Some(missing) => {
            let people = counted(missing, "человека", "человек", "человек");
            text += &format!("; до планового значения года не хватает {people}.");
        }
    }
    Some(text)
}

fn mentoring(report: &QuarterlyReport) -> Option<String> {
    let mentoring = &report.mentoring;
    let tandems = mentoring.internal + mentoring.network;
    (tandems > 0).then(|| {
        let pairs = counted(tandems, "наставническая пара", "наставнические пары", "наставнических пар");
        let verb = plural(tandems, "Работала", "Работали", "Работало");
        format!("{verb} {pairs}, встреч за квартал — {}.", mentoring.meetings_held)
    })
}

fn meetings(report: &QuarterlyReport) -> Option<String> {
    report.meetings.is_empty().then(|| {
        "Заседание рабочей группы в квартале не проводилось; его необходимо провести и оформить протоколом.".into()
    })
}
