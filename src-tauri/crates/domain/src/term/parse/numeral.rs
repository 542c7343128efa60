//! Numbers: Roman ones as they are really typed, and words.

/// A Roman number up to XII, with Russian letters for the Latin ones: «ІІ», «П», «Ш», «IУ».
pub(super) fn roman(word: &str) -> Option<u8> {
    let mut latin = String::new();
    for c in word.chars() {
        latin.push_str(match c {
            'I' | 'І' | 'l' | '1' | '|' | 'i' | 'і' => "I",
            'П' => "II",
            'Ш' => "III",
            'V' | 'У' | 'v' => "V",
            'X' | 'Х' | 'x' => "X",
            _ => return None,
        });
    }
    let place = NUMBERS.iter().position(|number| *number == latin)?;
    u8::try_from(place + 1).ok()
}

const NUMBERS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/// «Ⅳ» typed as one sign.
pub(super) fn of_sign(sign: char) -> &'static str {
    NUMBERS[(sign as usize & 15) % NUMBERS.len()]
}

/// Whether a word is surely a Roman number and not Russian letters.
pub(super) fn looks_roman(word: &str) -> bool {
    roman(word).is_some() && word.chars().any(|c| "IІVX".contains(c))
}

/// A number in words, in the cases that terms use.
pub(super) fn cardinal(word: &str) -> Option<u32> {
    const NAMES: [&[&str]; 12] = [
        &["один", "одна", "одно", "одного", "одной", "одну", "одному"],
        &["два", "две", "двух", "двум", "двое"],
        &["три", "трех", "трем"],
        &["четыре", "четырех", "четырем"],
        &["пять", "пяти"],
        &["шесть", "шести"],
        &["семь", "семи"],
        &["восемь", "восьми"],
        &["девять", "девяти"],
        &["десять", "десяти"],
        &["одиннадцать", "одиннадцати"],
        &["двенадцать", "двенадцати"],
    ];
    let place = NAMES.iter().position(|forms| forms.contains(&word))?;
    u32::try_from(place + 1).ok()
}

/// «первый», «второго», «третьей», «четвёртом».
pub(super) fn ordinal(word: &str) -> Option<u8> {
    const STEMS: [(&str, u8); 4] = [("перв", 1), ("втор", 2), ("треть", 3), ("четверт", 4)];
    const ENDINGS: [&str; 18] = [
        "ый", "ой", "ая", "ое", "ого", "ому", "ом", "ую", "ым", "ые", "ых", "ий", "я", "е", "его", "ем", "ю",
        "ей",
    ];
    if word == "третий" {
        return Some(3);
    }
    let of = |(stem, number): &(&str, u8)| {
        let ending = word.strip_prefix(stem)?;
        (ENDINGS.contains(&ending) && (*number == 3 || ending.chars().count() > 1)).then_some(*number)
    };
    STEMS.iter().find_map(of)
}

/// «трёхдневный», «недельный», «двухнедельный», «месячный»: days of a term.
pub(super) fn days_term(word: &str) -> Option<u16> {
    const UNITS: [(&str, u32); 3] = [("дневн", 1), ("недельн", 7), ("месячн", 30)];
    let (stem, days) = UNITS.iter().find(|(stem, _)| word.contains(stem))?;
    let (number, ending) = word.split_once(stem)?;
    let count = if number.is_empty() && *days > 1 { 1 } else { cardinal(number)? };
    ["ый", "ого", "ом"].contains(&ending).then(|| u16::try_from(count * days).ok()).flatten()
}

/// Endings that are glued to digits: «1-е», «2-й», «3-х», «1ое».
pub(super) fn is_ending(text: &str) -> bool {
    const ENDINGS: [&str; 17] =
        ["й", "я", "е", "ое", "го", "ый", "ой", "ая", "ую", "м", "ом", "х", "ти", "му", "ю", "ем", "ья"];
    ENDINGS.contains(&text)
}
