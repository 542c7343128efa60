//! Teachers.

use opora_domain::person::Person;

use super::record;

pub(super) const CREATE: &str = "
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
";

record!(Person, "person", JSON: ["subjects"]);
