//! The room from outside.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where it fails")]

mod additions;
mod bundles;
mod common;
mod detached;
mod external;
mod pkcs12;
mod revisions;
mod shadows;
mod signers;
mod signing;
mod stamping;
mod tampering;
mod trusting;
