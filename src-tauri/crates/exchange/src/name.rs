//! File names that every stick and every system takes.

use std::collections::BTreeSet;

/// Characters at most.
const MAX_CHARS: usize = 120;
/// Bytes at most: with `.sig`, ` (99)` and `.part` after it a name stays under the 255 bytes of Linux, and so under the
/// 255 UTF-16 units of FAT32 and exFAT.
const MAX_BYTES: usize = 240;
/// The longest ending that is kept whole when a name is cut.
const MAX_EXTENSION: usize = 10;
/// Names that Windows keeps for devices, whatever their extension.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
const NUMBERED_DEVICES: [&str; 2] = ["COM", "LPT"];

/// Makes a file name of any text: no `:"*?<>|/\` and no control characters, no dot or space at its ends,
/// at most 120 characters and 240 bytes with the extension kept, never a device of Windows, never empty.
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
                safe_name(&format!("{} ({n}).{end}", ends_trimmed(cut(stem, end.len() + 8))))
            }
            _ => safe_name(&format!("{} ({n})", cut(text, 8))),
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
        '\t' | '\n' | '\r' | '\u{a0}' | '\u{2028}' | '\u{2029}' => Some(' '),
        c if c.is_control() => None,
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => None,
        c => Some(c),
    }
}

fn ends_trimmed(name: &str) -> &str {
    name.trim_start().trim_end_matches(|c: char| c == '.' || c.is_whitespace())
}

fn shortened(name: &str) -> String {
    if cut(name, 0) == name {
        return name.to_owned();
    }
    let extension = match name.rsplit_once('.') {
        Some((_, end)) if end.chars().count() < MAX_EXTENSION => format!(".{end}"),
        _ => String::new(),
    };
    format!("{}{extension}", ends_trimmed(cut(name, extension.len())))
}

/// As much of the beginning as leaves room for so many bytes more.
fn cut(name: &str, room: usize) -> &str {
    let fits = |(at, (start, c)): &(usize, (usize, char))| {
        at + room < MAX_CHARS && start + c.len_utf8() + room <= MAX_BYTES
    };
    let last = name.char_indices().enumerate().take_while(fits).last();
    last.map_or("", |(_, (start, c))| &name[..start + c.len_utf8()])
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
