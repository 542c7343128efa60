//! Content that comes with the program: municipal programmes and questionnaires.

use std::sync::LazyLock;

use opora_domain::instrument::Instrument;
use opora_domain::programme::Programme;

use crate::{ApiError, Result};

macro_rules! asset {
    ($path:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/", $path))
    };
}

const PROGRAMMES: [&str; 5] = [
    asset!("programmes/bogotol.json"),
    asset!("programmes/yeniseysk.json"),
    asset!("programmes/strezhevoy.json"),
    asset!("programmes/zhigalovo.json"),
    asset!("programmes/yakovlevka.json"),
];

const INSTRUMENTS: [&str; 1] = [asset!("instruments/dx-math.json")];

/// A programme with the text of its file.
pub(crate) struct ProgrammeFile {
    pub(crate) programme: Programme,
    pub(crate) text: &'static str,
}

/// The municipal programmes in the order in which they are offered.
pub(crate) static PROGRAMME_FILES: LazyLock<Vec<ProgrammeFile>> = LazyLock::new(|| {
    let parse = |text| Programme::from_json(text).expect("assets are checked by a test");
    PROGRAMMES.iter().map(|text| ProgrammeFile { programme: parse(text), text }).collect()
});

/// The blank of a school's own programme.
pub(crate) static OWN_PROGRAMME: LazyLock<Programme> = LazyLock::new(|| {
    Programme::from_json(asset!("programmes/own.json")).expect("assets are checked by a test")
});

/// The questionnaires.
pub(crate) static INSTRUMENT_FILES: LazyLock<Vec<Instrument>> = LazyLock::new(|| {
    let parse = |text: &&str| serde_json::from_str(text).expect("assets are checked by a test");
    INSTRUMENTS.iter().map(parse).collect()
});

/// A municipal programme by its id.
pub(crate) fn programme(id: &str) -> Result<&'static ProgrammeFile> {
    let found = PROGRAMME_FILES.iter().find(|file| file.programme.id == id);
    found.ok_or_else(|| ApiError::not_found("муниципальная программа"))
}

/// A questionnaire by its code.
pub(crate) fn instrument(code: &str) -> Result<&'static Instrument> {
    INSTRUMENT_FILES.iter().find(|file| file.code == code).ok_or_else(|| ApiError::not_found("опросник"))
}
