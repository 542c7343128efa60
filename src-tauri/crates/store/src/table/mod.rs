//! The tables: each noun's SQL beside the struct whose fields are its columns.
//!
//! Every table is STRICT, has a text primary key `id` (the session needs one) and an index under each reference.
//! References are checked at commit, so the order of writes inside an operation is free.

mod authoring;
mod evidence;
mod identity;
mod indicator;
mod issued_report;
mod mentoring;
mod monitoring;
mod occurrence;
mod person;
mod program;
mod registers;
mod school;
mod self_diagnosis;

use crate::Result;
use crate::reader::Reader;
use crate::record::Record;
use crate::{blob, journal};

/// In order of birth; `user_version` is the number of those that a file has seen. Append only.
pub(crate) const MIGRATIONS: &[&str] = &[
    journal::CREATE,
    blob::CREATE,
    school::CREATE,
    person::CREATE,
    program::CREATE,
    occurrence::CREATE,
    evidence::CREATE,
    indicator::CREATE,
    monitoring::CREATE,
    self_diagnosis::CREATE,
    mentoring::CREATE,
    registers::CREATE,
    issued_report::CREATE,
    identity::CREATE,
    program::LIVING,
    indicator::LIVING,
    indicator::AUTO,
    authoring::CREATE,
    school::CALENDAR,
    issued_report::DRAFT_SECTIONS,
    issued_report::JOURNAL,
    identity::SIGNING,
    school::PAPER,
    identity::ROLE,
    registers::MINUTES,
    issued_report::NO_RISKS,
];

/// What a check must know of a table.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) files: &'static [&'static str],
    pub(crate) read_all: fn(&Reader<'_>) -> Result<()>,
}

impl Table {
    const fn of<R: Record>() -> Self {
        Self { name: R::TABLE, files: R::FILES, read_all: |reader| reader.all::<R>().map(drop) }
    }
}

/// All tables of records.
pub(crate) const TABLES: &[Table] = &[
    Table::of::<opora_domain::school::School>(),
    Table::of::<opora_domain::person::Person>(),
    Table::of::<opora_domain::program::Program>(),
    Table::of::<opora_domain::program::Task>(),
    Table::of::<opora_domain::program::Event>(),
    Table::of::<opora_domain::program::ProgramChange>(),
    Table::of::<opora_domain::program::ProgramVersion>(),
    Table::of::<opora_domain::occurrence::Occurrence>(),
    Table::of::<opora_domain::evidence::Evidence>(),
    Table::of::<opora_domain::indicator::Indicator>(),
    Table::of::<opora_domain::indicator::IndicatorTarget>(),
    Table::of::<opora_domain::indicator::IndicatorValue>(),
    Table::of::<opora_domain::monitoring::Stage>(),
    Table::of::<opora_domain::self_diagnosis::Response>(),
    Table::of::<opora_domain::self_diagnosis::Deficit>(),
    Table::of::<opora_domain::mentoring::Tandem>(),
    Table::of::<opora_domain::mentoring::MentoringStep>(),
    Table::of::<opora_domain::mentoring::MentoringMeeting>(),
    Table::of::<opora_domain::registers::Meeting>(),
    Table::of::<opora_domain::registers::IomStep>(),
    Table::of::<opora_domain::registers::Assessment>(),
    Table::of::<opora_domain::issued_report::ReportDraft>(),
    Table::of::<opora_domain::issued_report::IssuedReport>(),
    Table::of::<opora_domain::issued_report::Dispatch>(),
    Table::of::<opora_domain::identity::SigningIdentity>(),
    Table::of::<opora_domain::identity::TrustedCertificate>(),
    Table::of::<opora_domain::authoring::Draft>(),
    Table::of::<opora_domain::authoring::DraftRow>(),
    Table::of::<opora_domain::authoring::AddedProgramme>(),
    Table::of::<opora_domain::term::SchoolYear>(),
    Table::of::<opora_domain::issued_report::ReportFile>(),
    Table::of::<opora_domain::issued_report::PendingSigning>(),
    Table::of::<opora_domain::identity::SimpleKey>(),
    Table::of::<opora_domain::identity::RevocationList>(),
    Table::of::<opora_domain::identity::SigningSettings>(),
    Table::of::<opora_domain::paper::PaperSettings>(),
];

/// Says in which table a struct lies and which of its columns are not plain.
macro_rules! record {
    ($type:ty, $table:literal $(, $list:ident: [$($column:literal),*])*) => {
        impl crate::record::Record for $type {
            const TABLE: &'static str = $table;
            $(const $list: &'static [&'static str] = &[$($column),*];)*
            fn id(&self) -> &str {
                &self.id
            }
        }
    };
}
use record;
