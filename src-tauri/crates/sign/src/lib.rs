//! PDF bytes and an identity in, signed bytes out; bytes in, verdict out.
//!
//! What is deliberately *not* here: schools, files, the clock (time is an argument), the network (revocation
//! lists and time stamps come as files) and chance — except in [`Identity::create`], which makes a key, and in the
//! blinding of RSA, which leaves no trace in the result. Signing is deterministic (RFC 6979, PKCS#1 v1.5): the same
//! bytes, identity and request give the same signed bytes.

mod algorithm;
mod armour;
mod attachment;
mod ber;
mod bundle;
mod certificate;
mod cms;
mod detached;
mod error;
mod external;
mod gost;
mod identity;
mod key;
mod pdf;
mod pkcs12;
mod prepare;
mod sign;
pub mod timestamp;
mod verify;

pub use attachment::attachment;
pub use bundle::{FoundCertificate, NoCertificate, read_certificates};
pub use certificate::{CertificateInfo, certificate_pem, read_certificate};
pub use detached::{accept_detached, sign_detached};
pub use error::SignError;
pub use identity::Identity;
pub use prepare::{container, embed, prepare, prepare_next, signed_attributes, to_be_signed};
pub use sign::{Field, NextRequest, SignRequest, sign, sign_next, waiting_fields};
pub use verify::{
    CrlInfo, Revision, SignatureReport, TimestampReport, Trust, Verdict, Verification, read_crl,
    read_revision, verify, verify_detached,
};

/// The largest PDF that is signed, verified or opened, in bytes: a report is under 1 MB, a scan under 100 MB.
pub const MAX_PDF_BYTES: usize = 200 * 1024 * 1024;
