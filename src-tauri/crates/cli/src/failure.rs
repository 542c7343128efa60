//! Faults that only a command line meets, in the shape and voice of the API's own.

use std::path::Path;

use opora_usecases::{ApiError, Detail};

/// The refusal of a file, with its name.
pub(crate) fn of_file(path: &Path, error: impl Into<ApiError>) -> ApiError {
    let mut error = error.into();
    error.details.push(Detail { place: "файл".into(), message: path.display().to_string() });
    error
}

/// Adds what the system said.
pub(crate) fn with_cause(mut error: ApiError, cause: &dyn std::fmt::Display) -> ApiError {
    error.details.push(Detail { place: "причина".into(), message: cause.to_string() });
    error
}
