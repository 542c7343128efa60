//! The school's key and the certificates it trusts.

use opora_domain::identity::{
    RevocationList, SigningIdentity, SigningSettings, SimpleKey, TrustedCertificate,
};

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

/// Simple signatures, lists of the revoked, the program that signs for us.
pub(super) const SIGNING: &str = "
CREATE TABLE simple_key (
  id TEXT NOT NULL PRIMARY KEY,
  role TEXT NOT NULL,
  owner TEXT NOT NULL,
  secret TEXT NOT NULL,
  pin TEXT NOT NULL,
  set_on TEXT NOT NULL,
  retired_on TEXT
) STRICT;
CREATE TABLE revocation_list (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  list TEXT NOT NULL,
  added_on TEXT NOT NULL
) STRICT;
CREATE TABLE signing_settings (
  id TEXT NOT NULL PRIMARY KEY,
  command TEXT NOT NULL,
  timeout_seconds INTEGER NOT NULL
) STRICT;
";

/// Whose key it is: until now there was the deputy's alone.
pub(super) const ROLE: &str = "
ALTER TABLE identity ADD COLUMN role TEXT NOT NULL DEFAULT 'deputy';
";

record!(SigningIdentity, "identity");
record!(TrustedCertificate, "trusted_certificate");
record!(SimpleKey, "simple_key");
record!(RevocationList, "revocation_list");
record!(SigningSettings, "signing_settings");
