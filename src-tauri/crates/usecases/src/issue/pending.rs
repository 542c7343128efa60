use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use opora_domain::Id;
use opora_domain::identity::SigningSettings;
use opora_domain::issued_report::{KeptSigner, PendingSigning};
use opora_domain::words::numbered;

use super::PendingView;
use super::run::is_running;
use crate::{ApiError, App, Result, dates};

/// Documents that wait for the signature of another program, the oldest first.
pub fn pending(app: &mut App, _: ()) -> Result<Vec<PendingView>> {
    let records = app.read()?.all::<PendingSigning>()?;
    records.iter().map(|record| shown(app, record)).collect()
}

/// One of them.
pub(super) fn view(app: &App, id: &Id) -> Result<PendingView> {
    shown(app, &app.read()?.need(id)?)
}

fn shown(app: &App, record: &PendingSigning) -> Result<PendingView> {
    let awaited = awaited(record)?;
    let done = record.signers.iter().filter(|signer| signer.signed_at.is_some());
    Ok(PendingView {
        id: record.id.clone(),
        title: record.title.clone(),
        number: numbered(&record.number, record.date),
        awaited: who(awaited),
        certificate: format!("{}, № {}", awaited.owner, awaited.serial),
        signed: done.map(who).collect(),
        since: dates::day(record.created_at.date_naive()),
        is_running: is_running(app, &record.id),
        has_command: !command(app)?.0.is_empty(),
    })
}

/// Whose signature is awaited.
pub(super) fn awaited(record: &PendingSigning) -> Result<&KeptSigner> {
    let at = usize::try_from(record.awaited).ok();
    at.and_then(|at| record.signers.get(at))
        .ok_or_else(|| ApiError::internal("нет ожидаемого подписывающего"))
}

/// The certificate by which the awaited signature must be made, DER.
pub(super) fn certificate(record: &PendingSigning) -> Result<Vec<u8>> {
    let at = usize::try_from(record.awaited).ok();
    let text = at.and_then(|at| record.certificates.get(at)).map(String::as_str).unwrap_or_default();
    STANDARD.decode(text).map_err(ApiError::internal)
}

/// The prepared file.
pub(super) fn prepared(app: &App, record: &PendingSigning) -> Result<Vec<u8>> {
    app.read()?.blob(&record.file.sha256)?.ok_or_else(|| ApiError::not_found("подготовленный файл"))
}

/// The command that signs, and how long to wait for it, seconds; empty when signing is done by hand.
pub(super) fn command(app: &App) -> Result<(String, u64)> {
    let settings = app.read()?.all::<SigningSettings>()?.into_iter().next();
    Ok(settings.map_or_else(Default::default, |settings| {
        (settings.command, u64::try_from(settings.timeout_seconds).unwrap_or_default())
    }))
}

fn who(signer: &KeptSigner) -> String {
    format!("{} {}", signer.post, signer.name)
}
