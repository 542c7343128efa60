//! Errors of the JSON reader in Russian, with the place named as the user knows it.

use super::Problem;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

type DataError = serde_path_to_error::Error<serde_json::Error>;

/// What the reader says of broken JSON, and what we say.
const SYNTAX: [(&str, &str); 16] = [
    ("EOF while parsing", "файл обрывается: не хватает закрывающей скобки или кавычки"),
    ("expected `:`", "после имени поля нужно двоеточие"),
    ("expected `,` or `]`", "между значениями списка нужна запятая, в конце — «]»"),
    ("expected `,` or `}`", "между полями нужна запятая, в конце — «}»"),
    ("expected ident", "непонятное слово: бывают только true, false и null"),
    ("expected value", "здесь должно стоять значение"),
    ("key must be a string", "имя поля пишется в кавычках"),
    ("trailing comma", "лишняя запятая перед закрывающей скобкой"),
    ("trailing characters", "после конца программы стоит что-то ещё"),
    ("control character", "внутри кавычек перенос строки или служебный знак: напишите \\n"),
    ("invalid escape", "после обратной черты стоит недопустимый знак"),
    ("invalid number", "число записано неверно"),
    ("number out of range", "число слишком велико"),
    ("recursion limit exceeded", "слишком глубокая вложенность скобок"),
    ("lone leading surrogate", "недопустимый знак \\u"),
    ("invalid unicode", "недопустимый знак \\u"),
];

/// Broken JSON.
pub(super) fn syntax(error: &serde_json::Error) -> Problem {
    let said = error.to_string();
    let known = SYNTAX.iter().find(|(english, _)| said.starts_with(english));
    let message = known.map_or("запись JSON нарушена", |(_, russian)| russian);
    Problem::new(format!("Файл, строка {}, столбец {}", error.line(), error.column()), message)
}

/// Good JSON that is not a programme.
pub(super) fn data(error: &DataError, file: &Value) -> Problem {
    let inner = error.inner();
    let said = inner.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    let (mut path, mut place) = (error.path().to_string(), place(error.path(), file));
    if let Some(field) = wrong_date(error.path(), file) {
        path = format!("{path}.{field}");
        place = format!("{place}, {}", word(field).unwrap_or(field));
    }
    let line = if inner.line() > 0 { format!(" (строка {})", inner.line()) } else { String::new() };
    Problem::at(path.trim_start_matches('.'), place, format!("{}{line}", message(said)))
}

fn message(said: &str) -> String {
    let quoted: Vec<&str> = said.split('`').skip(1).step_by(2).collect();
    let name = quoted.first().copied().unwrap_or_default();
    let choice = quoted.get(1..).unwrap_or_default().join(", ");
    if said.starts_with("unknown field") {
        format!("неизвестное поле «{name}»; здесь бывают: {choice}")
    } else if said.starts_with("missing field") {
        format!("нет поля «{name}»")
    } else if said.starts_with("duplicate field") {
        format!("поле «{name}» стоит дважды")
    } else if said.starts_with("duplicate key") {
        format!("«{name}» стоит дважды")
    } else if said.starts_with("unknown variant") {
        format!("неизвестное значение «{name}»; бывают: {choice}")
    } else if let Some(rest) = said.strip_prefix("invalid type: ").or(said.strip_prefix("invalid value: ")) {
        mismatch(rest)
    } else if said.starts_with("invalid length") {
        "не столько значений, сколько нужно".to_owned()
    } else {
        // What is left comes from the reader of dates.
        "дата записывается так: 2024-09-01, и такой день должен быть в календаре".to_owned()
    }
}

