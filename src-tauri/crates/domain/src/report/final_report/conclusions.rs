//! Conclusions of the final report and what goes on, drafted by rule.

use super::{BlockChange, FinalIndicator, FinalReport};
use crate::target::percent;
use crate::words::{counted, plural};

/// So many points of the road map are named; the table of section 3 has them all.
const NAMED: usize = 20;

/// The last section as drafted by rule.
pub(super) fn conclusions(report: &FinalReport) -> Vec<String> {
    let said = [
        Some(roadmap(report)),
        indicators(report),
        Some(self_diagnosis(report)),
        courses(report),
        mentoring(report),
        results(report),
        report.low_results.as_ref().map(|low| low.words.clone()),
    ];
    said.into_iter().flatten().collect()
}

fn roadmap(report: &FinalReport) -> String {
    let totals = report.roadmap.totals;
    if totals.planned == 0 {
        return "Сроков исполнения в дорожной карте за срок программы нет.".to_owned();
    }
    let of = counted(totals.planned, "срока", "сроков", "сроков");
    let share = percent(totals.done, totals.planned);
    let mut text = format!("Дорожная карта: исполнено {} из {of} ({share})", totals.done);
    let others = [
        ("исполняется постоянно", totals.continuous),
        (
            if report.over {
                "не завершено"
            } else {
                "в работе или срок не истёк"
            },
            totals.in_progress,
        ),
        ("просрочено", totals.overdue),
        ("перенесено", totals.postponed),
    ];
    for (words, count) in others.into_iter().filter(|(_, count)| *count > 0) {
        text += &format!(", {words} — {count}");
    }
    let due = report.due();
    if !report.over && due > 0 {
        text += &format!(
            "; из наступивших сроков исполнено {} из {due} ({})",
            totals.done,
            percent(totals.done, due)
        );
    }
    text + "."
}

/// All indicators by their states, so that the numbers add up to the whole.
fn indicators(report: &FinalReport) -> Option<String> {
    let total = report.indicators.len() as i64;
    if total == 0 {
        return None;
    }
    let count = |state| report.with_state(state).count() as i64;
    let of = counted(total, "показателя", "показателей", "показателей");
    let mut text = format!("Достигнуто {} из {of}", count("Достигнут"));
    let others = [
        ("не достигнуто", "Не достигнут"),
        ("срок не наступил по", "Срок не наступил"),
        ("нет данных по", "Нет данных"),
        ("сравнить не с чем по", "Сравнить не с чем"),
        ("наблюдение (план не установлен) —", "Наблюдение"),
    ];
    for (words, state) in others.into_iter().filter(|(_, state)| count(state) > 0) {
        text += &format!(", {words} {}", count(state));
    }
    let missed = codes(report.with_state("Не достигнут"));
    Some(match missed.is_empty() {
        true => format!("{text}."),
        false => format!("{text}. Не достигнуты: {missed}."),
    })
}

fn codes<'a>(rows: impl Iterator<Item = &'a FinalIndicator>) -> String {
    let name = |one: &'a FinalIndicator| match one.row.code.as_str() {
        "" => one.row.title.as_str(),
        code => code,
    };
    rows.map(name).collect::<Vec<_>>().join(", ")
}

fn self_diagnosis(report: &FinalReport) -> String {
    let coverage = |wave: &super::Wave| {
        let share = percent(wave.coverage.passed, wave.coverage.total);
        format!("{} год — {} из {} ({share})", wave.year, wave.coverage.passed, wave.coverage.total)
    };
    let waves = match report.waves.as_slice() {
        [] => return "Данных самодиагностики педагогов за срок программы нет.".to_owned(),
        [one] => coverage(one),
        [first, .., last] => format!("{}, {}", coverage(first), coverage(last)),
    };
    let deficits = report.deficits;
    let closed = match deficits.found {
        0 => "Профессиональные дефициты не выявлены.".to_owned(),
        found => {
            let of = counted(found, "дефицита", "дефицитов", "дефицитов");
            format!("Закрыто {} из {of} ({}).", deficits.closed, percent(deficits.closed, found))
        }
    };
    format!("Самодиагностика педагогов: {waves}. {closed}{}", need(&report.blocks))
}

/// How the need of help changed where it can be compared.
fn need(blocks: &[BlockChange]) -> String {
    let less = blocks.iter().filter(|block| block.after < block.before).count();
    match blocks.len() as i64 {
        0 => String::new(),
        all => {
            let of = counted(all, "блока", "блоков", "блоков");
            format!(
                " У тех, кто отвечал повторно, потребность в помощи снизилась по {less} из {of} опросников."
            )
        }
    }
}

