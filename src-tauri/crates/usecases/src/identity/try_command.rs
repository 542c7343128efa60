use opora_sign::Verification;

use super::{SettingsInput, TrialView, TryView, current, settings};
use crate::running::{self, Order, Progress, Task};
use crate::verify::{judge_detached_by, trust_of};
use crate::{ApiError, App, Result};

/// What is signed for a trial: nobody could take it for a document.
const SAMPLE: &str = "Пробный файл программы «Опора». Подпись под ним ничего не означает.\n";
const HINT: &str = "Ничего не сохранено и не подписано. Проверьте команду, вставлен ли токен и не ждёт ли программа \
                    пароля, и повторите.";

/// Begins to run a command, saved or not, on a sample file; `identity.trial_state` says what comes of it.
///
/// # Errors
/// `Invalid` as for saving; `Refused` in the example and while a program of signing is at work.
pub fn try_command(app: &mut App, input: SettingsInput) -> Result<TrialView> {
    let command = input.command.trim().to_owned();
    settings::check(&command, input.timeout_seconds)?;
    if app.in_demo || command.is_empty() {
        return Err(nothing_to_try(app.in_demo));
    }
    let certificate = current(app)?.map(|current| current.identity.certificate_der).unwrap_or_default();
    let (seconds, data) = (input.timeout_seconds.unsigned_abs(), SAMPLE.as_bytes().to_vec());
    running::begin(app, Task::Trial, Order { command, seconds, name: "проба.bin", data, certificate })?;
    trial_state(app, ())
}

/// What the trial has come to.
///
/// # Errors
/// `Refused` when the program gives no signature of the sample, or was stopped.
pub fn trial_state(app: &mut App, _: ()) -> Result<TrialView> {
    match running::progress(app, &Task::Trial) {
        None => Err(running::not_running(HINT)),
        Some(Progress::AtWork(label)) => Ok(TrialView { label, tried: None }),
        Some(Progress::Ended(answer)) => {
            let tried = judged(app, &answer.map_err(|error| running::failed(error, HINT))?)?;
            Ok(TrialView { label: String::new(), tried: Some(tried) })
        }
    }
}

fn judged(app: &App, answer: &[u8]) -> Result<TryView> {
    let found = judge_detached_by(SAMPLE.as_bytes(), answer, &trust_of(app)?);
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
