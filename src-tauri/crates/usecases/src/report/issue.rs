use opora_domain::issued_report::{IssuedReport, SignerRole, SigningWay};
use opora_domain::period::ReportPeriod;

use super::preview::asked;
use super::snapshot::period;
use super::{QuarterIssueInput, ReportView, overview};
use crate::issue::{self, SignerInput};
use crate::{App, Result};

/// Why a report issued again in one step replaces the earlier one.
const AGAIN: &str = "Отчёт выпущен повторно";

/// Signs the report of a period by the school's own key and puts it into the journal: the short way of
/// [`crate::issue::sign`].
///
/// # Errors
/// As there.
pub fn issue(app: &mut App, input: QuarterIssueInput) -> Result<ReportView> {
    let record = by_own_key(app, period(&input.period)?, &input.number)?;
    overview::view_of(app, &record)
}

/// The record of the report issued so.
pub(super) fn by_own_key(app: &mut App, period: ReportPeriod, number: &str) -> Result<IssuedReport> {
    let signer = SignerInput {
        role: SignerRole::Deputy,
        way: SigningWay::OwnKey,
        key_token: None,
        password: None,
        certificate_token: None,
        pin: None,
    };
    let outcome = issue::sign(
        app,
        issue::IssueInput {
            document: asked(period),
            number: number.to_owned(),
            date: app.today(),
            correction_reason: AGAIN.to_owned(),
            signers: vec![signer],
        },
    )?;
    let issued = outcome.issued.ok_or_else(|| crate::ApiError::internal("подпись ключом не ждёт других"))?;
    Ok(issued.report)
}
