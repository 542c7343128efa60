use opora_domain::Id;
use opora_domain::issued_report::PendingSigning;

use super::CommandView;
use super::answer::take;
use super::pending::{certificate, command, prepared};
use crate::person::IdInput;
use crate::running::{self, Order, Progress, Task};
use crate::{ApiError, App, Result};

const STAYS: &str = "Документ по-прежнему ждёт подписи. Проверьте команду в настройках или подпишите записанный файл вручную.";

/// Begins the command of the settings, which signs the bytes; `issue.command_state` says what comes of it.
///
/// # Errors
/// When no command is set, or one is at work already. The document goes on waiting.
pub fn run_command(app: &mut App, input: IdInput) -> Result<CommandView> {
    let record = app.read()?.need::<PendingSigning>(&input.id)?;
    if is_running(app, &input.id) {
        return command_state(app, input);
    }
    let (command, seconds) = command(app)?;
    if command.is_empty() {
        return Err(no_command());
    }
    let data = opora_sign::to_be_signed(&prepared(app, &record)?)?;
    let certificate = certificate(&record)?;
    let order = Order { command, seconds, name: "на-подпись.bin", data, certificate };
    running::begin(app, Task::Document(input.id.clone()), order)?;
    command_state(app, input)
}

/// The command signs this document, or has an answer for it that nobody has taken.
pub(super) fn is_running(app: &App, pending: &Id) -> bool {
    running::works_at(app, &Task::Document(pending.clone()))
}

/// What the running command has come to: it is still at work, or its answer has been taken.
///
/// # Errors
/// When it does not start, does not end in time or gives no right signature. The document goes on waiting.
pub fn command_state(app: &mut App, input: IdInput) -> Result<CommandView> {
    match running::progress(app, &Task::Document(input.id.clone())) {
        None => Err(running::not_running(STAYS)),
        Some(Progress::AtWork(label)) => Ok(CommandView { label, outcome: None }),
        Some(Progress::Ended(answer)) => {
            let answer = answer.map_err(|error| running::failed(error, STAYS))?;
            let outcome = take(app, &input.id, &answer)?;
            Ok(CommandView { label: String::new(), outcome: Some(outcome) })
        }
    }
}

/// Stops the command at work; the document goes on waiting.
pub fn stop_command(app: &mut App, _: ()) -> Result<()> {
    running::stop(app);
    Ok(())
}

fn no_command() -> ApiError {
    ApiError::refused(
        "Команда внешней программы подписи не задана.",
        "Документ по-прежнему ждёт подписи. Задайте команду в настройках или подпишите записанный файл вручную.",
    )
}
