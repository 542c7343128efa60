//! Indicators, their targets and facts.

use opora_domain::indicator::{Indicator, IndicatorTarget, IndicatorValue};

use super::record;

pub(super) const CREATE: &str = "
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
) STRICT;
CREATE INDEX indicator_program_id ON indicator (program_id);
CREATE INDEX indicator_task_id ON indicator (task_id);
CREATE TABLE indicator_target (
  id TEXT NOT NULL PRIMARY KEY,
  indicator_id TEXT NOT NULL REFERENCES indicator (id) DEFERRABLE INITIALLY DEFERRED,
  stage TEXT NOT NULL,
  target TEXT NOT NULL CHECK (json_valid(target))
) STRICT;
CREATE INDEX indicator_target_indicator_id ON indicator_target (indicator_id);
CREATE TABLE indicator_value (
  id TEXT NOT NULL PRIMARY KEY,
  indicator_id TEXT NOT NULL REFERENCES indicator (id) DEFERRABLE INITIALLY DEFERRED,
  stage TEXT NOT NULL,
  fact TEXT NOT NULL CHECK (json_valid(fact)),
  as_of TEXT NOT NULL,
  comment TEXT NOT NULL,
  corrects TEXT REFERENCES indicator_value (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX indicator_value_indicator_id ON indicator_value (indicator_id);
CREATE INDEX indicator_value_corrects ON indicator_value (corrects);
";

/// Indicators and targets of the school's own, and those left out.
pub(super) const LIVING: &str = "
ALTER TABLE indicator ADD COLUMN origin TEXT NOT NULL DEFAULT 'template';
ALTER TABLE indicator ADD COLUMN template_code TEXT;
ALTER TABLE indicator ADD COLUMN withdrawn_on TEXT;
UPDATE indicator SET template_code = code;
ALTER TABLE indicator_target ADD COLUMN origin TEXT NOT NULL DEFAULT 'template';
ALTER TABLE indicator_target ADD COLUMN withdrawn_on TEXT;
";

/// What an indicator counts by itself; where a value comes from. Old indicators are filled by hand, old values were.
pub(super) const AUTO: &str = "
ALTER TABLE indicator ADD COLUMN auto TEXT CHECK (json_valid(auto));
ALTER TABLE indicator_value ADD COLUMN source TEXT NOT NULL DEFAULT 'manual';
ALTER TABLE indicator_value ADD COLUMN override_reason TEXT NOT NULL DEFAULT '';
";

record!(Indicator, "indicator", JSON: ["auto"], BOOL: ["measured_result"]);
record!(IndicatorTarget, "indicator_target", JSON: ["target"]);
record!(IndicatorValue, "indicator_value", JSON: ["fact"]);
