//! The one command of the page: a name and a payload in, a reply or an error in words out.

use std::sync::{Arc, Mutex, PoisonError};

use opora_usecases::api::{Dispatcher, Reply};
use opora_usecases::{ApiError, App};
use serde_json::Value;
use tauri::State;

/// The program behind the window. Calls run one at a time.
#[derive(Clone)]
pub(crate) struct Program(Arc<Mutex<Dispatcher>>);

impl Program {
    /// Puts the list of calls in front of `app`.
    pub(crate) fn new(app: App) -> Self {
        Self(Arc::new(Mutex::new(Dispatcher::new(app))))
    }

    fn dispatch(&self, name: &str, payload: Value) -> Result<Reply, ApiError> {
        // The dispatcher turns panics into errors itself, so a poisoned lock still guards a sound state.
        self.0.lock().unwrap_or_else(PoisonError::into_inner).dispatch(name, payload)
    }
}

/// Runs a call away from the window's thread.
#[tauri::command]
pub(crate) async fn rpc(
    program: State<'_, Program>,
    name: String,
    payload: Option<Value>,
) -> Result<Reply, ApiError> {
    let program = program.inner().clone();
    tauri::async_runtime::spawn_blocking(move || program.dispatch(&name, payload.unwrap_or_default()))
        .await
        .unwrap_or_else(|fault| Err(ApiError::internal(fault)))
}
