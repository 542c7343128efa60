//! The desktop shell: the window, its life, one command. No rules and no SQL.

mod host;
mod instance;
mod places;
mod renderer;
mod rpc;
mod window;

use std::process::ExitCode;

use opora_usecases::{App, base};
use tauri::{AppHandle, Manager, RunEvent};
use tauri_plugin_dialog::{DialogExt as _, MessageDialogButtons};

use host::WindowHost;
use instance::Instance;
use places::Places;
use rpc::Program;

/// Opens the window and lives as long as it does.
pub fn run() -> ExitCode {
    renderer::choose();
    match Places::of_this_run(std::env::args_os().skip(1)) {
        Ok(places) => live(places),
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn live(places: Places) -> ExitCode {
    let instance = Instance::take(&places.webview);
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![rpc::rpc])
        .setup(move |app| Ok(begin(app.handle(), places, instance)?))
        .build(tauri::generate_context!());
    match built {
        Ok(app) => ExitCode::from(u8::try_from(app.run_return(stay_for_messages)).unwrap_or(1)),
        Err(error) => {
            eprintln!("Не удалось открыть окно программы. Данные не изменены.\n{error}");
            ExitCode::FAILURE
        }
    }
}

/// A native message is no window: closing none must not end the program before the message is read.
fn stay_for_messages(app: &AppHandle, event: RunEvent) {
    if let RunEvent::ExitRequested { code: None, api, .. } = &event
        && app.webview_windows().is_empty()
        && app.try_state::<Program>().is_none()
    {
        api.prevent_exit();
    }
}

fn begin(app: &AppHandle, places: Places, instance: Option<Instance>) -> tauri::Result<()> {
    let Some(instance) = instance else {
        say_already_open(app);
        return Ok(());
    };
    app.manage(instance);
    let mut program = App::new(places.home, Box::new(WindowHost::new(app.clone())));
    if places.demo {
        // What keeps it from opening, the window will ask again and show in words.
        let _ = base::open_any(&mut program, None);
    }
    app.manage(Program::new(program));
    window::open(app, places.webview)
}

fn say_already_open(app: &AppHandle) {
    const TEXT: &str = "«Опора» уже открыта с этой папкой данных.\n\n\
        Данные в порядке. Перейдите в открытое окно программы; если его не видно, найдите его на панели задач.";
    eprintln!("{TEXT}");
    let app = app.clone();
    let seen = MessageDialogButtons::OkCustom("Понятно".into());
    app.dialog().message(TEXT).title("Опора").buttons(seen).show(move |_| app.exit(1));
}
