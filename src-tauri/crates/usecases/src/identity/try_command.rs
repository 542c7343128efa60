use std::sync::atomic::AtomicBool;
use std::time::Duration;

use opora_exchange::{Job, run_program};
use opora_sign::Verification;

use super::{SettingsInput, TryView, current, settings};
use crate::verify::{judge_detached_by, trust_of};
use crate::{ApiError, App, Result, issue};

/// What is signed for a trial: nobody could take it for a document.
const SAMPLE: &str = "Пробный файл программы «Опора». Подпись под ним ничего не означает.\n";
const MAX_ANSWER: u64 = 4 * 1024 * 1024;
const HINT: &str = "Ничего не сохранено и не подписано. Проверьте команду, вставлен ли токен и не ждёт ли программа \
                    пароля, и повторите.";

/// Runs a command, saved or not, on a sample file and looks at the signature that it makes.
///
/// # Errors
/// `Invalid` as for saving; `Refused` in the example and when the program gives no signature of the sample.
pub fn try_command(app: &mut App, input: SettingsInput) -> Result<TryView> {
    let command = input.command.trim();
    settings::check(command, input.timeout_seconds)?;
    if app.in_demo || command.is_empty() {
        return Err(nothing_to_try(app.in_demo));
    }
    let certificate = current(app)?.map(|current| current.identity.certificate_der).unwrap_or_default();
    let job = Job {
        command,
        files: &[("in", "проба.bin", SAMPLE.as_bytes()), ("cert", "сертификат.cer", &certificate)],
        answer: ("out", "подпись.sig"),
        max_answer: MAX_ANSWER,
        timeout: Duration::from_secs(input.timeout_seconds.unsigned_abs()),
    };
    let answer =
        run_program(&job, &AtomicBool::new(false)).map_err(|error| issue::run_failed(error, HINT))?;
    let found = judge_detached_by(SAMPLE.as_bytes(), &answer, &trust_of(app)?);
    match found.verdict.is_intact() {
        true => Ok(view(&found)),
        false => Err(ApiError::refused(
            format!("Программа создала файл, но это не подпись пробного файла. {}", found.reasons.join(" ")),
            "Ничего не сохранено. Нужна отделённая подпись (detached) в виде DER: проверьте ключи команды.",
        )),
    }
}

fn view(found: &Verification) -> TryView {
    let owner = found.signer.as_ref().map(|signer| format!("Владелец сертификата: {}.", signer.subject));
    let lines = owner.into_iter().chain(found.reasons.iter().cloned()).collect();
    TryView {
        label: "Программа подписала пробный файл, подпись проверена.".to_owned(), lines
    }
}

fn nothing_to_try(in_demo: bool) -> ApiError {
    match in_demo {
        true => ApiError::refused(
            "В примере школы другие программы не подписывают.",
            "Ничего не запущено. Вернитесь из примера к своей школе и повторите.",
        ),
        false => ApiError::refused("Команда не задана.", "Ничего не запущено. Впишите команду и повторите."),
    }
}
