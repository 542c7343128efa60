//! A file a command.

mod backup;
mod call;
mod check;
mod demo;
pub(crate) mod document;
mod extract;
mod import;
mod programmes;
mod report;
mod restore;
mod serve;
pub(crate) mod sign;
pub(crate) mod term;
mod typescript;
mod verify;

use std::process::ExitCode;

use opora_usecases::Result;
use opora_usecases::term::Period;

use crate::args::{Args, Command, ProgrammesAction, Report};
use crate::output::Output;

/// Runs what was typed.
pub(crate) fn run(args: Args, output: Output) -> Result<ExitCode> {
    let globals = &args.globals;
    match args.command {
        Command::Demo { programme } => demo::run(globals, programme, output),
        Command::Programmes { action: None } => programmes::run(globals, output),
        Command::Programmes { action: Some(ProgrammesAction::Check { path }) } => {
            programmes::check(&path, output)
        }
        Command::Import(asked) => import::run(globals, asked, output),
        Command::Report { kind: Report::Quarterly { period, out, unsigned } } => {
            report::quarterly(globals, &period, &out, unsigned, output)
        }
        Command::Document(asked) => document::run(globals, &asked, output),
        Command::Sign(asked) => sign::run(globals, &asked, output),
        Command::Verify { files, trust, crl } => {
            verify::run(&files, &verify::trusting(&trust, &crl)?, output)
        }
        Command::Extract { report, trust, unverified } => extract::run(&report, &trust, unverified),
        Command::Call { name, payload } => call::run(globals, &name, &payload),
        Command::Check => check::run(globals, output),
        Command::Backup { to } => backup::run(globals, &to, output),
        Command::Restore { from } => restore::run(globals, &from, output),
        Command::Term { text, from, to } => {
            let file = globals.file.as_deref();
            term::run(text.as_deref(), file, Period { from, to }, output)
        }
        Command::Typescript { check } => typescript::run(check),
        Command::Serve { port, ui } => serve::run(globals, port, &ui),
    }
}
