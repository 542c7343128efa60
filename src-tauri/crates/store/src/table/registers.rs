//! Meetings of the working group, steps of individual routes, results of assessments.

use opora_domain::registers::{Assessment, IomStep, Meeting};

use super::record;

pub(super) const CREATE: &str = "
CREATE TABLE meeting (
  id TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL,
  date TEXT NOT NULL,
  agenda TEXT NOT NULL,
  present INTEGER,
  decisions TEXT NOT NULL
) STRICT;
CREATE TABLE iom_step (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  deficit_id TEXT REFERENCES deficit (id) DEFERRABLE INITIALLY DEFERRED,
  form TEXT NOT NULL,
  title TEXT NOT NULL,
  provider TEXT NOT NULL,
  hours INTEGER,
  started_on TEXT NOT NULL,
  due TEXT,
  done_on TEXT,
  document TEXT NOT NULL,
  introduced_on TEXT
) STRICT;
CREATE INDEX iom_step_person_id ON iom_step (person_id);
CREATE INDEX iom_step_deficit_id ON iom_step (deficit_id);
CREATE TABLE assessment (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  grade INTEGER NOT NULL,
  date TEXT NOT NULL,
  participants INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  good INTEGER NOT NULL
) STRICT;
";

/// What the minutes of a meeting print, and the region's figure beside a result.
pub(super) const MINUTES: &str = "
ALTER TABLE meeting ADD COLUMN chair TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN secretary TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN attended TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN heard TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN spoke TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN resolutions TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(resolutions));
ALTER TABLE assessment ADD COLUMN region TEXT NOT NULL DEFAULT '';
";

record!(Meeting, "meeting", JSON: ["resolutions"]);
record!(IomStep, "iom_step");
record!(Assessment, "assessment");
