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
    /// Open the demonstration that lies in the folder, if there is no school.
    pub(crate) demo: bool,
}

impl Places {
    /// Reads the arguments, then looks beside the program, then asks the system.
    pub(crate) fn of_this_run(args: impl Iterator<Item = OsString>) -> Result<Self, String> {
        let (named, demo) = from_args(args)?;
        let Some(home) = named.or_else(portable_home).or_else(App::default_home) else {
            return Err("Не найдена личная папка пользователя. Укажите папку данных: --data ПАПКА".into());
        };
        let home = std::path::absolute(home).map_err(|error| format!("Папка данных недоступна: {error}"))?;
        Ok(Self { webview: beside(&home), home, demo })
    }
}

fn beside(home: &Path) -> PathBuf {
    let mut name = home.file_name().unwrap_or("opora".as_ref()).to_os_string();
    name.push("-webview");
    home.parent().unwrap_or(home).join(name)
}

fn from_args(mut args: impl Iterator<Item = OsString>) -> Result<(Option<PathBuf>, bool), String> {
    let (mut home, mut demo) = (None, false);
    while let Some(flag) = args.next() {
        match flag.to_str() {
            Some("--data") => home = Some(args.next().ok_or("После --data укажите папку данных.")?.into()),
            Some("--demo") => demo = true,
            _ => return Err(format!("Неизвестный параметр {}. Можно: --data ПАПКА, --demo", flag.display())),
        }
    }
    Ok((home, demo))
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
        assert!(!places.demo);
    }

    #[test]
    fn wrong_arguments_are_named() {
        assert!(Places::of_this_run(args(&["--data"])).unwrap_err().contains("укажите папку"));
        assert!(Places::of_this_run(args(&["--help"])).unwrap_err().contains("--help"));
    }
}
