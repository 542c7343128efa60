//! Where the data lies: in the user's folder, in `--data DIR`, or on the stick beside the program.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use opora_usecases::App;

/// Folders of this run.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Places {
    /// The database folder.
    pub(crate) home: PathBuf,
    /// What the webview keeps for itself; beside the database folder, never inside it.
    pub(crate) webview: PathBuf,
}

impl Places {
    /// Reads the arguments, then looks beside the program, then asks the system.
    pub(crate) fn of_this_run(args: impl Iterator<Item = OsString>) -> Result<Self, String> {
        if let Some(home) = from_args(args)? {
            return Self::around(&home);
        }
        if let Some(home) = portable_home() {
            return Self::around(&home);
        }
        match App::default_home() {
            Some(home) => Self::around(&home),
            None => Err("Не найдена личная папка пользователя. Укажите папку данных: --data ПАПКА".into()),
        }
    }

    fn around(home: &Path) -> Result<Self, String> {
        let home = std::path::absolute(home).map_err(|error| format!("Папка данных недоступна: {error}"))?;
        let mut name = home.file_name().unwrap_or("opora".as_ref()).to_os_string();
        name.push("-webview");
        let webview = home.parent().unwrap_or(&home).join(name);
        Ok(Self { home, webview })
    }
}

fn from_args(mut args: impl Iterator<Item = OsString>) -> Result<Option<PathBuf>, String> {
    match args.next() {
        None => Ok(None),
        Some(flag) if flag == "--data" => match args.next() {
            Some(folder) => Ok(Some(folder.into())),
            None => Err("После --data укажите папку данных.".into()),
        },
        Some(other) => Err(format!("Неизвестный параметр {}. Можно: --data ПАПКА", other.display())),
    }
}

/// A file named `portable` beside the program keeps everything on the stick.
fn portable_home() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    let folder = program.parent()?;
    folder.join("portable").exists().then(|| folder.join("opora-data").join("school"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(words: &[&str]) -> std::vec::IntoIter<OsString> {
        words.iter().map(OsString::from).collect::<Vec<_>>().into_iter()
    }

    #[test]
    fn webview_lies_beside_the_data_and_not_inside() {
        let places = Places::of_this_run(args(&["--data", "/srv/school"])).unwrap();
        assert_eq!(places.home, Path::new("/srv/school"));
        assert_eq!(places.webview, Path::new("/srv/school-webview"));
    }

    #[test]
    fn wrong_arguments_are_named() {
        assert!(Places::of_this_run(args(&["--data"])).unwrap_err().contains("укажите папку"));
        assert!(Places::of_this_run(args(&["--help"])).unwrap_err().contains("--help"));
    }
}
