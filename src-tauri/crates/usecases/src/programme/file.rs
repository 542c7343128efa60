//! Programme files: those that come with the program, those that were added, those just chosen.

use std::borrow::Cow;

use opora_domain::authoring::{AddedProgramme, ProgrammeOrigin};
use opora_domain::program::Program;
use opora_domain::programme::{MAX_BYTES, Problem, Programme};

use crate::assets::{PROGRAMME_FILES, ProgrammeFile};
use crate::{ApiError, App, Code, Detail, Result, canonical};

/// A programme with the text of its file.
pub(crate) struct SourceFile {
    pub(crate) programme: Programme,
    pub(crate) text: Cow<'static, str>,
    pub(crate) origin: ProgrammeOrigin,
}

impl SourceFile {
    /// SHA-256 of the text, lower hex.
    pub(crate) fn sha256(&self) -> String {
        canonical::sha256(&self.text)
    }
}

/// The newest file of a programme of the list.
pub(crate) fn listed(app: &App, id: &str) -> Result<SourceFile> {
    let found = all(app)?.into_iter().find(|file| file.programme.id == id);
    found.ok_or_else(|| ApiError::not_found("муниципальная программа"))
}

/// The newest file of each programme: those that come with the program, then those that were added.
pub(crate) fn all(app: &App) -> Result<Vec<SourceFile>> {
    let mut files: Vec<SourceFile> = PROGRAMME_FILES.iter().map(shipped).collect();
    for file in added(app)? {
        match files.iter_mut().find(|known| known.programme.id == file.programme.id) {
            Some(known) if known.programme.version < file.programme.version => *known = file,
            Some(_) => {}
            None => files.push(file),
        }
    }
    Ok(files)
}

/// Files that the school made or brought; before a school is created there are none.
fn added(app: &App) -> Result<Vec<SourceFile>> {
    if app.store.is_none() {
        return Ok(Vec::new());
    }
    let kept = app.read()?.all::<AddedProgramme>()?;
    let added = kept.into_iter().filter(|file| file.origin != ProgrammeOrigin::Shipped);
    added
        .map(|file| {
            let programme = Programme::from_json(&file.text).map_err(ApiError::internal)?;
            Ok(SourceFile { programme, text: Cow::Owned(file.text), origin: file.origin })
        })
        .collect()
}

fn shipped(file: &ProgrammeFile) -> SourceFile {
    SourceFile {
        programme: file.programme.clone(),
        text: Cow::Borrowed(file.text),
        origin: ProgrammeOrigin::Shipped,
    }
}

/// One of the list, or one that the user has chosen.
pub(crate) fn of_input(app: &App, id: Option<&str>, token: Option<&str>) -> Result<SourceFile> {
    match (token, id) {
        (Some(token), _) => chosen(app, token),
        (None, Some(id)) => listed(app, id),
        (None, None) => Err(ApiError::not_found("файл программы")),
    }
}

/// The file by which a programme was adopted: the one kept with it, else the same among those at hand.
pub(crate) fn adopted(app: &App, program: &Program) -> Result<Option<Programme>> {
    let kept = app.read()?.by::<AddedProgramme>("sha256", &program.template_sha256)?;
    if let Some(programme) = kept.first().and_then(|file| Programme::read(file.text.as_bytes()).ok()) {
        return Ok(Some(programme));
    }
    let shipped = PROGRAMME_FILES.iter().find(|file| canonical::sha256(file.text) == program.template_sha256);
    Ok(shipped.map(|file| file.programme.clone()))
}

fn chosen(app: &App, token: &str) -> Result<SourceFile> {
    let path = app.picked.get(token).ok_or_else(|| ApiError::not_found("выбранный файл"))?;
    of_bytes(opora_exchange::read_file(path, MAX_BYTES as u64)?, ProgrammeOrigin::Imported)
}

/// A programme file by its bytes, checked.
///
/// # Errors
/// `Invalid` with the places of all that is wrong.
pub(crate) fn of_bytes(bytes: Vec<u8>, origin: ProgrammeOrigin) -> Result<SourceFile> {
    let programme = Programme::read(&bytes).map_err(unreadable)?;
    let text = String::from_utf8(bytes).map_err(ApiError::internal)?;
    Ok(SourceFile { programme, text: Cow::Owned(text), origin })
}

fn unreadable(problems: Vec<Problem>) -> ApiError {
    let mut error = ApiError::new(
        Code::Invalid,
        "Файл программы не прочитан.",
        "Ничего не изменено. Исправьте отмеченные места файла или попросите его заново.",
    );
    error.details = problems
        .into_iter()
        .map(|problem| Detail { place: problem.place, message: problem.message })
        .collect();
    error
}

/// The record by which a file is kept with the programme made of it; none when it is kept already.
pub(crate) fn record_of(app: &App, file: &SourceFile) -> Result<Option<AddedProgramme>> {
    let sha256 = file.sha256();
    if !app.read()?.by::<AddedProgramme>("sha256", &sha256)?.is_empty() {
        return Ok(None);
    }
    Ok(Some(AddedProgramme {
        id: app.new_id(),
        programme_id: file.programme.id.clone(),
        version: file.programme.version.into(),
        text: file.text.to_string(),
        sha256,
        added_on: app.today(),
        origin: file.origin,
    }))
}
