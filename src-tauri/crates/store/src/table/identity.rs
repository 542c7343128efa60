//! The school's key and the certificates it trusts.

use opora_domain::identity::{SigningIdentity, TrustedCertificate};

use super::record;

pub(super) const CREATE: &str = "
CREATE TABLE identity (
  id TEXT NOT NULL PRIMARY KEY,
  owner TEXT NOT NULL,
  certificate TEXT NOT NULL,
  key TEXT NOT NULL,
  created_on TEXT NOT NULL,
  retired_on TEXT
) STRICT;
CREATE TABLE trusted_certificate (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  certificate TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  added_on TEXT NOT NULL
) STRICT;
";

record!(SigningIdentity, "identity");
record!(TrustedCertificate, "trusted_certificate");
