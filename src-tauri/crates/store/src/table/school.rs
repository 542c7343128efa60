//! The school.

use opora_domain::school::School;

use super::record;

pub(super) const CREATE: &str = "
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
";

record!(School, "school");
