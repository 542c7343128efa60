//! The adopted programme, its tasks and events, its corrections and versions.

use opora_domain::program::{Event, Program, ProgramChange, ProgramVersion, Task};

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

/// The programme as a living document: origins, responsibles, withdrawals, corrections, versions.
pub(super) const LIVING: &str = "
ALTER TABLE program ADD COLUMN goal TEXT NOT NULL DEFAULT '';
ALTER TABLE program ADD COLUMN responsible_person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE program ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE program ADD COLUMN ended_on TEXT;
CREATE INDEX program_responsible_person_id ON program (responsible_person_id);
ALTER TABLE task ADD COLUMN origin TEXT NOT NULL DEFAULT 'template';
ALTER TABLE task ADD COLUMN template_code TEXT;
ALTER TABLE task ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE task ADD COLUMN withdrawn_on TEXT;
UPDATE task SET template_code = code;
ALTER TABLE event ADD COLUMN origin TEXT NOT NULL DEFAULT 'template';
ALTER TABLE event ADD COLUMN template_code TEXT;
ALTER TABLE event ADD COLUMN responsible_person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE event ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE event ADD COLUMN withdrawn_on TEXT;
UPDATE event SET template_code = code;
CREATE INDEX event_responsible_person_id ON event (responsible_person_id);
CREATE TABLE program_change (
  id TEXT NOT NULL PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES program (id) DEFERRABLE INITIALLY DEFERRED,
  seq INTEGER NOT NULL,
  date TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  action TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  reason TEXT NOT NULL,
  basis TEXT NOT NULL,
  basis_date TEXT,
  version INTEGER
) STRICT;
CREATE UNIQUE INDEX program_change_program_id ON program_change (program_id, seq);
CREATE TABLE program_version (
  id TEXT NOT NULL PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES program (id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  fixed_on TEXT NOT NULL,
  order_no TEXT NOT NULL,
  order_date TEXT,
  authority TEXT NOT NULL,
  note TEXT NOT NULL,
  snapshot TEXT NOT NULL,
  snapshot_sha256 TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX program_version_program_id ON program_version (program_id, number);
";

record!(Program, "program", JSON: ["notes"]);
record!(Task, "task");
record!(Event, "event", JSON: ["term"], BOOL: ["is_group"]);
record!(ProgramChange, "program_change", JSON: ["fields"]);
record!(ProgramVersion, "program_version");
