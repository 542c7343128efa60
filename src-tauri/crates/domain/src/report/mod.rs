//! Snapshots of reports: plain data, from which both the page and the attached JSON are made.

pub mod quarterly;
