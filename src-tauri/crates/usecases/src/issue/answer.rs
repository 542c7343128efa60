use opora_domain::Id;
use opora_domain::issued_report::{PendingSigning, SigningWay};
use opora_exchange::read_file;

use super::pending::{awaited, certificate, prepared};
use super::pick::MAX_KEY_BYTES;
use super::seal::{field_name, prepare_next};
use super::sign::stamped;
use super::{IssueOutcome, keep, pending};
use crate::person::IdInput;
use crate::{App, Result};

/// Takes the signature made by another program out of the file that the user chooses; none when she changed her mind.
///
/// # Errors
/// One sentence per cause: another file was signed, another certificate, a damaged answer. The document goes on waiting.
pub fn read_answer(app: &mut App, input: IdInput) -> Result<Option<IssueOutcome>> {
    app.read()?.need::<PendingSigning>(&input.id)?;
    let endings = ["sig", "sgn", "p7s", "p7m", "cms", "der", "pem"];
    let Some(path) = app.host.pick_file("Выберите файл подписи", &endings) else {
        return Ok(None);
    };
    let answer = read_file(&path, MAX_KEY_BYTES)?;
    take(app, &input.id, &answer).map(Some)
}

/// Puts the signature in; then the document is issued, or waits for the next program.
pub(super) fn take(app: &mut App, id: &Id, answer: &[u8]) -> Result<IssueOutcome> {
    let now = app.now();
    let mut record = app.read()?.need::<PendingSigning>(id)?;
    let pdf = opora_sign::embed(&prepared(app, &record)?, answer, &certificate(&record)?)?;
    let at = usize::try_from(record.awaited).unwrap_or_default();
    record.signers = stamped(record.signers, &[at], now);
    let Some(next) = next(&record) else {
        return Ok(IssueOutcome {
            issued: Some(keep::keep(app, record, &pdf, Some(id), now)?),
            pending: None,
        });
    };
    record.awaited = next as i64;
    let awaited = awaited(&record)?.clone();
    let embedded = record.signers[..next].iter().filter(|signer| signer.way.is_embedded()).count();
    debug_assert_eq!(awaited.way, SigningWay::External);
    let prepared = prepare_next(app, &pdf, &certificate(&record)?, &field_name(embedded + 1), now)?;
    keep::put_off(app, record, &prepared)?;
    Ok(IssueOutcome { issued: None, pending: Some(pending::view(app, id)?) })
}

/// The next signer by another program.
fn next(record: &PendingSigning) -> Option<usize> {
    record.signers.iter().position(|signer| signer.way == SigningWay::External && signer.signed_at.is_none())
}
