//! How another program is called to sign.

use std::path::Path;

use opora_domain::identity::SigningSettings;

use super::{SettingsInput, SettingsView};
use crate::{App, Problems, Result, ops};

/// Signing by a token with its password asked takes minutes, not hours.
const TIMEOUTS: std::ops::RangeInclusive<i64> = 5..=900;
const DEFAULT_TIMEOUT: i64 = 120;
const MAX_COMMAND: usize = 1000;

/// Commands of well-known programs, to start from.
const EXAMPLES: [(&str, &str); 3] = [
    (
        "КриптоПро CSP (cryptcp)",
        r#""C:\Program Files\Crypto Pro\CSP\cryptcp.exe" -sign -detached -der -nochain -dn "Иванова" {in} {out}"#,
    ),
    (
        "КриптоПро CSP для Linux",
        r#"/opt/cprocsp/bin/amd64/cryptcp -sign -detached -der -nochain -dn "Иванова" {in} {out}"#,
    ),
    (
        "OpenSSL",
        "openssl cms -sign -binary -cades -md sha256 -signer {cert} -inkey director.key -in {in} -outform DER -out {out}",
    ),
];

/// The command in use.
pub fn settings(app: &mut App, _: ()) -> Result<SettingsView> {
    let kept = kept(app)?;
    let example = |(name, command): (&str, &str)| super::CommandExample {
        name: name.to_owned(),
        command: command.to_owned(),
    };
    Ok(SettingsView {
        timeout_seconds: kept.as_ref().map_or(DEFAULT_TIMEOUT, |kept| kept.timeout_seconds),
        command: kept.map(|kept| kept.command).unwrap_or_default(),
        examples: EXAMPLES.into_iter().map(example).collect(),
    })
}

/// Keeps the command; an empty one = files are signed by hand.
///
/// # Errors
/// `Invalid` with everything that does not fit.
pub fn save_settings(app: &mut App, input: SettingsInput) -> Result<SettingsView> {
    let command = input.command.trim();
    check(command, input.timeout_seconds)?;
    let id = kept(app)?.map_or_else(|| app.new_id(), |kept| kept.id);
    let record = SigningSettings { id, command: command.to_owned(), timeout_seconds: input.timeout_seconds };
    app.transact(ops::SAVE_SIGNING, |tx| {
        tx.put(&record)?;
        Ok(())
    })?;
    settings(app, ())
}

fn kept(app: &App) -> Result<Option<SigningSettings>> {
    Ok(app.read()?.all::<SigningSettings>()?.pop())
}

fn check(command: &str, timeout: i64) -> Result<()> {
    let given = !command.is_empty();
    let program = program(command);
    let path = program.map(Path::new);
    Problems::default()
        .check(command.chars().count() > MAX_COMMAND, "command", "Команда длиннее 1000 знаков.")
        .check(
            given && !command.contains("{in}"),
            "command",
            "В команде нет {in}: так обозначается файл, который подписывается.",
        )
        .check(
            given && !command.contains("{out}"),
            "command",
            "В команде нет {out}: так обозначается файл подписи, который создаст программа.",
        )
        .check(given && program.is_none(), "command", "В команде не закрыта кавычка.")
        .check(
            path.is_some_and(|path| path.is_absolute() && !path.is_file()),
            "command",
            "Такой программы на этом компьютере нет: проверьте путь.",
        )
        .check(!TIMEOUTS.contains(&timeout), "timeout_seconds", "Ждать можно от 5 до 900 секунд.")
        .finish()
}

/// The first word of a command; a path with spaces stands in quotes.
fn program(command: &str) -> Option<&str> {
    match command.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        Some(quote) => command[1..].split_once(quote).map(|(program, _)| program),
        None => command.split_whitespace().next(),
    }
}
