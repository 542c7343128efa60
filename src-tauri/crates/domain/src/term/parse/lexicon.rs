//! What single words mean in a term.

use super::fuzzy::slip;
use super::{nominative, numeral};
use crate::programme::StageKind;
use crate::term::TimeUnit;
use chrono::NaiveDate;

/// A meaning of a word, a number or a sign.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum T {
    /// A number and how many digits it was written with; 0 for a word.
    Num(u32, u8),
    Roman(u8),
    Ordinal(u8),
    Date(NaiveDate),
    DayMonth(u8, u8),
    MonthYear(u8, i32),
    /// A date that does not exist.
    BadDate,
    Clock,
    Month(u8),
    Season(u8, u8),
    Weekday(u8),
    Unit(TimeUnit),
    Day,
    DaysTerm,
    /// «недельный срок»: so many days.
    TermOf(u16),
    Minimum,
    DayOfMonth,
    Decade,
    Half,
    Freq(TimeUnit),
    Daily,
    Annually,
    NTimes(u16),
    Times,
    Every,
    School,
    Calendar,
    Working,
    Whole,
    Period,
    Run,
    During,
    Begin,
    Middle,
    End,
    Then,
    Constant,
    Current,
    Coming,
    Not,
    Less,
    Later,
    Earlier,
    More,
    Until,
    Toward,
    From,
    Since,
    In,
    On,
    By,
    At,
    And,
    Through,
    After,
    According,
    Accord,
    Frame,
    Measure,
    Results,
    Finish,
    Closing,
    Moment,
    Last,
    Stage(StageKind),
    StageNoun,
    Holidays,
    Except,
    About,
    Once,
    Noise,
    Dash,
    Comma,
    Semicolon,
    Slash,
    Open,
    Close,
    Unknown,
}

