//! How another program is called to sign.

use std::path::Path;

use opora_domain::identity::SigningSettings;
use opora_domain::words::counted;

use super::{CommandExample, CommandMark, SettingsInput, SettingsView};
use crate::{App, Problems, Result, ops};

/// Signing by a token with its password asked takes minutes, not hours.
const TIMEOUTS: std::ops::RangeInclusive<i64> = 5..=900;
const DEFAULT_TIMEOUT: i64 = 120;
const MAX_COMMAND: usize = 1000;

/// What is put in place of the braces.
const MARKS: [(&str, &str); 3] = [
    ("{in}", "файл, который нужно подписать; «Опора» запишет его сама. Обязательно."),
    ("{out}", "файл отделённой подписи, который создаст программа. Обязательно."),
    ("{cert}", "файл сертификата подписывающего: его выбирают при подписании. Если программа просит."),
];

/// Well-known programs, to start from: the name, the command, what to change in it.
const EXAMPLES: [(&str, &str, &str); 4] = [
    (
        "КриптоПро CSP, утилита cryptcp (Windows)",
        r#""C:\Program Files\Crypto Pro\CSP\cryptcp.exe" -sign -detached -der -nochain -dn "Иванова" {in} {out}"#,
        "Вместо «Иванова» впишите фамилию владельца сертификата, как в сертификате.",
    ),
    (
        "КриптоПро CSP, утилита cryptcp (Linux)",
        r#"/opt/cprocsp/bin/amd64/cryptcp -sign -detached -der -nochain -dn "Иванова" {in} {out}"#,
        "Вместо «Иванова» впишите фамилию владельца сертификата, как в сертификате.",
    ),
    (
        "OpenSSL",
        "openssl cms -sign -binary -cades -md sha256 -signer {cert} -inkey director.key -in {in} -outform DER -out {out}",
        "Вместо director.key впишите полный путь к файлу ключа.",
    ),
    (
        "КриптоАРМ",
        "",
        "Подписывает в своём окне, команда не нужна. При подписании «Опора» запишет файл: откройте его в КриптоАРМ, \
         создайте отделённую подпись (.sig, DER) и прочитайте её в «Опоре»: «Журнал документов» — «Ждут подписи».",
    ),
];

/// The command in use.
pub fn settings(app: &mut App, _: ()) -> Result<SettingsView> {
    let kept = kept(app)?;
    let timeout_seconds = kept.as_ref().map_or(DEFAULT_TIMEOUT, |kept| kept.timeout_seconds);
    let command = kept.map(|kept| kept.command).unwrap_or_default();
    let mark =
        |(mark, meaning): (&str, &str)| CommandMark { mark: mark.to_owned(), meaning: meaning.to_owned() };
    let example = |(name, command, note): (&str, &str, &str)| CommandExample {
        name: name.to_owned(),
        command: command.to_owned(),
        note: note.to_owned(),
    };
    Ok(SettingsView {
        state_label: state(&command, timeout_seconds),
        timeout_seconds,
        command,
        marks: MARKS.into_iter().map(mark).collect(),
        examples: EXAMPLES.into_iter().map(example).collect(),
    })
}

fn state(command: &str, seconds: i64) -> String {
    match program(command) {
        None => "Команда не задана: файл на подпись записывают и подписывают вручную.".to_owned(),
        Some(program) => {
            let wait = counted(seconds, "секунды", "секунд", "секунд");
            format!("«Опора» сама запускает {program} и ждёт подписи до {wait}.")
        }
    }
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

/// Everything that can be said of a command without running it.
pub(super) fn check(command: &str, timeout: i64) -> Result<()> {
    let given = !command.is_empty();
    let program = program(command);
    let path = program.map(Path::new);
    let unknown = unknown(command);
    let no_such = format!(
        "«Опора» не знает обозначения {}: подставляются только {{in}}, {{out}} и {{cert}}.",
        unknown.unwrap_or_default()
    );
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
        .check(unknown.is_some(), "command", &no_such)
        .check(given && program.is_none(), "command", "В команде не закрыта кавычка.")
        .check(
            path.is_some_and(|path| path.is_absolute() && !path.is_file()),
            "command",
            "Такой программы на этом компьютере нет: проверьте путь.",
        )
        .check(!TIMEOUTS.contains(&timeout), "timeout_seconds", "Ждать можно от 5 до 900 секунд.")
        .finish()
}

/// The first thing in braces that nothing is put in place of.
fn unknown(command: &str) -> Option<&str> {
    let parts = command.match_indices('{').filter_map(|(at, _)| {
        let rest = &command[at..];
        rest.find('}').map(|end| &rest[..=end])
    });
    parts.into_iter().find(|part| MARKS.iter().all(|(mark, _)| mark != part))
}

/// The first word of a command; a path with spaces stands in quotes.
fn program(command: &str) -> Option<&str> {
    match command.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        Some(quote) => command[1..].split_once(quote).map(|(program, _)| program),
        None => command.split_whitespace().next(),
    }
}
