//! Starts the window of «Опора».
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    opora_shell::run()
}
