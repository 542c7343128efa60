//! A signature beside a file: `.sig` of any program.

use super::container::{self, Container, Kind};
use super::{Fault, SignatureReport, Trust, Verification, whole};
use crate::{MAX_PDF_BYTES, armour};

/// Judge `signature` (CMS: DER, BER, PEM or bare base64) beside the file `bytes`. Content attached to it must equal
/// the file. Never panics and never fails.
pub fn verify_detached(bytes: &[u8], signature: &[u8], trust: &Trust) -> Verification {
    match open(bytes, signature) {
        Ok((signers, attached)) => judge(bytes, &signers, attached, trust),
        Err(fault) => Verification::refused(fault),
    }
}

fn open(bytes: &[u8], signature: &[u8]) -> Result<(Vec<Container>, bool), Fault> {
    if bytes.len() > MAX_PDF_BYTES || signature.len() > 2 * MAX_PDF_BYTES {
        return Err(Fault::not_signed("Файл больше 200 МБ: такие программа не проверяет."));
    }
    let der = armour::unwrap(signature).ok_or_else(|| {
        Fault::not_signed("Это не файл подписи: ожидается .sig в виде DER, PEM или base64.")
    })?;
    let der = crate::ber::to_der(&der)
        .ok_or_else(|| Fault::not_signed("Файл подписи не читается: он повреждён или это не подпись."))?;
    let opened = container::open_as(&der, Kind::Detached)?;
    match opened.content {
        Some(content) if content != bytes => Err(Fault::modified(
            "В файл подписи вложен другой документ: он не совпадает с проверяемым файлом.",
        )),
        content => Ok((opened.signers, content.is_some())),
    }
}

fn judge(bytes: &[u8], signers: &[Container], attached: bool, trust: &Trust) -> Verification {
    let mut found = Verification::empty();
    for signer in signers {
        let mut report = SignatureReport { covers_whole_file: true, ..SignatureReport::empty() };
        match whole::examine(signer, &[bytes], trust, &mut report) {
            Ok(()) => {
                report.reasons.push("Подпись относится к этому файлу, контрольная сумма совпадает.".into());
                report.reasons.push("Подпись математически верна и сделана ключом этого сертификата.".into());
                whole::judge_signer(signer, &mut report, None, trust);
            }
            Err(fault) => report.fail(fault),
        }
        found.signatures.push(report);
    }
    if attached {
        found.reasons.push("Документ вложен и в сам файл подписи, и это тот же документ.".into());
    }
    found.conclude(None)
}
