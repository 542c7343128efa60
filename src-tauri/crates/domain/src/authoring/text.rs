//! The letters of tables: what people type is compared, never what the machine keeps.

/// Lower case, one kind of «е», of dash and of space, Latin look-alikes of a Russian word made Russian.
pub(super) fn norm(text: &str) -> String {
    let russian = text.chars().any(|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'));
    let folded: String = text.to_lowercase().chars().map(|c| fold(c, russian)).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fold(c: char, russian: bool) -> char {
    match c {
        'ё' => 'е',
        '–' | '—' | '‑' | '−' => '-',
        'a' if russian => 'а',
        'c' if russian => 'с',
        'e' if russian => 'е',
        'o' if russian => 'о',
        'p' if russian => 'р',
        'x' if russian => 'х',
        'y' if russian => 'у',
        c => c,
    }
}

/// One line: breaks of a cell become spaces.
pub(super) fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first words of a text, for lists.
pub(super) fn brief(text: &str) -> String {
    let text = line(text);
    match text.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text,
    }
}

/// Whether any of the stems is in the text.
pub(super) fn has_any(text: &str, stems: &[&str]) -> bool {
    stems.iter().any(|stem| text.contains(stem))
}

/// Whether a word of the text begins with one of the stems.
pub(super) fn has_word(text: &str, stems: &[&str]) -> bool {
    words(text).any(|word| stems.iter().any(|stem| word.starts_with(stem)))
}

/// Words of a text: letters and digits together.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Years 1990–2100 that stand in a text as four digits.
pub(super) fn years(text: &str) -> Vec<i32> {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    numbers.filter_map(|digits| digits.parse().ok()).filter(|year| (1990..=2100).contains(year)).collect()
}

/// An empty cell, or a dash that stands for one.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '−' | '_' | '.'))
}

/// The text begins with a small letter: it goes on from somewhere.
pub(super) fn begins_small(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

/// Joins what a page break has parted.
pub(super) fn join(text: &mut String, more: &str) {
    if more.is_empty() {
        return;
    }
    if !text.is_empty() {
        text.push(if begins_small(more) { ' ' } else { '\n' });
    }
    text.push_str(more);
}
