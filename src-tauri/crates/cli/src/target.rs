//! The file that a command is going to write: looked at before anything is made.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use opora_usecases::{ApiError, Code, Result};

use crate::failure::of_file;

/// What is going to be written.
pub(crate) struct Target<'a> {
    /// First bytes of files of its kind.
    pub(crate) mark: &'a [u8],
    /// «PDF».
    pub(crate) kind: &'a str,
    /// What has not happened when it is refused: «отчёт не выпущен».
    pub(crate) unmade: &'a str,
}

impl Target<'_> {
    /// The folder is there, and no file but one of the same kind is written over.
    pub(crate) fn check(&self, out: &Path) -> Result<()> {
        let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if !folder.is_dir() {
            let refusal = ApiError::new(
                Code::NotFound,
                "Папки, куда записать файл, нет.",
                format!("Ничего не изменено, {}. Проверьте путь и повторите.", self.unmade),
            );
            return Err(of_file(folder, refusal));
        }
        if out.symlink_metadata().is_ok() && !self.is_of_kind(out) {
            let refusal = ApiError::refused(
                format!("Под этим именем лежит не {}.", self.kind),
                format!("Он не тронут, {}. Дайте файлу другое имя.", self.unmade),
            );
            return Err(of_file(out, refusal));
        }
        Ok(())
    }

    fn is_of_kind(&self, file: &Path) -> bool {
        let mut start = vec![0; self.mark.len()];
        let mut read = || File::open(file)?.read_exact(&mut start);
        file.is_file() && read().is_ok() && start == self.mark
    }
}
