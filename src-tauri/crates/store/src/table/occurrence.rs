//! What is due.

use opora_domain::occurrence::Occurrence;

use super::record;

pub(super) const CREATE: &str = "
CREATE TABLE occurrence (
  id TEXT NOT NULL PRIMARY KEY,
  event_id TEXT NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  window_from TEXT,
  window_to TEXT,
  due TEXT,
  stage TEXT,
  status TEXT NOT NULL,
  done_on TEXT,
  result TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX occurrence_event_id ON occurrence (event_id);
CREATE INDEX occurrence_due ON occurrence (due);
";

record!(Occurrence, "occurrence");
