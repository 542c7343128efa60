use opora_domain::Id;
use opora_domain::issued_report::{KeptSigner, PendingSigning, SigningWay};

use super::draw::{data, draw, title};
use super::seal::{Sealed, seal};
use super::signer::{Moment, Signer, resolve};
use super::{IssueInput, IssueOutcome, check, keep, pending};
use crate::{App, Result};

/// Draws the document with its marks, signs it by the keys at hand and keeps it: in the journal when that is all, as
/// pending when another program is still to sign.
///
/// # Errors
/// All that is wrong with the request at once; one sentence per cause when a key does not open or a certificate is not
/// in force. Nothing is kept then.
pub fn sign(app: &mut App, input: IssueInput) -> Result<IssueOutcome> {
    let now = app.now();
    let identity = check::check(app, &input)?;
    let simple = input.signers.iter().any(|signer| signer.way == SigningWay::Simple);
    let data = if simple { data(app, &input)? } else { Vec::new() };
    let signers: Vec<Signer> =
        input.signers.iter().map(|signer| resolve(app, signer, &data, now)).collect::<Result<_>>()?;
    check::certificates(&signers, now)?;
    check::owners(&input.signers, &signers)?;
    let drawn = draw(app, &input, &signers)?;
    let sealed = seal(app, &drawn, &signers, now)?;
    let pages = drawn.pages as i64;
    let mut record = PendingSigning {
        id: app.new_id(),
        title: title(app, &input.document, &identity)?,
        kind: input.document.kind,
        subject: identity.subject,
        period: identity.period,
        number: input.number.trim().to_owned(),
        date: input.date,
        correction_reason: input.correction_reason.trim().to_owned(),
        certificates: signers.iter().map(Signer::certificate).collect(),
        signers: signers.into_iter().map(|signer| signer.kept).collect(),
        awaited: 0,
        file: keep::unnamed(),
        pages,
        created_at: now,
    };
    match sealed {
        Sealed::Whole { pdf, signed } => {
            record.signers = stamped(record.signers, &signed, now);
            Ok(IssueOutcome { issued: Some(keep::keep(app, record, &pdf, None, now)?), pending: None })
        }
        Sealed::Waits { prepared, awaited, signed } => {
            record.signers = stamped(record.signers, &signed, now);
            record.awaited = awaited as i64;
            let id: Id = record.id.clone();
            keep::put_off(app, record, &prepared)?;
            Ok(IssueOutcome { issued: None, pending: Some(pending::view(app, &id)?) })
        }
    }
}

/// The signers with the moment of those that have signed.
pub(super) fn stamped(signers: Vec<KeptSigner>, signed: &[usize], now: Moment) -> Vec<KeptSigner> {
    let stamp = |(at, signer): (usize, KeptSigner)| match signed.contains(&at) {
        true => KeptSigner { signed_at: Some(now), ..signer },
        false => signer,
    };
    signers.into_iter().enumerate().map(stamp).collect()
}
