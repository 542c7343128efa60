//! Drafts of reports, issued reports, handed-out copies.

use opora_domain::issued_report::{Dispatch, IssuedReport, PendingSigning, ReportDraft, ReportFile};

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

/// Every kind of document, its signers, files beside it, and those that wait for a signature.
pub(super) const JOURNAL: &str = "
ALTER TABLE report ADD COLUMN kind TEXT NOT NULL DEFAULT 'quarterly';
ALTER TABLE report ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE report ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE report ADD COLUMN date TEXT;
ALTER TABLE report ADD COLUMN signers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(signers));
ALTER TABLE report ADD COLUMN correction_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE dispatch ADD COLUMN channel TEXT NOT NULL DEFAULT 'folder';
ALTER TABLE dispatch ADD COLUMN addressee TEXT NOT NULL DEFAULT '';
ALTER TABLE dispatch ADD COLUMN incoming_number TEXT NOT NULL DEFAULT '';
ALTER TABLE dispatch ADD COLUMN incoming_date TEXT;
ALTER TABLE dispatch ADD COLUMN note TEXT NOT NULL DEFAULT '';
CREATE TABLE report_file (
  id TEXT NOT NULL PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  note TEXT NOT NULL,
  file TEXT NOT NULL CHECK (json_valid(file)),
  added_on TEXT NOT NULL
) STRICT;
CREATE INDEX report_file_report_id ON report_file (report_id);
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
";

/// The deputy says that there are no risks.
pub(super) const NO_RISKS: &str = "
ALTER TABLE report_draft ADD COLUMN no_risks INTEGER NOT NULL DEFAULT 0 CHECK (no_risks IN (0, 1));
";

record!(ReportDraft, "report_draft", JSON: ["notes", "risks", "suggested"], BOOL: ["no_risks"]);
record!(IssuedReport, "report", JSON: ["file", "signers"], FILES: ["file"]);
record!(Dispatch, "dispatch");
record!(ReportFile, "report_file", JSON: ["file"], FILES: ["file"]);
record!(PendingSigning, "pending_signing", JSON: ["signers", "certificates", "file"], FILES: ["file"]);
