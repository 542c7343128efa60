//! Lists of revoked certificates that came as files: the program has no network.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use opora_domain::identity::RevocationList;

use super::CrlView;
use crate::folder::name_of;
use crate::person::IdInput;
use crate::{ApiError, App, Code, Result, ops};

/// A list of a large authority holds some hundred thousand entries.
const MAX_LIST_BYTES: u64 = 32 * 1024 * 1024;

/// Lists in use, in the order of adding.
pub fn crls(app: &mut App, _: ()) -> Result<Vec<CrlView>> {
    Ok(app.read()?.all::<RevocationList>()?.into_iter().map(view).collect())
}

/// Lets the user choose a list of revoked certificates; none when she changed her mind. A list that is there already
/// stays as it is.
///
/// # Errors
/// `Invalid` when the file is no such list.
pub fn import_crl(app: &mut App, _: ()) -> Result<Option<CrlView>> {
    let Some(path) = app.host.pick_file("Список отозванных сертификатов", &["crl", "pem", "der"])
    else {
        return Ok(None);
    };
    let bytes = opora_exchange::read_file(&path, MAX_LIST_BYTES)?;
    if !opora_sign::is_crl(&bytes) {
        return Err(ApiError::new(
            Code::Invalid,
            format!("«{}»: это не список отозванных сертификатов.", name_of(&path)),
            "Ничего не изменено. Возьмите файл .crl на сайте удостоверяющего центра.",
        ));
    }
    let list = STANDARD.encode(&bytes);
    let known = app.read()?.by::<RevocationList>("list", &list)?.pop();
    if let Some(known) = known {
        return Ok(Some(view(known)));
    }
    let record = RevocationList { id: app.new_id(), title: name_of(&path), list, added_on: app.today() };
    app.transact(ops::ADD_CRL, |tx| {
        tx.insert(&record)?;
        Ok(())
    })?;
    Ok(Some(view(record)))
}

/// Takes a list away.
pub fn drop_crl(app: &mut App, input: IdInput) -> Result<()> {
    app.transact(ops::DROP_CRL, |tx| {
        tx.delete::<RevocationList>(&input.id)?;
        Ok(())
    })
}

fn view(record: RevocationList) -> CrlView {
    let bytes = record.list.len() / 4 * 3 - record.list.chars().rev().take_while(|&c| c == '=').count();
    CrlView { id: record.id, title: record.title, added_on: record.added_on, bytes }
}
