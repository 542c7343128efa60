//! The sections of the quarterly report (domain document E.1), one file each.

mod conclusions;
mod corrections;
mod development;
mod indicators;
mod mentoring;
mod results;
mod risks;
mod roadmap;
mod school;
mod self_diagnosis;
mod themes;

pub(super) use conclusions::suggest;
pub(super) use corrections::suggest_corrections;
pub(super) use development::development;
pub(super) use indicators::{indicators, over_stages, stage};
pub(crate) use indicators::{is_yes_no, unit};
pub(super) use mentoring::mentoring;
pub(super) use results::{low_results, meetings, results};
pub(super) use risks::suggest_risks;
pub(super) use roadmap::{evidence, rows};
pub(super) use school::{requisites, school, signers};
pub(super) use self_diagnosis::self_diagnosis;
pub(super) use themes::themes;
