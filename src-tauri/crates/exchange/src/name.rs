//! File names that every stick and every system takes.

use std::collections::BTreeSet;

/// Characters at most; a name on FAT32 or in an archive grows when it is encoded.
const MAX_CHARS: usize = 120;
/// The longest ending that is kept whole when a name is cut.
const MAX_EXTENSION: usize = 10;
/// Names that Windows keeps for devices, whatever their extension.
const DEVICES: [&str; 4] = ["CON", "PRN", "AUX", "NUL"];
const NUMBERED_DEVICES: [&str; 2] = ["COM", "LPT"];

/// Makes a file name of any text: no `:"*?<>|/\` and no control characters, no dot or space at its ends,
/// at most 120 characters with the extension kept, never a device of Windows, never empty.
pub fn safe_name(text: &str) -> String {
    let clean: String = text.chars().filter_map(safe_char).collect();
    let name = ends_trimmed(&shortened(ends_trimmed(&clean))).to_owned();
    if name.is_empty() {
        "файл".to_owned()
    } else if is_device(&name) {
        format!("_{name}")
    } else {
        name
    }
}

/// The same for many files of one folder: a name that differs from an earlier one in nothing but the size of letters
/// gets a number, «отчёт (2).pdf».
pub fn distinct_names(texts: &[String]) -> Vec<String> {
    let (mut taken, mut names) = (BTreeSet::new(), Vec::new());
    for text in texts {
        let numbered = |n: usize| match (n, text.rsplit_once('.')) {
            (1, _) => safe_name(text),
            (_, Some((stem, end))) if end.chars().count() < MAX_EXTENSION => {
                let room = MAX_CHARS - end.chars().count() - 8;
                let stem: String = stem.chars().take(room).collect();
                safe_name(&format!("{} ({n}).{end}", ends_trimmed(&stem)))
            }
            _ => safe_name(&format!("{} ({n})", text.chars().take(MAX_CHARS - 8).collect::<String>())),
        };
        let free = (1..=texts.len()).map(numbered).find(|name| !taken.contains(&name.to_lowercase()));
        let name = free.unwrap_or_else(|| safe_name(text));
        taken.insert(name.to_lowercase());
        names.push(name);
    }
    names
}

/// Separators become a dash; invisible characters that turn or break a line of text go.
fn safe_char(c: char) -> Option<char> {
    match c {
        '/' | '\\' | ':' | '|' | '*' | '?' => Some('-'),
        '"' | '<' | '>' => None,
        '\t' | '\n' | '\r' | '\u{a0}' => Some(' '),
        c if c.is_control() => None,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => None,
        c => Some(c),
    }
}

fn ends_trimmed(name: &str) -> &str {
    name.trim_start().trim_end_matches(|c: char| c == '.' || c.is_whitespace())
}

fn shortened(name: &str) -> String {
    let length = name.chars().count();
    if length <= MAX_CHARS {
        return name.to_owned();
    }
    let extension = match name.rsplit_once('.') {
        Some((_, end)) if end.chars().count() < MAX_EXTENSION => format!(".{end}"),
        _ => String::new(),
    };
    let stem: String = name.chars().take(MAX_CHARS - extension.chars().count()).collect();
    format!("{}{extension}", ends_trimmed(&stem))
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let numbered = NUMBERED_DEVICES.iter().any(|device| {
        stem.strip_prefix(device).is_some_and(|rest| {
            matches!(rest.chars().next(), Some('0'..='9' | '¹' | '²' | '³')) && rest.chars().count() == 1
        })
    });
    numbered || DEVICES.contains(&stem.as_str())
}
