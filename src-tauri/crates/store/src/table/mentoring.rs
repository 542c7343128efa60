//! Mentoring pairs, their steps and meetings.

use opora_domain::mentoring::{MentoringMeeting, MentoringStep, Tandem};

use super::record;

pub(super) const CREATE: &str = "
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
CREATE INDEX tandem_mentor_id ON tandem (mentor_id);
CREATE INDEX tandem_mentee_id ON tandem (mentee_id);
CREATE INDEX tandem_deficit_id ON tandem (deficit_id);
CREATE TABLE mentoring_step (
  id TEXT NOT NULL PRIMARY KEY,
  tandem_id TEXT NOT NULL REFERENCES tandem (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  due TEXT,
  done_on TEXT
) STRICT;
CREATE INDEX mentoring_step_tandem_id ON mentoring_step (tandem_id);
CREATE TABLE mentoring_meeting (
  id TEXT NOT NULL PRIMARY KEY,
  tandem_id TEXT NOT NULL REFERENCES tandem (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL,
  minutes INTEGER,
  content TEXT NOT NULL,
  outcome TEXT NOT NULL
) STRICT;
CREATE INDEX mentoring_meeting_tandem_id ON mentoring_meeting (tandem_id);
";

record!(Tandem, "tandem");
record!(MentoringStep, "mentoring_step");
record!(MentoringMeeting, "mentoring_meeting");
