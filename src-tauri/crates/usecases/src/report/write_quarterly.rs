use opora_domain::issued_report::{IssuedReport, SignerRole, SigningWay};
use opora_report::pdf::to_pdf;

use super::preview::asked;
use super::snapshot::quarter;
use crate::documents::{DocumentInput, making};
use crate::issue::{self, IssueInput, SignerInput};
use crate::{ApiError, App, Result, identity, journal};

/// Why a report issued again from the command line replaces the earlier one.
const AGAIN: &str = "Отчёт выпущен повторно";

/// The report of a quarter as a file, for the command line: signed and kept in the journal, or unsigned.
///
/// A school without a certificate gets one. The unsigned file depends on nothing but the data and the clock.
pub fn write_quarterly(app: &mut App, period: &str, unsigned: bool) -> Result<Vec<u8>> {
    let document = asked(quarter(period)?.into());
    if unsigned {
        let making = making(app)?;
        return Ok(to_pdf(&super::document(app, &document, &making)?)?.bytes);
    }
    if identity::current(app)?.is_none() {
        identity::make(app)?;
    }
    let report = issued(app, document)?;
    journal::body(app, &report.file)
}

/// The report signed by the school's own key under the next number.
fn issued(app: &mut App, document: DocumentInput) -> Result<IssuedReport> {
    let signer = SignerInput {
        role: SignerRole::Deputy,
        way: SigningWay::OwnKey,
        other_owner: false,
        key_token: None,
        password: None,
        certificate_token: None,
        pin: None,
    };
    let input = IssueInput {
        document,
        number: issue::next_number(app)?,
        date: app.today(),
        correction_reason: AGAIN.to_owned(),
        signers: vec![signer],
    };
    let outcome = issue::sign(app, input)?;
    let entry = outcome.issued.ok_or_else(|| ApiError::internal("подпись ключом не ждёт других"))?;
    Ok(entry.report)
}
