//! Every call the window, the command line and the tests may make, declared once.

mod call;
mod dispatch;
mod limits;
pub mod typescript;

pub use call::{Call, Reply};
pub use dispatch::Dispatcher;

use crate::{
    base, history, identity, indicator, mentoring, monitoring, person, programme, registers, report,
};
use crate::{roadmap, school, self_diagnosis, today, verify};
use call::call;

/// The list. Nothing that is not here can be called.
pub fn calls() -> Vec<Call> {
    vec![
        call("base.status", base::status),
        call("base.create", base::create),
        call("base.demo", base::demo),
        call("base.leave_demo", base::leave_demo),
        call("base.open", base::open),
        call("base.recover", base::recover),
        call("base.lock", base::lock),
        call("base.set_password", base::set_password),
        call("base.check", base::check),
        call("base.backup", base::backup),
        call("base.restore", base::restore),
        call("school.get", school::get),
        call("school.save", school::save),
        call("person.list", person::list),
        call("person.save", person::save),
        call("person.archive", person::archive),
        call("person.restore", person::restore),
        call("programme.list", programme::list),
        call("programme.adopt", programme::adopt),
        call("roadmap.get", roadmap::get),
        call("roadmap.done", roadmap::done),
        call("roadmap.set_status", roadmap::set_status),
        call("roadmap.set_term", roadmap::set_term),
        call("roadmap.add_occurrence", roadmap::add_occurrence),
        call("roadmap.add_evidence", roadmap::add_evidence),
        call("roadmap.delete_evidence", roadmap::delete_evidence),
        call("roadmap.save_evidence_file", roadmap::save_evidence_file),
        call("roadmap.pick_file", roadmap::pick_file),
        call("today.get", today::get),
        call("indicator.sheet", indicator::sheet),
        call("indicator.set_fact", indicator::set_fact),
        call("indicator.correct_fact", indicator::correct_fact),
        call("indicator.clear_fact", indicator::clear_fact),
        call("self_diagnosis.instruments", self_diagnosis::instruments),
        call("self_diagnosis.overview", self_diagnosis::overview),
        call("self_diagnosis.start", self_diagnosis::start),
        call("self_diagnosis.response", self_diagnosis::response),
        call("self_diagnosis.answer", self_diagnosis::answer),
        call("self_diagnosis.save_note", self_diagnosis::save_note),
        call("self_diagnosis.complete", self_diagnosis::complete),
        call("self_diagnosis.discard", self_diagnosis::discard),
        call("self_diagnosis.close_deficit", self_diagnosis::close_deficit),
        call("mentoring.list", mentoring::list),
        call("mentoring.candidates", mentoring::candidates),
        call("mentoring.suggest_steps", mentoring::suggest_steps),
        call("mentoring.create", mentoring::create),
        call("mentoring.save_step", mentoring::save_step),
        call("mentoring.delete_step", mentoring::delete_step),
        call("mentoring.save_meeting", mentoring::save_meeting),
        call("mentoring.delete_meeting", mentoring::delete_meeting),
        call("mentoring.close", mentoring::close),
        call("monitoring.list", monitoring::list),
        call("monitoring.sheet", monitoring::sheet),
        call("monitoring.plan", monitoring::plan),
        call("monitoring.close", monitoring::close),
        call("registers.meetings", registers::meetings),
        call("registers.save_meeting", registers::save_meeting),
        call("registers.delete_meeting", registers::delete_meeting),
        call("registers.iom", registers::iom),
        call("registers.save_iom", registers::save_iom),
        call("registers.delete_iom", registers::delete_iom),
        call("registers.assessments", registers::assessments),
        call("registers.save_assessment", registers::save_assessment),
        call("registers.delete_assessment", registers::delete_assessment),
        call("report.overview", report::overview),
        call("report.draft", report::draft),
        call("report.save_draft", report::save_draft),
        call("report.preview", report::preview),
        call("report.issue", report::issue),
        call("report.pdf", report::pdf),
        call("report.export", report::export),
        call("identity.get", identity::get),
        call("identity.create", identity::create),
        call("identity.export", identity::export),
        call("verify.pick", verify::pick),
        call("verify.trusted", verify::trusted),
        call("verify.trust", verify::trust),
        call("verify.distrust", verify::distrust),
        call("history.list", history::list),
        call("history.undo", history::undo),
        call("history.redo", history::redo),
    ]
}
