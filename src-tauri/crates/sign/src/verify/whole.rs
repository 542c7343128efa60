//! A PDF as a whole: its bytes, its structure, its signers.

use super::container::{self, Container};
use super::raw::{self, Signature};
use super::{
    Fault, SignatureReport, TimestampReport, Trust, Verification, chain, harmless, revision, structure,
    timestamp, trust,
};
use crate::{MAX_PDF_BYTES, pdf};

/// What stands in a verdict on a GOST signature: numbers are not the law.
const GOST_WORDS: &str =
    "Проверена математика подписи ГОСТ; юридическую силу проверяет сертифицированное средство (КриптоПро).";

/// What is said of a store added after the last signature.
const TAIL_WORDS: &str = "После подписания другая программа дописала только сведения для проверки подписи через годы \
    (сертификаты, списки отозванных): страницы, поля, вложения и описание документа те же.";

/// Judge `pdf`, trusting only `trust`. Never panics and never fails: anything strange is a verdict with a reason.
pub fn verify(pdf: &[u8], trust: &Trust) -> Verification {
    let signatures = match check_size(pdf).and_then(|()| raw::locate(pdf)) {
        Ok(signatures) => signatures,
        Err(fault) => return Verification::refused(fault),
    };
    let mut found = Verification::empty();
    let opened: Vec<Option<Container>> =
        signatures.iter().map(|signature| check_bytes(pdf, signature, trust, &mut found)).collect();
    let fault = check_whole(pdf, &signatures, &mut found).err();
    check_trust(&opened, fault.as_ref(), trust, &mut found);
    revision::name_signers(&mut found);
    found.conclude(fault)
}

fn check_size(pdf: &[u8]) -> Result<(), Fault> {
    if pdf.is_empty() {
        return Err(Fault::not_signed("Файл пуст."));
    }
    if pdf.len() > MAX_PDF_BYTES {
        return Err(Fault::not_signed("Файл больше 200 МБ: такие программа не проверяет."));
    }
    Ok(())
}

/// Range, digest and mathematics of one signature; `None` if it does not even hold as bytes.
fn check_bytes(
    pdf: &[u8],
    signature: &Signature<'_>,
    trust: &Trust,
    found: &mut Verification,
) -> Option<Container> {
    let mut report = describe(signature);
    report.covers_whole_file = signature.covered_end() == pdf.len();
    if signature.is_time_stamp() {
        report.is_stamp = true;
        check_stamp(signature, trust, &mut report).unwrap_or_else(|fault| report.fail(fault));
        found.signatures.push(report);
        return None;
    }
    let checked = check_container(signature, trust, &mut report);
    let container = checked.map_err(|fault| report.fail(fault)).ok();
    if container.is_some() {
        let words = match report.covers_whole_file {
            true => "Подпись охватывает весь файл, контрольная сумма совпадает.",
            false => "Подписанная часть в начале файла цела: контрольная сумма совпадает.",
        };
        report.reasons.push(words.into());
        report.reasons.push("Подпись математически верна и сделана ключом этого сертификата.".into());
    }
    found.signatures.push(report);
    container
}

fn describe(signature: &Signature<'_>) -> SignatureReport {
    let text = |key| signature.string(key).map(|bytes| pdf::decode_text(&bytes)).unwrap_or_default();
    SignatureReport {
        signed_at: signature.string(b"M").and_then(|bytes| pdf::parse_date(&bytes)),
        reason: text(b"Reason"),
        location: text(b"Location"),
        ..SignatureReport::empty()
    }
}

fn check_container(
    signature: &Signature<'_>,
    trust: &Trust,
    report: &mut SignatureReport,
) -> Result<Container, Fault> {
    let container = container::open(&signature.container()?)?;
    examine(&container, &signature.covered(), trust, report)?;
    Ok(container)
}

/// A time stamp of everything before it.
fn check_stamp(signature: &Signature<'_>, trust: &Trust, report: &mut SignatureReport) -> Result<(), Fault> {
    let stamp = timestamp::check(&signature.container()?, &signature.covered(), trust)?;
    let known = match stamp.trusted {
        true => "служба времени есть среди доверенных",
        false => "служба времени не проверена",
    };
    report.reasons.push(format!(
        "Весь документ заверен штампом времени {} службы «{}»; {known}.",
        trust::moment(&stamp.at),
        stamp.authority.subject
    ));
    report.timestamp = Some(stamp);
    Ok(())
}

