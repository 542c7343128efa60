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
    let repeated = if report.roadmap.repeats() { " с учётом повторяющихся" } else { "" };
    let share = percent(totals.done, totals.planned);
    let mut text =
        format!("По дорожной карте за {period} исполнено {} из {planned}{repeated} ({share})", totals.done);
    if totals.continuous > 0 {
        text += &format!(", исполняется постоянно — {}", totals.continuous);
    }
    Some(text + ".")
}

fn overdue(report: &QuarterlyReport) -> Option<String> {
    let rows = report.roadmap.rows.iter().filter(|row| row.state == EventState::Overdue);
    let mut codes = rows.map(|row| row.code.as_str()).collect::<Vec<_>>();
    codes.dedup();
    let list = codes.join(", ");
    match codes.len() {
        0 => None,
        1 => Some(format!(
            "Не исполнен в срок пункт {list}; срок подлежит уточнению при корректировке дорожной карты."
        )),
        _ => Some(format!(
            "Не исполнены в срок пункты {list}; сроки подлежат уточнению при корректировке дорожной карты."
        )),
    }
}

/// All indicators by their states, so that the numbers add up to the whole.
fn indicators(report: &QuarterlyReport) -> Option<String> {
    let total = report.indicators.len() as i64;
    if total == 0 {
        return None;
    }
    let of = counted(total, "показателя", "показателей", "показателей");
    let said = |state: &str, words: &str| {
        let count = with_state(report, state).count();
        (count > 0).then(|| format!("{words} {count}"))
    };
    let parts = [
        Some(format!("достигнуто {}", with_state(report, "Достигнут").count())),
        said("Не достигнут", "не достигнуто"),
        said("Срок не наступил", "срок не наступил по"),
        said("Нет данных", "нет данных по"),
        said("Сравнить не с чем", "сравнить не с чем по"),
        said("Наблюдение", "наблюдение (план не установлен) —"),
    ];
    let parts = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let missed = with_state(report, "Не достигнут").collect::<Vec<_>>();
    match missed.is_empty() {
        true => Some(format!("Из {of} {parts}.")),
        false => Some(format!("Из {of} {parts}. Не достигнуты: {}.", missed.join(", "))),
    }
}

/// Numbers of the indicators in a state.
fn with_state<'a>(report: &'a QuarterlyReport, state: &'a str) -> impl Iterator<Item = &'a str> {
    report.indicators.iter().filter(move |row| row.state == state).map(|row| row.code.as_str())
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
        let said =
            counted(tandems, "наставнический тандем", "наставнических тандема", "наставнических тандемов");
        let verb = plural(tandems, "Действует", "Действуют", "Действует");
        format!("{verb} {said}, встреч за отчётный период — {}.", mentoring.meetings_held)
    })
}

fn meetings(report: &QuarterlyReport) -> Option<String> {
    report.meetings.is_empty().then(|| {
        "Заседание рабочей группы в отчётном периоде не проводилось; его необходимо провести и оформить протоколом.".into()
    })
}
