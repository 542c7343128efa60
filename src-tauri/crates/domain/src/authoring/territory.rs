//! The district of a programme out of the words around its tables.

use super::text::{has_any, norm};

/// «Сосновского муниципального района», «города Енисейска», with the region when it is named.
pub(super) fn of(text: &str) -> Option<String> {
    let lines = text.lines().filter(|line| !norm(line).contains("министерств"));
    let lines: Vec<String> = lines.map(quiet).collect();
    let district = lines.iter().find_map(|line| district(line))?;
    let region = lines.iter().find_map(|line| region(line));
    Some(match region {
        Some(region) => format!("{district}, {region}"),
        None => district,
    })
}

fn district(line: &str) -> Option<String> {
    let clean: Vec<&str> = line.split_whitespace().map(trimmed).collect();
    let kinds = [("район", "район"), ("округ", "округ")];
    for (at, word) in clean.iter().enumerate() {
        let low = norm(word);
        let Some((_, kind)) = kinds.iter().find(|(stem, _)| low.starts_with(stem)) else { continue };
        let adjectives: Vec<&str> =
            clean[..at].iter().rev().take_while(|word| is_adjective(word)).copied().collect();
        let proper = adjectives.iter().position(|word| is_capital(word) && !is_common(word));
        if let Some(proper) = proper {
            let names: Vec<String> =
                adjectives[..=proper].iter().rev().map(|word| nominative(word)).collect();
            return Some(format!("{} {kind}", names.join(" ")));
        }
    }
    let city = clean.windows(2).find(|pair| matches!(norm(pair[0]).as_str(), "город" | "города" | "г"));
    let city = city.filter(|pair| pair[1].chars().next().is_some_and(char::is_uppercase))?;
    Some(format!("г. {}", city_name(city[1])))
}

/// «ЛИПОВСКОГО МУНИЦИПАЛЬНОГО ОКРУГА» is written as in a sentence.
fn quiet(line: &str) -> String {
    if !super::meta::is_loud(line) {
        return line.to_owned();
    }
    let words = line.split_whitespace().map(|word| {
        let low = word.to_lowercase();
        let name = is_adjective(&low) && !is_common(&low);
        let mut letters = low.chars();
        match letters.next().filter(|_| name) {
            Some(first) => first.to_uppercase().chain(letters).collect(),
            None => low,
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Adjectives of any district.
fn is_common(word: &str) -> bool {
    ["муниципальн", "городск", "сельск", "автономн"].iter().any(|stem| norm(word).starts_with(stem))
}

fn region(line: &str) -> Option<String> {
    let clean: Vec<&str> = line.split_whitespace().map(trimmed).collect();
    let at = clean.iter().position(|word| has_any(&norm(word), &["област", "края", "край"]))?;
    let name = clean.get(at.checked_sub(1)?)?;
    if !name.chars().next()?.is_uppercase() || !is_adjective(name) {
        return None;
    }
    let low = norm(clean[at]);
    let stem = name.strip_suffix("ого").or_else(|| name.strip_suffix("ой")).unwrap_or(name);
    if low.starts_with("област") {
        let name = if stem == *name { (*name).to_owned() } else { format!("{stem}ая") };
        Some(format!("{name} область"))
    } else {
        Some(format!("{} край", nominative(name)))
    }
}

fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_adjective(word: &str) -> bool {
    ["ого", "его", "ий", "ый", "ой", "ом", "ая", "ую"].iter().any(|end| norm(word).ends_with(end))
}

/// «Сосновского» is «Сосновский», «муниципального» is «муниципальный».
fn nominative(word: &str) -> String {
    let low = word.to_lowercase();
    if low == "городского" || low == "городском" {
        return "городской".to_owned();
    }
    let soft = ["ского", "цкого", "нского", "ском", "цком"].iter().any(|end| low.ends_with(end));
    if let Some(stem) = word.strip_suffix("ьего").or_else(|| word.strip_suffix("его")) {
        return format!("{stem}ий");
    }
    let stem = word.strip_suffix("ого").or_else(|| word.strip_suffix("ом"));
    match stem {
        Some(stem) if soft => format!("{stem}ий"),
        Some(stem) => format!("{stem}ый"),
        None => word.to_owned(),
    }
}

/// «Енисейска» is «Енисейск»; other endings are left as they are written.
fn city_name(word: &str) -> String {
    if word.ends_with("ого") {
        return nominative(word);
    }
    let cut = word
        .strip_suffix('а')
        .filter(|stem| ["ск", "рг", "ов", "ин", "ль", "ад"].iter().any(|end| stem.ends_with(end)));
    cut.unwrap_or(word).to_owned()
}
