//! Reading a programme file from its bytes: a refusal names the place and changes nothing.

use super::explain;
use super::{Problem, Programme, SCHEMA};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::Value;
use serde_path_to_error::{Path, Segment};
use std::collections::BTreeMap;
use std::marker::PhantomData;

/// The largest programme file that is read: 5 MB. The largest shipped one has 0,2 MB.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;

/// So many problems are told at once; the rest are counted.
const MAX_PROBLEMS: usize = 100;
/// So many rows that cannot be read are looked for: each costs another reading.
const MAX_UNREAD: usize = 20;

impl Programme {
    /// Reads and checks a programme file; all problems at once where the file can be read at all.
    ///
    /// # Errors
    /// What is wrong, in Russian: the size, the encoding, the JSON, the fields or the contents.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<Problem>> {
        let text = text_of(bytes).map_err(|problem| vec![problem])?;
        let value: Value = serde_json::from_str(text).map_err(|error| vec![explain::syntax(&error)])?;
        check_schema(&value).map_err(|problem| vec![problem])?;
        let programme = typed(text).map_err(|error| unread(explain::data(&error, &value), value))?;
        match programme.validate() {
            problems if problems.is_empty() => Ok(programme),
            problems => Err(first_of(problems)),
        }
    }

    /// What is said of a file that is too big to be a programme.
    pub fn too_big(bytes: u64) -> Problem {
        let (size, most) = (bytes.div_ceil(1024 * 1024), MAX_BYTES / 1024 / 1024);
        let message = format!(
            "размер {size} МБ, а файл программы бывает не больше {most} МБ. Проверьте, тот ли это файл"
        );
        Problem::new("Файл", message)
    }
}

fn typed(text: &str) -> Result<Programme, serde_path_to_error::Error<serde_json::Error>> {
    serde_path_to_error::deserialize(&mut serde_json::Deserializer::from_str(text))
}

/// The first fault with its line, then those of other rows: a bad row is replaced by a good one and the rest is read.
fn unread(first: Problem, file: Value) -> Vec<Problem> {
    let mut problems = vec![first];
    let mut rest = file.clone();
    let mut last = String::new();
    for _ in 0..MAX_UNREAD {
        let Err(error) = serde_path_to_error::deserialize::<_, Programme>(&rest) else { break };
        let path = error.path().to_string();
        if path == last || !mend(error.path(), &mut rest) {
            break;
        }
        if problems[0].path != path && !problems[0].path.starts_with(&format!("{path}.")) {
            problems.push(explain::data(&error, &file));
        }
        last = path;
    }
    problems
}

/// Puts the row before (or after the first) in place of a bad one; false when it is no row.
fn mend(path: &Path, file: &mut Value) -> bool {
    let mut steps = path.iter();
    let (Some(Segment::Map { key }), Some(Segment::Seq { index })) = (steps.next(), steps.next()) else {
        return false;
    };
    let Some(rows) = file.get_mut(key).and_then(Value::as_array_mut) else { return false };
    let Some(good) = rows.get(index.checked_sub(1).unwrap_or(1)).cloned() else { return false };
    rows[*index] = good;
    true
}

fn first_of(mut problems: Vec<Problem>) -> Vec<Problem> {
    let rest = problems.len().saturating_sub(MAX_PROBLEMS);
    problems.truncate(MAX_PROBLEMS);
    if rest > 0 {
        problems
            .push(Problem::new("Файл", format!("показаны первые {MAX_PROBLEMS} ошибок, есть ещё {rest}")));
    }
    problems
}

/// The text of the file: UTF-8, with or without a byte order mark.
fn text_of(bytes: &[u8]) -> Result<&str, Problem> {
    let refuse = |message: String| Err(Problem::new("Файл", message));
    if bytes.len() > MAX_BYTES {
        return Err(Programme::too_big(bytes.len() as u64));
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return refuse(format!("записан в кодировке UTF-16. {SAVE_AS_UTF8}"));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) if text.trim().is_empty() => refuse("пустой".to_owned()),
        Ok(text) => Ok(text),
        Err(error) => Err(not_utf8(bytes, error.valid_up_to())),
    }
}

const SAVE_AS_UTF8: &str = "Нужна UTF-8: откройте его в Блокноте и сохраните, выбрав кодировку UTF-8";

fn not_utf8(bytes: &[u8], valid: usize) -> Problem {
    let line = bytes[..valid].iter().filter(|byte| **byte == b'\n').count() + 1;
    let high = || bytes.iter().filter(|byte| **byte >= 0x80);
    let cyrillic = high().filter(|byte| **byte >= 0xc0 || matches!(**byte, 0xa8 | 0xb8)).count();
    let encoding = if cyrillic * 10 > high().count() * 7 {
        "записан не в UTF-8, а, похоже, в кодировке Windows-1251"
    } else {
        "записан не в UTF-8 или повреждён"
    };
    Problem::new(format!("Файл, строка {line}"), format!("{encoding}. {SAVE_AS_UTF8}"))
}

/// The schema is looked at first: a newer file may hold fields that this version does not know.
fn check_schema(value: &Value) -> Result<(), Problem> {
    let refuse = |message: String| Err(Problem::at("schema", "Поле schema", message));
    match value.get("schema").map(Value::as_str) {
        Some(Some(SCHEMA)) => Ok(()),
        Some(Some(other)) if is_newer(other) => refuse(format!(
            "файл новее программы: в нём «{other}», а эта «Опора» читает «{SCHEMA}». Обновите «Опору»"
        )),
        Some(Some(other)) => refuse(format!("ожидается «{SCHEMA}», а в файле «{other}»")),
        _ => refuse(format!("это не файл программы: нет строки \"schema\": \"{SCHEMA}\"")),
    }
}

fn is_newer(schema: &str) -> bool {
    let number = |schema: &str| -> Option<u32> { schema.rsplit_once('/')?.1.parse().ok() };
    let same_family = schema.starts_with(SCHEMA.trim_end_matches(|c: char| c.is_ascii_digit()));
    same_family && number(schema) > number(SCHEMA)
}

/// A map in which a key that stands twice is an error and not a loss.
pub(super) fn unique_keys<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, T>, D::Error> {
    deserializer.deserialize_map(UniqueKeys(PhantomData))
}

struct UniqueKeys<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for UniqueKeys<T> {
    type Value = BTreeMap<String, T>;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut map = BTreeMap::new();
        while let Some((key, value)) = access.next_entry::<String, T>()? {
            if map.contains_key(&key) {
                return Err(A::Error::custom(format_args!("duplicate key `{key}`")));
            }
            map.insert(key, value);
        }
        Ok(map)
    }
}
