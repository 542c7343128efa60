use super::VerifyView;
use crate::{App, Result};

/// Trusts the certificate of the file judged last and judges it again.
pub fn trust(app: &mut App, _: ()) -> Result<VerifyView> {
    Err(app.unfinished("verify.trust"))
}