/// «string "x", expected u32» → «нужно целое число, а стоит «x»».
fn mismatch(rest: &str) -> String {
    let (found, expected) = rest.rsplit_once(", expected ").unwrap_or((rest, ""));
    let expected = match expected {
        "a string" | "a borrowed string" | "a character" => "текст в кавычках",
        "a boolean" => "true или false",
        "a sequence" => "список в квадратных скобках",
        "a formatted date string" => "дата вида \"2024-09-01\"",
        text if text.starts_with('u') => "целое число не меньше нуля и не слишком большое",
        text if text.starts_with('i') => "целое число",
        text if text.starts_with("a tuple") => "пара чисел в квадратных скобках",
        text if text.starts_with("struct") || text.contains("map") => "поля в фигурных скобках",
        _ => "другое значение",
    };
    let found = match found.split(' ').next().unwrap_or_default() {
        "string" => format!("текст «{}»", found.trim_start_matches("string ").trim_matches('"')),
        "integer" | "floating" => format!("число {}", found.split('`').nth(1).unwrap_or_default()),
        "boolean" => found.split('`').nth(1).unwrap_or_default().to_owned(),
        "null" => "null".to_owned(),
        "sequence" => "список".to_owned(),
        "map" => "поля в фигурных скобках".to_owned(),
        _ => "другое".to_owned(),
    };
    format!("нужно: {expected}, а стоит {found}")
}

/// A segment of a term is read whole, so that the path ends at it; the wrong date is found by looking.
fn wrong_date(path: &Path, file: &Value) -> Option<&'static str> {
    let object = path.iter().try_fold(file, step)?.as_object()?;
    let is_wrong = |field: &&str| {
        object
            .get(*field)
            .and_then(Value::as_str)
            .is_some_and(|text| text.parse::<chrono::NaiveDate>().is_err())
    };
    ["from", "to", "date"].into_iter().find(is_wrong)
}

fn step<'a>(value: &'a Value, segment: &Segment) -> Option<&'a Value> {
    match segment {
        Segment::Seq { index } => value.get(index),
        Segment::Map { key } => value.get(key),
        _ => None,
    }
}

/// «Мероприятие 5.10, срок, часть 1».
fn place(path: &Path, file: &Value) -> String {
    let segments: Vec<_> = path.iter().collect();
    let mut words = Vec::new();
    let mut value = Some(file);
    for (depth, segment) in segments.iter().enumerate() {
        value = value.and_then(|value| step(value, segment));
        match segment {
            Segment::Map { key } if depth == 0 && matches!(segments.get(1), Some(Segment::Seq { .. })) => {
                words.push(row(key).to_owned());
            }
            Segment::Map { key } => words.push(word(key).unwrap_or(key).to_owned()),
            Segment::Seq { index } if depth == 1 => {
                let code = value.and_then(|value| value.get("code")).and_then(Value::as_str);
                let name = words.pop().unwrap_or_default();
                words.push(
                    code.map_or_else(|| format!("{name} № {}", index + 1), |code| format!("{name} {code}")),
                );
            }
            Segment::Seq { index } => words.push(format!("№ {}", index + 1)),
            _ => {}
        }
    }
    if words.is_empty() { "Файл".to_owned() } else { words.join(", ") }
}

/// One row of a list of the file.
pub(super) fn row(list: &str) -> &str {
    match list {
        "events" => "Мероприятие",
        "indicators" => "Показатель",
        "measured_results" => "Измеримый результат",
        "tasks" => "Задача",
        "groups" => "Раздел плана",
        "indicator_groups" => "Раздел показателей",
        "stages" => "Этап",
        "criteria" => "Критерии",
        "risks" => "Риск",
        "risk_factors" => "Фактор риска",
        "expected_results" => "Ожидаемый результат",
        "effects" => "Результат и эффект",
        "rules" => "Правило",
        "sections" => "Раздел текста",
        "notes" => "Замечание к тексту",
        other => other,
    }
}

fn word(field: &str) -> Option<&'static str> {
    Some(match field {
        "act" => "Акт",
        "period" => "Срок действия программы",
        "schema" => "Поле schema",
        "version" => "Версия",
        "title" => "название",
        "result" => "результат",
        "evidence" => "документы",
        "responsible" => "ответственный",
        "level" => "чьё мероприятие",
        "term" => "срок",
        "raw" => "текст",
        "segments" => "прочтение",
        "targets" => "целевое значение",
        "target" => "целевое значение",
        "from" => "начало",
        "to" => "конец",
        "date" => "дата",
        "unit" => "единица",
        "items" => "пункт",
        _ => return None,
    })
}
