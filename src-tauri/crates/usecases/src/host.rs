//! What the program asks of the machine it runs on: time, ids, and the user's choice of files.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, Local};

/// The outside world. The window, the command line and the tests bring their own.
pub trait Host: Send {
    /// The moment, with the local offset.
    fn now(&self) -> DateTime<FixedOffset>;
    /// A new UUIDv7.
    fn new_id(&self) -> String {
        uuid::Uuid::now_v7().to_string()
    }
    /// The user chooses a file to open; `None` when she changes her mind.
    fn pick_file(&self, title: &str, extensions: &[&str]) -> Option<PathBuf>;
    /// The user chooses several files at once; none when she changes her mind.
    fn pick_files(&self, title: &str, extensions: &[&str]) -> Vec<PathBuf> {
        self.pick_file(title, extensions).into_iter().collect()
    }
    /// The user chooses a folder or a stick.
    fn pick_folder(&self, title: &str) -> Option<PathBuf>;
}

/// A host without a window: files and folders are given beforehand.
#[derive(Debug, Default, Clone)]
pub struct PlainHost {
    /// Answers [`Host::pick_file`].
    pub file: Option<PathBuf>,
    /// Answers [`Host::pick_folder`].
    pub folder: Option<PathBuf>,
    /// Stands for the clock when given.
    pub now: Option<DateTime<FixedOffset>>,
}

impl Host for PlainHost {
    fn now(&self) -> DateTime<FixedOffset> {
        self.now.unwrap_or_else(|| Local::now().fixed_offset())
    }

    fn pick_file(&self, _title: &str, _extensions: &[&str]) -> Option<PathBuf> {
        self.file.clone()
    }

    /// A folder given as the file stands for every file in it.
    fn pick_files(&self, title: &str, extensions: &[&str]) -> Vec<PathBuf> {
        let Some(given) = self.pick_file(title, extensions) else { return Vec::new() };
        let Ok(entries) = std::fs::read_dir(&given) else { return vec![given] };
        let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        files.sort();
        files
    }

    fn pick_folder(&self, _title: &str) -> Option<PathBuf> {
        self.folder.clone()
    }
}
