//! From a name and JSON to a reply: the one door for the window, the command line and the dev server.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::Value;

use super::{Call, Reply, calls};
use crate::{ApiError, App, Code, Result};

/// All calls by name, and the program they run on.
pub struct Dispatcher {
    app: App,
    calls: Vec<Call>,
}

impl Dispatcher {
    /// Puts the list in front of the program.
    pub fn new(app: App) -> Self {
        Self { app, calls: calls() }
    }

    /// The program behind the list.
    pub fn app(&mut self) -> &mut App {
        &mut self.app
    }

    /// Runs a call. A panic becomes an error with a code and the program lives on.
    pub fn dispatch(&mut self, name: &str, payload: Value) -> Result<Reply> {
        let Some(call) = self.calls.iter().find(|call| call.name == name) else {
            return Err(ApiError::new(
                Code::UnknownCall,
                format!("Неизвестный запрос «{name}»."),
                "Ничего не изменено.",
            ));
        };
        let app = &mut self.app;
        catch_unwind(AssertUnwindSafe(|| call.run(app, payload)))
            .unwrap_or_else(|panic| Err(ApiError::internal(panic_text(&*panic))))
    }
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(ToString::to_string);
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "паника без описания".into())
}
