//! A time stamp inside a signature or beside one in the document (RFC 3161): what a service says, and of what.

use super::container::{self, Kind};
use super::{Fault, TimestampReport, Trust, chain};
use crate::algorithm::{KeyFault, hash_with, unknown_algorithm};
use crate::timestamp::token::{Imprint, Statement, TST_INFO, statement};

/// Read the stamp `token` taken of `covered`, a signature or a document. A stamp that does not hold spoils the signature: it stands outside
/// what was signed, so whoever put it there was not the signer.
pub(super) fn check(token: &[u8], covered: &[&[u8]], trust: &Trust) -> Result<TimestampReport, Fault> {
    let opened = container::open_as(token, Kind::Token)?;
    let content = opened.content.filter(|_| opened.content_type == TST_INFO).ok_or_else(unreadable)?;
    let service = container::only(opened.signers)?;
    if service.token()?.is_some() {
        return Err(unreadable());
    }
    service.check(&[&content]).map_err(|_| {
        Fault::modified("Штамп времени в подписи повреждён: его собственная подпись неверна.")
    })?;
    let Statement { imprint, moment: at, .. } = statement(&content).ok_or_else(unreadable)?;
    check_imprint(&imprint, covered)?;
    if !service.signer.may_stamp_time() {
        return Err(Fault::modified(
            "Штамп времени в подписи поставлен сертификатом, который для этого не предназначен.",
        ));
    }
    chain::check_carried(&service.signer, &service.carried, trust)?;
    let trusted =
        chain::find(&service.signer, &service.carried, &at, trust).is_ok() && service.signer.is_in_force(&at);
    Ok(TimestampReport { at, authority: service.signer.info(), trusted })
}

fn check_imprint(imprint: &Imprint, covered: &[&[u8]]) -> Result<(), Fault> {
    let algorithm = imprint.algorithm.oid;
    let Some(actual) = hash_with(algorithm, covered) else {
        return Err(match unknown_algorithm(algorithm) {
            KeyFault::Weak(kind) => {
                Fault::not_signed(format!("Штамп времени сделан устаревшим способом — {kind}."))
            }
            _ => unreadable(),
        });
    };
    match imprint.hash.as_bytes() == actual {
        true => Ok(()),
        false => Err(Fault::modified(
            "Штамп времени относится к другой подписи или к другому состоянию документа.",
        )),
    }
}

fn unreadable() -> Fault {
    Fault::modified("Штамп времени в подписи повреждён: он не читается.")
}
