//! Which spaces hold two words on one line: by the customs of Russian typesetting.

/// Words that want what follows them: «ст. 5», «г. Боготол», «т. д.».
const LEADING: [&str; 38] = [
    "№",
    "§",
    "ст.",
    "п.",
    "пп.",
    "п.п.",
    "ч.",
    "гл.",
    "разд.",
    "рис.",
    "табл.",
    "прил.",
    "стр.",
    "с.",
    "кл.",
    "абз.",
    "подп.",
    "т.",
    "г.",
    "гг.",
    "ул.",
    "пр.",
    "пер.",
    "д.",
    "кв.",
    "каб.",
    "корп.",
    "стр",
    "пос.",
    "дер.",
    "обл.",
    "р.",
    "им.",
    "тел.",
    "инв.",
    "и.о.",
    "см.",
    "ср.",
];
/// Units after a number.
const UNITS: [&str; 26] = [
    "%", "‰", "₽", "°C", "мм", "см", "дм", "м", "км", "кг", "г", "мг", "т", "л", "ч", "с", "мин", "сек",
    "шт", "руб", "тыс", "млн", "КБ", "МБ", "ГБ", "б",
];

/// Bytes of the spaces at which a line may not end.
pub(super) fn glued(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut before = "";
    for token in text.split(char::is_whitespace) {
        let start = token.as_ptr() as usize - text.as_ptr() as usize;
        let space = start > 0 && text.as_bytes()[start - 1] == b' ';
        if space && !before.is_empty() && sticks(before, token) {
            found.push(start - 1);
        }
        before = token;
    }
    found
}

fn sticks(before: &str, after: &str) -> bool {
    let before = before.trim_start_matches(['«', '(', '„', '"']);
    let Some(first) = after.chars().next() else { return false };
    matches!(first, '—' | '–' | '%' | '‰' | '₽')
        || matches!(after, "-" | "−")
        || (matches!(before, "—" | "-" | "−") && first.is_ascii_digit())
        || leads(before, first)
        || is_initial(before)
        || (is_initial(after) && before.chars().next().is_some_and(char::is_uppercase))
        || (is_number(before) && (is_counted(after) || is_thousands(after)))
        || (matches!(before, "от" | "до" | "по" | "с" | "на") && is_date(after))
        || (is_date(before) && (after == "№" || bare(after) == "г"))
        || (before.chars().all(char::is_lowercase) && before.chars().count() == 1)
}

/// An abbreviation and what it is of: a number, a name, another letter of «и т. д.».
fn leads(before: &str, first: char) -> bool {
    let letter = matches!(before, "т." | "п.") && first.is_lowercase();
    LEADING.contains(&before)
        && (letter || first.is_uppercase() || first.is_ascii_digit() || matches!(first, '«' | '_'))
}

/// «Е.»: a capital letter with a full stop.
fn is_initial(token: &str) -> bool {
    let mut chars = token.trim_end_matches([',', ';', ')']).chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next() == Some('.') && chars.next().is_none()
}

fn bare(token: &str) -> &str {
    token.trim_end_matches([',', ';', ')', '.', ':', '»'])
}

/// A noun or a unit, not «из» or «от».
fn is_counted(token: &str) -> bool {
    let lower = token.chars().next().is_some_and(char::is_lowercase);
    UNITS.contains(&bare(token)) || (lower && (token.contains('.') || token.chars().count() >= 3))
}

/// «000» of «5 000».
fn is_thousands(token: &str) -> bool {
    let digits = token.bytes().take_while(u8::is_ascii_digit).count();
    digits == 3 && !token[digits..].chars().next().is_some_and(|c| c.is_alphanumeric() || c == '.')
}

/// «05.05.2022», perhaps with a mark after it.
fn is_date(token: &str) -> bool {
    let day = bare(token);
    day.len() == 10
        && day.split('.').map(str::len).eq([2, 2, 4])
        && day.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

/// Digits up to five characters, or a Roman number.
fn is_number(token: &str) -> bool {
    let arabic = token.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '-' | '–' | '+' | '−'));
    let roman = token.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    !token.is_empty() && !token.ends_with(',') && token.chars().count() <= 5 && (arabic || roman)
}
