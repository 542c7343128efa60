use opora_domain::registers::Assessment;

use crate::{App, Result};

/// Results, newest first.
pub fn assessments(app: &mut App, _: ()) -> Result<Vec<Assessment>> {
    let mut assessments: Vec<Assessment> = app.read()?.all()?;
    assessments.sort_by_key(|result| std::cmp::Reverse((result.date, result.id.clone())));
    Ok(assessments)
}
