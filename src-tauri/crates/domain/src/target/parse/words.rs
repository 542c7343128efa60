//! What the words around the numbers say.

use std::cmp::Ordering;

use super::lex::Token;
use crate::target::Baseline;

const UP: [&str; 9] =
    ["увелич", "прирост", "повыш", "улучш", "возраст", "расшир", "выросл", "вырасти", "нарастан"];
const DOWN: [&str; 5] = ["сниж", "снизит", "сокращ", "уменьш", "убыл"];
const ROST: [&str; 4] = ["рост", "роста", "росту", "ростом"];
const YES: [&str; 24] = [
    "да",
    "есть",
    "имеет",
    "имеют",
    "налич",
    "разработ",
    "утвержд",
    "создан",
    "организован",
    "проведен",
    "проведен",
    "выполн",
    "исполн",
    "обеспеч",
    "функционир",
    "действует",
    "действуют",
    "размещен",
    "заключен",
    "составлен",
    "введен",
    "принят",
    "внедрен",
    "сформирован",
];
const DOCUMENTS: [&str; 13] = [
    "приказ",
    "положени",
    "справк",
    "протокол",
    "договор",
    "соглашени",
    "отчет",
    "план",
    "программ",
    "дорожн",
    "регламент",
    "анализ",
    "акт",
];
const OTHERS: [&str; 9] =
    ["район", "кра", "муниципал", "регион", "област", "город", "округ", "республик", "стран"];
const RECURRING: [&str; 9] =
    ["ежегодн", "ежекварт", "ежемесяч", "еженедел", "ежедневн", "квартал", "месяц", "полугод", "четверт"];

/// The words of a text.
pub(super) fn words(tokens: &[Token]) -> impl Iterator<Item = &str> {
    tokens.iter().filter_map(|token| match token {
        Token::Word(word) => Some(word.as_str()),
        _ => None,
    })
}

/// Some word begins with one of the stems.
pub(super) fn has(tokens: &[Token], stems: &[&str]) -> bool {
    words(tokens).any(|word| begins(word, stems))
}

pub(super) fn begins(word: &str, stems: &[&str]) -> bool {
    stems.iter().any(|stem| word.starts_with(stem))
}

/// Which way a change goes; an error when the text says both or denies it.
pub(super) fn direction(tokens: &[Token]) -> Result<Option<Ordering>, ()> {
    let growth = |word: &str| begins(word, &UP) || ROST.contains(&word);
    let up = words(tokens).any(growth)
        || (has(tokens, &["положительн", "позитивн"]) && has(tokens, &["динамик", "тенденц"]));
    let down = has(tokens, &DOWN) || (has(tokens, &["отрицательн"]) && has(tokens, &["динамик"]));
    let denied =
        has(tokens, &["недопущ", "отсутств", "допуст", "допуск", "без", "сохран", "стабил", "удержан"]);
    match (up, down) {
        (false, false) => Ok(None),
        _ if denied || (up && down) => Err(()),
        (true, _) => Ok(Some(Ordering::Greater)),
        _ => Ok(Some(Ordering::Less)),
    }
}

/// What a change is counted from, when the text says it.
pub(super) fn base(tokens: &[Token]) -> Option<Baseline> {
    let of = [
        (Baseline::SchoolPlan, &["план"][..]),
        (Baseline::StartDiagnostics, &["стартов"]),
        (Baseline::Previous, &["прошл", "предыдущ", "предшеств"]),
        (Baseline::Initial, &["исходн", "базов", "первоначальн", "входн"]),
    ];
    of.into_iter().find(|(_, stems)| has(tokens, stems)).map(|(base, _)| base)
}

/// The whole text says that the thing is to be there: «да», «наличие», «приказ утверждён».
pub(super) fn is_yes(tokens: &[Token]) -> bool {
    if tokens == [Token::Sign('+')] {
        return true;
    }
    let Some(first) = words(tokens).next() else { return false };
    let yes = |word: &str| begins(word, &YES) && (word == "да" || !word.starts_with("да"));
    !is_no(tokens) && (yes(first) || begins(first, &DOCUMENTS) || words(tokens).any(yes))
}

/// «нет», «не имеется».
pub(super) fn is_no(tokens: &[Token]) -> bool {
    words(tokens).next() == Some("нет")
        || words(tokens).any(|word| word == "не")
        || has(tokens, &["отсутств"])
}

/// The value is compared with that of the district, which the program does not know.
pub(super) fn beside_others(tokens: &[Token]) -> bool {
    let middling = has(tokens, &["средн"]);
    let by_others = words(tokens)
        .zip(words(tokens).skip(1))
        .any(|(one, next)| matches!(one, "по" | "в" | "чем") && begins(next, &OTHERS));
    let theirs = has(
        tokens,
        &["среднерайон", "среднекраев", "среднерегион", "среднемуниц", "среднегород", "среднеобл"],
    );
    theirs || (middling && (by_others || has(tokens, &OTHERS[..1]) || has(tokens, &OTHERS[2..5])))
}

/// «не ниже среднего»: only those of at least the middle level are counted.
pub(super) fn middle_level(tokens: &[Token]) -> bool {
    let all: Vec<&str> = words(tokens).collect();
    all.windows(3).any(|three| matches!(three, ["не", "ниже", third] if third.starts_with("средн")))
}

/// The text names a stretch of time: «в год», «ежеквартально».
pub(super) fn is_recurring(tokens: &[Token]) -> bool {
    let all: Vec<&str> = words(tokens).collect();
    has(tokens, &RECURRING)
        || all.windows(2).any(|two| matches!(two, ["в" | "за", "год" | "неделю" | "день" | "году"]))
}

/// Words with which a text names what is only observed.
pub(super) fn is_observation(tokens: &[Token]) -> bool {
    let observed = ["доля", "доли", "кол", "количеств", "число", "наблюден", "мониторинг", "факт"];
    words(tokens).next().is_some_and(|first| begins(first, &observed))
}
