//! What the words of a head mean.

use super::text::{has_any, norm, years};

/// A cell of a head is short.
const LONGEST: usize = 160;

/// What the words of a head mean, before it is known what the table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Code,
    Section,
    /// «Мероприятие», «Содержание деятельности».
    Event,
    /// «Наименование»: of an event or of an indicator.
    Name,
    /// «Показатель», «Индикатор».
    Indicator,
    Result,
    Term,
    Responsible,
    Evidence,
    Unit,
    /// «Базовое значение», «Итоговый», «2025 год».
    Stage,
    Ignore,
}

/// Stems of each meaning; where a cell has several, the one that stands first in the cell wins.
const STEMS: [(Word, &[&str]); 11] = [
    (Word::Code, &["№", "п/п", "п\\п", "номер", "код ", "#"]),
    (
        Word::Ignore,
        &[
            "финанс",
            "объем",
            "источник",
            "стоимост",
            "примечан",
            "отметка",
            "факт ",
            "контингент",
            "участник",
            "целевая групп",
            "категори",
            "место",
            "статус",
            "выполнен",
        ],
    ),
    (
        Word::Evidence,
        &[
            "документ",
            "подтвержд",
            "отчетн",
            "форма отчет",
            "форма представл",
            "форма завершен",
            "вид отчет",
            "способ контрол",
            "форма контрол",
        ],
    ),
    (
        Word::Responsible,
        &["ответствен", "исполнител", "кто отвеч", "кто провод", "кто выполн", "организатор"],
    ),
    (
        Word::Term,
        &["срок", "дата", "даты", "период", "месяц", "когда", "время провед", "начало", "окончан", "график"],
    ),
    (Word::Unit, &["единиц", "ед. изм", "ед.изм", "ед изм", "ед. "]),
    (
        Word::Event,
        &[
            "мероприят",
            "содержание",
            "действи",
            "виды деятельности",
            "вид деятельности",
            "деятельност",
            "шаги",
            "наименование работ",
            "что дела",
        ],
    ),
    (Word::Indicator, &["показател", "индикатор", "критери"]),
    (
        Word::Stage,
        &[
            "базов",
            "исходн",
            "стартов",
            "итогов",
            "промежуточн",
            "входн",
            "целев",
            "планов",
            "значени",
            "конечн",
        ],
    ),
    (Word::Result, &["результат", "эффект", "итог", "продукт", "выход"]),
    (Word::Section, &["направлени", "раздел", "задач", "блок", "этап"]),
];

/// What a cell of a head means, if it is one.
pub(super) fn meaning(text: &str) -> Option<Word> {
    let text = norm(text);
    if text.is_empty() || text.chars().count() > LONGEST {
        return None;
    }
    if matches!(text.as_str(), "n" | "n п/п" | "№" | "no" | "код" | "nn") {
        return Some(Word::Code);
    }
    let found = STEMS.iter().filter_map(|(word, stems)| {
        let at = stems.iter().filter_map(|stem| text.find(stem)).min()?;
        Some((at, *word))
    });
    let first = found.min_by_key(|(at, _)| *at).map(|(_, word)| word);
    match first {
        Some(Word::Stage) if has_any(&text, &["показател", "индикатор"]) && !has_any(&text, &["значени"]) => {
            Some(Word::Indicator)
        }
        // «Планируемый результат», «Плановый срок»: the noun says more than its adjective.
        Some(Word::Stage) if has_any(&text, &["результат"]) => Some(Word::Result),
        Some(Word::Stage) if has_any(&text, &["срок", "дата"]) => Some(Word::Term),
        // «Индикатор результата», «Показатель результата» beside an event are told apart later.
        Some(word) => Some(word),
        None if text.contains("наименован") || text.contains("название") => {
            Some(Word::Name)
        }
        None if !years(&text).is_empty() => Some(Word::Stage),
        None => None,
    }
    .map(|word| {
        if word == Word::Section && text.contains("наименование мер") {
            Word::Event
        } else {
            word
        }
    })
}
