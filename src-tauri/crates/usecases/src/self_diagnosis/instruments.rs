use opora_domain::instrument::Instrument;
use opora_domain::person::Subject;
use opora_domain::words::Words;

use super::InstrumentCard;
use crate::assets::INSTRUMENT_FILES;
use crate::{App, Result};

/// The questionnaires that come with the program.
pub fn instruments(_: &mut App, _: ()) -> Result<Vec<InstrumentCard>> {
    Ok(INSTRUMENT_FILES.iter().map(card).collect())
}

fn card(instrument: &Instrument) -> InstrumentCard {
    InstrumentCard {
        code: instrument.code.clone(),
        version: instrument.version.clone(),
        title: instrument.title.clone(),
        items: instrument.items.len(),
        minutes: u32::from(instrument.minutes),
        subject: instrument.subject.as_deref().map(subject_words),
    }
}

/// The label of a subject's code; an unknown one as it is written.
fn subject_words(code: &str) -> String {
    let subject = serde_json::from_value::<Subject>(code.into());
    subject.map_or_else(|_| code.to_owned(), |subject| subject.label().to_owned())
}