const WORDS: &[(&str, T)] = &[
    ("с со", T::From),
    ("начиная", T::Since),
    ("до", T::Until),
    ("к ко", T::Toward),
    ("по", T::By),
    ("в во за", T::In),
    ("на", T::On),
    ("при", T::At),
    ("и", T::And),
    ("через спустя", T::Through),
    ("не", T::Not),
    ("реже менее меньше", T::Less),
    ("минимум", T::Minimum),
    ("позднее позже", T::Later),
    ("ранее раньше", T::Earlier),
    ("более больше чаще", T::More),
    ("течение течении течение течения втечение втечении протяжении продолжение продолжении теч", T::During),
    ("весь всего всей вся все всю всех полный полного круглый", T::Whole),
    ("период периода периоде периоду срок сроки срока сроков сроком", T::Period),
    ("реализации программы проекта действия реализация мероприятий дорожной карты плана", T::Run),
    (
        "учебный учебного учебном учебному учебные учебных учебное учебной учебным учебную уч учеб учебн",
        T::School,
    ),
    ("календарный календарного календарном календарных", T::Calendar),
    ("рабочих рабочего рабочие рабочий раб", T::Working),
    ("каждый каждая каждое каждую каждого каждой каждом каждые каждых каждому", T::Every),
    ("ежегодно ежегодный ежегодная ежегодное ежегодные ежегод погодно", T::Annually),
    ("ежемесячно ежемесячный ежемесячная ежемесячное помесячно", T::Freq(TimeUnit::Month)),
    ("ежеквартально ежеквартальный ежеквартальная ежеквартальное поквартально", T::Freq(TimeUnit::Quarter)),
    ("еженедельно еженедельный еженедельная еженедельное понедельно", T::Freq(TimeUnit::Week)),
    ("ежедневно ежедневный ежедневная", T::Daily),
    ("дважды двукратно", T::NTimes(2)),
    ("трижды трехкратно", T::NTimes(3)),
    ("четырежды", T::NTimes(4)),
    ("однократно единожды разово единоразово одноразово", T::Once),
    ("раз раза разу разов р", T::Times),
    ("начало начале начала началу", T::Begin),
    ("середина середине середины середину", T::Middle),
    ("конец конце конца концу окончания", T::End),
    ("далее затем потом впоследствии дальнейшем последующем", T::Then),
    (
        "постоянно бессрочно круглогодично систематически регулярно непрерывно постоянный постоянная постоянной",
        T::Constant,
    ),
    ("текущий текущего текущем тек", T::Current),
    ("следующий следующего следующем очередного", T::Coming),
    ("после", T::After),
    ("согласно согл", T::According),
    ("соответствии соответствие соотв соответств", T::Accord),
    ("рамках", T::Frame),
    ("мере", T::Measure),
    ("итогам результатам", T::Results),
    ("завершении завершению окончании окончанию завершению", T::Finish),
    ("завершения", T::Closing),
    ("момента даты", T::Moment),
    ("последний последняя последнее последнюю последнего последней последнем последних", T::Last),
    ("дней дня день суток дню дни", T::Day),
    ("дневный дневного", T::DaysTerm),
    ("четвертям", T::Freq(TimeUnit::SchoolQuarter)),
    ("полугодиям", T::Freq(TimeUnit::HalfYear)),
    ("триместрам", T::Freq(TimeUnit::Trimester)),
    ("кварталам", T::Freq(TimeUnit::Quarter)),
    ("месяцам", T::Freq(TimeUnit::Month)),
    ("неделям", T::Freq(TimeUnit::Week)),
    ("число числа числу", T::DayOfMonth),
    ("декада декаде декады декаду", T::Decade),
    ("год года году годом годы годов годах лет годам г гг", T::Unit(TimeUnit::Year)),
    (
        "квартал квартала квартале кварталы кварталов кварталах кварталу кварталом кв кварт",
        T::Unit(TimeUnit::Quarter),
    ),
    (
        "полугодие полугодия полугодии полугодий полугодию полугодиях полуг полг полгода",
        T::Unit(TimeUnit::HalfYear),
    ),
    ("четверть четверти четвертью четвертей четвертях четв", T::Unit(TimeUnit::SchoolQuarter)),
    ("триместр триместра триместре триместры триместров триместру трим", T::Unit(TimeUnit::Trimester)),
    ("месяц месяца месяце месяцев месяцы месяцу месяцем мес", T::Unit(TimeUnit::Month)),
    ("неделя недели неделю недель неделе нед", T::Unit(TimeUnit::Week)),
    ("осень осенью осени осенний осеннего", T::Season(9, 11)),
    ("зима зимой зимы зиму зимний зимнего", T::Season(12, 2)),
    ("весна весной весны весну весенний весеннего", T::Season(3, 5)),
    ("лето летом лета летние летний летнего", T::Season(6, 8)),
    ("понедельник понедельникам понедельника", T::Weekday(1)),
    ("вторник вторникам вторника", T::Weekday(2)),
    ("среда среду средам среды", T::Weekday(3)),
    ("четверг четвергам четверга", T::Weekday(4)),
    ("пятница пятницу пятницам пятницы", T::Weekday(5)),
    ("суббота субботу субботам субботы", T::Weekday(6)),
    ("воскресенье воскресеньям воскресенья", T::Weekday(7)),
    (
        "входной входная входного входная стартовый стартовая стартового исходный первичный первичная вводный",
        T::Stage(StageKind::Baseline),
    ),
    ("промежуточный промежуточная промежуточного рубежный рубежная", T::Stage(StageKind::Interim)),
    ("итоговый итоговая итогового заключительный контрольный контрольная", T::Stage(StageKind::Final)),
    ("мониторинг мониторинга диагностика диагностики этап этапа срез среза замер", T::StageNoun),
    ("каникулы каникул каникулах каникулам каникулярное каникулярный", T::Holidays),
    ("кроме исключая исключением исключении помимо от", T::Except),
    ("примерно ориентировочно приблизительно около предположительно предварительно", T::About),
    ("включительно примерный основе основа чем как но также отчетным отчетного отчетный", T::Noise),
    ("половина половине половину половины", T::Half),
];

