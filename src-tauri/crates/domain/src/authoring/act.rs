//! The act of a programme out of the words around its tables.

use chrono::NaiveDate;

use super::text::{line, norm, words};

/// «приказом Управления образования от 05.09.2024 № 58» is «приказ Управления образования от …».
pub(super) fn of(text: &str) -> Option<String> {
    const KINDS: [&str; 3] = ["приказ", "постановлени", "распоряжени"];
    let low = text.to_lowercase();
    let mut best = None;
    for kind in KINDS {
        for (at, _) in low.match_indices(kind) {
            let Some(found) = act_at(text, &low, at) else { continue };
            let rank = (!is_own(&low[..at]), at);
            if best.as_ref().is_none_or(|(known, _)| rank < *known) {
                best = Some((rank, found));
            }
        }
    }
    best.map(|(_, act)| act)
}

/// «УТВЕРЖДЕНО приказом», «Приложение к приказу»: the act of the programme itself, not one it refers to.
fn is_own(before: &str) -> bool {
    let last = before.split_whitespace().next_back().unwrap_or_default();
    last == "к" || last.starts_with("утвержд")
}

fn act_at(text: &str, low: &str, at: usize) -> Option<String> {
    // Lower case may differ in bytes only for letters that no act has.
    let tail: String = text.get(at..)?.chars().take(260).collect();
    let low_tail: String = low.get(at..)?.chars().take(260).collect();
    let number = low_tail.find('№')?;
    if low_tail[..number].contains(". ") && low_tail[..number].len() > 200 {
        return None;
    }
    let (before, after) = (tail.get(..number)?, tail.get(number..)?);
    let value: String =
        after.trim_start_matches(['№', ' ']).split([' ', ',', ';', '«', '"']).next()?.to_owned();
    let value = value.trim_end_matches(['.', ')']);
    let after = after.trim_start_matches(['№', ' ']).trim_start_matches(value).trim_start();
    let said = if low_tail[..number].contains(" от ") {
        format!("{before}№ {value}")
    } else if let Some(day) = before.split_whitespace().find(|word| is_day(word)) {
        format!("{}от {day} № {value}", before.split(day).next()?)
    } else {
        let day = after.strip_prefix("от ")?.split([' ', ',', ';']).next()?;
        format!("{before}№ {value} от {}", day.trim_end_matches('.'))
    };
    Some(line(&nominative_kind(&said)))
}

/// «14.08.2025»: under the word «ПРИКАЗ» the day stands without «от».
fn is_day(word: &str) -> bool {
    word.matches('.').count() == 2 && word.chars().all(|c| c.is_ascii_digit() || c == '.')
}

fn nominative_kind(said: &str) -> String {
    const FORMS: [(&str, &str); 8] = [
        ("приказом", "приказ"),
        ("приказу", "приказ"),
        ("приказа", "приказ"),
        ("приказ", "приказ"),
        ("постановлени", "постановление"),
        ("распоряжени", "распоряжение"),
        ("Приказ", "приказ"),
        ("", ""),
    ];
    let (first, rest) = said.split_once(char::is_whitespace).unwrap_or((said, ""));
    let low = first.to_lowercase();
    let form = FORMS.iter().find(|(stem, _)| low.starts_with(&stem.to_lowercase()));
    format!("{} {rest}", form.map_or(first, |(_, word)| word))
}

/// The day of an act: «от 05.09.2024», «от 5 сентября 2024 г.».
pub(super) fn date(act: &str) -> Option<NaiveDate> {
    let low = norm(act);
    let tail = low.split(" от ").nth(1).unwrap_or(&low);
    let numbers: Vec<&str> = words(tail).collect();
    numbers.windows(3).find_map(|three| {
        let day: u32 = three[0].parse().ok()?;
        let month = three[1].parse().ok().or_else(|| month(three[1]))?;
        let year: i32 = three[2].parse().ok()?;
        let year = if (0..100).contains(&year) { year + 2000 } else { year };
        NaiveDate::from_ymd_opt(year, month, day).filter(|_| (1990..=2100).contains(&year))
    })
}

fn month(word: &str) -> Option<u32> {
    const STEMS: [&str; 12] = [
        "январ",
        "феврал",
        "март",
        "апрел",
        "ма",
        "июн",
        "июл",
        "август",
        "сентябр",
        "октябр",
        "ноябр",
        "декабр",
    ];
    let at = STEMS.iter().position(|stem| word.starts_with(stem))?;
    u32::try_from(at + 1).ok()
}
