use super::{CertificateView, current, words};
use crate::{App, Result};

/// The certificate in use.
pub fn get(app: &mut App, _: ()) -> Result<Option<CertificateView>> {
    Ok(current(app)?.map(|current| words(app, &current.certificate)))
}
