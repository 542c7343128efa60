//! The school.

use opora_domain::paper::PaperSettings;
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

/// How the school's papers look; one row or none.
pub(super) const PAPER: &str = "
CREATE TABLE paper_settings (
  id TEXT NOT NULL PRIMARY KEY,
  type_size INTEGER NOT NULL,
  left_margin INTEGER NOT NULL,
  spacing INTEGER NOT NULL,
  code INTEGER NOT NULL CHECK (code IN (0, 1))
) STRICT;
";

record!(School, "school");
record!(PaperSettings, "paper_settings", BOOL: ["code"]);
record!(SchoolYear, "school_calendar", JSON: ["parts"]);
