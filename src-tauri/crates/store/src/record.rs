//! Rows as plain serde data: a struct becomes an object, its fields the columns of the same name.

use rusqlite::types::{Value as Sql, ValueRef};
use rusqlite::{Connection, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};

use crate::{Result, StoreError};

/// One row of one table, as plain serde data. Field names are column names; no field may be skipped.
pub trait Record: Serialize + DeserializeOwned {
    /// The table.
    const TABLE: &'static str;
    /// Columns kept as JSON text.
    const JSON: &'static [&'static str] = &[];
    /// Columns kept as 0 and 1.
    const BOOL: &'static [&'static str] = &[];
    /// Those of [`Record::JSON`] that hold a reference `{name, sha256, size}` to a body in `blob`.
    const FILES: &'static [&'static str] = &[];
    /// The primary key.
    fn id(&self) -> &str;
}

/// The columns of a table in order.
pub(crate) fn columns(conn: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached("SELECT name FROM pragma_table_info(?1)")?;
    let names = statement.query_map([table], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    if names.is_empty() { Err(StoreError::Shape(format!("no table {table}"))) } else { Ok(names) }
}

/// The values of a record in the order of `columns`; every column needs its field and every field its column.
pub(crate) fn values<R: Record>(record: &R, columns: &[String]) -> Result<Vec<Sql>> {
    let json = serde_json::to_value(record).map_err(|e| shape::<R>(&e.to_string()))?;
    let Json::Object(mut fields) = json else { return Err(shape::<R>("not a struct")) };
    let values = columns
        .iter()
        .map(|column| {
            let field = fields.remove(column).ok_or_else(|| shape::<R>(&format!("no field {column}")))?;
            to_sql::<R>(column, field)
        })
        .collect::<Result<_>>()?;
    match fields.keys().next() {
        Some(extra) => Err(shape::<R>(&format!("no column {extra}"))),
        None => Ok(values),
    }
}

/// Reads a row back into its struct.
pub(crate) fn from_row<R: Record>(row: &Row<'_>) -> Result<R> {
    let mut fields = Map::new();
    for (i, column) in row.as_ref().column_names().enumerate() {
        fields.insert(column.to_owned(), to_json::<R>(column, row.get_ref(i)?)?);
    }
    serde_json::from_value(Json::Object(fields)).map_err(|e| shape::<R>(&e.to_string()))
}

fn to_sql<R: Record>(column: &str, value: Json) -> Result<Sql> {
    if value.is_null() {
        return Ok(Sql::Null);
    }
    if R::JSON.contains(&column) {
        return Ok(Sql::Text(value.to_string()));
    }
    match value {
        Json::Bool(flag) if R::BOOL.contains(&column) => Ok(Sql::Integer(flag.into())),
        Json::String(text) => Ok(Sql::Text(text)),
        Json::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => Ok(Sql::Integer(whole)),
            (None, Some(real)) => Ok(Sql::Real(real)),
            (None, None) => Err(shape::<R>(&format!("number in {column}"))),
        },
        _ => Err(shape::<R>(&format!("kind of value in {column}"))),
    }
}

fn to_json<R: Record>(column: &str, value: ValueRef<'_>) -> Result<Json> {
    match value {
        ValueRef::Null => Ok(Json::Null),
        ValueRef::Integer(flag) if R::BOOL.contains(&column) => Ok(Json::Bool(flag != 0)),
        ValueRef::Integer(whole) => Ok(whole.into()),
        ValueRef::Real(real) => Ok(real.into()),
        ValueRef::Text(text) if R::JSON.contains(&column) => {
            serde_json::from_slice(text).map_err(|e| shape::<R>(&format!("{column}: {e}")))
        }
        ValueRef::Text(text) => {
            let text = std::str::from_utf8(text).map_err(|e| StoreError::Damaged(e.to_string()))?;
            Ok(text.into())
        }
        ValueRef::Blob(_) => Err(shape::<R>(&format!("blob in {column}"))),
    }
}

fn shape<R: Record>(what: &str) -> StoreError {
    StoreError::Shape(format!("{}: {what}", R::TABLE))
}
