//! Drafts of reports, issued reports, handed-out copies.

use opora_domain::issued_report::{Dispatch, IssuedReport, ReportDraft};

use super::record;

pub(super) const CREATE: &str = "
CREATE TABLE report_draft (
  id TEXT NOT NULL PRIMARY KEY,
  period TEXT NOT NULL UNIQUE,
  conclusions TEXT NOT NULL,
  requests TEXT NOT NULL
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
) STRICT;
CREATE INDEX report_period ON report (period);
CREATE INDEX report_supersedes ON report (supersedes);
CREATE TABLE dispatch (
  id TEXT NOT NULL PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX dispatch_report_id ON dispatch (report_id);
";

/// The draft keeps the text of every section that is written by hand.
pub(super) const DRAFT_SECTIONS: &str = "
ALTER TABLE report_draft ADD COLUMN notes TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(notes));
ALTER TABLE report_draft ADD COLUMN risks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(risks));
ALTER TABLE report_draft ADD COLUMN suggested TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(suggested));
";

record!(ReportDraft, "report_draft", JSON: ["notes", "risks", "suggested"]);
record!(IssuedReport, "report", JSON: ["file"], FILES: ["file"]);
record!(Dispatch, "dispatch");