/// What holds for any container, inside a PDF or beside a file.
pub(super) fn examine(
    container: &Container,
    covered: &[&[u8]],
    trust: &Trust,
    report: &mut SignatureReport,
) -> Result<(), Fault> {
    report.signer = Some(container.signer.info());
    report.certificate_der = Some(container.signer.der.clone());
    report.algorithm = container.algorithm();
    report.signed_at = report.signed_at.or_else(|| container.signing_time().map(|time| time.fixed_offset()));
    container.check(covered)?;
    chain::check_carried(&container.signer, &container.carried, trust)?;
    if let Some(token) = container.token()? {
        report.timestamp = Some(timestamp::check(&token, &[container.signature()], trust)?);
    }
    Ok(())
}

/// What the signatures say only together: the last one covers the file, the document shows them all, and nothing but
/// signatures came after the first.
fn check_whole(pdf: &[u8], signatures: &[Signature<'_>], found: &mut Verification) -> Result<(), Fault> {
    let ends: Vec<usize> = signatures.iter().map(Signature::covered_end).collect();
    found.revisions = revision::list(pdf, &ends);
    for (report, end) in found.signatures.iter_mut().zip(&ends) {
        report.revision = found.revisions.iter().position(|one| one.end == *end).map_or(0, |index| index + 1);
    }
    let intact = found.signatures.iter().all(|report| report.verdict.is_intact());
    let end = ends.last().copied().unwrap_or_default();
    let has_tail = end < pdf.len();
    let read = if intact { revision::describe(pdf, found) } else { None };
    if has_tail && !(intact && harmless::is_validation_data(pdf, end)) {
        let words = appended(pdf, end, found);
        let last = found.signatures.last().map(|report| report.revision).unwrap_or_default();
        if intact && last > 0 {
            found.reasons.push(format!(
                "То, что было подписано, цело: откройте редакцию {last} или попросите прислать исходный файл заново."
            ));
        }
        return Err(Fault::modified(words));
    }
    if !intact {
        return Ok(());
    }
    let document = read.map_or_else(|| structure::open(pdf), Ok)?;
    let shown = structure::check(&document, signatures)?;
    for (report, (field, page)) in found.signatures.iter_mut().zip(shown.fields.into_iter().zip(shown.pages))
    {
        (report.field, report.page) = (field, page);
    }
    found.reasons.extend(shown.remarks);
    harmless::check(pdf, &document, signatures, found)?;
    if has_tail {
        found.reasons.push(TAIL_WORDS.into());
    }
    match signatures.iter().all(Signature::is_time_stamp) {
        true => Err(Fault::not_signed("Подписи в файле нет: на нём стоит только штамп времени.")),
        false => Ok(()),
    }
}

fn appended(pdf: &[u8], end: usize, found: &mut Verification) -> String {
    let tail = &pdf[end..];
    let count = tail.len();
    if memchr::memmem::find(tail, b" obj").is_none() {
        return format!("После подписания в файл дописано {count} байт.");
    }
    let details = revision::describe_appended(pdf, end, found);
    format!(
        "После подписания в файл дописано {count} байт: поверх подписанного документа сохранены изменения (страниц, пометок или полей).{details}"
    )
}

/// Who signed is asked only of a signature whose bytes hold.
fn check_trust(opened: &[Option<Container>], fault: Option<&Fault>, trust: &Trust, found: &mut Verification) {
    let stamps: Vec<Option<TimestampReport>> = found.signatures.iter().map(stamp_of_document).collect();
    for (index, (report, container)) in found.signatures.iter_mut().zip(opened).enumerate() {
        let Some(container) = container else { continue };
        let later = stamps[index..].iter().flatten().next();
        judge_signer(container, report, later, trust);
        if let Some(fault) = fault.filter(|fault| !fault.verdict.is_intact()) {
            report.verdict = report.verdict.worst(fault.verdict);
        }
    }
}

/// A stamp that proves when everything before it was there.
fn stamp_of_document(report: &SignatureReport) -> Option<TimestampReport> {
    let holds = report.is_stamp && report.verdict.is_intact();
    report.timestamp.clone().filter(|stamp| holds && stamp.trusted)
}

/// The signer, the stamp and the words on GOST; `later` is a trusted stamp of the document over this signature.
pub(super) fn judge_signer(
    container: &Container,
    report: &mut SignatureReport,
    later: Option<&TimestampReport>,
    trust: &Trust,
) {
    if container.is_russian() {
        report.reasons.push(GOST_WORDS.into());
    }
    if let Some(stamp) = report.timestamp.as_ref().filter(|stamp| !stamp.trusted) {
        report.reasons.push(format!(
            "В подписи есть штамп времени {} службы «{}»; служба времени не проверена.",
            trust::moment(&stamp.at),
            stamp.authority.subject
        ));
    }
    let own = report.timestamp.as_ref().filter(|stamp| stamp.trusted || later.is_none());
    match trust::check(container, report.signed_at, own.or(later), trust) {
        Ok(grounds) => report.reasons.extend(grounds),
        Err(fault) => report.fail(fault),
    }
}
