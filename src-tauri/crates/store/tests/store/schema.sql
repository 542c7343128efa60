-- user_version 26
CREATE TABLE assessment (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  grade INTEGER NOT NULL,
  date TEXT NOT NULL,
  participants INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  good INTEGER NOT NULL
, region TEXT NOT NULL DEFAULT '') STRICT;
CREATE TRIGGER blob_is_immutable BEFORE UPDATE ON blob BEGIN SELECT raise(ABORT, 'blob is immutable'); END;
CREATE TABLE blob (
  sha256 TEXT NOT NULL PRIMARY KEY,
  size INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
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
CREATE TABLE dispatch (
  id TEXT NOT NULL PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL
, channel TEXT NOT NULL DEFAULT 'folder', addressee TEXT NOT NULL DEFAULT '', incoming_number TEXT NOT NULL DEFAULT '', incoming_date TEXT, note TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX dispatch_report_id ON dispatch (report_id);
CREATE TABLE draft_row (
  id TEXT NOT NULL PRIMARY KEY,
  draft_id TEXT NOT NULL REFERENCES programme_draft (id) DEFERRABLE INITIALLY DEFERRED,
  sort INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX draft_row_draft_id ON draft_row (draft_id);
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
, origin TEXT NOT NULL DEFAULT 'template', template_code TEXT, responsible_person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, note TEXT NOT NULL DEFAULT '', withdrawn_on TEXT) STRICT;
CREATE INDEX event_parent_id ON event (parent_id);
CREATE INDEX event_program_id ON event (program_id);
CREATE INDEX event_responsible_person_id ON event (responsible_person_id);
CREATE INDEX event_task_id ON event (task_id);
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
CREATE TABLE identity (
  id TEXT NOT NULL PRIMARY KEY,
  owner TEXT NOT NULL,
  certificate TEXT NOT NULL,
  key TEXT NOT NULL,
  created_on TEXT NOT NULL,
  retired_on TEXT
, role TEXT NOT NULL DEFAULT 'deputy') STRICT;
CREATE TABLE indicator (
  id TEXT NOT NULL PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES program (id) DEFERRABLE INITIALLY DEFERRED,
  task_id TEXT REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  unit TEXT NOT NULL,
  projection TEXT NOT NULL,
  measured_result INTEGER NOT NULL CHECK (measured_result IN (0, 1)),
  sort INTEGER NOT NULL
, origin TEXT NOT NULL DEFAULT 'template', template_code TEXT, withdrawn_on TEXT, auto TEXT CHECK (json_valid(auto))) STRICT;
CREATE INDEX indicator_program_id ON indicator (program_id);
CREATE INDEX indicator_task_id ON indicator (task_id);
CREATE TABLE indicator_target (
  id TEXT NOT NULL PRIMARY KEY,
  indicator_id TEXT NOT NULL REFERENCES indicator (id) DEFERRABLE INITIALLY DEFERRED,
  stage TEXT NOT NULL,
  target TEXT NOT NULL CHECK (json_valid(target))
, origin TEXT NOT NULL DEFAULT 'template', withdrawn_on TEXT) STRICT;
CREATE INDEX indicator_target_indicator_id ON indicator_target (indicator_id);
CREATE TABLE indicator_value (
  id TEXT NOT NULL PRIMARY KEY,
  indicator_id TEXT NOT NULL REFERENCES indicator (id) DEFERRABLE INITIALLY DEFERRED,
  stage TEXT NOT NULL,
  fact TEXT NOT NULL CHECK (json_valid(fact)),
  as_of TEXT NOT NULL,
  comment TEXT NOT NULL,
  corrects TEXT REFERENCES indicator_value (id) DEFERRABLE INITIALLY DEFERRED
, source TEXT NOT NULL DEFAULT 'manual', override_reason TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX indicator_value_corrects ON indicator_value (corrects);
CREATE INDEX indicator_value_indicator_id ON indicator_value (indicator_id);
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
CREATE INDEX iom_step_deficit_id ON iom_step (deficit_id);
CREATE INDEX iom_step_person_id ON iom_step (person_id);
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  op TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  tables TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
  lasting INTEGER NOT NULL,
  turned_at TEXT,
  turned_by TEXT,
  changeset BLOB
) STRICT;
CREATE INDEX journal_state ON journal (state, seq);
CREATE TABLE meeting (
  id TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL,
  date TEXT NOT NULL,
  agenda TEXT NOT NULL,
  present INTEGER,
  decisions TEXT NOT NULL
, chair TEXT NOT NULL DEFAULT '', secretary TEXT NOT NULL DEFAULT '', attended TEXT NOT NULL DEFAULT '', heard TEXT NOT NULL DEFAULT '', spoke TEXT NOT NULL DEFAULT '', resolutions TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(resolutions))) STRICT;
CREATE TABLE mentoring_meeting (
  id TEXT NOT NULL PRIMARY KEY,
  tandem_id TEXT NOT NULL REFERENCES tandem (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL,
  minutes INTEGER,
  content TEXT NOT NULL,
  outcome TEXT NOT NULL
) STRICT;
CREATE INDEX mentoring_meeting_tandem_id ON mentoring_meeting (tandem_id);
CREATE TABLE mentoring_step (
  id TEXT NOT NULL PRIMARY KEY,
  tandem_id TEXT NOT NULL REFERENCES tandem (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  due TEXT,
  done_on TEXT
) STRICT;
CREATE INDEX mentoring_step_tandem_id ON mentoring_step (tandem_id);
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
CREATE INDEX occurrence_due ON occurrence (due);
CREATE INDEX occurrence_event_id ON occurrence (event_id);
CREATE TABLE paper_settings (
  id TEXT NOT NULL PRIMARY KEY,
  type_size INTEGER NOT NULL,
  left_margin INTEGER NOT NULL,
  spacing INTEGER NOT NULL,
  code INTEGER NOT NULL CHECK (code IN (0, 1))
) STRICT;
CREATE TABLE pending_signing (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  title TEXT NOT NULL,
  period TEXT NOT NULL,
  number TEXT NOT NULL,
  date TEXT NOT NULL,
  signers TEXT NOT NULL CHECK (json_valid(signers)),
  certificates TEXT NOT NULL CHECK (json_valid(certificates)),
  awaited INTEGER NOT NULL,
  file TEXT NOT NULL CHECK (json_valid(file)),
  pages INTEGER NOT NULL,
  correction_reason TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY,
  fio TEXT NOT NULL,
  post TEXT NOT NULL,
  subjects TEXT NOT NULL CHECK (json_valid(subjects)),
  category TEXT NOT NULL,
  experience_years INTEGER,
  weekly_load INTEGER,
  archived_on TEXT
) STRICT;
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
, goal TEXT NOT NULL DEFAULT '', responsible_person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, version INTEGER NOT NULL DEFAULT 0, ended_on TEXT) STRICT;
CREATE INDEX program_responsible_person_id ON program (responsible_person_id);
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
CREATE TABLE programme_file (
  id TEXT NOT NULL PRIMARY KEY,
  programme_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  text TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  added_on TEXT NOT NULL,
  origin TEXT NOT NULL
) STRICT;
CREATE TABLE report (
  id TEXT NOT NULL PRIMARY KEY,
  period TEXT NOT NULL,
  number TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  signer TEXT NOT NULL,
  certificate_sha256 TEXT NOT NULL,
  file TEXT NOT NULL CHECK (json_valid(file)),
  pages INTEGER NOT NULL,
  supersedes TEXT REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED
, kind TEXT NOT NULL DEFAULT 'quarterly', subject TEXT NOT NULL DEFAULT '', title TEXT NOT NULL DEFAULT '', date TEXT, signers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(signers)), correction_reason TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX report_period ON report (period);
CREATE INDEX report_supersedes ON report (supersedes);
CREATE TABLE report_draft (
  id TEXT NOT NULL PRIMARY KEY,
  period TEXT NOT NULL UNIQUE,
  conclusions TEXT NOT NULL,
  requests TEXT NOT NULL
, notes TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(notes)), risks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(risks)), suggested TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(suggested)), no_risks INTEGER NOT NULL DEFAULT 0 CHECK (no_risks IN (0, 1))) STRICT;
CREATE TABLE report_file (
  id TEXT NOT NULL PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  note TEXT NOT NULL,
  file TEXT NOT NULL CHECK (json_valid(file)),
  added_on TEXT NOT NULL
) STRICT;
CREATE INDEX report_file_report_id ON report_file (report_id);
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
CREATE TABLE revocation_list (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  list TEXT NOT NULL,
  added_on TEXT NOT NULL
) STRICT;
CREATE TABLE school (
  id TEXT NOT NULL PRIMARY KEY,
  full_name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  territory TEXT NOT NULL,
  authority TEXT NOT NULL,
  addressee TEXT NOT NULL,
  director TEXT NOT NULL,
  deputy TEXT NOT NULL,
  school_year INTEGER NOT NULL,
  site TEXT NOT NULL,
  status TEXT NOT NULL,
  status_basis TEXT NOT NULL,
  pupils INTEGER,
  demo_today TEXT
) STRICT;
CREATE TABLE school_calendar (
  id TEXT NOT NULL PRIMARY KEY,
  year INTEGER NOT NULL UNIQUE,
  parts TEXT NOT NULL CHECK (json_valid(parts))
) STRICT;
CREATE TABLE signing_settings (
  id TEXT NOT NULL PRIMARY KEY,
  command TEXT NOT NULL,
  timeout_seconds INTEGER NOT NULL
) STRICT;
CREATE TABLE simple_key (
  id TEXT NOT NULL PRIMARY KEY,
  role TEXT NOT NULL,
  owner TEXT NOT NULL,
  secret TEXT NOT NULL,
  pin TEXT NOT NULL,
  set_on TEXT NOT NULL,
  retired_on TEXT
) STRICT;
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
CREATE TABLE tandem (
  id TEXT NOT NULL PRIMARY KEY,
  mentor_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  outside_mentor TEXT NOT NULL,
  mentee_id TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  deficit_id TEXT REFERENCES deficit (id) DEFERRABLE INITIALLY DEFERRED,
  topic TEXT NOT NULL,
  scope TEXT NOT NULL,
  started_on TEXT NOT NULL,
  ends_on TEXT,
  status TEXT NOT NULL,
  closed_on TEXT,
  close_reason TEXT,
  outcome TEXT NOT NULL
) STRICT;
CREATE INDEX tandem_deficit_id ON tandem (deficit_id);
CREATE INDEX tandem_mentee_id ON tandem (mentee_id);
CREATE INDEX tandem_mentor_id ON tandem (mentor_id);
CREATE TABLE task (
  id TEXT NOT NULL PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES program (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  sort INTEGER NOT NULL
, origin TEXT NOT NULL DEFAULT 'template', template_code TEXT, note TEXT NOT NULL DEFAULT '', withdrawn_on TEXT) STRICT;
CREATE INDEX task_program_id ON task (program_id);
CREATE TABLE trusted_certificate (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  certificate TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  added_on TEXT NOT NULL
) STRICT;
