//! A programme in the making, and the programme files that the school added.

use opora_domain::authoring::{AddedProgramme, Draft, DraftRow};

use super::record;

pub(super) const CREATE: &str = "
CREATE TABLE programme_draft (
  id TEXT NOT NULL PRIMARY KEY,
  origin TEXT NOT NULL,
  meta TEXT NOT NULL CHECK (json_valid(meta)),
  sections TEXT NOT NULL CHECK (json_valid(sections)),
  indicator_sections TEXT NOT NULL CHECK (json_valid(indicator_sections)),
  sheets TEXT NOT NULL CHECK (json_valid(sheets)),
  skipped TEXT NOT NULL CHECK (json_valid(skipped)),
  started_on TEXT NOT NULL
) STRICT;
CREATE TABLE draft_row (
  id TEXT NOT NULL PRIMARY KEY,
  draft_id TEXT NOT NULL REFERENCES programme_draft (id) DEFERRABLE INITIALLY DEFERRED,
  sort INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX draft_row_draft_id ON draft_row (draft_id);
CREATE TABLE programme_file (
  id TEXT NOT NULL PRIMARY KEY,
  programme_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  text TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  added_on TEXT NOT NULL,
  origin TEXT NOT NULL
) STRICT;
";

record!(Draft, "programme_draft", JSON: ["meta", "sections", "indicator_sections", "sheets", "skipped"]);
record!(DraftRow, "draft_row", JSON: ["body"]);
record!(AddedProgramme, "programme_file");
