//! Documents that prove an occurrence.

use opora_domain::evidence::Evidence;

use super::record;

pub(super) const CREATE: &str = "
CREATE TABLE evidence (
  id TEXT NOT NULL PRIMARY KEY,
  occurrence_id TEXT NOT NULL REFERENCES occurrence (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  number TEXT NOT NULL,
  date TEXT,
  file TEXT CHECK (json_valid(file))
) STRICT;
CREATE INDEX evidence_occurrence_id ON evidence (occurrence_id);
";

record!(Evidence, "evidence", JSON: ["file"], FILES: ["file"]);
