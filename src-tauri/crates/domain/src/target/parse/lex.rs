//! The letters of a target: one alphabet, one kind of dash, numbers told from words.

/// A piece of the text, in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Digits with at most two after the comma.
    Number(Number),
    /// Letters; a date or a number too long to be read is a word too.
    Word(String),
    /// Anything else that is not a space.
    Sign(char),
}

/// A number in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) hundredths: i64,
}

impl Number {
    pub(super) fn whole(number: i64) -> Self {
        Self { hundredths: number * 100 }
    }

    pub(super) fn is_whole(self) -> bool {
        self.hundredths % 100 == 0
    }
}

/// The tokens of a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let text = clean(text);
    let letters: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let from = at;
        at += 1;
        let first = letters[from];
        if first.is_ascii_digit() {
            while letters.get(at).is_some_and(|c| c.is_ascii_digit() || goes_on(&letters, at)) {
                at += 1;
            }
            tokens.push(number(&letters[from..at].iter().collect::<String>()));
        } else if first.is_alphabetic() {
            while letters.get(at).is_some_and(|c| c.is_alphabetic()) {
                at += 1;
            }
            tokens.push(word(letters[from..at].iter().collect()));
        } else if !first.is_whitespace() {
            tokens.push(Token::Sign(first));
        }
    }
    tokens
}

/// A comma or a point between digits belongs to the number.
fn goes_on(letters: &[char], at: usize) -> bool {
    matches!(letters[at], ',' | '.') && letters.get(at + 1).is_some_and(char::is_ascii_digit)
}

fn number(text: &str) -> Token {
    read(text).map_or_else(|| Token::Word(text.to_owned()), Token::Number)
}

fn read(text: &str) -> Option<Number> {
    let (whole, part) = text.split_once([',', '.']).unwrap_or((text, ""));
    let part: i64 = match part.len() {
        0 => 0,
        1 => part.parse::<i64>().ok()? * 10,
        2 => part.parse().ok()?,
        _ => return None,
    };
    let hundredths = whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(part)?;
    Some(Number { hundredths })
}

fn word(word: String) -> Token {
    const NUMBERS: [&[&str]; 10] = [
        &["один", "одна", "одно", "одного", "одной"],
        &["два", "две", "двух"],
        &["три", "трех"],
        &["четыре", "четырех"],
        &["пять", "пяти"],
        &["шесть", "шести"],
        &["семь", "семи"],
        &["восемь", "восьми"],
        &["девять", "девяти"],
        &["десять", "десяти"],
    ];
    match NUMBERS.iter().zip(1..).find(|(forms, _)| forms.contains(&word.as_str())) {
        Some((_, number)) => Token::Number(Number::whole(number)),
        None => Token::Word(word),
    }
}

/// Lower case, without what only decorates; set phrases as one word or sign.
fn clean(text: &str) -> String {
    let lower = text.to_lowercase();
    let russian = lower.chars().any(|c| matches!(c, 'а'..='я' | 'ё'));
    let mut text: String = lower.chars().filter_map(|c| plain(c, russian)).collect();
    for (phrase, sense) in PHRASES {
        text = text.replace(phrase, sense);
    }
    text
}

/// Longer phrases first.
const PHRASES: [(&str, &str); 18] = [
    ("процентных пункта", " пп "),
    ("процентных пунктов", " пп "),
    ("процентный пункт", " пп "),
    ("проц. п.", " пп "),
    ("п. п.", " пп "),
    ("п.п.", " пп "),
    ("п.п", " пп "),
    ("процентов", "%"),
    ("процента", "%"),
    ("процент", "%"),
    (">=", "≥"),
    ("=>", "≥"),
    ("<=", "≤"),
    ("=<", "≤"),
    ("вдвое", "в 2 раза"),
    ("втрое", "в 3 раза"),
    ("...", "-"),
    ("…", "-"),
];

fn plain(c: char, russian: bool) -> Option<char> {
    Some(match c {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{301}' => return None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '⩾' | '≧' => '≥',
        '⩽' | '≦' => '≤',
        '％' => '%',
        'ё' => 'е',
        'a' if russian => 'а',
        'c' if russian => 'с',
        'e' if russian => 'е',
        'o' if russian => 'о',
        'p' if russian => 'р',
        'x' if russian => 'х',
        'y' if russian => 'у',
        'k' if russian => 'к',
        'm' if russian => 'м',
        'h' if russian => 'н',
        'b' if russian => 'в',
        't' if russian => 'т',
        c => c,
    })
}
