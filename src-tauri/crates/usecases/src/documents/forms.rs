//! Forms that are printed and filled in with a pen.

use opora_domain::Id;
use opora_domain::person::Person;
use opora_domain::program::Program;
use opora_domain::report::consent::{self, Consent};
use opora_domain::report::questionnaire::{self, Questionnaire};

use super::head::head;
use crate::assets::{self, INSTRUMENT_FILES};
use crate::{ApiError, App, Result};

/// The chosen questionnaire; without a choice, the first one.
pub(super) fn questionnaire(app: &App, program: &Program, subject: Option<&Id>) -> Result<Questionnaire> {
    let instrument = match subject {
        Some(code) => assets::instrument(code)?,
        None => INSTRUMENT_FILES.first().ok_or_else(|| ApiError::not_found("анкета"))?,
    };
    Ok(Questionnaire {
        schema: questionnaire::SCHEMA.to_owned(),
        head: head(app, program)?,
        instrument: instrument.clone(),
    })
}

/// The consent of the chosen teacher; without a choice, a blank one.
pub(super) fn consent(app: &App, program: &Program, subject: Option<&Id>) -> Result<Consent> {
    let person = match subject {
        Some(id) => Some(app.read()?.need::<Person>(id)?),
        None => None,
    };
    let (fio, post) = person.map(|person| (person.fio, person.post)).unwrap_or_default();
    Ok(Consent { schema: consent::SCHEMA.to_owned(), head: head(app, program)?, fio, post })
}
