//! The sections of the quarterly report (domain document E.1), one file each.

mod conclusions;
mod development;
mod indicators;
mod mentoring;
mod results;
mod roadmap;
mod school;
mod self_diagnosis;

pub(super) use conclusions::suggest;
pub(super) use development::development;
pub(super) use indicators::indicators;
pub(super) use mentoring::mentoring;
pub(super) use results::{meetings, results};
pub(super) use roadmap::{evidence, rows};
pub(super) use school::{requisites, school, signers};
pub(super) use self_diagnosis::self_diagnosis;
