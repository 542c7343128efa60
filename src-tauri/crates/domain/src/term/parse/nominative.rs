//! Names of plans, requests and conditions in the nominative, as they stand in a list.

/// Nouns that name a plan, by stem, with their nominatives.
const PLANS: [(&str, &str, &str); 14] = [
    ("план", "план", "планы"),
    ("график", "график", "графики"),
    ("расписани", "расписание", "расписания"),
    ("циклограмм", "циклограмма", "циклограммы"),
    ("календар", "календарь", "календари"),
    ("карт", "карта", "карты"),
    ("приказ", "приказ", "приказы"),
    ("распоряжени", "распоряжение", "распоряжения"),
    ("положени", "положение", "положения"),
    ("регламент", "регламент", "регламенты"),
    ("порядк", "порядок", "порядки"),
    ("перечн", "перечень", "перечни"),
    ("медиаплан", "медиаплан", "медиапланы"),
    ("сетк", "сетка", "сетки"),
];

const ENDINGS: [&str; 18] =
    ["", "у", "ом", "а", "ам", "ами", "ы", "и", "е", "ой", "ю", "ем", "ям", "ями", "я", "ь", "ки", "иям"];

/// Whether a word names a plan without «по» before it.
pub(super) fn is_own_plan(low: &str) -> bool {
    matches!(head(low), Some("план" | "график" | "расписание" | "циклограмма" | "календарь"))
}

/// Whether a document carries a date of its own: what follows belongs to its name.
pub(super) fn is_act(low: &str) -> bool {
    matches!(head(low), Some("приказ" | "распоряжение" | "положение" | "приказы" | "распоряжения"))
}

/// Whether a word is the noun of a plan in some case.
pub(super) fn is_plan(low: &str) -> bool {
    head(low).is_some()
}

fn head(low: &str) -> Option<&'static str> {
    if low.ends_with("иями") || low.ends_with("иям") {
        let (.., many) = PLANS.iter().find(|(stem, ..)| low.starts_with(stem))?;
        return Some(many);
    }
    let (stem, one, many) = PLANS
        .iter()
        .find(|(stem, ..)| low.strip_prefix(stem).is_some_and(|ending| ENDINGS.contains(&ending)))?;
    let ending = low.strip_prefix(stem)?;
    Some(if matches!(ending, "ам" | "ами" | "ям" | "ями" | "ы") { many } else { one })
}

/// «плану-графику» and what depends on it → «план-график …»; a nameless plan is said to be so.
pub(super) fn plan(heads: &str, dependent: &str) -> String {
    let heads: Vec<String> = heads.split_whitespace().map(hyphened).collect();
    let head = heads.join(" ");
    let head = if is_many(&head) { head.replace("ый ", "ые ").replace("ий ", "ие ") } else { head };
    let dependent = mended(dependent.trim_start_matches(['«', '"', ' ', ',']), &head, dependent);
    let gap = if dependent.is_empty() || dependent.starts_with(',') { "" } else { " " };
    let name = format!("{head}{gap}{dependent}");
    if is_nameless(&name) { format!("{name} (не уточнено чей)") } else { name }
}

/// Whether nobody can tell which plan is meant.
pub(super) fn is_nameless(name: &str) -> bool {
    matches!(
        name,
        "план"
            | "план работы"
            | "график"
            | "план мероприятий"
            | "расписание"
            | "план-график"
            | "приказ"
    )
}

fn is_many(head: &str) -> bool {
    PLANS.iter().any(|(.., many)| head.ends_with(many))
}

fn hyphened(word: &str) -> String {
    word.split('-').map(nominative).collect::<Vec<_>>().join("-")
}

fn nominative(word: &str) -> String {
    let low = word.to_lowercase();
    if let Some(head) = head(&low.replace('ё', "е")) {
        return head.to_owned();
    }
    const ADJECTIVES: [(&str, &str); 12] = [
        ("городскому", "городской"),
        ("годовому", "годовой"),
        ("районному", "районный"),
        ("скому", "ский"),
        ("ским", "ский"),
        ("ческому", "ческий"),
        ("годовым", "годовой"),
        ("ому", "ый"),
        ("ему", "ий"),
        ("ым", "ый"),
        ("им", "ий"),
        ("ой", "ая"),
    ];
    let ending = ADJECTIVES.iter().find(|(ending, _)| low.ends_with(ending));
    let turned = ending.map(|(ending, new)| format!("{}{new}", low.strip_suffix(ending).unwrap_or(&low)));
    let is_name = word.chars().filter(|c| c.is_uppercase()).count() > 1;
    if is_name { word.to_owned() } else { turned.unwrap_or(low) }
}

/// What depends on the plan: «проведения» says nothing, and a plan of an office is its plan of work.
fn mended(bare: &str, head: &str, dependent: &str) -> String {
    let text = dependent.trim();
    let text = text.strip_prefix("проведения ").filter(|_| head == "график").unwrap_or(text);
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    if let Some(first) = words.first_mut()
        && first.ends_with("нию")
    {
        first.pop();
        first.push('я');
    }
    let text = words.join(" ");
    const OFFICES: [&str; 9] = ["МКУ", "МБУ", "МАУ", "МБОУ", "МАОУ", "МКОУ", "ГАУ", "ИМЦ", "Управления"];
    let is_office = OFFICES.iter().any(|office| bare.starts_with(office));
    if head == "план" && is_office { format!("работы {text}") } else { text }
}

/// «завершения программ» → «завершение программ»; none when the first word is no action.
pub(super) fn action(dependent: &str) -> Option<String> {
    let (first, rest) = dependent.split_once(' ').unwrap_or((dependent, ""));
    let stem = first.strip_suffix('я').filter(|stem| stem.ends_with('и'))?;
    let rest = match rest {
        // The only abbreviation of terms that has two meanings: here it is not the courses.
        "программ ПК" | "программы ПК" => "школьной программы повышения качества",
        rest => rest,
    };
    Some(format!("{}е {rest}", stem.to_lowercase()).trim().to_owned())
}

/// «запросам ОУ» → «запрос ОУ».
pub(super) fn request(words: &str) -> String {
    const NOUNS: [(&str, &str); 6] = [
        ("запрос", "запрос"),
        ("заявк", "заявка"),
        ("обращени", "обращение"),
        ("требовани", "требование"),
        ("заявлени", "заявление"),
        ("вызов", "вызов"),
    ];
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    let low = first.to_lowercase();
    let noun = NOUNS.iter().find(|(stem, _)| low.starts_with(stem)).map_or(low.as_str(), |(_, noun)| noun);
    format!("{noun} {rest}").trim().to_owned()
}

/// The first letter small, unless the word is an abbreviation.
pub(super) fn small_first(words: &str) -> String {
    let first = words.split(' ').next().unwrap_or_default();
    if first.chars().filter(|c| c.is_uppercase()).count() > 1 {
        return words.to_owned();
    }
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |c| c.to_lowercase().collect::<String>() + chars.as_str())
}
