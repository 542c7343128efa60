//! The program behind a command: its data folder, its host, and the password when one is asked for.

use opora_usecases::api::Dispatcher;
use opora_usecases::{ApiError, App, Code, PlainHost, Result, base};
use serde_json::Value;

use crate::args::Globals;
use crate::failure::with_cause;

/// A program over the data folder; nothing is opened yet.
pub(crate) fn program(globals: &Globals) -> Result<Dispatcher> {
    let home = globals.data.clone().or_else(App::default_home).ok_or_else(no_home)?;
    let home = std::path::absolute(&home).unwrap_or(home);
    let host = PlainHost { file: globals.file.clone(), folder: globals.folder.clone(), now: globals.now };
    Ok(Dispatcher::new(App::new(home, Box::new(host))))
}

/// A program with its file open: the school, or the demonstration when there is no school.
pub(crate) fn opened(globals: &Globals) -> Result<Dispatcher> {
    let mut program = program(globals)?;
    match base::open_any(program.app(), given_password().as_deref()) {
        Err(error) if error.code == Code::WrongSecret && given_password().is_none() => {
            base::open_any(program.app(), Some(&password()?))?;
        }
        other => {
            other?;
        }
    }
    Ok(program)
}

/// Runs a call and gives its value.
pub(crate) fn value(program: &mut Dispatcher, name: &str, payload: Value) -> Result<Value> {
    program.dispatch(name, payload).map(|reply| reply.value)
}

/// The password by `OPORA_PASSWORD`, or typed unseen.
pub(crate) fn password() -> Result<String> {
    if let Some(password) = given_password() {
        return Ok(password);
    }
    rpassword::prompt_password("Пароль: ").map_err(|cause| {
        let refusal = ApiError::new(
            Code::Locked,
            "Данные закрыты паролем, а спросить его негде.",
            "Данные в порядке. Задайте пароль в переменной OPORA_PASSWORD и повторите.",
        );
        with_cause(refusal, &cause)
    })
}

/// The password of a key file by `OPORA_KEY_PASSWORD`, or typed unseen.
pub(crate) fn key_password() -> Result<String> {
    if let Ok(password) = std::env::var("OPORA_KEY_PASSWORD") {
        return Ok(password);
    }
    rpassword::prompt_password("Пароль ключа: ").map_err(|cause| {
        let refusal = ApiError::new(
            Code::WrongSecret,
            "Не задан пароль файла ключа, а спросить его негде.",
            "Ничего не подписано. Задайте пароль в переменной OPORA_KEY_PASSWORD и повторите.",
        );
        with_cause(refusal, &cause)
    })
}

fn given_password() -> Option<String> {
    std::env::var("OPORA_PASSWORD").ok()
}

fn no_home() -> ApiError {
    ApiError::new(
        Code::NoBase,
        "Не найдена личная папка пользователя.",
        "Ничего не изменено. Укажите папку данных: --data ПАПКА.",
    )
}
