//! Writes the window's types from the list of calls and from the words of `domain`.

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use opora_domain::words::Words;
use serde::Serialize;
use ts_rs::{Config, TS, TypeVisitor};

use super::calls;

/// A type as TypeScript writes it, with the declarations it needs.
pub struct TypeInfo {
    name: String,
    declarations: BTreeMap<String, String>,
}

impl TypeInfo {
    /// Reads a type and everything it is made of.
    pub(super) fn of<T: TS + 'static + ?Sized>() -> Self {
        let config = config();
        let mut collector =
            Collector { config: &config, seen: BTreeSet::new(), declarations: BTreeMap::new() };
        collector.visit::<T>();
        Self { name: T::name(&config), declarations: collector.declarations }
    }
}

fn config() -> Config {
    Config::default().with_large_int("number")
}

struct Collector<'a> {
    config: &'a Config,
    seen: BTreeSet<TypeId>,
    declarations: BTreeMap<String, String>,
}

impl TypeVisitor for Collector<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            self.declarations.insert(T::ident(self.config), T::decl(self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// The whole text of `ui/src/lib/api/generated.ts`.
pub fn generate() -> String {
    let mut declarations = BTreeMap::new();
    let mut list = String::new();
    for call in calls() {
        let _ = writeln!(list, "  \"{}\": {{ req: {}; res: {} }};", call.name, call.req.name, call.res.name);
        for (name, text) in call.req.declarations.into_iter().chain(call.res.declarations) {
            let known = declarations.entry(name.clone()).or_insert_with(|| text.clone());
            assert_eq!(*known, text, "two different types are called {name}");
        }
    }
    let error = TypeInfo::of::<crate::ApiError>();
    declarations.extend(error.declarations);
    let mut out = String::from("// Written by `opora typescript` from the list of calls. Do not edit.\n\n");
    for text in declarations.values() {
        let _ = writeln!(out, "export {text}\n");
    }
    let _ = writeln!(out, "export interface Calls {{\n{list}}}\n");
    out + &words()
}

fn words() -> String {
    use opora_domain::{authoring, programme};
    use opora_domain::{
        evidence, indicator, issued_report, mentoring, occurrence, person, program, registers, report,
        school, target,
    };
    let mut out = String::from("/** Words of enumerations, said once in Rust. */\nexport const words = {\n");
    out += &labels::<school::SchoolStatus>("schoolStatus");
    out += &labels::<person::Subject>("subject");
    out += &labels::<person::Category>("category");
    out += &labels::<evidence::EvidenceKind>("evidenceKind");
    out += &labels::<occurrence::OccurrenceStatus>("occurrenceStatus");
    out += &labels::<occurrence::OccurrenceState>("occurrenceState");
    out += &labels::<program::ProgramStatus>("programStatus");
    out += &labels::<program::Origin>("origin");
    out += &labels::<program::SubjectKind>("subjectKind");
    out += &labels::<program::ChangeAction>("changeAction");
    out += &labels::<mentoring::TandemScope>("tandemScope");
    out += &labels::<mentoring::TandemStatus>("tandemStatus");
    out += &labels::<mentoring::CloseReason>("closeReason");
    out += &labels::<registers::IomForm>("iomForm");
    out += &labels::<registers::AssessmentKind>("assessmentKind");
    out += &labels::<target::IndicatorState>("indicatorState");
    out += &labels::<indicator::ValueSource>("valueSource");
    out += &labels::<authoring::RowState>("rowState");
    out += &labels::<authoring::SheetKind>("sheetKind");
    out += &labels::<authoring::ColumnField>("columnField");
    out += &labels::<authoring::ProgrammeOrigin>("programmeOrigin");
    out += &labels::<programme::EventLevel>("eventLevel");
    out += &labels::<programme::Projection>("projection");
    out += &labels::<target::Unit>("unit");
    out += &labels::<report::EventScope>("eventScope");
    out += &labels::<issued_report::Channel>("channel");
    out + "} as const;\n"
}

fn labels<T: Words + Serialize>(name: &str) -> String {
    let mut out = format!("  {name}: {{\n");
    for value in T::ALL {
        let code = serde_json::to_value(value).expect("a word is a string");
        let _ = writeln!(out, "    {}: {},", code.as_str().unwrap_or_default(), quoted(value.label()));
    }
    out + "  },\n"
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a label is text")
}
