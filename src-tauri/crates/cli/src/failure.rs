//! Faults that only a command line meets, in the shape and voice of the API's own.

use std::io::ErrorKind;
use std::path::Path;

use opora_usecases::{ApiError, Code, Detail};

/// A file could not be read.
pub(crate) fn unreadable(path: &Path, cause: &std::io::Error) -> ApiError {
    with_cause(
        ApiError::new(
            Code::NotFound,
            format!("Файл не читается: {}.", path.display()),
            "Ничего не изменено. Проверьте имя файла и права на него.",
        ),
        &in_words(cause),
    )
}

/// What the system said of a file, in Russian.
pub(crate) fn in_words(cause: &std::io::Error) -> String {
    match cause.kind() {
        ErrorKind::NotFound => "такого файла нет".into(),
        ErrorKind::PermissionDenied => "нет прав на чтение".into(),
        ErrorKind::IsADirectory => "это папка".into(),
        _ => format!("система отвечает: {cause}"),
    }
}

/// A file could not be written.
pub(crate) fn unwritable(path: &Path, cause: &dyn std::fmt::Display) -> ApiError {
    with_cause(
        ApiError::new(
            Code::ReadOnly,
            format!("Не удалось записать файл: {}.", path.display()),
            "Данные школы не изменены. Проверьте, есть ли место и разрешена ли запись в эту папку.",
        ),
        cause,
    )
}

/// Adds what the system said.
pub(crate) fn with_cause(mut error: ApiError, cause: &dyn std::fmt::Display) -> ApiError {
    error.details.push(Detail { place: "причина".into(), message: cause.to_string() });
    error
}