/// What the word means, and the word it is a slip of.
pub(super) fn meaning(text: &str, low: &str) -> (T, Option<&'static str>) {
    if numeral::looks_roman(text) || matches!(text, "П" | "Ш") {
        return (numeral::roman(text).map_or(T::Unknown, T::Roman), None);
    }
    if let Some(known) = exact(low) {
        return (known, None);
    }
    slip(low).map_or((T::Unknown, None), |(known, word)| (known, Some(word)))
}

fn exact(low: &str) -> Option<T> {
    let number = || numeral::cardinal(low).map(|n| T::Num(n, 0));
    let ordinal = || numeral::ordinal(low).map(T::Ordinal);
    let word = || table().find(|(word, _)| *word == low).map(|(_, meaning)| meaning);
    let term = || numeral::days_term(low).map(T::TermOf);
    word()
        .or_else(|| month(low).map(T::Month))
        .or_else(number)
        .or_else(ordinal)
        .or_else(|| each_unit(low))
        .or_else(term)
}

/// Whether the small letters are a known word.
pub(super) fn is_word(low: &str) -> bool {
    exact(low).is_some()
}

/// «ежемес.», «ежечетвертно», «ежеполугодно»: the unit that follows «еже».
fn each_unit(low: &str) -> Option<T> {
    const UNITS: [(&str, TimeUnit); 6] = [
        ("мес", TimeUnit::Month),
        ("кв", TimeUnit::Quarter),
        ("нед", TimeUnit::Week),
        ("четв", TimeUnit::SchoolQuarter),
        ("полуг", TimeUnit::HalfYear),
        ("трим", TimeUnit::Trimester),
    ];
    let rest = low.strip_prefix("еже").filter(|rest| !rest.ends_with("ик"))?;
    UNITS.iter().find(|(stem, _)| rest.starts_with(stem)).map(|(_, unit)| T::Freq(*unit))
}

/// Length of the first of two known words without a space between: «вчетверть», «течениегода».
pub(super) fn glued(low: &str) -> Option<usize> {
    const SHORT: [&str; 8] = ["в", "с", "к", "до", "по", "не", "за", "на"];
    let whole = |word: &str, least: usize| word.chars().count() >= least && is_word(word);
    let splits = low.char_indices().skip(1).map(|(at, _)| low.split_at(at));
    let mut found = splits.filter(|(first, second)| {
        (SHORT.contains(first) || whole(first, 4)) && (whole(second, 3) || nominative::is_plan(second))
            || matches!(*first, "раз" | "раза") && *second == "в"
    });
    found.next().map(|(first, _)| first.len())
}

/// Every word with its meaning.
pub(super) fn table() -> impl Iterator<Item = (&'static str, T)> {
    WORDS.iter().flat_map(|(words, meaning)| words.split(' ').map(move |word| (word, *meaning)))
}

const MONTHS: [(&str, &[&str]); 12] = [
    ("январ", &["янв"]),
    ("феврал", &["фев", "февр"]),
    ("март", &["мар"]),
    ("апрел", &["апр"]),
    ("ма", &[]),
    ("июн", &["июн"]),
    ("июл", &["июл"]),
    ("август", &["авг"]),
    ("сентябр", &["сен", "сент", "сентяб"]),
    ("октябр", &["окт", "октяб"]),
    ("ноябр", &["ноя", "нояб"]),
    ("декабр", &["дек", "декаб"]),
];

const ENDINGS: [&str; 12] = ["ь", "я", "е", "ю", "ем", "", "а", "у", "ом", "й", "ям", "ями"];

fn month(low: &str) -> Option<u8> {
    let low = low.replace('ъ', "ь");
    let low = low.as_str();
    let is = |(stem, short): &(&str, &[&str])| {
        short.contains(&low)
            || low.strip_prefix(stem).is_some_and(|end| match *stem {
                "ма" => ["й", "я", "е", "ю", "ем", "и"].contains(&end),
                "март" | "август" => ["", "а", "е", "у", "ом"].contains(&end),
                _ => ENDINGS[..5].contains(&end),
            })
    };
    let place = MONTHS.iter().position(is)?;
    u8::try_from(place + 1).ok()
}
