//! Filled questionnaires and the deficits found by them.

use opora_domain::self_diagnosis::{Deficit, Response};

use super::record;

pub(super) const CREATE: &str = "
CREATE TABLE response (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  instrument TEXT NOT NULL,
  version TEXT NOT NULL,
  started_on TEXT NOT NULL,
  completed_on TEXT,
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  help_text TEXT NOT NULL,
  agrees_to_help INTEGER NOT NULL CHECK (agrees_to_help IN (0, 1)),
  help_topics TEXT NOT NULL CHECK (json_valid(help_topics)),
  help_form TEXT NOT NULL
) STRICT;
CREATE INDEX response_person_id ON response (person_id);
CREATE TABLE deficit (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  response_id TEXT NOT NULL REFERENCES response (id) DEFERRABLE INITIALLY DEFERRED,
  item TEXT NOT NULL,
  topic TEXT NOT NULL,
  severity INTEGER NOT NULL,
  found_on TEXT NOT NULL,
  closed_on TEXT,
  closed_note TEXT NOT NULL
) STRICT;
CREATE INDEX deficit_person_id ON deficit (person_id);
CREATE INDEX deficit_response_id ON deficit (response_id);
";

record!(Response, "response", JSON: ["answers", "help_topics"], BOOL: ["agrees_to_help"]);
record!(Deficit, "deficit");