fn courses(report: &FinalReport) -> Option<String> {
    let courses = &report.development.courses;
    let taught: i64 = courses.iter().map(|course| course.teachers).sum();
    let used: i64 = courses.iter().map(|course| course.implemented).sum();
    (taught > 0).then(|| {
        format!(
            "Обучений на курсах повышения квалификации завершено — {taught}, изученное внедрено — {used}."
        )
    })
}

fn mentoring(report: &FinalReport) -> Option<String> {
    let mentoring = &report.mentoring;
    let tandems = mentoring.internal + mentoring.network;
    (tandems > 0).then(|| {
        let words =
            counted(tandems, "наставнический тандем", "наставнических тандема", "наставнических тандемов");
        let closed = mentoring.closed.len();
        let worked = plural(tandems, "работал", "работали", "работало");
        format!(
            "За срок программы {worked} {words}, завершено — {closed}, встреч — {}.",
            mentoring.meetings_held
        )
    })
}

/// The share of «4» and «5» in the first and the last year of results.
fn results(report: &FinalReport) -> Option<String> {
    let rows = report.results_by_year();
    let (first, last) = (rows.first()?.year, rows.last()?.year);
    let good = |year| {
        let own = rows.iter().filter(|row| row.year == year);
        let (good, all) = own.fold((0, 0), |sum, row| (sum.0 + row.good, sum.1 + row.participants));
        (all > 0).then(|| percent(good, all))
    };
    match first == last {
        true => Some(format!("Качество знаний по внесённым процедурам в {first} году — {}.", good(first)?)),
        false => Some(format!(
            "Качество знаний по внесённым процедурам: в {first} году — {}, в {last} году — {}; состав процедур по \
             годам может отличаться.",
            good(first)?,
            good(last)?
        )),
    }
}

/// What goes on in the next period.
pub(super) fn next(report: &FinalReport) -> Vec<String> {
    [undone(report), missed(report), unknown(report), deficits(report), tandems(report), corrections(report)]
        .into_iter()
        .flatten()
        .collect()
}

fn undone(report: &FinalReport) -> Option<String> {
    let cancelled = crate::occurrence::OccurrenceState::Cancelled.on_paper();
    let undone = report.undone();
    let open = undone.iter().filter(|row| row.status != cancelled && !row.code.is_empty());
    let mut codes: Vec<&str> = open.map(|row| row.code.as_str()).collect();
    codes.dedup();
    (!codes.is_empty()).then(|| {
        let points = plural(codes.len() as i64, "пункт", "пункты", "пункты");
        let named = codes[..codes.len().min(NAMED)].join(", ");
        match codes.len() > NAMED {
            true => format!("Исполнение дорожной карты: {points} {named} и другие, всего {}.", codes.len()),
            false => format!("Исполнение дорожной карты: {points} {named}."),
        }
    })
}

fn missed(report: &FinalReport) -> Option<String> {
    let missed = codes(report.with_state("Не достигнут"));
    (!missed.is_empty()).then(|| format!("Работа над недостигнутыми показателями: {missed}."))
}

fn unknown(report: &FinalReport) -> Option<String> {
    let unknown = codes(report.with_state("Нет данных"));
    (!unknown.is_empty()).then(|| format!("Внесение значений показателей, по которым данных нет: {unknown}."))
}

fn deficits(report: &FinalReport) -> Option<String> {
    let open = report.deficits.open;
    (open > 0).then(|| {
        let words = counted(open, "дефицит", "дефицита", "дефицитов");
        format!("Работа с открытыми профессиональными дефицитами: {words}.")
    })
}

fn tandems(report: &FinalReport) -> Option<String> {
    let mentoring = &report.mentoring;
    let going = mentoring.internal + mentoring.network - mentoring.closed.len() as i64;
    (going > 0).then(|| {
        let words = counted(going, "тандем", "тандема", "тандемов");
        format!(
            "Наставничество: {} {words}.",
            plural(going, "продолжает работу", "продолжают работу", "продолжают работу")
        )
    })
}

fn corrections(report: &FinalReport) -> Option<String> {
    (report.unapproved > 0).then(|| {
        let words = counted(report.unapproved, "изменения", "изменений", "изменений");
        format!("Утверждение приказом {words} программы.")
    })
}
