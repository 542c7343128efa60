//! Stages of monitoring and their frozen snapshots.

use opora_domain::monitoring::Stage;

use super::record;

pub(super) const CREATE: &str = "
CREATE TABLE stage (
  id TEXT NOT NULL PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES program (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  planned_from TEXT,
  planned_to TEXT,
  closed_on TEXT,
  snapshot TEXT NOT NULL,
  snapshot_sha256 TEXT NOT NULL,
  sort INTEGER NOT NULL
) STRICT;
CREATE INDEX stage_program_id ON stage (program_id);
";

record!(Stage, "stage");
