//! A document with the marks of its signers, drawn.

use chrono::NaiveDate;
use opora_domain::issued_report::KeptSigner;
use opora_domain::period::ReportPeriod;
use opora_report::build::{Making, initials};
use opora_report::document::{Mark, Signature, SignatureMark, SimpleMark};
use opora_report::pdf::{PdfOutput, to_pdf};

use super::IssueInput;
use super::check::DocumentIdentity;
use super::signer::{Means, Signer};
use crate::documents::{self, DocumentInput};
use crate::{App, Result};

/// The data attached to the document, which do not depend on who signs: a simple signature is made over them.
pub(super) fn data(app: &mut App, input: &IssueInput) -> Result<Vec<u8>> {
    let document = documents::document(app, &input.document, &making(app, input)?)?;
    Ok(document.attachments.into_iter().next().map(|data| data.bytes).unwrap_or_default())
}

fn making(app: &App, input: &IssueInput) -> Result<Making> {
    let number = input.number.trim().to_owned();
    Ok(Making { number, date: Some(input.date), ..documents::making(app)? })
}

/// The pages, with a field under each mark of an electronic signature.
pub(super) fn draw(app: &mut App, input: &IssueInput, signers: &[Signer]) -> Result<PdfOutput> {
    let signers = signers.iter().map(|signer| signature(signer, input.date)).collect();
    let making = Making { signers, ..making(app, input)? };
    Ok(to_pdf(&documents::document(app, &input.document, &making)?)?)
}

/// As the journal names the document: a report by its own title.
pub(super) fn title(app: &mut App, input: &DocumentInput, identity: &DocumentIdentity) -> Result<String> {
    match identity.period.parse::<ReportPeriod>() {
        Ok(period) if input.kind.is_composed() => Ok(period.report_title()),
        _ => documents::title(app, input),
    }
}

fn signature(signer: &Signer, date: NaiveDate) -> Signature {
    let KeptSigner { post, name, .. } = &signer.kept;
    let date = (!matches!(signer.means, Means::Pen)).then_some(date);
    Signature { post: post.clone(), name: initials(name), date, mark: mark(signer) }
}

/// A mark stands only where a signature is going to stand.
fn mark(signer: &Signer) -> Mark {
    let kept = &signer.kept;
    match (&signer.means, kept.valid_from.zip(kept.valid_to), kept.signed_at) {
        (Means::Key(_) | Means::External(_), Some((valid_from, valid_to)), _) => {
            let (serial, owner) = (kept.serial.clone(), kept.owner.clone());
            Mark::Electronic(SignatureMark { serial, owner, valid_from, valid_to })
        }
        (Means::Simple, _, Some(signed_at)) => Mark::Simple(SimpleMark {
            owner: kept.name.clone(),
            post: kept.post.clone(),
            signed_at,
            key: kept.key.clone(),
        }),
        _ => Mark::Pen,
    }
}
