//! Facts that the program counts by itself, with the list of what was counted.
//!
//! A fact is given only where the data speak: an empty register says nothing, and nothing is not «нет».

mod mentoring;
mod people;
mod results;
mod roadmap;
mod window;
mod work;

pub use window::Window;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::evidence::Evidence;
use crate::issued_report::IssuedReport;
use crate::mentoring::Tandem;
use crate::occurrence::Occurrence;
use crate::person::Person;
use crate::program::Event;
use crate::programme::{AutoFact, Projection};
use crate::registers::{Assessment, IomStep, Meeting};
use crate::self_diagnosis::{Deficit, Response};
use crate::target::Fact;

/// All that is counted: the registers of the school and the road map of its programme.
#[derive(Debug, Clone, Default)]
pub struct Registers {
    /// Teachers.
    pub people: Vec<Person>,
    /// Filled questionnaires.
    pub responses: Vec<Response>,
    /// Deficits found by them.
    pub deficits: Vec<Deficit>,
    /// Steps of individual routes, courses among them.
    pub iom: Vec<IomStep>,
    /// Mentoring pairs.
    pub tandems: Vec<Tandem>,
    /// Meetings of the working group.
    pub meetings: Vec<Meeting>,
    /// Signed reports.
    pub reports: Vec<IssuedReport>,
    /// Results of assessments.
    pub assessments: Vec<Assessment>,
    /// Events of the programme.
    pub events: Vec<Event>,
    /// Their occurrences.
    pub occurrences: Vec<Occurrence>,
    /// Documents attached to them.
    pub evidence: Vec<Evidence>,
}

/// What was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The fact; none when the data do not say.
    pub fact: Option<Fact>,
    /// What was counted, or why nothing could be, in one sentence.
    pub words: String,
    /// One by one.
    pub items: Vec<CountedItem>,
}

/// One thing of those looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CountedItem {
    /// The teacher, the document, the meeting.
    pub title: String,
    /// When and what, may be empty.
    pub detail: String,
    /// It speaks for the fact; otherwise it was looked at and does not.
    pub counts: bool,
}

impl CountedItem {
    fn new(title: impl Into<String>, detail: impl Into<String>, counts: bool) -> Self {
        Self { title: title.into(), detail: detail.into(), counts }
    }
}

impl Counted {
    fn known(fact: Fact, words: impl Into<String>, items: Vec<CountedItem>) -> Self {
        Self { fact: Some(fact), words: words.into(), items }
    }

    fn yes(words: impl Into<String>, items: Vec<CountedItem>) -> Self {
        Self::known(Fact::Flag { value: true }, words, items)
    }

    /// The data say nothing: the value is left to the user.
    pub fn unknown(words: impl Into<String>, items: Vec<CountedItem>) -> Self {
        Self { fact: None, words: words.into(), items }
    }
}

/// Counts by the formula for a stretch of days.
pub fn count(formula: &AutoFact, registers: &Registers, window: Window) -> Counted {
    match formula {
        AutoFact::SelfDiagnosisCoverage => people::coverage(registers, window),
        AutoFact::SelfDiagnosisHeld => people::held(registers, window),
        AutoFact::DeficitsHaveSteps => people::deficits(registers, window),
        AutoFact::CourseCoverage => people::courses(registers, window),
        AutoFact::Tandems => mentoring::tandems(registers, window, |_| true),
        AutoFact::NetworkTandems => mentoring::network(registers, window),
        AutoFact::Meetings => work::meetings(registers, window),
        AutoFact::MeetingsEveryQuarter => work::every_quarter(registers, window),
        AutoFact::Reports => work::reports(registers, window),
        AutoFact::EventDone(of) => roadmap::done(registers, window, &of.event),
        AutoFact::EventDocument(of) => roadmap::document(registers, window, &of.event, of.document),
        AutoFact::LocalAct(act) => roadmap::local_act(registers, window, act),
        AutoFact::Dynamics(dynamics) => results::dynamics(registers, window, dynamics),
    }
}

/// The fact as an indicator of this projection takes it: a number of things is «да» when it is not zero.
pub fn projected(fact: Fact, projection: Projection) -> Fact {
    match (fact, projection) {
        (Fact::Count { value }, Projection::Flag) => Fact::Flag { value: value > 0 },
        (fact, _) => fact,
    }
}

fn day(date: chrono::NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

fn count_of(things: usize) -> Fact {
    Fact::Count { value: i32::try_from(things).unwrap_or(i32::MAX) }
}
