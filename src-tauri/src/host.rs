//! What the use cases ask of the machine: the clock, and native dialogs opened from Rust only.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use opora_usecases::{Host, PlainHost};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder, FilePath};

use crate::window::MAIN;

/// The host that has a window.
pub(crate) struct WindowHost {
    app: AppHandle,
}

impl WindowHost {
    /// Dialogs will belong to the window of `app`.
    pub(crate) fn new(app: AppHandle) -> Self {
        Self { app }
    }

    fn dialog(&self, title: &str) -> FileDialogBuilder<tauri::Wry> {
        let dialog = self.app.dialog().file().set_title(title);
        match self.app.get_webview_window(MAIN) {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        }
    }
}

impl Host for WindowHost {
    fn now(&self) -> DateTime<FixedOffset> {
        PlainHost::default().now()
    }

    fn pick_file(&self, title: &str, extensions: &[&str]) -> Option<PathBuf> {
        if let Some(answer) = rehearsed("OPORA_PICK_FILE") {
            return answer;
        }
        let dialog = self.dialog(title);
        let dialog = if extensions.is_empty() { dialog } else { dialog.add_filter(title, extensions) };
        path(dialog.blocking_pick_file())
    }

    fn pick_files(&self, title: &str, extensions: &[&str]) -> Vec<PathBuf> {
        if let Some(answer) = rehearsed("OPORA_PICK_FILE") {
            return answer.into_iter().collect();
        }
        let chosen = self.dialog(title).add_filter(title, extensions).blocking_pick_files();
        chosen.unwrap_or_default().into_iter().filter_map(|file| file.into_path().ok()).collect()
    }

    fn pick_folder(&self, title: &str) -> Option<PathBuf> {
        rehearsed("OPORA_PICK_FOLDER").unwrap_or_else(|| path(self.dialog(title).blocking_pick_folder()))
    }
}

fn path(chosen: Option<FilePath>) -> Option<PathBuf> {
    chosen.and_then(|chosen| chosen.into_path().ok())
}

/// Tests of the real window cannot drive a native dialog: in a debug build the variable names a note
/// that holds the answer; no note means that she changed her mind.
fn rehearsed(variable: &str) -> Option<Option<PathBuf>> {
    if !cfg!(debug_assertions) {
        return None;
    }
    let note = std::env::var_os(variable)?;
    Some(std::fs::read_to_string(note).ok().map(|text| PathBuf::from(text.trim())))
}
