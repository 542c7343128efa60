//! Each number of a target with the words that lead to it and the unit behind it.

use super::lex::{Number, Token};
use super::words::begins;
use crate::target::Unit;

/// What the words before a number make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// Nothing: «100 %».
    None,
    /// «не менее», «≥».
    AtLeast,
    /// «не более», «≤».
    AtMost,
    /// «более», «>».
    Above,
    /// «менее», «<».
    Below,
    /// «от», «с».
    From,
    /// «до».
    UpTo,
    /// «на», «не менее чем на».
    By,
    /// «+».
    Plus,
    /// «-» at the beginning.
    Minus,
    /// «-» after another number.
    Dash,
    /// «в … раза».
    Times,
    /// «около», and what cannot be taken for certain.
    About,
}

/// A number in its surroundings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quantity {
    pub(super) number: Number,
    pub(super) lead: Lead,
    /// The unit written behind it.
    pub(super) unit: Option<Unit>,
    /// «п. п.» behind it.
    pub(super) points: bool,
    /// «раз» behind it: a frequency or a factor.
    pub(super) times: bool,
}

/// Words that may stand between the lead and the number.
const FILLERS: [&str; 15] = [
    "чем",
    "у",
    "для",
    "из",
    "уровня",
    "уровне",
    "уровень",
    "значения",
    "отметки",
    "показателя",
    "составит",
    "составляет",
    "достигнет",
    "доля",
    "более",
];

/// All quantities in order.
pub(super) fn quantities(tokens: &[Token]) -> Vec<Quantity> {
    let places = tokens.iter().enumerate().filter_map(|(at, token)| match token {
        Token::Number(number) => Some((at, *number)),
        _ => None,
    });
    places.map(|(at, number)| quantity(tokens, at, number)).collect()
}

fn quantity(tokens: &[Token], at: usize, number: Number) -> Quantity {
    let behind = tokens.get(at + 1);
    let times = matches!(behind, Some(Token::Word(word)) if matches!(word.as_str(), "раз" | "раза" | "разу"));
    let points = matches!(behind, Some(Token::Word(word)) if word == "пп");
    let lead = lead(tokens, at, times);
    Quantity { number, lead, unit: behind.and_then(unit), points, times }
}

fn unit(token: &Token) -> Option<Unit> {
    let people = ["чел", "педагог", "учител", "обучающ", "учащ", "учен", "школьник", "родител", "работник"];
    let small = [
        "от",
        "из",
        "по",
        "в",
        "и",
        "или",
        "до",
        "среди",
        "для",
        "к",
        "у",
        "на",
        "с",
        "со",
        "пп",
        "раз",
        "раза",
    ];
    match token {
        Token::Sign('%') => Some(Unit::Percent),
        Token::Word(word) if word == "пп" => Some(Unit::Percent),
        Token::Word(word) if begins(word, &["балл"]) => Some(Unit::Score),
        Token::Word(word) if begins(word, &["отмет", "оценк"]) => Some(Unit::Mark),
        Token::Word(word) if begins(word, &people) => Some(Unit::People),
        Token::Word(word) if small.contains(&word.as_str()) => None,
        Token::Word(_) => Some(Unit::Count),
        _ => None,
    }
}

fn lead(tokens: &[Token], at: usize, times: bool) -> Lead {
    let before: Vec<&Token> = tokens[..at].iter().rev().collect();
    let first_number = !before.iter().any(|token| matches!(token, Token::Number(_)));
    let sign = match before.first() {
        Some(Token::Sign(sign)) => Some(*sign),
        _ => None,
    };
    match sign {
        Some('≥') => return Lead::AtLeast,
        Some('≤') => return Lead::AtMost,
        Some('>') => return Lead::Above,
        Some('<') => return Lead::Below,
        Some('+') => return Lead::Plus,
        Some('~' | '≈') => return Lead::About,
        Some('-') if !first_number => return Lead::Dash,
        Some('-') if before.len() == 1 => return Lead::Minus,
        _ => {}
    }
    let words = before.iter().filter(|token| !matches!(token, Token::Sign(',' | ':' | '=' | '-' | '(')));
    let mut words = words.map_while(|token| match token {
        Token::Word(word) => Some(word.as_str()),
        _ => None,
    });
    by_words(&mut words, times)
}

/// The words before the number, the nearest first.
fn by_words<'a>(words: &mut impl Iterator<Item = &'a str>, times: bool) -> Lead {
    let words: Vec<&str> = words.take(6).collect();
    let nearest = words.first().copied().unwrap_or_default();
    match nearest {
        "на" => return if words.get(1..4).is_some_and(is_at_most) { Lead::About } else { Lead::By },
        "в" | "во" if times => return Lead::Times,
        "от" | "с" => return Lead::From,
        "до" => return Lead::UpTo,
        "около" | "порядка" | "примерно" | "приблизительно" | "почти" =>
        {
            return Lead::About;
        }
        _ => {}
    }
    let at = words.iter().position(|word| !FILLERS.contains(word) && !matches!(*word, "в" | "и"));
    let (sense, rest) = match at {
        Some(at) => (words[at], &words[at + 1..]),
        None => return if words.contains(&"более") { Lead::Above } else { Lead::None },
    };
    let denied = rest.first() == Some(&"не");
    // «более» is a filler only in «не более чем», so it is looked for by itself.
    let more = words[..at.unwrap_or(0)].contains(&"более");
    match (sense, denied) {
        ("не", _) if more => Lead::AtMost,
        ("менее" | "меньше" | "ниже" | "хуже", true) | ("минимум", _) => {
            Lead::AtLeast
        }
        ("больше" | "выше" | "свыше", true) | ("максимум", _) => Lead::AtMost,
        (word, true) if word.starts_with("превы") => Lead::AtMost,
        ("менее" | "меньше" | "ниже", false) => Lead::Below,
        ("больше" | "выше" | "свыше", false) => Lead::Above,
        (word, false) if word.starts_with("превы") => Lead::Above,
        _ if more => Lead::Above,
        _ => Lead::None,
    }
}

fn is_at_most(words: &[&str]) -> bool {
    words.contains(&"более") || words.contains(&"больше") || words.contains(&"выше")
}
