//! The school.

use opora_domain::school::School;
use opora_domain::term::SchoolYear;

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

/// Quarters or trimesters by school year.
pub(super) const CALENDAR: &str = "
CREATE TABLE school_calendar (
  id TEXT NOT NULL PRIMARY KEY,
  year INTEGER NOT NULL UNIQUE,
  parts TEXT NOT NULL CHECK (json_valid(parts))
) STRICT;
";

record!(School, "school");
record!(SchoolYear, "school_calendar", JSON: ["parts"]);
