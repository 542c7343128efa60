//! `opora`: the same use cases without a window, for scripts, tests and the district.

mod args;
mod commands;
mod failure;
mod output;
mod session;
mod target;

use std::process::ExitCode;

use clap::Parser as _;

use args::Args;
use output::Output;

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return args::explain(&error),
    };
    let output = Output { json: args.globals.json };
    commands::run(args, output).unwrap_or_else(|error| output.refuse(&error))
}
