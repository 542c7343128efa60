//! The adopted programme, its tasks and events.

use opora_domain::program::{Event, Program, Task};

use super::record;

pub(super) const CREATE: &str = "
CREATE TABLE program (
  id TEXT NOT NULL PRIMARY KEY,
  template_id TEXT NOT NULL,
  template_version INTEGER NOT NULL,
  template_sha256 TEXT NOT NULL,
  title TEXT NOT NULL,
  territory TEXT NOT NULL,
  act TEXT NOT NULL,
  act_date TEXT,
  period_from TEXT NOT NULL,
  period_to TEXT,
  adopted_on TEXT NOT NULL,
  notes TEXT NOT NULL CHECK (json_valid(notes))
) STRICT;
CREATE TABLE task (
  id TEXT NOT NULL PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES program (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  sort INTEGER NOT NULL
) STRICT;
CREATE INDEX task_program_id ON task (program_id);
CREATE TABLE event (
  id TEXT NOT NULL PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES program (id) DEFERRABLE INITIALLY DEFERRED,
  task_id TEXT NOT NULL REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED,
  parent_id TEXT REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  result TEXT NOT NULL,
  evidence_required TEXT NOT NULL,
  responsible TEXT NOT NULL,
  level TEXT NOT NULL,
  term TEXT NOT NULL CHECK (json_valid(term)),
  is_group INTEGER NOT NULL CHECK (is_group IN (0, 1)),
  sort INTEGER NOT NULL
) STRICT;
CREATE INDEX event_program_id ON event (program_id);
CREATE INDEX event_task_id ON event (task_id);
CREATE INDEX event_parent_id ON event (parent_id);
";

record!(Program, "program", JSON: ["notes"]);
record!(Task, "task");
record!(Event, "event", JSON: ["term"], BOOL: ["is_group"]);
