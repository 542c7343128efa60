use opora_domain::identity::TrustedCertificate;

use crate::person::IdInput;
use crate::{App, Result, ops};

/// Takes the trust back.
pub fn distrust(app: &mut App, input: IdInput) -> Result<()> {
    app.transact(ops::DISTRUST, |tx| {
        tx.delete::<TrustedCertificate>(&input.id)?;
        Ok(())
    })
}
