//! Text as it may stand in a file of an office: no control characters, no marks of direction.

/// Without what an office program refuses or hides; line ends and tabs stay.
pub(crate) fn clean(text: &str) -> String {
    text.chars().filter(|c| !is_hidden(*c)).collect()
}

fn is_hidden(c: char) -> bool {
    let control = c.is_control() && !matches!(c, '\n' | '\t');
    let direction =
        matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    control || direction || matches!(c, '\u{fffe}' | '\u{ffff}')
}
