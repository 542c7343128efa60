use opora_domain::authoring::{AddedProgramme, ProgrammeOrigin};
use opora_domain::programme::{MAX_BYTES, Programme};
use opora_exchange::read_file;

use super::file::{self, SourceFile};
use super::list::card;
use super::{ImportInput, ImportView};
use crate::{ApiError, App, Result, ops, school};

/// Adds a programme file of another school or municipality. A bad file changes nothing.
///
/// # Errors
/// `Invalid` with the places when the file is bad; `Refused` when another file of the same version is here.
pub fn import(app: &mut App, input: ImportInput) -> Result<ImportView> {
    let path = app.picked.get(&input.token).ok_or_else(|| ApiError::not_found("выбранный файл"))?;
    let bytes = read_file(path, MAX_BYTES as u64)?;
    add(app, bytes, false, input.as_next_version)
}

/// Adds the bytes of a programme file; `own`: it was made here.
///
/// # Errors
/// As [`import`].
pub fn add(app: &mut App, bytes: Vec<u8>, own: bool, as_next_version: bool) -> Result<ImportView> {
    let origin = if own { ProgrammeOrigin::Own } else { ProgrammeOrigin::Imported };
    let mut file = file::of_bytes(bytes, origin)?;
    let versions = versions(app, &file.programme.id)?;
    let sha256 = file.sha256();
    if versions.iter().any(|known| known.sha256 == sha256) {
        return Ok(ImportView {
            card: card(&file, app.today(), &school::calendar_or_usual(app)?),
            already_here: true,
        });
    }
    if versions.iter().any(|known| known.version == file.programme.version) {
        if !as_next_version {
            return Err(occupied(&file.programme));
        }
        let newest = versions.iter().map(|known| known.version).max().unwrap_or_default();
        file.programme.version = newest.saturating_add(1);
        let text = serde_json::to_string_pretty(&file.programme).map_err(ApiError::internal)?;
        file.text = (text + "\n").into();
    }
    keep(app, &file)?;
    Ok(ImportView { card: card(&file, app.today(), &school::calendar_or_usual(app)?), already_here: false })
}

/// A version of a programme that is here.
struct Version {
    version: u32,
    sha256: String,
}

/// All versions of a programme, those that come with the program among them.
fn versions(app: &App, id: &str) -> Result<Vec<Version>> {
    let of_list = file::all(app)?.into_iter().filter(|file| file.programme.id == id);
    let of_list = of_list.map(|file| Version { version: file.programme.version, sha256: file.sha256() });
    let shipped = crate::assets::programme(id)
        .ok()
        .map(|file| Version { version: file.programme.version, sha256: crate::canonical::sha256(file.text) });
    let kept: Vec<AddedProgramme> = app.read()?.by("programme_id", id)?;
    let kept = kept.into_iter().map(|file| Version {
        version: u32::try_from(file.version).unwrap_or_default(),
        sha256: file.sha256,
    });
    Ok(of_list.chain(shipped).chain(kept).collect())
}

/// Ids that a new programme may not take.
pub(crate) fn taken_ids(app: &App) -> Result<Vec<String>> {
    let kept: Vec<AddedProgramme> = app.read()?.all()?;
    let listed = file::all(app)?.into_iter().map(|file| file.programme.id);
    Ok(listed.chain(kept.into_iter().map(|file| file.programme_id)).collect())
}

fn keep(app: &mut App, file: &SourceFile) -> Result<()> {
    let added = AddedProgramme {
        id: app.new_id(),
        programme_id: file.programme.id.clone(),
        version: i64::from(file.programme.version),
        sha256: file.sha256(),
        text: file.text.to_string(),
        added_on: app.today(),
        origin: file.origin,
    };
    app.transact(ops::IMPORT_PROGRAMME, |tx| Ok(tx.insert(&added)?))
}

fn occupied(programme: &Programme) -> ApiError {
    ApiError::refused(
        format!("Программа «{}» версии {} уже есть, и она другая.", programme.id, programme.version),
        "Ничего не изменено. Если этот файл новее, добавьте его следующей версией: прежняя останется.",
    )
}
